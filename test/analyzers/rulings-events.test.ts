/** What the rulings say of Security events: their tunnel, their order, their codes, the log that tells more. */
import { diagnose } from '../../analyzers/diagnose';
import { type Diagnosis } from '../../analyzers/diagnosis/diagnosis';
import { type Reading } from '../../analyzers/reading';
import { ladder } from '../../analyzers/steps/ladder';
import { activeRules, eventsOf, factsOf, failureEvent, reading, rule } from '../support/reading';

const FIRST = '2002:836b:2::836b:2';
const of = (...readings: readonly Reading[]): Diagnosis => diagnose(ladder, factsOf(readings), []);
const causes = (diagnosis: Diagnosis) => diagnosis.causes.map(({ id }) => id);
const rules = reading('netsh-consec', activeRules);
const noSas = [reading('netsh-mmsa', { sas: [] }), reading('netsh-qmsa', { sas: [] })];
type Event = ReturnType<typeof failureEvent>;
const clientLog = (...events: readonly Event[]) => reading('security-events', eventsOf(...events));
const serverLog = (...events: readonly Event[]) =>
  reading('security-events', eventsOf(...events), { origin: 'server', upload: 'server.txt' });
const at = (second: string): string => `2026-11-23T11:00:${second}Z`;
const atServer = { LocalAddress: FIRST, RemoteAddress: '2001:db8::1' };

describe('The tunnel of an event', () => {
  it('is the one tunnel of a Kerberos proxy, although the account is a user', () => {
    const oneRule = rule('ClientToCorp', FIRST, 'UserKerb', 'ComputerKerb');
    const oneTunnel = reading('netsh-consec', { ...activeRules, rules: [oneRule] });
    const refused = clientLog(failureEvent(4984, '13801', { LocalEMPrincipalName: 'CORP\\anna' }));
    const diagnosis = of(oneTunnel, ...noSas, refused);
    expect(diagnosis.failedStep).toBe('infra.main-mode');
    expect(causes(diagnosis)).toEqual(['user-credentials']);
  });
});

describe('Events of one second', () => {
  it('are told apart by the digits after the second: the later success clears', () => {
    const diagnosis = of(
      rules,
      clientLog(failureEvent(4653, '13801', {}, at('00.1')), failureEvent(4979, '', {}, at('00.9'))),
    );
    expect(diagnosis.failedStep).toBeNull();
  });

  it('are told apart by the digits after the second: the earlier success clears nothing', () => {
    const diagnosis = of(
      rules,
      clientLog(failureEvent(4979, '', {}, at('00.1')), failureEvent(4653, '13801', {}, at('00.9'))),
    );
    expect(diagnosis.failedStep).toBe('infra.main-mode');
  });

  it('are told apart by their record numbers where the times are the same', () => {
    const success = { ...failureEvent(4979, '', {}, at('00')), recordId: '4712' };
    expect(of(rules, clientLog(success, failureEvent(4653, '13801', {}, at('00')))).failedStep).toBeNull();
  });
});

describe('The code of an event', () => {
  it('gives way to what the other side logged of the same attempt where it only says that the peer gave up', () => {
    const told = serverLog(failureEvent(4653, '13806', atServer, at('04')));
    const diagnosis = of(rules, ...noSas, clientLog(failureEvent(4653, '13808', {}, at('05'))), told);
    expect(causes(diagnosis)).toEqual(['certificate-missing']);
  });

  it('stands by itself where the other side logged something of another hour', () => {
    const old = serverLog(failureEvent(4653, '13806', atServer, '2026-11-23T09:00:00Z'));
    const diagnosis = of(rules, ...noSas, clientLog(failureEvent(4653, '13808', {}, at('05'))), old);
    expect(causes(diagnosis)).toEqual(['negotiation-failed']);
  });

  const expired = {
    subject: 'CN=client1.corp.example.com',
    issuer: 'CN=corp-CA1-CA',
    notBefore: '2020-01-01T00:00:00',
    notAfter: '2021-01-01T00:00:00',
    thumbprint: null,
    serial: null,
    hasPrivateKey: true,
    usages: [],
    crlDistributionPoints: [],
  };
  const clientStore = reading('certutil-store', { certificates: [expired] });

  it('13806 gives way to the certificate of that side which could not serve', () => {
    const diagnosis = of(rules, ...noSas, clientLog(failureEvent(4653, '13806')), clientStore);
    expect(diagnosis.failedStep).toBe('infra.main-mode');
    expect(causes(diagnosis)).toEqual(['certificate-expired']);
  });

  it('13847 of the server gives way to the certificate of the client, its peer', () => {
    const diagnosis = of(rules, ...noSas, serverLog(failureEvent(4653, '13847', atServer)), clientStore);
    expect(causes(diagnosis)).toEqual(['certificate-expired']);
  });

  it('13847 of the client stays where only the store of the client shows a bad certificate', () => {
    const diagnosis = of(rules, ...noSas, clientLog(failureEvent(4653, '13847')), clientStore);
    expect(causes(diagnosis)).toContain('certificate-missing');
  });
});
