/** What events say beside their tunnel: their sentence, the log that has the reason, the services, and what only informs. */
import { type Diagnosis, type StepId } from '../../analyzers/diagnosis/diagnosis';
import { MIN_SHORT_LIVES } from '../../analyzers/facts/event-remarks';
import { diagnosisOf as of, outcomeOf as outcome } from '../support/diagnosis-of';
import { activeRules, bothMainModes, bothQuickModes, eventsOf, failureEvent, reading } from '../support/reading';

const FIRST = '2002:836b:2::836b:2';
const SECOND = '2002:836b:3::836b:3';
const rules = reading('netsh-consec', activeRules);
const noSas = [reading('netsh-mmsa', { sas: [] }), reading('netsh-qmsa', { sas: [] })];
type Event = ReturnType<typeof failureEvent>;
const clientLog = (...events: readonly Event[]) => reading('security-events', eventsOf(...events));
const serverLog = (...events: readonly Event[]) =>
  reading('security-events', eventsOf(...events), { origin: 'server', upload: 'server.xml' });
const at = (minute: number): string => `2026-11-23T11:${String(minute).padStart(2, '0')}:00.0000000Z`;
/** An event of the machine itself names no peer. */
const ofMachine = (id: number, minute = 5, data: Readonly<Record<string, string>> = {}): Event => ({
  ...failureEvent(id, '', {}, at(minute)),
  data: data as Event['data'], // the builder's type lists the fields of a failure, which such an event has not
});
const atServer = { LocalAddress: FIRST, RemoteAddress: '2001:db8::1' };
const whyOf = ({ steps }: Diagnosis, step: StepId): string => steps.find((one) => one.step === step)?.why ?? '';
const proofOf = ({ steps }: Diagnosis, step: StepId) => steps.find((one) => one.step === step)?.proof ?? [];
const idsOf = ({ causes }: Diagnosis) => causes.map(({ id }) => id);

describe('A failed negotiation is said in one sentence', () => {
  it('with its code in words, its state, and the machine on which it arose', () => {
    const diagnosis = of([rules, clientLog(failureEvent(4653, '13801', { State: '%%8204' }))]);
    expect(whyOf(diagnosis, 'infra.main-mode')).toBe(
      'Event 4653 gives code 13801 (IKE authentication credentials are unacceptable), in the state Sent third (ID) payload: the credentials were exchanged. It arose on the client.',
    );
  });

  it('with the log that has the reason where the other side reported it', () => {
    const reported = failureEvent(4653, '13807', { FailurePoint: '%%8200' });
    expect(whyOf(of([rules, clientLog(reported)]), 'infra.main-mode')).toContain(
      'The server reported it, so the log of the server has the reason.',
    );
  });

  it('with nobody who answered, where the first packet was sent and no cookie came back', () => {
    const silent = failureEvent(4653, '13805', { State: '%%8202', ResponderCookie: '0000000000000000' });
    expect(whyOf(of([rules, clientLog(silent)]), 'infra.main-mode')).toContain('was sent and nobody answered');
  });

  it('with the authorization that refused it after the authentication was done', () => {
    const user = { RemoteAddress: SECOND, LocalEMPrincipalName: 'CORP\\anna', State: '%%8221' };
    const refused = failureEvent(4984, '13905', user);
    expect(whyOf(of([rules, clientLog(refused)]), 'intranet.main-mode')).toBe(
      'Event 4984 gives code 13905 (SA establishment is not authorized) for CORP\\anna, in the state Sent third (hash) payload: the second authentication was done, so the authorization refused it. It arose on the client.',
    );
  });

  it('with the text alone where the language is not known, and with what the states of both modes mean', () => {
    const unknown = failureEvent(4654, 'Nieznany powód', { RemoteTunnelEndpoint: FIRST, State: '%%8208' });
    expect(whyOf(of([rules, clientLog(unknown)]), 'infra.quick-mode')).toBe(
      'Event 4654 says: Nieznany powód, in the state Sent first (SA) payload: main mode stood and the proposal of quick mode was sent. It arose on the client.',
    );
  });

  it('with the certificate that was used, and its root where the rule asks for another', () => {
    const picked = failureEvent(4652, '13801', {
      LocalMMCertHash: '9c31',
      LocalMMIssuingCA: 'CN=Intune Issuing',
      LocalMMRootCA: 'CN=Intune Root',
    });
    const diagnosis = of([rules, clientLog(picked)]);
    expect(whyOf(diagnosis, 'infra.main-mode')).toContain(
      'The client used the certificate with the thumbprint 9c31 of the issuer CN=Intune Issuing.',
    );
    const untrusted = diagnosis.causes.find(({ id }) => id === 'certificate-untrusted');
    expect(untrusted).toMatchObject({ confidence: 'likely' });
    expect(untrusted?.title).toContain('chains to CN=Intune Root');
  });

  it('with the root of the rule, which makes nothing of it suspect', () => {
    const picked = failureEvent(4652, '13801', {
      LocalMMIssuingCA: 'CN=corp-SUB',
      LocalMMRootCA: 'CN=corp-CA1-CA, DC=corp, DC=contoso, DC=com',
    });
    expect(idsOf(of([rules, clientLog(picked)]))).not.toContain('certificate-untrusted');
  });
});

describe('The twin that IKEv1 tries beside AuthIP', () => {
  const twin = failureEvent(4653, '13825', { KeyModName: '%%8222' }, at(2));

  it('gives way to the failure of AuthIP of the same attempt, although it is newer', () => {
    const diagnosis = of([rules, clientLog(failureEvent(4653, '13806', { KeyModName: '%%8223' }, at(1)), twin)]);
    expect(idsOf(diagnosis)).toEqual(['certificate-missing']);
  });

  it('is said to be none of DirectAccess where it stands alone', () => {
    expect(whyOf(of([rules, clientLog(twin)]), 'infra.main-mode')).toContain('which DirectAccess does not use');
  });
});

describe('A failure whose reason the other side has', () => {
  it('of the client asks for the log of the server', () => {
    const { next } = of([rules, ...noSas, clientLog(failureEvent(4653, '13807', { FailurePoint: '%%8200' }))]);
    expect(next).toMatchObject({ id: 'server-events', runOn: 'server' });
  });

  it('of the server asks for the log of the client', () => {
    const { next } = of([rules, ...noSas, serverLog(failureEvent(4653, '13807', atServer))]);
    expect(next).toMatchObject({ id: 'events', runOn: 'client' });
  });

  it('asks to audit the server where its log is silent because nothing is audited', () => {
    const off = ['IPsec Main Mode', 'IPsec Quick Mode', 'IPsec Extended Mode'].map((name) => ({
      guid: null,
      name,
      success: false,
      failure: false,
    }));
    const onServer = { origin: 'server', upload: 'server.txt', call: 2 } as const;
    const diagnosis = of([
      rules,
      ...noSas,
      clientLog(failureEvent(4653, '13807')),
      reading('security-events', { total: 0, matched: 0, events: [] }, onServer),
      reading('auditpol', { subcategories: off }, onServer),
    ]);
    expect(diagnosis.next).toMatchObject({ id: 'server-audit-on', runOn: 'server' });
  });
});

describe('The services behind IPsec', () => {
  const notStarted = ofMachine(5453);
  const running = (call: number) => reading('sc-query', { services: [{ name: 'IKEEXT', state: 'RUNNING' }] }, { call });

  it('IKEEXT was not started: event 5453 fails the firewall rung', () => {
    const diagnosis = of([rules, clientLog(notStarted)]);
    expect(diagnosis.failedStep).toBe('client.firewall');
    expect(diagnosis.causes[0]).toMatchObject({ id: 'service-stopped', confidence: 'confirmed' });
  });

  it('IKEEXT runs where a later event is a negotiation, and not where it is of the Policy Agent', () => {
    const later = (id: number) => of([rules, clientLog(notStarted, ofMachine(id, 9))]);
    expect(outcome(later(4981), 'client.firewall')).not.toBe('failed');
    expect(outcome(later(5478), 'client.firewall')).toBe('failed');
  });

  it('IKEEXT runs where a listing of a later call says so', () => {
    expect(outcome(of([rules, clientLog(notStarted), running(2)]), 'client.firewall')).not.toBe('failed');
  });

  it('the Policy Agent that failed is likely the cause; one that stopped is only said', () => {
    const failed = of([rules, clientLog(ofMachine(5484))]);
    expect(failed.causes[0]).toMatchObject({ id: 'service-stopped', confidence: 'likely' });
    const stopped = of([rules, clientLog(ofMachine(5479))]);
    expect(outcome(stopped, 'client.firewall')).toBe('unknown');
    expect(whyOf(stopped, 'client.firewall')).toContain('event 5479');
    const again = of([rules, clientLog(ofMachine(5484), ofMachine(5478, 6))]);
    expect(outcome(again, 'client.firewall')).toBe('unknown');
  });

  it('of the server that did not run stand beside the time-out of the client', () => {
    const timedOut = failureEvent(4653, '13805', { ResponderCookie: '0000000000000000' }, at(6));
    const diagnosis = of([rules, clientLog(timedOut), serverLog(notStarted)]);
    expect(idsOf(diagnosis)).toEqual(['negotiation-timeout', 'service-stopped']);
    expect(diagnosis.causes[1]?.title).toContain('On the server');
  });
});

describe('Events that only inform', () => {
  it('4981 says that a tunnel was up, and passes nothing', () => {
    const diagnosis = of([rules, clientLog(failureEvent(4981, '', {}, at(5)))]);
    expect(outcome(diagnosis, 'infra.main-mode')).toBe('unknown');
    expect(whyOf(diagnosis, 'infra.main-mode')).toContain('succeeded at 2026-11-23 11:05:00 UTC');
    expect(proofOf(diagnosis, 'infra.main-mode')).toHaveLength(1);
  });

  it('5451 of the second endpoint is of the intranet tunnel, and does not call it untriggered or passed', () => {
    const quick = failureEvent(5451, '', { RemoteTunnelEndpoint: SECOND });
    const diagnosis = of([rules, clientLog(quick)]);
    expect(outcome(diagnosis, 'intranet.quick-mode')).toBe('unknown');
    expect(whyOf(diagnosis, 'intranet.quick-mode')).toContain('Event 5451');
    expect(whyOf(diagnosis, 'infra.quick-mode')).not.toContain('5451');
  });

  it.each([4650, 4651])('%i is a main mode without a second authentication: no proof of a tunnel', (id) => {
    const diagnosis = of([rules, clientLog(failureEvent(id, ''))]);
    expect(outcome(diagnosis, 'infra.main-mode')).toBe('unknown');
    expect(whyOf(diagnosis, 'infra.main-mode')).toContain('no DirectAccess tunnel');
  });

  it('many short SAs say that the way comes and goes', () => {
    const lives = Array.from({ length: MIN_SHORT_LIVES }, (_, index) => [
      failureEvent(4981, '', { MMSAID: `${index + 1}` }, at(index * 2)),
      failureEvent(4655, '', { MMSAID: `${index + 1}` }, at(index * 2 + 1)),
    ]).flat();
    const sas = [reading('netsh-mmsa', bothMainModes), reading('netsh-qmsa', bothQuickModes)];
    const diagnosis = of([rules, ...sas, clientLog(...lives)]);
    expect(diagnosis.outcome).toBe('healthy');
    expect(whyOf(diagnosis, 'infra.main-mode')).toContain('3 SAs lived less than 5 minutes (event 4655)');
    expect(whyOf(of([rules, ...sas, clientLog(...lives.slice(2))]), 'infra.main-mode')).not.toContain('lived');
  });

  it.each([
    [4976, 'infra.main-mode', 'alters or cuts'],
    [4978, 'infra.main-mode', 'alters or cuts'],
    [4977, 'infra.quick-mode', 'alters or cuts'],
    [4960, 'infra.quick-mode', 'integrity check'],
    [4961, 'infra.quick-mode', 'out of order'],
    [4962, 'infra.quick-mode', 'out of order'],
    [4963, 'infra.quick-mode', 'outside the tunnel'],
    [4965, 'infra.quick-mode', 'old one'],
  ] as const)('%i stands beside %s', (id, step, words) => {
    const diagnosis = of([rules, clientLog(failureEvent(id, ''))]);
    expect(whyOf(diagnosis, step)).toContain(words);
    expect(outcome(diagnosis, step)).toBe('unknown');
  });

  it('4646 says that the server defended itself, 5460 that an old policy is applied', () => {
    const timedOut = clientLog(failureEvent(4653, '13868'));
    const flooded = of([rules, timedOut, serverLog(ofMachine(4646, 5, { notification: 'started' }))]);
    expect(whyOf(flooded, 'infra.main-mode')).toContain('flood of negotiations (event 4646)');
    const legacy = clientLog(failureEvent(4653, '13868'), ofMachine(5460, 5, { Policy: 'Server (Request)' }));
    expect(whyOf(of([rules, legacy]), 'infra.main-mode')).toContain('policy Server (Request) is applied');
  });
});
