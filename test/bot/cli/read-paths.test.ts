/** Files, folders and standard input as uploads. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFile, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type UploadSource } from '../../../analyzers/index';
import { MAX_FILES, MAX_FOLDER_DEPTH, readPaths } from '../../../bot/cli/read-paths';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-paths-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const nothing = Readable.from([]);
const given = async (...paths: readonly string[]) => {
  const { uploads, complaints } = await readPaths(paths, nothing);
  return { names: uploads.map(({ name }) => name), complaints };
};
const write = (name: string, text = 'x'): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** Each upload's name and content, and whether every place of it can be read. */
const contents = (uploads: readonly UploadSource[]) =>
  Promise.all(uploads.map(async ({ name, chunks, range }) => [name, await textOf(chunks()), range !== undefined]));

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString();
}

test('A file keeps the name that it was given under', async () => {
  const { uploads } = await readPaths([write('mmsa.txt', 'Ok.')], nothing);
  expect(await contents(uploads)).toEqual([[join(folder, 'mmsa.txt'), 'Ok.', true]]);
});

test('A file is read at any place of it, as often as it is asked for', async () => {
  const [upload] = (await readPaths([write('long.txt', '0123456789')], nothing)).uploads;
  expect(await textOf(upload!.range!(3, 6))).toBe('345');
  expect(await textOf(upload!.range!(8, 99))).toBe('89');
  expect(await textOf(upload!.range!(5, 5))).toBe('');
  expect(await textOf(upload!.chunks())).toBe('0123456789');
});

test('A named pipe is read onward', async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const { uploads } = await readPaths([pipe], nothing);
  writeFile(pipe, 'Ok.', () => undefined);
  expect(await contents(uploads)).toEqual([[pipe, 'Ok.', false]]);
});

test('Standard input is an upload named -', async () => {
  const { uploads } = await readPaths(['-'], Readable.from([Buffer.from('O'), Buffer.from('k.')]));
  expect(await contents(uploads)).toEqual([['-', 'Ok.', false]]);
});

test('A folder gives its files by name, those of its folders too', async () => {
  mkdirSync(join(folder, 'a'));
  const files = ['a/2.txt', 'a/1.txt', 'b.txt'].map((name) => write(name));
  expect((await given(folder)).names).toEqual([...files].sort());
});

test('A link in a folder is not followed, so that a circle has an end', async () => {
  const file = write('a.txt');
  symlinkSync(folder, join(folder, 'circle'));
  expect(await given(folder)).toEqual({ names: [file], complaints: [] });
});

test('A file that does not exist is a complaint, and the others are read', async () => {
  const file = write('a.txt');
  const missing = join(folder, 'missing.txt');
  expect(await given(missing, file)).toEqual({
    names: [file],
    complaints: [`${missing} does not exist. Check its name, and give the others again with it.`],
  });
});

test('Folders beyond the depth are named and left out', async () => {
  const deep = join(folder, ...Array.from({ length: MAX_FOLDER_DEPTH + 1 }, () => 'd'));
  mkdirSync(deep, { recursive: true });
  const { complaints } = await given(folder);
  expect(complaints).toEqual([expect.stringContaining(`more than ${MAX_FOLDER_DEPTH} folders deep`)]);
});

test('Files beyond the bound are left out, which is said once', async () => {
  for (let index = 0; index <= MAX_FILES; index += 1) write(`${index}.txt`);
  const { names, complaints } = await given(folder);
  expect(names).toHaveLength(MAX_FILES);
  expect(complaints).toEqual([expect.stringContaining(`There are more than ${MAX_FILES} files`)]);
});

test('It is told of each file when it is begun, with its place among all', async () => {
  const told: string[] = [];
  for (const name of ['a.txt', 'b.txt', 'c.txt']) write(name);
  const { uploads } = await readPaths([folder], nothing, ({ name, number, total }) =>
    told.push(`${name.slice(-5)} ${number}/${total}`),
  );
  expect(told).toEqual([]);
  await contents(uploads);
  expect(told).toEqual(['a.txt 1/3', 'b.txt 2/3', 'c.txt 3/3']);
});
