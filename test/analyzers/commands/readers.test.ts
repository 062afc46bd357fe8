/** What fixtures do not show of the readers: the lines behind values, problems, and what they refuse to take for theirs. */
import { computerCertificates } from '../../../analyzers/commands/computer-certificates';
import { domainController } from '../../../analyzers/commands/domain-controller';
import { groupPolicyResult } from '../../../analyzers/commands/group-policy-result';
import { auditPolicy } from '../../../analyzers/commands/audit-policy';
import { commands } from '../../../analyzers/commands/index';
import { ipConfiguration } from '../../../analyzers/commands/ip-configuration';
import { netView } from '../../../analyzers/commands/net-view';
import { pingSix } from '../../../analyzers/commands/ping-6';
import { toLines } from '../../../analyzers/intake/lines';

const output = (text: string, typed: string | null = null, closed = false) => ({ ...toLines(text), typed, closed });

describe('A reader', () => {
  it.each(commands.map((command) => [command.typed, command] as const))(
    'knows its own command line: %s',
    (typed, command) => {
      const line = typed.replace('<ENDPOINT>', '2001:db8::1').replace(/<.*>/, 'x');
      expect(command.runs(line)).toBe(true);
    },
  );

  it.each(commands.map((command) => [command.id, command] as const))(
    'reads nothing out of nothing, and does not throw: %s',
    (_id, command) => {
      expect(command.read(output('')).complete).toBe(false);
      expect(command.read(output('\u0000<<>>: {[(\n= = =\n')).complete).toBe(false);
    },
  );

  it('does not take auditpol /set, the store of the user or a ping over IPv4 for its own', () => {
    expect(auditPolicy.runs('auditpol /set /category:* /failure:enable')).toBe(false);
    expect(computerCertificates.runs('certutil -store -user my')).toBe(false);
    expect(pingSix.runs('ping 131.107.0.2')).toBe(false);
  });
});

describe('The line behind a value', () => {
  it('is that of the status for a domain controller that was not found', () => {
    const draft = domainController.read(output('\nGetting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN'));
    expect(draft).toMatchObject({ complete: true, data: { status: 1355 }, proofs: { status: 2, closing: 2 } });
  });

  it('is that of the date for a certificate', () => {
    const text =
      'my "Personal"\n======== Certificate 0 ========\nSerial Number: 61a3\nIssuer: CN=CA\n NotBefore: 1/25/2024 9:14 AM\n NotAfter: 1/24/2026 9:14 AM\nSubject: CN=pc\nEncryption test passed\nCertUtil: -store command completed successfully.\n';
    const { proofs } = computerCertificates.read(output(text));
    expect(proofs).toMatchObject({ 'certificates[0].notAfter': 6, 'certificates[0].hasPrivateKey': 8, closing: 9 });
  });

  it('is that of a filtered policy and of its reason', () => {
    const text =
      'COMPUTER SETTINGS\n------------------\n    Applied Group Policy Objects\n    -----------\n        N/A\n\n    Not applied\n    -----------\n        DirectAccess Client Settings\n            Filtering:  Denied (Security)\n\n';
    const draft = groupPolicyResult.read(output(text));
    expect(draft.data).toMatchObject({ applied: [], denied: [{ reason: 'Denied (Security)' }] });
    expect(draft.proofs).toMatchObject({ 'denied[0].name': 9, 'denied[0].reason': 10 });
  });
});

describe('A number', () => {
  it.each([
    ['System error 53 has occurred.', 53],
    ["L'erreur système 1231 s'est produite.", 1231],
    ['Error de sistema 5.', 5],
    ['システム エラー 53 が発生しました。', 53],
  ])('of a system error is read whole: %s', (text, status) => {
    expect(netView.read(output(text, 'net view \\\\fs1')).data.status).toBe(status);
  });

  it('that was cut off is no number', () => {
    expect(netView.read(output('System error 5', 'net view \\\\fs1')).data.status).toBeNull();
    expect(domainController.read(output('Getting DC name failed: Status = 13')).data.status).toBeNull();
    expect(domainController.read(output('Getting DC name failed: Status = 1355 0x54')).data.status).toBeNull();
  });
});

describe('A date', () => {
  const report = (date: string): string =>
    `Created On ${date} at 7:30 AM\n\nRSOP data for CORP\\u on PC1 : Logging Mode\n-----\n`;

  it('whose day and month nothing tells apart is read month first, with a problem that quotes it', () => {
    const draft = groupPolicyResult.read(output(report('3/4/2026')));
    expect(draft.at).toBe('2026-03-04T07:30:00');
    expect(draft.problems).toMatchObject([{ code: 'ambiguous-date', line: 1 }]);
  });

  it('that only one order allows is no problem', () => {
    const draft = groupPolicyResult.read(output(report('25/4/2026')));
    expect(draft).toMatchObject({ at: '2026-04-25T07:30:00', problems: [] });
  });
});

describe('What somebody wrote above a copy of ipconfig', () => {
  it('is no adapter, although it ends in a colon as the title of one does', () => {
    const copied =
      'Please have a look:\n\nWindows IP Configuration\n\n   Host Name . . . . . . . . . . . . : CLIENT1\n' +
      '   Node Type . . . . . . . . . . . . : Hybrid\n';
    expect(ipConfiguration.read(output(copied))).toMatchObject({
      complete: false,
      data: { adapters: [], hostName: 'CLIENT1' },
    });
  });
});
