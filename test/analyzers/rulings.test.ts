/** The rulings on captures that are newer, cut, in dispute or of one document, and on proof that implies other rungs. */
import { type Diagnosis } from '../../analyzers/diagnosis/diagnosis';
import {
  activeRules,
  bothMainModes,
  bothQuickModes,
  eventsOf,
  mainModeSa,
  quickModeSa,
  reading,
  rule,
} from '../support/reading';
import { diagnosisOf as of, outcomeOf as outcome } from '../support/diagnosis-of';

const FIRST = '2002:836b:2::836b:2';
const SECOND = '2002:836b:3::836b:3';
const rules = reading('netsh-consec', activeRules);
const healthy = [reading('netsh-mmsa', bothMainModes), reading('netsh-qmsa', bothQuickModes)];
const firstMainMode = { sas: [mainModeSa(FIRST, 'UserNTLM')] };
const firstQuickMode = { sas: [quickModeSa(FIRST)] };
const notReached = reading('net-view', { server: '\\\\fs1', status: 53, shares: [] });

describe('A newer capture', () => {
  const cut = { call: 2, complete: false, upload: 'cut.txt' } as const;

  it('that was cut before its first SA leaves the rung unreadable, whatever an older one showed', () => {
    const diagnosis = of([rules, ...healthy, reading('netsh-mmsa', { sas: [] }, cut)]);
    expect(outcome(diagnosis, 'intranet.main-mode')).toBe('unreadable');
    expect(diagnosis.outcome).toBe('inconclusive');
    expect(diagnosis.next?.command).toContain('show mmsa');
  });

  it('that was refused takes nothing away from an older one', () => {
    const problems = [{ code: 'not-elevated', message: 'mmsa.txt was printed without administrator rights.' }];
    expect(of([rules, ...healthy, reading('netsh-mmsa', { sas: [] }, { ...cut, problems })]).outcome).toBe('healthy');
  });

  it('of the policies overrules older rules', () => {
    const denied = [{ name: 'DirectAccess Client Settings', reason: 'Denied (Security)' }];
    const policies = { applied: ['Default Domain Policy'], denied, groups: [], computer: 'CLIENT1' };
    expect(of([rules, reading('gpresult', policies, { call: 2 })]).failedStep).toBe('client.policy');
    expect(of([rules, reading('gpresult', policies)]).failedStep).toBeNull();
  });

  it('of the received rules overrules older active ones', () => {
    const none = { store: 'received', source: 'registry', rules: [], strongCrlCheck: null } as const;
    expect(of([rules, reading('netsh-consec', none, { call: 2 })]).failedStep).toBe('infra.rules-received');
  });
});

describe('Captures whose age nothing tells', () => {
  it('leave the rung unknown although two of three agree', () => {
    const [one, other] = ['2026-11-23T10:00:00', '2026-11-23T10:01:00'].map((at, index) =>
      reading('netsh-mmsa', bothMainModes, { upload: `${index}.txt`, at }),
    );
    const none = reading('netsh-mmsa', { sas: [] }, { upload: 'none.txt' });
    expect(outcome(of([one!, other!, none]), 'infra.main-mode')).toBe('unknown');
  });
});

describe('Two firewall states of one call', () => {
  it('leave the rung unknown and are asked for again where one fails it and the other does not settle it', () => {
    const [on, off] = [true, false].map((isOn) =>
      reading(
        'netsh-firewall-state',
        { profiles: [{ profile: 'private', on: isOn }] },
        { upload: `${String(isOn)}.txt` },
      ),
    );
    const diagnosis = of([on!, off!]);
    expect(diagnosis.failedStep).toBeNull();
    expect(outcome(diagnosis, 'client.firewall')).toBe('unknown');
    expect(diagnosis.next?.command).toContain('allprofiles');
  });
});

describe('A listing that was cut', () => {
  it('within an SA is unreadable and no mismatch', () => {
    const half = { sas: [{ ...mainModeSa(FIRST, ''), auth2: null }] };
    const diagnosis = of([rules, reading('netsh-mmsa', half, { complete: false })]);
    expect(outcome(diagnosis, 'infra.main-mode')).toBe('unreadable');
    expect(diagnosis.causes).toEqual([]);
  });

  it('after the intranet rule leaves the first endpoint to the given address that fits', () => {
    const one = { ...activeRules, rules: [rule('ClientToCorp', SECOND, 'UserKerb')] };
    const readings = [reading('netsh-consec', one, { complete: false }), reading('netsh-qmsa', firstQuickMode)];
    expect(outcome(of(readings, { serverIpv4: '131.107.0.2' }), 'infra.quick-mode')).toBe('passed');
    expect(outcome(of(readings), 'infra.quick-mode')).not.toBe('passed');
  });
});

describe('Traffic', () => {
  it('after the SAs of the same document asks for them anew', () => {
    const document = { upload: 'transcript.txt' };
    const diagnosis = of([
      rules,
      reading('netsh-mmsa', firstMainMode, { ...document, firstLine: 1 }),
      reading('netsh-qmsa', firstQuickMode, { ...document, firstLine: 10 }),
      reading('net-view', { server: '\\\\fs1', status: 0, shares: [] }, { ...document, firstLine: 20 }),
    ]);
    expect(outcome(diagnosis, 'intranet.main-mode')).toBe('unknown');
    expect(diagnosis.next?.command).toMatch(/^netsh advfirewall monitor show mmsa/);
  });

  it('that ends with 53 fails where a quick mode SA alone proves the first tunnel', () => {
    expect(of([rules, reading('netsh-qmsa', firstQuickMode), notReached]).failedStep).toBe('intranet.traffic');
  });

  it('that ends with another number leaves it and the second tunnel unknown', () => {
    const unclear = reading('net-view', { server: '\\\\fs1', status: 2, shares: [] });
    const sas = [reading('netsh-mmsa', firstMainMode), reading('netsh-qmsa', firstQuickMode)];
    const diagnosis = of([rules, ...sas, unclear]);
    expect(outcome(diagnosis, 'intranet.traffic')).toBe('unknown');
    expect(outcome(diagnosis, 'intranet.main-mode')).toBe('unknown');
    expect(diagnosis.outcome).toBe('inconclusive');
  });
});

describe('An endpoint that answers a ping', () => {
  const ipHttps = {
    interfaces: [{ role: 'client', url: 'https://da.example.com/IPHTTPS', lastErrorCode: 0x274c, status: 'Failed' }],
  };
  const ping = { target: FIRST, address: FIRST, resolved: true, sent: 4, received: 4 };

  it('implies that some adapter is up, and says which error stood beside it', () => {
    const diagnosis = of([rules, reading('netsh-httpstunnel', ipHttps), reading('ping-6', ping)]);
    expect(diagnosis.failedStep).toBeNull();
    const verdict = diagnosis.steps.find(({ step }) => step === 'client.transition');
    expect(verdict?.outcome).toBe('passed');
    expect(verdict?.why).toContain('0x274c');
  });

  it('implies nothing about an error of a later call', () => {
    const later = reading('netsh-httpstunnel', ipHttps, { call: 2 });
    expect(of([rules, later, reading('ping-6', ping)]).failedStep).toBe('client.transition');
  });
});

describe('Auditing', () => {
  const rows = (modesOn: boolean) => ({
    subcategories: [
      ['0CCE9213', 'IPsec-Treiber'],
      ['0CCE9218', 'IPsec-Hauptmodus'],
      ['0CCE9219', 'IPsec-Schnellmodus'],
      ['0CCE921A', 'IPsec-Erweiterungsmodus'],
    ].map(([id, name]) => {
      const on = modesOn && id !== '0CCE9213';
      return { guid: `${id!}-69AE-11D9-BED3-505054503030`, name: name!, success: on, failure: on };
    }),
  });
  const noSas = [reading('netsh-mmsa', { sas: [] }), reading('netsh-qmsa', { sas: [] })];
  const commands = (diagnosis: Diagnosis) => [diagnosis.next, ...diagnosis.then].map((one) => one?.command ?? '');
  const empty = reading('security-events', eventsOf());

  it('is not switched on again for the IPsec driver, which tells nothing of a negotiation', () => {
    const on = of([rules, ...noSas, reading('auditpol', rows(true)), empty]);
    expect(commands(on).some((command) => command.includes('/set'))).toBe(false);
  });

  it('that was switched on, whatever the language of its listing, makes the log worth reading anew', () => {
    const off = reading('auditpol', rows(false));
    const on = reading('auditpol', rows(true), { call: 2 });
    const before = of([rules, ...noSas, reading('auditpol', rows(true)), empty]);
    const after = of([rules, ...noSas, off, empty, on]);
    expect(commands(before).some((command) => command.includes('wevtutil'))).toBe(false);
    expect(commands(after).some((command) => command.includes('wevtutil'))).toBe(true);
  });
});

describe('A newer listing of main mode SAs', () => {
  const later = (remotes: readonly [string, string][]) =>
    reading(
      'netsh-mmsa',
      { sas: remotes.map(([remote, auth2]) => mainModeSa(remote, auth2)) },
      { call: 2, upload: 'later.txt' },
    );

  it('that lacks the second tunnel makes the older quick mode SAs of it say nothing', () => {
    const diagnosis = of([rules, ...healthy, later([[FIRST, 'UserNTLM']])]);
    expect(diagnosis.outcome).toBe('inconclusive');
    expect(outcome(diagnosis, 'intranet.main-mode')).toBe('unknown');
    expect(outcome(diagnosis, 'infra.quick-mode')).toBe('passed');
  });

  it('that shows both tunnels asks for the quick mode SAs anew, where those of an earlier call were none', () => {
    const before = [reading('netsh-mmsa', { sas: [] }), reading('netsh-qmsa', { sas: [] })];
    const both: [string, string][] = [
      [FIRST, 'UserNTLM'],
      [SECOND, 'UserKerb'],
    ];
    const diagnosis = of([rules, ...before, later(both)]);
    expect(diagnosis.outcome).toBe('inconclusive');
    expect(diagnosis.next?.command).toBe('netsh advfirewall monitor show qmsa');
  });

  it('is one that was printed a day later, too', () => {
    const dated = reading('netsh-mmsa', firstMainMode, { at: '2026-11-23T10:00:00' });
    const old = reading('netsh-qmsa', bothQuickModes, { at: '2026-11-22T10:00:00' });
    expect(of([rules, dated, old]).outcome).toBe('inconclusive');
  });

  it('that lacks both tunnels leaves nothing of them passed', () => {
    const diagnosis = of([rules, ...healthy, later([])]);
    expect(diagnosis.failedStep).toBe('infra.main-mode');
    expect(outcome(diagnosis, 'intranet.main-mode')).toBe('waiting');
    expect(outcome(diagnosis, 'intranet.quick-mode')).toBe('waiting');
  });
});

describe('An edition', () => {
  const named = (osName: string, build: number) =>
    reading('systeminfo', { osName, edition: null, build, domain: null, hostName: null });

  it.each([
    ['Microsoft Windows Vista Ultimate', 6002],
    ['Microsoft Windows 8.1', 9600],
  ])('that never had DirectAccess fails: %s', (osName, build) => {
    expect(of([named(osName, build)]).failedStep).toBe('client.edition');
  });
});

describe('An IP-HTTPS error of a name that is not found', () => {
  it('asks for the proxy, which gives the same error', () => {
    const code = { role: 'client', url: 'https://da.example.com/IPHTTPS', lastErrorCode: 0x2af9, status: 'Failed' };
    const diagnosis = of([reading('netsh-httpstunnel', { interfaces: [code] })]);
    expect(diagnosis.next?.command).toBe('netsh winhttp show proxy');
    expect(diagnosis.causes[0]).toMatchObject({ id: 'ip-https-name', confidence: 'likely' });
  });
});
