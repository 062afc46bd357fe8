/** What collecting scripts gather: their headings, their pages, their files of mixed width, and whose outputs a folder holds. */
import { takeIn } from '../../../analyzers/read';
import { decode } from '../../../analyzers/intake/decode';
import { sections } from '../../../analyzers/intake/sections';
import { htmlLines, isHtml } from '../../../analyzers/intake/html-text';
import { toLines } from '../../../analyzers/intake/lines';

const upload = (name: string, text: string | Buffer) => ({ name, bytes: Buffer.from(text) });
const read = (...uploads: ReturnType<typeof upload>[]) => takeIn(uploads, { call: 1, awaited: null });
const typedIn = (text: string) => sections(toLines(text).lines).map(({ typed }) => typed);

const framed = (line: string, sign = '-', width = line.length) =>
  `${sign.repeat(width)}\r\n${line}\r\n${sign.repeat(width)}\r\n`;
const NONE = '\r\nNo SAs match the specified criteria.\r\n\r\n';
const USER_CERTIFICATE = [
  'my "Personal"',
  '================ Certificate 0 ================',
  'Serial Number: 61a3b4',
  'Issuer: CN=corp-CA',
  ' NotBefore: 1/1/2026 10:00 AM',
  ' NotAfter: 1/1/2030 10:00 AM',
  'Subject: CN=USER1',
  'Cert Hash(sha1): 0102030405060708090a0b0c0d0e0f1011121314',
  'Signature test passed',
  'CertUtil: -store command completed successfully.',
  '',
].join('\r\n');

describe('The headings of collecting scripts', () => {
  it('name the command in a frame of dashes as wide as itself', () => {
    expect(typedIn(`${framed('netsh dnsclient show state')}text\r\n`)).toEqual(['netsh dnsclient show state']);
  });

  it('are no frame where the dashes are of another width, as below titles', () => {
    expect(typedIn(`${framed('Public Profile:', '-', 70)}text\r\n`)).toEqual([null]);
  });

  it('name the command behind the time in a frame of TSS, without what it was piped into', () => {
    const line = '20261124 09:31:02.417 : Netsh advfirewall monitor show mmsa | Out-File -Append C:\\MS_DATA\\x.txt';
    expect(typedIn(`${framed(line, '=', 38)}text\r\n`)).toEqual(['Netsh advfirewall monitor show mmsa']);
  });

  it('name the command in the last brackets of a title of the collector on the client', () => {
    expect(typedIn(' _____ Certificate Store (my) (certutil -silent -store -user my)\r\ntext\r\n')).toEqual([
      'certutil -silent -store -user my',
    ]);
  });

  it('name the command that gatherNetworkInfo ran below each of its titles', () => {
    const text = `Current Profiles: \r\n${'-'.repeat(72)} \r\ntext\r\nNETSH NAMESPACE SHOW EFFECTIVE: \r\ntext\r\n`;
    expect(typedIn(text)).toEqual([
      'netsh advfirewall monitor show currentprofile',
      'netsh namespace show effectivepolicy',
    ]);
  });
});

describe('What a heading says is something else', () => {
  it("never gives the user's certificates for the computer's", async () => {
    const { readings } = await read(
      upload('c.txt', ` _____ Store (certutil -silent -store -user my)\r\n${USER_CERTIFICATE}`),
    );
    expect(readings).toEqual([]);
  });

  it("tells the computer's store from the user's below it in envinfo.txt", async () => {
    const text = `Machine certificates...\r\n\r\nMy "Personal"\r\n\r\nUser certificates...\r\n\r\n${USER_CERTIFICATE}`;
    const { readings } = await read(upload('envinfo.txt', text));
    expect(readings.map(({ command, complete, data }) => ({ command, complete, data }))).toEqual([
      { command: 'certutil-store', complete: false, data: { certificates: [] } },
    ]);
  });

  it('never gives rules of the firewall for connection security rules, with a heading or without', async () => {
    const rules = [
      'Rule Name:                            Remote Desktop',
      '-'.repeat(70),
      'Enabled:                              Yes',
      'Direction:                            In',
      'Profiles:                             Domain',
      'Action:                               Allow',
      'Ok.',
      '',
    ].join('\r\n');
    const { readings } = await read(
      upload('bare.txt', rules),
      upload('gathered.txt', `Firewall Rules : \r\n${'-'.repeat(72)} \r\n${rules}`),
    );
    expect(readings).toEqual([]);
  });
});

describe('A page of HTML', () => {
  const page = [
    '<html><head><title>Log</title><style>pre { color: red }</style></head><body>',
    '<p>RED: Corporate connectivity is not working.<br>24/11/2026</p><table><tr><td>FAIL</td><td>HTTP</td></tr></table>',
    '<pre>C:\\Windows\\system32&gt;netsh advfirewall monitor show mmsa',
    '',
    'No SAs match the specified criteria.',
    '',
    'C:\\Windows\\system32&gt;ver</pre></body></html>',
  ].join('\n');

  it('becomes its visible lines, each with its own physical line', () => {
    const seen = htmlLines(toLines(page).lines).filter(({ text }) => text !== '');
    expect(seen.map(({ number, text }) => [number, text])).toEqual([
      [2, 'RED: Corporate connectivity is not working.'],
      [2, '24/11/2026'],
      [2, 'FAIL  HTTP'],
      [3, 'C:\\Windows\\system32>netsh advfirewall monitor show mmsa'],
      [5, 'No SAs match the specified criteria.'],
      [7, 'C:\\Windows\\system32>ver'],
    ]);
  });

  it('is read like the window that it was made of, and quoted by its own lines', async () => {
    const { readings } = await read(upload('log.html', page));
    expect(readings.map(({ command, complete, proofs }) => [command, complete, proofs['closing']])).toEqual([
      ['netsh-mmsa', true, { upload: 'log.html', line: 5, text: 'No SAs match the specified criteria.' }],
    ]);
  });

  it('is read in a time that grows with its length, tags that never close too', () => {
    const spent = (times: number): number => {
      const before = process.cpuUsage();
      htmlLines(toLines(`<html>\n${'<div>'.repeat(times)}\n${'<p>a'.repeat(times)}${'<td>a'.repeat(times)}\n`).lines);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const least = (times: number): number => Math.min(spent(times), spent(times), spent(times));
    spent(20_000);
    // Four times the text takes four times as long; a square would take sixteen times.
    expect(least(80_000)).toBeLessThan(9 * least(20_000));
  });

  it('is none where events are exported', () => {
    expect(isHtml(toLines('<Events><Event><body>\n').lines)).toBe(false);
  });

  it('never proves an empty list when it is cut within the sentence', async () => {
    const { readings } = await read(upload('log.html', page.slice(0, page.indexOf('match'))));
    expect(readings.filter(({ complete }) => complete)).toEqual([]);
  });
});

describe('A file of UTF-16 to which a console program appended', () => {
  const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
  const mark = Buffer.from([0xff, 0xfe]);
  const heading = framed('netsh advfirewall monitor show mmsa');

  it('is read in both widths, after an odd number of bytes too', () => {
    const bytes = Buffer.concat([mark, wide(heading), Buffer.from(`${NONE}x`), wide('\r\nПравило end\r\n')]);
    expect(decode(bytes, 'x.txt')).toEqual({
      kind: 'text',
      encoding: 'utf-16le',
      text: `${heading}${NONE}x\r\nПравило end\r\n`,
    });
  });

  it('stays whole where it is of one width, in any script', () => {
    const text = 'Основной режим\r\n規則名: 指定された条件に一致する規則はありません。\r\nOk.\r\n';
    expect(decode(Buffer.concat([mark, wide(text)]), 'x.txt')).toMatchObject({ text });
  });

  it('shows what netsh answered', async () => {
    const bytes = Buffer.concat([mark, wide(heading), Buffer.from(NONE), wide(framed('netsh winhttp show proxy'))]);
    const { readings } = await read(upload('PC1_netsh.TXT', bytes));
    expect(readings.map(({ command, complete }) => [command, complete])).toEqual([['netsh-mmsa', true]]);
  });
});

describe('What is no text', () => {
  it('is known for an event trace by the header of its first event, whatever its name', async () => {
    const bytes = Buffer.alloc(4096);
    bytes.write('\x02\0\x02\xc0', 0x48, 'latin1');
    const { reports } = await read(upload('capture.bin', bytes));
    expect(reports.map(({ status, problems }) => [status, problems[0]?.code])).toEqual([['rejected', 'trace']]);
    expect(reports[0]?.problems[0]?.message).toContain('netsh advfirewall monitor show mmsa');
  });

  it('is told of a cabinet with the command whose text to send instead', async () => {
    const { reports } = await read(upload('wfpdiag.cab', Buffer.from('MSCF\0\0\0\0\x10\x20\0\0', 'latin1')));
    expect(reports[0]?.problems[0]?.code).toBe('cabinet');
    expect(reports[0]?.problems[0]?.message).toContain('netsh advfirewall monitor show mmsa');
  });
});

describe('A folder of a collecting script', () => {
  const system = (host: string) =>
    [`Host Name:                 ${host}`, 'OS Name:                   Microsoft Windows 10 Enterprise', ''].join(
      '\r\n',
    );
  const wholeSystem = (host: string) =>
    `${system(host)}OS Version:                10.0.19045 N/A Build 19045\r\nDomain:                    corp\r\nLogon Server:              \\\\DC1\r\n`;

  it('belongs to the computer that one of its files names, and tells two sides of one upload apart', async () => {
    const { readings } = await read(
      upload('a/DA1_osinfo.txt', wholeSystem('DA1')),
      upload('a/DA1_netsh.txt', `${framed('netsh advfirewall monitor show mmsa')}${NONE}`),
      upload('a/PC7_osinfo.txt', wholeSystem('PC7')),
      upload('a/PC7_netsh.txt', `${framed('netsh advfirewall monitor show mmsa')}${NONE}`),
    );
    const listings = readings.filter(({ command }) => command === 'netsh-mmsa');
    expect(listings.map(({ upload: name, origin, host }) => [name, origin, host])).toEqual([
      ['a/DA1_netsh.txt', 'server', 'DA1'],
      ['a/PC7_netsh.txt', 'client', 'PC7'],
    ]);
  });
});
