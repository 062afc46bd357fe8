/** The transcript of the local chat, in memory, and those who watch it; the case itself is kept in the store. */
import { type ChatEvent, type ChatMessage } from './chat-message';

/** The oldest messages go beyond this. */
export const MAX_TRANSCRIPT_MESSAGES = 500;

/** The thread of a message that begins one. */
export const NEW_THREAD = 'new';

export interface ChatTranscript {
  readonly find: (id: string) => ChatMessage | undefined;
  /** `thread` is `new` where the message begins one. */
  readonly add: (message: Omit<ChatMessage, 'id'>) => ChatMessage;
  /** False where there is no such message. */
  readonly replace: (id: string, changed: Partial<Pick<ChatMessage, 'text' | 'card'>>) => boolean;
  readonly remove: (id: string) => boolean;
  readonly typing: () => void;
  /** Tells everything that is there, then everything that comes; the result ends it. */
  readonly watch: (tell: (event: ChatEvent) => void) => () => void;
}

/** `nextId` gives ids that no former process gave: the store remembers which activities it has seen. */
export function createChatTranscript(nextId: () => string): ChatTranscript {
  const messages: ChatMessage[] = [];
  const watchers = new Set<(event: ChatEvent) => void>();
  const tellAll = (event: ChatEvent): void => {
    for (const tell of watchers) tell(event);
  };

  return {
    find: (id) => messages.find((message) => message.id === id),
    add: (given) => {
      const id = nextId();
      const message = { ...given, id, thread: given.thread === NEW_THREAD ? id : given.thread };
      messages.push(message);
      messages.splice(0, messages.length - MAX_TRANSCRIPT_MESSAGES);
      tellAll({ kind: 'message', message });
      return message;
    },
    replace: (id, changed) => {
      const index = messages.findIndex((message) => message.id === id);
      const found = messages[index];
      if (found === undefined) return false;
      const message = { ...found, ...changed };
      messages[index] = message;
      tellAll({ kind: 'message', message });
      return true;
    },
    remove: (id) => {
      const index = messages.findIndex((message) => message.id === id);
      if (index < 0) return false;
      messages.splice(index, 1);
      tellAll({ kind: 'removed', id });
      return true;
    },
    typing: () => tellAll({ kind: 'typing' }),
    watch: (tell) => {
      tell({ kind: 'all', messages: [...messages] });
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
  };
}
