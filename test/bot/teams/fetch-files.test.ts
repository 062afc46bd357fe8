/** Files of a message from a server on loopback: small ones stay in memory, large ones lie on the disk until they were read. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { downloadFile } from '../../../bot/teams/download-file';
import { fetchAll, handedOver } from '../../../bot/teams/fetch-files';
import { MAX_FILES_PER_MESSAGE, MAX_HELD_FILE_BYTES } from '../../../bot/uploads/upload-bounds';
import { createUploadFolder, removeLeftUploads } from '../../../bot/uploads/upload-folder';

const RULES = { local: true, moreHosts: [] };
/** One byte more than is held, in pieces of a megabyte. */
const LARGE_BYTES = MAX_HELD_FILE_BYTES + 1;
const MEGABYTE = Buffer.alloc(1024 * 1024, 'x');

let server: Server;
let folder: string;
beforeAll(async () => {
  server = createServer((request, response) => void answer(request.url ?? '', response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  folder = mkdtempSync(join(tmpdir(), 'fetch-files-'));
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

async function answer(path: string, response: ServerResponse): Promise<void> {
  if (path === '/small') return void response.end('Ok.');
  if (path === '/silent') return void response.write('O');
  for (let size = 0; size < LARGE_BYTES; size += MEGABYTE.length) {
    const piece = MEGABYTE.subarray(0, Math.min(MEGABYTE.length, LARGE_BYTES - size));
    if (!response.write(piece)) await new Promise((resolve) => response.once('drain', resolve));
    // The connection breaks off in the middle.
    if (path === '/broken' && size > LARGE_BYTES - 2 * MEGABYTE.length) return void response.destroy();
  }
  response.end();
}

const file = (name: string) => ({
  name,
  downloadUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`,
});
const room = (bytes: number, heldBytes: number) => ({ bytes, heldBytes, newFile: createUploadFolder(folder).newFile });

describe('A file of a message', () => {
  it('stays in memory where it is small', async () => {
    const { uploads, refused } = await fetchAll(handedOver([file('small')], RULES));
    expect(refused).toEqual([]);
    expect(uploads).toEqual([{ name: 'small', bytes: new Uint8Array(Buffer.from('Ok.')) }]);
  });

  it('goes to the disk where it is large, for nobody else to read, and is gone when it was read', async () => {
    const { uploads, release } = await fetchAll(handedOver([file('small'), file('large')], RULES));
    const [, large] = uploads;
    if (large === undefined || !('path' in large)) throw new Error('It is not on the disk.');
    expect({ name: large.name, size: large.size, lies: statSync(large.path).size }).toEqual({
      name: 'large',
      size: LARGE_BYTES,
      lies: LARGE_BYTES,
    });
    expect(statSync(large.path).mode & 0o077).toBe(0);
    expect(statSync(dirname(large.path)).mode & 0o077).toBe(0);
    expect(readFileSync(large.path).equals(Buffer.alloc(LARGE_BYTES, 'x'))).toBe(true);
    await release();
    expect(existsSync(dirname(large.path))).toBe(false);
  });

  it('goes to the disk where the files before it have filled the memory of the message', async () => {
    expect(await downloadFile(file('small'), RULES, room(100, 2))).toMatchObject({ name: 'small', size: 3 });
  });

  it('is refused where it turns out to be larger than the message may still bring', async () => {
    await expect(downloadFile(file('large'), RULES, room(LARGE_BYTES - 1, 100))).rejects.toMatchObject({
      code: 'too-large',
    });
  });

  it('is refused where its connection breaks off, and the others are read', async () => {
    const { uploads, refused } = await fetchAll(handedOver([file('broken'), file('small')], RULES));
    expect(uploads.map(({ name }) => name)).toEqual(['small']);
    expect(refused).toMatchObject([{ name: 'broken', problems: [{ code: 'download-failed' }] }]);
  });

  it('is refused where nothing comes any more', async () => {
    jest.useFakeTimers({ doNotFake: ['performance', 'nextTick', 'setImmediate'] });
    try {
      const fetched = downloadFile(file('silent'), RULES, room(100, 100));
      const refused = expect(fetched).rejects.toMatchObject({ code: 'download-failed' });
      await new Promise((resolve) => setImmediate(resolve));
      jest.advanceTimersByTime(40_000);
      await refused;
    } finally {
      jest.useRealTimers();
    }
  });

  it('beyond the number that is read is named', async () => {
    const files = Array.from({ length: MAX_FILES_PER_MESSAGE + 1 }, () => file('small'));
    const { uploads, refused } = await fetchAll(handedOver(files, RULES));
    expect(uploads).toHaveLength(MAX_FILES_PER_MESSAGE);
    expect(refused).toMatchObject([{ problems: [{ code: 'too-many-files' }] }]);
  });
});

describe('What a killed process left', () => {
  it('is removed at the next start, and that of a living one stays', async () => {
    const parent = mkdtempSync(join(folder, 'parent-'));
    const [gone, own, living, other] = ['999999999-a', `${process.pid}-b`, '1-c', 'x'].map((name) =>
      join(parent, `tunnel-triage-uploads-${name}`),
    );
    for (const path of [gone, own, living, other]) {
      mkdirSync(path!);
      writeFileSync(join(path!, '1'), 'Ok.');
    }
    await removeLeftUploads(parent);
    expect(readdirSync(parent).map((name) => join(parent, name))).toEqual([living, other]);
  });
});
