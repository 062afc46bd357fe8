/** A file of the user's own that is kept between two calls: there as a whole, or not at all. */
import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { faultCode, faultReason } from '../fault';

/** Its text; null where there is no such file yet, else why it cannot be read. */
export async function readIfThere(path: string): Promise<string | null | { readonly unread: string }> {
  try {
    return await readFile(path, 'utf8');
  } catch (fault) {
    return faultCode(fault) === 'ENOENT' ? null : { unread: faultReason(fault) };
  }
}

/**
 * Writes beside the file and renames, so that a call that is cut short leaves the old one whole; nobody but its owner may read it. Null where it
 * is written, else why it is not.
 */
export async function writeWhole(path: string, text: string): Promise<string | null> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeFile(beside, text, { mode: 0o600, flush: true });
    await rename(beside, path);
    return null;
  } catch (fault) {
    await rm(beside, { force: true });
    return faultReason(fault);
  }
}
