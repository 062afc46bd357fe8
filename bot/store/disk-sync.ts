/** Waits for the disk beside the event loop: one sync at a time, which brings along everything that was written before it began. */
import { type FileHandle } from 'node:fs/promises';

export interface DiskSync {
  /** Settles when what is written to the file by now is on the disk. After a sync that failed it rejects for ever. */
  readonly synced: () => Promise<void>;
  /** Closes the file once nobody waits any more. */
  readonly close: () => Promise<void>;
}

export function createDiskSync(file: Pick<FileHandle, 'datasync' | 'close'>): DiskSync {
  let running: Promise<void> = Promise.resolve();
  /** Those who come while one runs share the next: what they wrote may be too late for the one that runs. */
  let next: Promise<void> | null = null;
  const synced = (): Promise<void> => {
    // A kernel that could not write what it held forgets it, and says so once (PostgreSQL's "fsyncgate"): where one sync has failed, a later one
    // proves nothing. So `next` stays as it is, and nobody is told any more that something is kept.
    next ??= running.then(() => {
      next = null;
      running = file.datasync();
      return running;
    });
    return next;
  };
  return {
    synced,
    close: async () => {
      await (next ?? running).catch(() => undefined);
      await file.close();
    },
  };
}
