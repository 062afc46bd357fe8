/** `tunnel-triage redact` as a person starts it: texts alone, below each other, into a folder, with a map that stays. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evtxLog, sampleEvents } from '../../support/sample-logs';

const root = join(__dirname, '../../..');
const bin = join(root, 'bot/cli/tunnel-triage.cjs');
const INFORMATION = 'Host Name:                 CONTOSO-LT42\r\nDomain:                    corp.contoso.com\r\n';

let folder: string;
let file: string;
beforeAll(() => {
  spawnSync(process.execPath, [join(root, 'bot/cli/build.mjs')], { cwd: root });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redact-'));
  file = join(folder, 'systeminfo.txt');
  writeFileSync(file, INFORMATION);
});
afterEach(() => rmSync(folder, { recursive: true }));

function start(words: readonly string[], input: string | Uint8Array = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'redact', ...words], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('One file is printed by itself, with its line ends, and nothing of it is written', () => {
  const { status, stdout, stderr } = start([file]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^Host Name: {17}HOST\d+\r\nDomain: {20}\S+\r\n$/);
  expect(stdout).not.toMatch(/contoso/i);
  expect(readdirSync(folder)).toEqual(['systeminfo.txt']);
});

test('A text in UTF-16 from standard input comes out as UTF-8', () => {
  expect(start(['-'], Buffer.from(`\uFEFF${INFORMATION}`, 'utf16le')).stdout).toBe(start([file]).stdout);
});

test('Several stand below their names, which are redacted too', () => {
  writeFileSync(join(folder, 'contoso-lt42.txt'), 'Computer: CONTOSO-LT42\n');
  const { stdout } = start([folder]);
  expect(stdout.match(/^==> .* <==$/gm)).toHaveLength(2);
  expect(stdout).not.toMatch(/contoso/i);
});

test('--out writes files into a folder, and leaves what is there already', () => {
  const out = join(folder, 'redacted');
  expect(start(['--out', out, file])).toMatchObject({ status: 0, stdout: '', stderr: '' });
  const written = readFileSync(join(out, 'systeminfo.txt'), 'utf8');
  expect(written).toMatch(/HOST\d+/);
  writeFileSync(file, 'Host Name: OTHERHOST7\r\n');
  expect(start(['--out', out, file]).stderr).toContain('is there already. Name an empty folder with --out.');
  expect(readFileSync(join(out, 'systeminfo.txt'), 'utf8')).toBe(written);
});

test('--map is for its owner alone, and gives the same stand-ins in the next call', () => {
  const map = join(folder, 'map.json');
  const first = start(['--map', map, file]).stdout;
  expect(statSync(map).mode & 0o777).toBe(0o600);
  const other = join(folder, 'other.txt');
  writeFileSync(other, 'Computer: ANOTHER-ONE1\nComputer: contoso-lt42\n');
  const host = /HOST\d+/.exec(first)?.[0] ?? '';
  expect(start(['--map', map, other]).stdout).toContain(`Computer: ${host.toLowerCase()}\n`);
});

test('A map that is none is refused and left as it is', () => {
  const map = join(folder, 'map.json');
  writeFileSync(map, '{"schema":"something else"}');
  expect(start(['--map', map, file])).toMatchObject({ status: 2, stdout: '' });
  expect(readFileSync(map, 'utf8')).toBe('{"schema":"something else"}');
});

test('Of a binary log the IPsec events come as JSON lines, and a sentence says so', () => {
  const log = join(folder, 'Security.evtx');
  writeFileSync(log, evtxLog(sampleEvents(40)));
  const { status, stdout, stderr } = start([log]);
  expect(status).toBe(0);
  const events = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly eventId: number });
  expect(events.some(({ eventId }) => eventId === 4653)).toBe(true);
  expect(stderr).toContain('Save it as XML to have it whole.');
});

test('A file that is no text is left out with a sentence, and alone gives exit status 3 and no map', () => {
  const picture = join(folder, 'picture.png');
  const map = join(folder, 'map.json');
  writeFileSync(picture, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  const { status, stdout, stderr } = start(['--map', map, picture]);
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  expect(stderr).toContain('picture.png is left out: ');
  expect(existsSync(map)).toBe(false);
});
