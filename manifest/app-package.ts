/** The package of the Teams app: a zip of a few small files, the same bytes for the same content, and read again to be checked. */
import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

import { RefusedError } from '../bot/refused-error';

/** By the name that a file has in the package; all stand at its top, where Teams looks for them. */
export type AppPackage = ReadonlyMap<string, Buffer>;

/** A package has a handful of files of some kilobytes; anything far larger is none. */
export const MAX_PACKAGE_MEMBERS = 50;
export const MAX_MEMBER_BYTES = 1024 * 1024;

/** The DOS time of a zip has no zone and is taken from the clock of this one, so this is the same everywhere: 1 January 2026, 0:00. */
const MEMBER_OPTIONS = { mtime: new Date(2026, 0, 1), mode: 0o100644, forceDosTimestamp: true };

export async function zippedPackage(members: AppPackage): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of members) zip.addBuffer(content, name, MEMBER_OPTIONS);
  zip.end();
  return buffer(zip.outputStream);
}

/** Rejects with a RefusedError where it is no zip, or one that no package of an app can be. */
export async function openedPackage(bytes: Buffer): Promise<AppPackage> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true }).catch(() => {
    throw new RefusedError(
      'no-package',
      'This is no zip, so it is no package of an app. Build one with: npm run package',
    );
  });
  const members = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
    const { fileName, uncompressedSize } = entry;
    if (members.size >= MAX_PACKAGE_MEMBERS || uncompressedSize > MAX_MEMBER_BYTES) {
      throw new RefusedError(
        'no-package',
        `The package of an app has at most ${MAX_PACKAGE_MEMBERS} files of ${MAX_MEMBER_BYTES / 1024} KB each, and this zip has more. Build one with: npm run package`,
      );
    }
    members.set(fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return members;
}
