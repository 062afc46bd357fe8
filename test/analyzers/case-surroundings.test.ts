/** What a case keeps between calls, and what of its surroundings counts for no tunnel. */
import { analyse } from '../../analyzers/analyse';
import { activeRules, eventsOf, failureEvent, mainModeSa, quickModeSa, reading } from '../support/reading';
import { diagnosisOf as of, outcomeOf as outcome } from '../support/diagnosis-of';

const FIRST = '2002:836b:2::836b:2';
const rules = reading('netsh-consec', activeRules);
const noMainMode = reading('netsh-mmsa', { sas: [] });
const firstOnly = [
  reading('netsh-mmsa', { sas: [mainModeSa(FIRST, 'UserNTLM')] }),
  reading('netsh-qmsa', { sas: [quickModeSa(FIRST)] }),
];

describe('What a case keeps', () => {
  it('says how many outputs were left aside when it holds more than are kept', async () => {
    const line = 'System error 53 has occurred.\r\n\r\nThe network path was not found.\r\n\r\n';
    const paste = Array.from({ length: 700 }, (_, index) => `C:\\>net view \\\\FILES${index}\r\n${line}`).join('');
    const upload = { name: 'a.txt', bytes: new TextEncoder().encode(paste) };
    const first = await analyse([upload], { at: '2026-11-24T12:00:00Z' });
    const second = await analyse([upload], { at: '2026-11-24T12:00:00Z', earlier: first.evidence });
    expect(first.diagnosis.assumptions.map(({ id }) => id)).not.toContain('oldest-dropped');
    expect(second.diagnosis.assumptions.find(({ id }) => id === 'oldest-dropped')?.text).toContain('400');
  });

  it('waits for the command that shows whether a remedy worked', async () => {
    const text = '\r\nDomain Profile: \r\n-----\r\ncorp.contoso.com\r\nOk.\r\n\r\n';
    const { diagnosis, evidence } = await analyse([{ name: 'profile.txt', bytes: new TextEncoder().encode(text) }], {
      at: '2026-11-24T12:00:00Z',
    });
    expect(diagnosis.next).toBeNull();
    expect(evidence.awaited?.command).toContain('show mmsa');
  });
});

describe('Events of others', () => {
  it('count for no tunnel where the rules name both endpoints and the peer is neither', () => {
    const event = failureEvent(4653, 'Negotiation timed out', { RemoteAddress: '2001:db8:77::9' });
    const diagnosis = of([...firstOnly, rules, reading('security-events', eventsOf(event), { call: 2 })]);
    expect(outcome(diagnosis, 'infra.main-mode')).toBe('passed');
  });
});

describe('A revocation check that failed on the client', () => {
  it('is verified on the client', () => {
    const event = failureEvent(4652, "Certification Revocation check of peer's certificate failed");
    const diagnosis = of([noMainMode, rules, reading('security-events', eventsOf(event))]);
    expect(diagnosis.next).toMatchObject({ id: 'client-verification', runOn: 'client' });
  });
});

describe('A client in the office network', () => {
  it('is not called broken for what DirectAccess rightly leaves idle there', () => {
    const adapter = { name: 'Ethernet', description: null, kind: 'ethernet', connected: true };
    const diagnosis = of([
      reading('netsh-nrpt', { effective: true, rules: [] }),
      reading('netsh-currentprofile', { profiles: [{ profile: 'domain', networks: ['corp.contoso.com'] }] }),
      reading('netsh-consec', { ...activeRules, rules: [] }),
      reading('ipconfig', {
        adapters: [{ ...adapter, ipv4: ['10.0.0.7'], ipv6: [], suffix: 'corp.contoso.com' }],
        hostName: 'CLIENT1',
        primarySuffix: 'corp.contoso.com',
      }),
      noMainMode,
    ]);
    expect(outcome(diagnosis, 'client.location')).toBe('not-applicable');
    expect(diagnosis.outcome).toBe('inconclusive');
    expect(diagnosis.failedStep).toBeNull();
  });
});

describe('A failed main mode', () => {
  it('says in words how far the negotiation had come', () => {
    const event = failureEvent(4653, 'Negotiation timed out', { State: '%%8202' });
    const diagnosis = of([noMainMode, rules, reading('security-events', eventsOf(event))]);
    expect(diagnosis.steps.find(({ step }) => step === 'infra.main-mode')?.why).toContain('Sent first (SA) payload');
  });
});

describe('An event on one long line', () => {
  it('is quoted by the element that gives the reason, and its computer named without its domain', async () => {
    const reason = "<Data Name='FailureReason'>Negotiation timed out</Data>";
    const system = `<System><Provider Name='Microsoft-Windows-Security-Auditing'/><EventID>4653</EventID><EventRecordID>7</EventRecordID><Computer>PC1.corp.example</Computer></System>`;
    const filler = `<Data Name='LocalMMPrincipalName'>${'x'.repeat(400)}</Data>`;
    const text = `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>${system}<EventData>${filler}${reason}<Data Name='State'>%%8202</Data></EventData></Event>\r\n`;
    const { diagnosis } = await analyse([{ name: 'security.xml', bytes: new TextEncoder().encode(text) }], {
      at: '2026-11-24T12:00:00Z',
    });
    expect(diagnosis.causes[0]?.proof[0]?.text).toBe(reason);
    expect(diagnosis.computer).toBe('PC1');
  });
});
