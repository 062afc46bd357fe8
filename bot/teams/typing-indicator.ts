/** Typing indicators: what takes a while shows that something is going on; what is answered at once costs no call to the connector. */
import { type BackgroundWork } from './background-work';
import { type Courier } from './courier';

/** Long enough for an output that was pasted to be answered, short enough that nobody wonders, in milliseconds. */
export const TYPING_AFTER_MS = 500;

export interface TypingIndicator {
  /** Shows it after the time unless the answer with that key is over by then. */
  readonly soon: (conversation: string, key: string, afterMs: number) => void;
  /** The answer is made, or will not come. */
  readonly over: (key: string) => void;
}

export interface TypingParts {
  readonly courier: Pick<Courier, 'typing'>;
  readonly work: BackgroundWork;
}

/** What another process answers is not heard of here: its indicator comes once more than is needed. */
export function createTypingIndicator({ courier, work }: TypingParts): TypingIndicator {
  const waiting = new Map<string, NodeJS.Timeout>();
  return {
    soon: (conversation, key, afterMs) => {
      const show = (): void => {
        waiting.delete(key);
        work.begin(() => courier.typing(conversation));
      };
      if (afterMs === 0) show();
      // A process that ends does not wait for it.
      else waiting.set(key, setTimeout(show, afterMs).unref());
    },
    over: (key) => {
      clearTimeout(waiting.get(key));
      waiting.delete(key);
    },
  };
}
