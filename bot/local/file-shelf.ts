/** Files between their upload by the page and their download by the bot, or the other way round, in memory and bounded. */
import { randomUUID } from 'node:crypto';

/** What the shelf holds at most; the oldest files go first. */
export const MAX_SHELF_BYTES = 256 * 1024 * 1024;

export interface FileShelf {
  /** The id under which the file can be had. */
  readonly put: (bytes: Buffer) => string;
  readonly get: (id: string) => Buffer | undefined;
  /** An id for a file that is to come. */
  readonly expect: () => string;
  /** False where no file is expected under the id. */
  readonly fill: (id: string, bytes: Buffer) => boolean;
}

export function createFileShelf(): FileShelf {
  const files = new Map<string, Buffer>();
  const expected = new Set<string>();
  const keep = (id: string, bytes: Buffer): string => {
    files.set(id, bytes);
    let weight = [...files.values()].reduce((sum, file) => sum + file.byteLength, 0);
    for (const [oldest, file] of files) {
      if (weight <= MAX_SHELF_BYTES || oldest === id) break;
      files.delete(oldest);
      weight -= file.byteLength;
    }
    return id;
  };
  return {
    put: (bytes) => keep(randomUUID(), bytes),
    get: (id) => files.get(id),
    expect: () => {
      const id = randomUUID();
      expected.add(id);
      return id;
    },
    fill: (id, bytes) => {
      if (!expected.delete(id)) return false;
      keep(id, bytes);
      return true;
    },
  };
}
