/** What a log without IPsec events is worth: nothing, unless failures were audited while something was tried. */
import { type Diagnosis, type StepId } from '../../analyzers/diagnosis/diagnosis';
import { type ReadingData } from '../../analyzers/diagnosis/reading-data';
import { AUDIT_SET } from '../../analyzers/commands/question-parts';
import { questionOf } from '../../analyzers/commands/questions';
import { diagnosisOf as of, outcomeOf as outcome } from '../support/diagnosis-of';
import { activeRules, eventsOf, failureEvent, mainModeSa, reading } from '../support/reading';

const FIRST = '2002:836b:2::836b:2';
const rules = reading('netsh-consec', activeRules);
const noMainMode = (call: number) => reading('netsh-mmsa', { sas: [] }, { call });
const silentLog = (call: number, more: Partial<ReadingData['security-events']> = {}) =>
  reading('security-events', { total: 412, matched: 0, events: [], ...more }, { call, upload: 'security.evtx' });
const MODES = ['IPsec Main Mode', 'IPsec Quick Mode', 'IPsec Extended Mode'];
const audit = (call: number, ...on: readonly string[]) =>
  reading(
    'auditpol',
    { subcategories: MODES.map((name) => ({ guid: null, name, success: false, failure: on.includes(name) })) },
    { call },
  );
const traffic = (call: number) => reading('net-view', { server: '\\\\fs1', status: 53, shares: [] }, { call });
const whyOf = ({ steps }: Diagnosis, step: StepId): string => steps.find((one) => one.step === step)?.why ?? '';
const doubt = ({ assumptions }: Diagnosis) => assumptions.find(({ id }) => id === 'no-ipsec-events')?.text ?? '';

describe('A log without any IPsec event', () => {
  it('says what was looked through, and where its auditing is not shown the command that switches it on', () => {
    const span = { channels: ['Security'], first: '2026-11-20T07:00:01Z', last: '2026-11-23T11:59:00Z' };
    const diagnosis = of([rules, noMainMode(1), silentLog(1, span)]);
    const words =
      'No IPsec event in 412 records of channel Security between 2026-11-20 07:00:01 UTC and 2026-11-23 11:59:00 UTC (security.evtx). Whether failures are audited is not shown, so that says nothing.';
    expect(whyOf(diagnosis, 'infra.main-mode')).toContain(words);
    expect(doubt(diagnosis)).toContain(words);
    expect(doubt(diagnosis)).toContain(AUDIT_SET);
  });

  it('says so of a log whose span and channel are not told, and of a query that printed nothing', () => {
    expect(doubt(of([silentLog(1)]))).toContain('No IPsec event in 412 records (security.evtx). ');
    expect(doubt(of([silentLog(1, { total: 0 })]))).toContain('No IPsec event is in the output security.evtx. ');
  });

  it('asks for the audit policy where nobody sent it', () => {
    const diagnosis = of([rules, noMainMode(1), silentLog(1)]);
    expect([diagnosis.next, ...diagnosis.then].map((command) => command?.command).join('\n')).toContain(
      'auditpol /get',
    );
  });

  it('names the modes that are not audited', () => {
    const diagnosis = of([rules, noMainMode(1), silentLog(1), audit(1, 'IPsec Main Mode', 'IPsec Extended Mode')]);
    expect(whyOf(diagnosis, 'infra.main-mode')).toContain('Failures of IPsec Quick Mode are not audited');
  });

  it('asks for traffic where failures are audited and nothing was tried since', () => {
    expect(doubt(of([rules, silentLog(1), audit(1, ...MODES)]))).toContain('Reach for the intranet, then export');
  });

  it('is evidence that nothing was negotiated where the intranet was tried while failures were audited', () => {
    const diagnosis = of([rules, audit(1, ...MODES), traffic(2), noMainMode(3), silentLog(3)]);
    expect(whyOf(diagnosis, 'infra.main-mode')).toContain('nothing was negotiated');
    expect(doubt(diagnosis)).toBe('');
    expect(diagnosis.causes.map(({ id }) => id)).not.toContain('certificate-failure');
    expect(diagnosis.causes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['inside-though-outside', 'no-transition']),
    );
  });

  it.each([
    ['the traffic came before the auditing', [traffic(1), audit(2, ...MODES), silentLog(3)]],
    ['the log came before the traffic', [audit(1, ...MODES), silentLog(2), traffic(3)]],
    ['quick mode was left out', [audit(1, 'IPsec Main Mode', 'IPsec Extended Mode'), traffic(2), silentLog(3)]],
    ['auditing was off in between', [audit(1, ...MODES), traffic(2), audit(3), silentLog(4)]],
  ])('is none where %s', (_, readings) => {
    expect(whyOf(of([rules, noMainMode(4), ...readings]), 'infra.main-mode')).not.toContain('nothing was negotiated');
  });

  it('is not spoken of once another log shows events, or while it was cut', () => {
    expect(
      doubt(of([silentLog(1), reading('security-events', eventsOf(failureEvent(4653, '13801')), { call: 2 })])),
    ).toBe('');
    const cut = { complete: false, upload: 'cut.xml' } as const;
    expect(doubt(of([reading('security-events', { total: 412, matched: 0, events: [] }, cut)]))).toBe('');
  });

  it('passes no rung', () => {
    const diagnosis = of([silentLog(1), audit(1, ...MODES)]);
    const passed = diagnosis.steps.filter(({ outcome: one }) => one === 'passed').map(({ step }) => step);
    expect(passed).toEqual(['security.audit']);
  });
});

describe("The article's audit line alone, which leaves Quick Mode out", () => {
  const seed = audit(1, 'IPsec Main Mode', 'IPsec Extended Mode');
  const mainMode = reading('netsh-mmsa', { sas: [mainModeSa(FIRST, 'UserNTLM')] });
  const log = reading('security-events', eventsOf(failureEvent(4981, '')));

  it('makes no log without event 4654 a proof of quick mode', () => {
    const diagnosis = of([rules, mainMode, log, seed]);
    expect(outcome(diagnosis, 'infra.quick-mode')).toBe('unknown');
    expect(whyOf(diagnosis, 'infra.quick-mode')).toContain('a log without event 4654 says nothing of it');
    expect(whyOf(diagnosis, 'security.audit')).toContain('IPsec Quick Mode');
  });

  it('is completed by GUID, for failure and success', () => {
    const [line] = questionOf('audit-on').parts.map((part) => part.line({ firstEndpoint: null }));
    expect(line).toBe(AUDIT_SET);
    expect(AUDIT_SET).toMatch(/0CCE9218-.*0CCE9219-.*0CCE921A-.* \/success:enable \/failure:enable$/);
  });

  it('leaves it open whether quick mode is audited where a log shows main mode only', () => {
    const none = reading('netsh-wfp-netevents', { total: 3, matched: 0, events: [] });
    const diagnosis = of([rules, mainMode, reading('netsh-qmsa', { sas: [] }), log, none]);
    expect([diagnosis.next, ...diagnosis.then].map((command) => command?.id)).toContain('audit');
  });
});
