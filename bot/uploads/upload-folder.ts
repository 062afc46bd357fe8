/** Where large uploads lie while they are read: a folder of this process that nobody else may enter, gone as soon as they were read. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { faultCode } from '../fault';

export interface UploadFolder {
  /** A path that no file has yet; the folder is made with the first. */
  readonly newFile: () => Promise<string>;
  /** Removes the folder and all in it. Never rejects. */
  readonly remove: () => Promise<void>;
}

const PREFIX = 'tunnel-triage-uploads-';

/** `parent` is the system's folder for temporary files unless told. */
export function createUploadFolder(parent = tmpdir()): UploadFolder {
  let made: Promise<string> | null = null;
  let count = 0;
  return {
    newFile: async () => {
      made ??= mkdtemp(join(parent, `${PREFIX}${process.pid}-`));
      return join(await made, String((count += 1)));
    },
    remove: async () => {
      const folder = await made?.catch(() => null);
      if (folder !== undefined && folder !== null) await removeFolder(folder);
    },
  };
}

/**
 * At the start: removes what processes left that were killed. A folder with the number of this process is of one that had it before,
 * as in a container, where every start has the same.
 */
export async function removeLeftUploads(parent = tmpdir()): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  const left = names.filter((name) => {
    const owner = name.startsWith(PREFIX) ? /^\d+/.exec(name.slice(PREFIX.length)) : null;
    return owner !== null && (Number(owner[0]) === process.pid || !isAlive(Number(owner[0])));
  });
  await Promise.all(left.map((name) => removeFolder(join(parent, name))));
}

const removeFolder = (path: string): Promise<void> => rm(path, { recursive: true, force: true }).catch(() => undefined);

/** Signal 0 only asks; a process of somebody else is alive too. */
function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return faultCode(error) !== 'ESRCH';
  }
}
