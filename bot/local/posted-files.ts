/** Which files were sent with which message of the local chat, for the message action; the bytes are on the shelf. */
import { MAX_TRANSCRIPT_MESSAGES } from './chat-transcript';
import { type SentMessage } from './chat-message';

export interface PostedFiles {
  readonly keep: (messageId: string, files: SentMessage['files']) => void;
  /** None for a message that is not known any more. */
  readonly filesOf: (messageId: string) => SentMessage['files'];
}

/** As many as the transcript has messages. */
export function createPostedFiles(): PostedFiles {
  const kept = new Map<string, SentMessage['files']>();
  return {
    keep: (messageId, files) => {
      if (files.length === 0) return;
      kept.set(messageId, files);
      const [oldest] = kept.keys();
      if (kept.size > MAX_TRANSCRIPT_MESSAGES && oldest !== undefined) kept.delete(oldest);
    },
    filesOf: (messageId) => kept.get(messageId) ?? [],
  };
}
