/** Files between their upload by the page and their download by the bot, in memory and bounded. */
import { randomUUID } from 'node:crypto';

/** What the shelf holds at most; the oldest files go first. */
export const MAX_SHELF_BYTES = 256 * 1024 * 1024;

export interface FileShelf {
  /** The id under which the file can be had. */
  readonly put: (bytes: Buffer) => string;
  readonly get: (id: string) => Buffer | undefined;
}

export function createFileShelf(): FileShelf {
  const files = new Map<string, Buffer>();
  return {
    put: (bytes) => {
      const id = randomUUID();
      files.set(id, bytes);
      let weight = [...files.values()].reduce((sum, file) => sum + file.byteLength, 0);
      for (const [oldest, file] of files) {
        if (weight <= MAX_SHELF_BYTES || oldest === id) break;
        files.delete(oldest);
        weight -= file.byteLength;
      }
      return id;
    },
    get: (id) => files.get(id),
  };
}
