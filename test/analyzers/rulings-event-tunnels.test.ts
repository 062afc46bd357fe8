/** Whose an event is: of this client or another, of which tunnel, and what clears it. */
import { type Diagnosis } from '../../analyzers/diagnosis/diagnosis';
import { diagnosisOf as of, outcomeOf as outcome } from '../support/diagnosis-of';
import { activeRules, eventsOf, failureEvent, mainModeSa, reading, rule } from '../support/reading';

const FIRST = '2002:836b:2::836b:2';
const SECOND = '2002:836b:3::836b:3';
const OURS = '2001:db8::1';
const THEIRS = '2001:db8::99';
const rules = reading('netsh-consec', activeRules);
const oneEndpoint = reading('netsh-consec', {
  ...activeRules,
  rules: [rule('ClientToInfra', FIRST, 'UserNTLM'), rule('ClientToCorp', FIRST, 'UserKerb')],
});
type Event = ReturnType<typeof failureEvent>;
const clientLog = (...events: readonly Event[]) => reading('security-events', eventsOf(...events));
const serverLog = (...events: readonly Event[]) =>
  reading('security-events', eventsOf(...events), { origin: 'server', upload: 'server.xml', host: 'DA1' });
const at = (minute: number): string => `2026-11-23T11:${String(minute).padStart(2, '0')}:00.0000000Z`;
const from = (address: string) => ({ LocalAddress: FIRST, RemoteAddress: address });
const causes = ({ causes: all }: Diagnosis) => all.map(({ id }) => id);
const assumed = ({ assumptions }: Diagnosis, id: string) => assumptions.find((one) => one.id === id)?.text;
const idle = reading('ipconfig', {
  hostName: 'CLIENT1',
  primarySuffix: null,
  adapters: [
    { name: 'iphttps', description: null, kind: 'iphttps', connected: true, ipv4: [], ipv6: [OURS], suffix: null },
  ],
});

describe('The log of a server that talks to many clients', () => {
  const log = serverLog(
    failureEvent(4653, '13847', from(OURS), at(1)),
    failureEvent(4653, '13868', from(THEIRS), at(9)),
  );

  it('counts only the failures of the client whose address is known, and names the others', () => {
    const diagnosis = of([rules, idle, log]);
    expect(causes(diagnosis)).toEqual(['certificate-missing']);
    expect(assumed(diagnosis, 'other-clients')).toContain(THEIRS);
  });

  it('fails no rung by the failures of others alone, and says so', () => {
    const diagnosis = of([rules, idle, serverLog(failureEvent(4653, '13868', from(THEIRS)))]);
    expect(diagnosis.failedStep).toBeNull();
    expect(assumed(diagnosis, 'other-clients')).toBe(
      `Failures of other clients in server.xml were left aside: ${THEIRS}.`,
    );
  });

  it('takes the client that failed last where nothing tells which it is, and says what settles it', () => {
    const diagnosis = of([rules, log]);
    expect(causes(diagnosis)).toEqual(['policy-mismatch']);
    expect(assumed(diagnosis, 'client-of-log')).toMatch(/2001:db8::99, which failed last, .*2001:db8::1\. ipconfig/);
    expect(diagnosis.next).toMatchObject({ id: 'client-address', command: 'ipconfig /all' });
  });

  it('says of the only client in it that it is taken for this one', () => {
    const diagnosis = of([rules, serverLog(failureEvent(4653, '13847', from(OURS)))]);
    expect(causes(diagnosis)).toEqual(['certificate-missing']);
    expect(assumed(diagnosis, 'client-of-log')).toContain(OURS);
  });

  it('tells clients apart by their computer accounts', () => {
    const named = (name: string, minute: number) =>
      failureEvent(4984, '13801', { ...from(OURS), RemoteEMPrincipalName: name }, at(minute));
    const host = reading('netsh-mmsa', { sas: [] }, { host: 'CLIENT1' });
    const known = of([rules, host, serverLog(named('CORP\\CLIENT1$', 1), named('CORP\\CLIENT2$', 9))]);
    expect(known.steps.find(({ step }) => step === 'infra.main-mode')?.why).toContain('CLIENT1$');
    const other = of([rules, host, serverLog(named('CORP\\CLIENT2$', 9))]);
    expect(causes(other)).toEqual(['certificate-failure']);
  });

  it('lets no success of another client clear the failure of this one', () => {
    const success = failureEvent(4981, '', { ...from(THEIRS), RemoteEMPrincipalName: 'CORP\\CLIENT2$' }, at(20));
    const diagnosis = of([rules, idle, serverLog(failureEvent(4653, '13847', from(OURS), at(1)), success)]);
    expect(diagnosis.failedStep).toBe('infra.main-mode');
  });

  it('leaves aside the negotiations of its address inside', () => {
    const inside = { LocalAddress: 'fd00::5', RemoteAddress: OURS };
    expect(of([rules, serverLog(failureEvent(4653, '13847', inside))]).failedStep).toBeNull();
  });
});

describe('The tunnel of an event', () => {
  it('is that of the account where both tunnels end at one address', () => {
    const user = failureEvent(4984, '13801', { LocalEMPrincipalName: 'CORP\\anna' });
    expect(of([oneEndpoint, clientLog(user)]).failedStep).toBe('intranet.main-mode');
    const computer = failureEvent(4984, '13801', { LocalEMPrincipalName: 'CORP\\CLIENT1$' });
    expect(of([oneEndpoint, clientLog(computer)]).failedStep).toBe('infra.main-mode');
  });

  it('is that of the method where no account is told', () => {
    const of2 = (method: string) =>
      of([oneEndpoint, clientLog(failureEvent(4984, '13801', { LocalEMPrincipalName: '-', EMAuthMethod: method }))]);
    expect(of2('%%8225').failedStep).toBe('infra.main-mode');
    expect(of2('%%8192').failedStep).toBe('intranet.main-mode');
  });

  it('is that of the main mode which a quick mode rests on', () => {
    const main = failureEvent(4981, '', { LocalEMPrincipalName: 'CORP\\anna', MMSAID: '77' }, at(1));
    const quick = failureEvent(4654, '13868', { RemoteTunnelEndpoint: FIRST, MMSAID: '77' }, at(2));
    expect(of([oneEndpoint, clientLog(main, quick)]).failedStep).toBe('intranet.quick-mode');
  });

  it('is none where a VPN negotiates with an IPv4 peer', () => {
    const vpn = failureEvent(4653, '13801', { RemoteAddress: '203.0.113.7', KeyModName: '%%8244' });
    expect(of([clientLog(vpn)]).failedStep).toBeNull();
    expect(of([rules, clientLog(failureEvent(4653, '13801', { RemoteAddress: '203.0.113.7' }))]).failedStep).toBeNull();
  });
});

describe('A quick mode in transport mode', () => {
  it('is of no tunnel', () => {
    const transport = failureEvent(4654, '13868', { Mode: '%%8212', RemoteAddress: '2001:db8:ffff::1' });
    expect(of([clientLog(transport)]).failedStep).toBeNull();
  });
});

describe('A later success', () => {
  const quickEnds = { RemoteTunnelEndpoint: FIRST };
  const after = (failed: Event, success: Event) => of([rules, clientLog(failed, success)]).failedStep;

  it('of quick mode clears a quick mode, of main mode none', () => {
    const failed = failureEvent(4654, '13868', quickEnds, at(1));
    expect(after(failed, failureEvent(5451, '', quickEnds, at(2)))).toBeNull();
    expect(after(failed, failureEvent(4981, '', {}, at(2)))).toBe('infra.quick-mode');
  });

  it('of main mode without a second authentication clears a main mode, not a second authentication', () => {
    expect(after(failureEvent(4653, '13801', {}, at(1)), failureEvent(4651, '', {}, at(2)))).toBeNull();
    const second = failureEvent(4984, '13801', { LocalEMPrincipalName: 'CORP\\CLIENT1$' }, at(1));
    expect(after(second, failureEvent(4651, '', {}, at(2)))).toBe('infra.main-mode');
  });

  it('of the other tunnel clears nothing', () => {
    const other = failureEvent(4981, '', { RemoteAddress: SECOND }, at(2));
    expect(after(failureEvent(4653, '13801', {}, at(1)), other)).toBe('infra.main-mode');
  });

  it('with another peer clears nothing', () => {
    const vpn = failureEvent(4651, '', { RemoteAddress: '2001:db8:ffff::1' }, at(2));
    expect(after(failureEvent(4653, '13801', {}, at(1)), vpn)).toBe('infra.main-mode');
  });

  it('in the log of the other side clears where clocks cannot explain that it is later', () => {
    const failed = clientLog(failureEvent(4653, '13801', {}, at(1)));
    const success = (minute: number) => serverLog(failureEvent(4981, '', from(OURS), at(minute)));
    expect(of([rules, failed, success(20)]).failedStep).toBeNull();
    expect(of([rules, failed, success(4)]).failedStep).toBe('infra.main-mode');
  });

  it('of a quick mode on one common endpoint clears the tunnel that its main mode names', () => {
    const failed = failureEvent(4984, '13801', { LocalEMPrincipalName: 'CORP\\anna' }, at(1));
    const infra = failureEvent(4981, '', { LocalEMPrincipalName: 'CORP\\CLIENT1$', MMSAID: '5' }, at(2));
    const quick = failureEvent(5451, '', { RemoteTunnelEndpoint: FIRST, MainModeSaId: '5' }, at(3));
    const diagnosis = of([oneEndpoint, clientLog(failed, infra, quick)]);
    expect(outcome(diagnosis, 'intranet.main-mode')).toBe('failed');
  });

  it('is needed once: an older one clears nothing', () => {
    expect(after(failureEvent(4653, '13801', {}, at(2)), failureEvent(4981, '', {}, at(1)))).toBe('infra.main-mode');
  });
});

describe('A listing of SAs', () => {
  it('that is newer than the failure overcomes it, and says so', () => {
    const sas = { sas: [mainModeSa(FIRST, 'UserNTLM')] };
    const listing = reading('netsh-mmsa', sas, { call: 2, at: '2026-11-23T12:00:00' });
    const diagnosis = of([rules, clientLog(failureEvent(4653, '13801')), listing]);
    const verdict = diagnosis.steps.find(({ step }) => step === 'infra.main-mode');
    expect(verdict).toMatchObject({ outcome: 'passed' });
    expect(verdict?.why).toContain('Event 4653 is an older failure.');
  });
});
