/** Shows how far a long reading has come: one message after two seconds, brought up to date at times, which the answer then replaces. */
import { type AdaptiveCard, progressCard } from '../../cards/index';
import { type ReadingProgress } from '../../analyzers/index';

/** A reading that is over sooner shows nothing, in milliseconds. */
export const FIRST_SHOWN_MS = 2000;
/**
 * How often the message changes, in milliseconds. Teams takes 1800 messages an hour in one conversation (Microsoft Learn, "Optimize
 * your bot with rate limiting"): this leaves more than half of them to everybody else in it.
 */
export const CHANGED_EVERY_MS = 5000;

/** How a message of the conversation is posted and changed. */
export interface ProgressPoster {
  /** The id of the message; null where it has none. */
  readonly post: (card: AdaptiveCard) => Promise<string | null>;
  readonly replace: (activityId: string, card: AdaptiveCard) => Promise<void>;
}

export interface ReadingMessage {
  readonly onProgress: (progress: ReadingProgress) => void;
  /**
   * Ends it, and settles when nothing is under way any more: with the id of the message, for the answer to take its place, or null where
   * none was shown. Never rejects. Call it whether the reading came to its end or not.
   */
  readonly end: () => Promise<string | null>;
}

/** A message that cannot be posted or changed costs nothing but itself: it is then left as it is. */
export function createReadingMessage({ post, replace }: ProgressPoster): ReadingMessage {
  let latest: ReadingProgress | null = null;
  let shown: ReadingProgress | null = null;
  let activityId: string | null = null;
  let isOver = false;
  let underWay: Promise<void> = Promise.resolve();

  const show = async (progress: ReadingProgress): Promise<void> => {
    shown = progress;
    try {
      const card = progressCard(progress);
      if (activityId === null) activityId = await post(card);
      else await replace(activityId, card);
      if (activityId === null) isOver = true;
    } catch {
      isOver = true;
    }
  };
  const tick = (): void => {
    if (isOver) return;
    if (latest !== null && latest !== shown) underWay = show(latest);
    // The next change waits for this one: a slow connector is not overrun.
    void underWay.then(() => {
      if (!isOver) timer = after(shown === null ? SOONER_MS : CHANGED_EVERY_MS);
    });
  };
  const after = (milliseconds: number): NodeJS.Timeout => setTimeout(tick, milliseconds).unref();
  let timer = after(FIRST_SHOWN_MS);

  return {
    onProgress: (progress) => {
      latest = progress;
    },
    end: async () => {
      isOver = true;
      clearTimeout(timer);
      await underWay;
      return activityId;
    },
  };
}

/** What waited long before it was read at all is shown soon after it is. */
const SOONER_MS = 500;
