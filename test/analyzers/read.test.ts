/** What uploads say together: which command an answer is of, whose it is, and what became of each upload. */
import { type NextCommand } from '../../analyzers/diagnosis/diagnosis';
import { takeIn } from '../../analyzers/read';

const NONE = '\r\nNo SAs match the specified criteria.\r\n\r\n';
const REFUSED = 'The requested operation requires elevation (Run as administrator).\r\n';
const SA = [
  'Main Mode SA at 11/02/2026 09:14:00',
  '----------------------------------------------------------------------',
  'Local IP Address:                     2001:db8:77:1::c1',
  'Remote IP Address:                    2002:cb00:7107::cb00:7107',
  'Auth1:                                ComputerCert',
  'Auth2:                                UserNTLM',
  'MM Offer:                             None-AES128-SHA256',
  'Cookie Pair:                          0a1b2c3d4e5f6071:8192a3b4c5d6e7f8',
  'Health Cert:                          No',
  'Ok.',
  '',
].join('\r\n');

const upload = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });

function awaiting(command: string, runOn: NextCommand['runOn'] = 'client'): NextCommand {
  return { id: 'x', command, shell: 'cmd', runOn, elevated: true, why: '', decides: [] };
}

const BOTH = awaiting('netsh advfirewall monitor show mmsa & netsh advfirewall monitor show qmsa');

async function read(text: string, { name = 'out.txt', awaited = null as NextCommand | null } = {}) {
  const { readings, reports } = await takeIn([upload(name, text)], { call: 1, awaited });
  return { readings, report: reports[0]!, commands: readings.map(({ command }) => command) };
}

describe('An answer that several commands give', () => {
  it('is not guessed at where nothing tells', async () => {
    const { report, readings } = await read(NONE);
    expect(readings).toEqual([]);
    expect(report).toMatchObject({ status: 'unrecognised', problems: [{ code: 'command-undecided', line: 2 }] });
  });

  it('is told by the command line above it', async () => {
    expect((await read(`C:\\>netsh advfirewall monitor show qmsa\r\n${NONE}`)).commands).toEqual(['netsh-qmsa']);
  });

  it('is told by the order of joined commands', async () => {
    const typed = 'C:\\>netsh advfirewall monitor show qmsa & netsh advfirewall monitor show mmsa\r\n';
    expect((await read(typed + NONE + NONE)).commands).toEqual(['netsh-qmsa', 'netsh-mmsa']);
  });

  it.each([
    ['mmsa.txt', 'netsh-mmsa'],
    ['my_main-mode.txt', 'netsh-mmsa'],
    ['QMSA.TXT', 'netsh-qmsa'],
    ['quickmode/out.txt', 'netsh-qmsa'],
  ])('is told by the name %s', async (name, command) => {
    expect((await read(NONE, { name })).commands).toEqual([command]);
  });

  it('is told by the one command that the case awaits', async () => {
    expect((await read(NONE, { awaited: awaiting('netsh advfirewall monitor show mmsa') })).commands).toEqual([
      'netsh-mmsa',
    ]);
  });

  it('is told by what is still unanswered of two awaited commands', async () => {
    expect((await read(SA + NONE, { awaited: BOTH })).commands).toEqual(['netsh-mmsa', 'netsh-qmsa']);
    expect((await read(NONE + NONE, { awaited: BOTH })).commands).toEqual(['netsh-mmsa', 'netsh-qmsa']);
    expect((await read(NONE, { awaited: BOTH })).commands).toEqual([]);
  });

  it('is a refusal that asks for elevation, whichever command was refused', async () => {
    expect(await read(REFUSED)).toMatchObject({ commands: [], report: { problems: [{ code: 'not-elevated' }] } });
    expect(await read(REFUSED, { name: 'mmsa.txt' })).toMatchObject({
      readings: [{ command: 'netsh-mmsa', complete: false, problems: [{ code: 'not-elevated' }] }],
    });
  });
});

describe('An answer in words that are not known', () => {
  it('is unreadable below its command line, not an empty list', async () => {
    const { readings, report } = await read('C:\\>netsh advfirewall monitor show mmsa\r\n\r\nBlorg frub.\r\n\r\nC:\\>');
    expect(readings).toMatchObject([
      { command: 'netsh-mmsa', complete: false, problems: [{ code: 'unknown-wording' }] },
    ]);
    expect(report.status).toBe('partial');
  });
});

describe('The output of a joined command that did not come', () => {
  const TABLE = [
    'DNS Effective Name Resolution Policy Table Settings',
    '',
    'Note: DirectAccess settings are inactive when this computer is inside a corporate network.',
    '',
    '',
    'Settings for .corp.example',
    '----------------------------------------------------------------------',
    'DirectAccess (Certification Authority)  : ',
    'DirectAccess (IPsec)                    : disabled',
    'DirectAccess (DNS Servers)              : 2001:db8:3333::1',
    'DirectAccess (Proxy Settings)           : Bypass proxy',
    '',
    '',
  ].join('\r\n');
  const below = async (line: string): Promise<readonly (readonly [string, boolean])[]> =>
    (await read(`C:\\>${line}\r\n\r\n${TABLE}`)).readings.map(({ command, complete }) => [command, complete]);

  it('was cut away, and is no output that shows nothing', async () => {
    expect(await below('netsh namespace show effectivepolicy & ipconfig /all')).toEqual([
      ['ipconfig', false],
      ['netsh-nrpt', true],
    ]);
  });

  it('is not missed where it was sent to a file', async () => {
    expect(await below('netsh namespace show effectivepolicy & ipconfig /all > ipconfig.txt')).toEqual([
      ['netsh-nrpt', true],
    ]);
  });
});

describe('A reading', () => {
  it('quotes the very line', async () => {
    const [reading] = (await read(`intro\r\n${SA}`)).readings;
    expect(reading!.proofs['sas[0].auth2']).toEqual({
      upload: 'out.txt',
      line: 7,
      text: 'Auth2:                                UserNTLM',
    });
    expect(reading!.proofs['closing']).toMatchObject({ line: 11, text: 'Ok.' });
  });

  it('says when it was taken, and that day and month stay open', async () => {
    expect((await read(SA)).readings).toMatchObject([
      { at: '2026-11-02T09:14:00', problems: [{ code: 'ambiguous-date' }] },
    ]);
  });

  it('takes the order of day and month from the other dates of the document', async () => {
    expect((await read(`${SA}\r\n25/11/2026\r\n`)).readings).toMatchObject([
      { at: '2026-02-11T09:14:00', problems: [] },
    ]);
  });
});

describe('Whose output it is', () => {
  it('is told by the manifest of its folder, before all names', async () => {
    const uploads = [
      upload('b/manifest.json', '{"machine":"server","computer":"EDGE1"}'),
      upload('b/client-mmsa.txt', SA),
    ];
    expect((await takeIn(uploads, { call: 1, awaited: null })).readings).toMatchObject([
      { origin: 'server', originFrom: 'manifest', host: 'EDGE1' },
    ]);
  });

  it('is told by the machine of a remote prompt', async () => {
    const { readings } = await read(`[EDGE1]: PS C:\\> netsh advfirewall monitor show mmsa\r\n${SA}`);
    expect(readings).toMatchObject([{ origin: 'server', originFrom: 'host-name', host: 'EDGE1' }]);
  });

  it('is told by the name of the file, then by the awaited machine, and else assumed', async () => {
    const awaited = awaiting('netsh advfirewall monitor show mmsa', 'server');
    expect((await read(SA, { name: 'client/mmsa.txt', awaited })).readings).toMatchObject([
      { origin: 'client', originFrom: 'name' },
    ]);
    expect((await read(SA, { awaited })).readings).toMatchObject([{ origin: 'server', originFrom: 'awaited' }]);
    expect((await read(SA)).readings).toMatchObject([{ origin: 'client', originFrom: 'assumed' }]);
  });
});

describe('Several uploads', () => {
  const uploads = [upload('mmsa.txt', SA), upload('copy/mmsa.txt', SA), upload('server/mmsa.txt', SA), upload('x', '')];
  const context = { call: 1, awaited: null };

  it('give the same in any order', async () => {
    expect(await takeIn([...uploads].reverse(), context)).toEqual(await takeIn(uploads, context));
  });

  it('keep a report for a repeated file, whose readings count once for each machine', async () => {
    const { readings, reports } = await takeIn(uploads, context);
    expect(reports.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'copy/mmsa.txt analysed',
      'mmsa.txt analysed',
      'server/mmsa.txt analysed',
      'x rejected',
    ]);
    expect(readings.map(({ origin }) => origin)).toEqual(['client', 'server']);
  });
});

describe('A transcript', () => {
  it('is partial where the output of one of its commands cannot be read', async () => {
    const { report } = await read(
      `C:\\>hostname\r\nCLIENT1\r\n\r\nC:\\>netsh advfirewall monitor show mmsa\r\n\r\n${SA}`,
    );
    expect(report).toMatchObject({ status: 'partial', problems: [{ code: 'unknown-section', line: 1 }, {}] });
  });

  it('reads the outputs that follow each other without prompts', async () => {
    const teredo =
      'Teredo Parameters\r\n---------------------\r\nType   : client\r\nState  : offline\r\nError  : none\r\n';
    expect((await read(teredo + SA)).readings.map(({ command, complete }) => [command, complete])).toEqual([
      ['netsh-teredo', true],
      ['netsh-mmsa', true],
    ]);
  });

  it('with more outputs than are read gives its last ones, and says so', async () => {
    const { readings, report } = await read(SA.replaceAll('11/02/2026', '11/22/2026').repeat(1001));
    expect(readings).toHaveLength(1000);
    expect(report).toMatchObject({ status: 'partial', problems: [{ code: 'too-many-outputs', line: 11 }] });
    expect(readings[0]?.firstLine).toBe(11);
  });
});

describe('A sentence of several commands below an output without closing words', () => {
  it('ends that output and stays undecided', async () => {
    const teredo =
      'Teredo Parameters\r\n---------------------\r\nType   : client\r\nState  : offline\r\nError  : none\r\n';
    const { report, commands } = await read(teredo + NONE);
    expect(commands).toEqual(['netsh-teredo']);
    expect(report).toMatchObject({ status: 'partial', problems: [{ code: 'command-undecided', line: 7 }] });
  });
});

describe('A text in which nothing is known', () => {
  it('gets one sentence that says what can be read and how to produce it', async () => {
    const { report } = await read('Dear team, it does not work.\r\n');
    expect(report).toMatchObject({ status: 'unrecognised', problems: [{ code: 'unknown-format' }] });
    expect(report.problems[0]!.message).toContain('netsh advfirewall monitor show mmsa');
  });
});
