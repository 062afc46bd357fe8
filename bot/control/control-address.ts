/** Where a running bot is asked by the commands of its operator: a socket in its data folder, which only its own account can reach. */
import { createHash } from 'node:crypto';
import { join, relative, resolve } from 'node:path';

/** The file in the data folder. */
export const CONTROL_FILE = 'control.sock';
/** sun_path of unix(7) has 108 bytes with the NUL at its end; of macOS 104. */
export const MAX_SOCKET_PATH_BYTES = 103;

/**
 * null where the path is longer than a socket may have. On Windows it is a named pipe: libuv lets only the account that made it, and
 * administrators, write to one; its name is made from the folder, because pipes are no files.
 */
export function controlAddress(folder: string, platform: NodeJS.Platform = process.platform): string | null {
  const full = resolve(folder);
  if (platform === 'win32') {
    const name = createHash('sha256').update(full.toLowerCase()).digest('hex').slice(0, 32);
    return `\\\\.\\pipe\\tunnel-triage-${name}`;
  }
  const file = join(full, CONTROL_FILE);
  return [file, relative(process.cwd(), file)].find((path) => Buffer.byteLength(path) <= MAX_SOCKET_PATH_BYTES) ?? null;
}
