/** The command line as a person starts it: the linked bin, as a process of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Diagnosis, STEP_IDS } from '../../../analyzers/diagnosis/diagnosis';
import { evtxLog, sampleEvents } from '../../support/sample-logs';

const root = join(__dirname, '../../..');
const bin = join(root, 'bot/cli/tunnel-triage.cjs');

/** A main mode SA of the infrastructure tunnel, as netsh prints it on Windows 7. */
const SA = `
Main Mode SA at 11/23/2026 13:02:11
----------------------------------------------------------------------
Local IP Address:                     2002:836b:1::836b:1
Remote IP Address:                    2002:836b:2::836b:2
Auth1:                                ComputerCert
Auth2:                                UserNTLM
MM Offer:                             None-AES128-SHA256
Cookie Pair:                          cea2d4e5e3a5b4d2:bb0c2d2f8a1e6c3f
Health Cert:                          No
Ok.

`;

let folder: string;
let sas: string;
beforeAll(() => {
  spawnSync(process.execPath, [join(root, 'bot/cli/build.mjs')], { cwd: root });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'program-'));
  sas = join(folder, 'mmsa.txt');
  writeFileSync(sas, SA);
});
afterEach(() => rmSync(folder, { recursive: true }));

function start(words: readonly string[], input: string | Uint8Array = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const diagnosisOf = (stdout: string): Diagnosis => JSON.parse(stdout) as Diagnosis;

test('analyze --json prints a diagnosis with every step and nothing else', () => {
  const { status, stdout, stderr } = start(['analyze', '--json', '--server-ipv4', '131.107.0.2', sas]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { schema, steps } = diagnosisOf(stdout);
  expect(schema).toBe('tunnel-triage/diagnosis/1');
  expect(steps.map(({ step }) => step)).toEqual([...STEP_IDS]);
  expect(steps.find(({ step }) => step === 'infra.main-mode')).toMatchObject({
    outcome: 'passed',
    proof: expect.arrayContaining([expect.objectContaining({ upload: sas })]) as unknown,
  });
});

test('analyze prints a view for people, without colours into a pipe', () => {
  const { status, stdout } = start(['analyze', sas]);
  expect(status).toBe(0);
  expect(stdout).toContain('Infrastructure tunnel');
  expect(stdout).not.toContain('\u001B');
});

test('analyze - reads standard input', () => {
  const { status, stdout } = start(['analyze', '--json', '-'], SA);
  expect(status).toBe(0);
  expect(diagnosisOf(stdout).uploads.map(({ name }) => name)).toEqual(['-']);
});

test('analyze --card draws the card, and with --json gives the very card', () => {
  const { status, stdout } = start(['analyze', '--card', sas]);
  expect(status).toBe(0);
  expect(stdout).toContain(' [ I ran it ]  [ Write note ]');
  expect(stdout).not.toContain('\u001B');
  expect(JSON.parse(start(['analyze', '--card', '--json', sas]).stdout)).toMatchObject({ type: 'AdaptiveCard' });
});

test('analyze --card draws the card of an unreadable upload where nothing could be read', () => {
  const notes = join(folder, 'notes.txt');
  writeFileSync(notes, 'Call Anna about the printer.\n');
  const { status, stdout } = start(['analyze', '--card', notes]);
  expect(status).toBe(3);
  expect(stdout).toContain('I could not read this file');
});

test('analyze --proof shows the line behind a step that passed', () => {
  const view = start(['analyze', '--server-ipv4', '131.107.0.2', '--proof', sas]).stdout;
  expect(view).toContain(`${sas}:5  Remote IP Address:                    2002:836b:2::836b:2`);
  expect(view.split('Remote IP Address')).toHaveLength(3); // once for the steps that it implies, once for its own
  expect(start(['analyze', '--server-ipv4', '131.107.0.2', sas]).stdout).not.toContain('Remote IP Address');
});

test('--help of a command goes to standard output, and a misuse points at it', () => {
  expect(start(['collect', '--help'])).toMatchObject({ status: 0, stderr: '' });
  expect(start(['collect', '-h']).stdout).toBe(start(['help', 'collect']).stdout);
  expect(start(['collect', '--fast']).stderr).toContain('For the usage: tunnel-triage collect --help');
  expect(start(['analyze', '--', '--help']).stderr).toContain('--help does not exist');
});

test('explain says what codes mean, and of an unknown one that it is not known', () => {
  const { status, stdout, stderr } = start(['explain', '13801', '%%8222', '-2146885613', '77777']);
  expect(status).toBe(0);
  for (const heading of ['13801  0x35E9  ERROR_IPSEC_IKE_AUTH_FAIL', '%%8222', '0x80092013']) {
    expect(stdout).toContain(heading);
  }
  expect(stderr).toContain('"77777" is no code that I know.');
});

test('explain --json gives each code with its meanings, and exit status 3 where none is known', () => {
  const { status, stdout } = start(['explain', '--json', '0x274C']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([
    { given: '0x274C', meanings: [{ kind: 'status', name: 'WSAETIMEDOUT', causes: [{ id: 'ip-https-unreachable' }] }] },
  ]);
  expect(start(['explain', 'nonsense'])).toMatchObject({ status: 3, stdout: '' });
  expect(start(['explain'])).toMatchObject({ status: 2, stdout: '' });
});

test('collect prints the script alone, for the shell and the machine that are wanted', () => {
  const { status, stdout } = start(['collect', '--shell', 'powershell', '--on', 'server']);
  expect(status).toBe(0);
  expect(stdout).toContain("Save-Output '01-nltest-dsgetdc.txt' 'nltest-dsgetdc' 'nltest /dsgetdc: /force'");
  expect(start(['collect']).stdout.startsWith('@echo off\r\n')).toBe(true);
  expect(start(['collect', '--line']).stdout.trim().split('\n')).toHaveLength(1);
  for (const wrong of [['--shell', 'bash'], ['--on', 'router'], ['--fast']]) {
    expect(start(['collect', ...wrong])).toMatchObject({ status: 2, stdout: '' });
  }
});

test('--case keeps between calls what was learnt', () => {
  const file = join(folder, 'case.json');
  const first = start(['analyze', '--json', '--case', file, '--server-ipv4', '131.107.0.2', sas]);
  const second = start(['analyze', '--json', '--case', file]);
  expect(second.status).toBe(0);
  expect(diagnosisOf(second.stdout).steps).toEqual(diagnosisOf(first.stdout).steps);
});

test('--fail-on gives exit status 1 where such an outcome is there', () => {
  expect(start(['analyze', '--fail-on', 'unknown', sas]).status).toBe(1);
  expect(start(['analyze', '--fail-on', 'failed', sas]).status).toBe(0);
});

test('A text in which nothing is recognised gives exit status 3, and a diagnosis all the same', () => {
  const notes = join(folder, 'notes.txt');
  writeFileSync(notes, 'Call Anna about the printer.\n');
  const { status, stdout } = start(['analyze', '--json', notes]);
  expect(status).toBe(3);
  expect(diagnosisOf(stdout).uploads[0]).toMatchObject({ name: notes, status: 'unrecognised' });
});

test('A missing file is a complaint on standard error, and the others are analysed', () => {
  const { status, stderr } = start(['analyze', join(folder, 'missing.txt'), sas]);
  expect(status).toBe(0);
  expect(stderr).toContain('missing.txt does not exist');
});

test.each([
  [[], 'Say what to do.'],
  [['analyze'], 'analyze needs a file'],
  [['analyze', '--bogus', 'x'], "Unknown option '--bogus'.\n"],
  [['analyze', '--server-ipv4', '131.107.0', 'x'], '131.107.0 is no IPv4 address'],
  [['analyze', '--at', 'yesterday', 'x'], 'yesterday is no time'],
  [['analyze', '--fail-on', 'broken', 'x'], '--fail-on does not know broken'],
  [['analyze', '--colour', 'x'], '--colour'],
  [['parse'], 'parse needs a file'],
  [['steps', '--all'], "steps: Unknown option '--all'."],
  [['analyze', '--json', '--proof', 'x'], 'Leave --proof out'],
  [['completion', 'ksh'], 'completion takes one shell: bash, zsh, fish, powershell.'],
  [['collect', '--shell', 'ksh'], '--shell does not know ksh. It knows cmd, powershell.'],
  [['explain', '--bogus', '13801'], "explain: Unknown option '--bogus'"],
  [['events'], 'events needs a file'],
  [['redact'], 'redact needs a file'],
  [['diagnose'], 'There is no command diagnose'],
])('The words %j are answered with exit status 2 and a sentence', (words, said) => {
  const { status, stdout, stderr } = start(words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(said);
});

test('parse prints one report a line', () => {
  const { status, stdout } = start(['parse', sas, sas]);
  expect(status).toBe(0);
  const reports = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(reports[0]).toMatchObject({
    name: sas,
    status: 'analysed',
    readings: [{ command: 'netsh-mmsa', complete: true }],
  });
});

test('events prints one event a line, from a file and from standard input', () => {
  const log = join(folder, 'Security.evtx');
  const bytes = evtxLog(sampleEvents(200));
  writeFileSync(log, bytes);
  const { status, stdout, stderr } = start(['events', '--id', '4653', log]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(10);
  expect(JSON.parse(lines[0]!)).toMatchObject({ eventId: 4653, channel: 'Security', data: { State: '%%8202' } });
  expect(start(['events', '--id', '4653', '-'], bytes).stdout).toBe(stdout);
});

test('steps --json describes the whole ladder', () => {
  const { status, stdout } = start(['steps', '--json']);
  expect(status).toBe(0);
  expect((JSON.parse(stdout) as readonly { step: string }[]).map(({ step }) => step)).toEqual([...STEP_IDS]);
});

test('steps prints the ladder with the command of each step', () => {
  const { stdout } = start(['steps']);
  expect(stdout).toContain('10  Main mode  infra.main-mode');
  expect(stdout).toContain('netsh advfirewall monitor show mmsa');
});

test('npx finds the program in a checkout', () => {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  const { status, stdout } = spawnSync('npx', ['--no-install', String(name), '--version'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: `${String(version)}\n` });
});
