/** The case that --case keeps. */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CASE_SCHEMA, type CaseEvidence, emptyCase } from '../../../analyzers/case-evidence';
import { readCase, writeCase } from '../../../bot/cli/case-file';
import { needsMore } from '../../support/diagnosis-examples';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'case-file-'));
  file = join(folder, 'case.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const kept: CaseEvidence = {
  ...emptyCase,
  calls: 2,
  serverIpv4: '131.107.0.2',
  uploads: needsMore.uploads,
  awaited: needsMore.next,
  readings: [
    {
      command: 'netsh-mmsa',
      data: { sas: [] },
      upload: 'mmsa.txt',
      origin: 'client',
      originFrom: 'assumed',
      host: null,
      firstLine: 1,
      lastLine: 4,
      complete: true,
      at: null,
      modified: null,
      call: 2,
      proofs: { closing: { upload: 'mmsa.txt', line: 4, text: 'Ok.' } },
      problems: [],
    },
  ],
};

test('What was written is read again', async () => {
  expect(await writeCase(file, kept)).toBeNull();
  expect(await readCase(file)).toEqual(kept);
});

test('A case of an earlier release, which knew of no causes that are set aside, is read with none', async () => {
  writeFileSync(file, JSON.stringify({ ...kept, setAside: undefined }));
  expect(await readCase(file)).toEqual(kept);
});

test('A file that is not there yet is no case yet', async () => {
  expect(await readCase(file)).toBeNull();
});

test('Writing leaves nothing else in the folder, and the case is for its owner only', async () => {
  await writeCase(file, kept);
  expect(readdirSync(folder)).toEqual(['case.json']);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each([
  ['no JSON', 'not json', 'is no JSON'],
  ['no case', '{"schema":"something else"}', 'schema is not as it should be'],
  [
    'a reading without its upload',
    JSON.stringify({ ...kept, readings: [{ ...kept.readings[0], upload: 1 }] }),
    'readings.0.upload',
  ],
  ['a newer form', JSON.stringify({ ...kept, schema: 'tunnel-triage/case/9' }), `this program knows ${CASE_SCHEMA}`],
])('A file with %s is refused with a sentence that names it', async (_what, text, said) => {
  writeFileSync(file, text);
  expect(await readCase(file)).toEqual({ kind: 'misuse', sentence: expect.stringContaining(said) as unknown });
});

test('A case that cannot be written is a complaint that says so', async () => {
  expect(await writeCase(join(folder, 'missing', 'case.json'), kept)).toContain('could not be written');
});
