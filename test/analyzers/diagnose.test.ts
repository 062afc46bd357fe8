/** The diagnosis as the contract rules it, from readings to outcome, causes and the next command. */
import { STEP_IDS, type StepId } from '../../analyzers/diagnosis/diagnosis';
import {
  activeRules,
  bothMainModes,
  bothQuickModes,
  eventsOf,
  failureEvent,
  mainModeSa,
  quickModeSa,
  reading,
  rule,
} from '../support/reading';
import { diagnosisOf as of, outcomeOf as outcome } from '../support/diagnosis-of';

const FIRST = '2002:836b:2::836b:2';
const rules = reading('netsh-consec', activeRules);
const noMainMode = reading('netsh-mmsa', { sas: [] });
const noQuickMode = reading('netsh-qmsa', { sas: [] });
const firstOnly = [
  reading('netsh-mmsa', { sas: [mainModeSa(FIRST, 'UserNTLM')] }),
  reading('netsh-qmsa', { sas: [quickModeSa(FIRST)] }),
];

describe('A diagnosis', () => {
  it('has every step, in ladder order, and asks for the SAs where nothing was sent', () => {
    const diagnosis = of([]);
    expect(diagnosis.steps.map(({ step }) => step)).toEqual(STEP_IDS);
    expect(diagnosis.outcome).toBe('inconclusive');
    expect(diagnosis.next?.command).toBe('netsh advfirewall monitor show mmsa & netsh advfirewall monitor show qmsa');
  });

  it('is healthy with main and quick mode SAs of both tunnels, and then asks nothing', () => {
    const diagnosis = of([reading('netsh-mmsa', bothMainModes), reading('netsh-qmsa', bothQuickModes)]);
    expect(diagnosis.outcome).toBe('healthy');
    expect(diagnosis.next).toBeNull();
    expect(outcome(diagnosis, 'client.edition')).toBe('passed');
    expect(outcome(diagnosis, 'security.certificate')).toBe('passed');
    expect(outcome(diagnosis, 'security.audit')).toBe('unknown');
  });

  it('lets the SAs overrule an IP-HTTPS error of the same call, and says so', () => {
    const ipHttps = reading('netsh-httpstunnel', {
      interfaces: [{ role: 'client', url: null, lastErrorCode: 0x274c, status: 'Failed to connect' }],
    });
    const diagnosis = of([reading('netsh-mmsa', bothMainModes), reading('netsh-qmsa', bothQuickModes), ipHttps]);
    expect(diagnosis.outcome).toBe('healthy');
    expect(diagnosis.steps.find(({ step }) => step === 'client.transition')?.why).toContain('0x274c');
  });

  it('fails at main mode where a whole listing has no SA, with causes that are only possible', () => {
    const diagnosis = of([noMainMode, noQuickMode]);
    expect(diagnosis.failedStep).toBe('infra.main-mode');
    expect(new Set(diagnosis.causes.map(({ confidence }) => confidence))).toEqual(new Set(['possible']));
    expect(outcome(diagnosis, 'intranet.main-mode')).toBe('waiting');
    expect(diagnosis.next?.command).toContain('netsh advfirewall monitor show consec');
  });

  it('lets a missing SA wait where an earlier rung failed', () => {
    const domain = reading('netsh-currentprofile', {
      profiles: [{ profile: 'domain', networks: ['corp.contoso.com'] }],
    });
    const inactive = reading('netsh-consec', { ...activeRules, rules: [] });
    const diagnosis = of([noMainMode, domain, inactive]);
    expect(diagnosis.failedStep).toBe('infra.rules-active');
    expect(outcome(diagnosis, 'infra.main-mode')).toBe('waiting');
    expect(diagnosis.causes[0]).toMatchObject({ id: 'domain-profile-active', confidence: 'confirmed' });
    expect(diagnosis.next).toBeNull();
  });

  it('names an expired certificate as confirmed, and stops asking', () => {
    const certificate = {
      subject: 'CN=CLIENT1',
      issuer: 'CN=corp-CA1-CA',
      notBefore: '2025-11-02T09:14:00',
      notAfter: '2026-11-02T09:14:00',
      thumbprint: 'a',
      serial: 'b',
      hasPrivateKey: true,
      usages: ['1.3.6.1.5.5.7.3.2'],
      crlDistributionPoints: [],
    };
    const store = reading('certutil-store', { certificates: [certificate] });
    const event = reading(
      'security-events',
      eventsOf(failureEvent(4653, 'IKE authentication credentials are unacceptable.\r\n')),
    );
    const diagnosis = of([noMainMode, rules, event, store]);
    expect(diagnosis.failedStep).toBe('infra.main-mode');
    expect(diagnosis.causes[0]).toMatchObject({ id: 'certificate-expired', confidence: 'confirmed' });
    expect(diagnosis.causes[0]?.title).toContain('2 November 2026');
    expect(diagnosis.next).toBeNull();
  });

  it('narrows 13801 on the client first, then on the server', () => {
    const event = reading(
      'security-events',
      eventsOf(failureEvent(4652, 'IKE authentication credentials are unacceptable')),
    );
    const first = of([noMainMode, rules, event]);
    expect(first.causes[0]).toMatchObject({ id: 'certificate-failure', confidence: 'confirmed', code: '13801' });
    expect(first.next).toMatchObject({ command: 'certutil -v -store my', runOn: 'client' });
    const good = {
      subject: 'CN=CLIENT1',
      issuer: 'CN=corp-CA1-CA',
      notBefore: '2025-11-02T09:14:00',
      notAfter: '2027-11-02T09:14:00',
      thumbprint: 'a',
      serial: 'b',
      hasPrivateKey: true,
      usages: ['1.3.6.1.5.5.7.3.2'],
      crlDistributionPoints: [],
    };
    const second = of([noMainMode, rules, event, reading('certutil-store', { certificates: [good] })]);
    expect(second.next).toMatchObject({
      command: 'certutil -v -store my & netsh advfirewall show global & certutil -verify -urlfetch <CLIENT.cer>',
      runOn: 'server',
    });
    expect(second.next?.why).toContain('Export the certificate of the client into a file first');
  });

  it('asks for traffic where only the second tunnel is missing, and calls that no failure', () => {
    const diagnosis = of(firstOnly);
    expect(diagnosis.outcome).toBe('inconclusive');
    expect(diagnosis.causes).toMatchObject([{ id: 'intranet-not-triggered', confidence: 'possible' }]);
    expect(diagnosis.next?.command).toMatch(/^net view \\\\</);
  });

  it('blames name resolution first where the first tunnel is up and net view ends with 53', () => {
    const traffic = reading('net-view', { server: '\\\\FILES', status: 53, shares: [] });
    const diagnosis = of([...firstOnly, traffic]);
    expect(diagnosis.failedStep).toBe('intranet.traffic');
    expect(diagnosis.causes[0]?.id).toBe('name-resolution');
  });

  it('joins a failed second authentication of a user to the intranet tunnel', () => {
    const event = failureEvent(4984, 'IKE authentication credentials are unacceptable', {
      RemoteAddress: '2002:836b:3::836b:3',
      LocalEMPrincipalName: 'CORP\\user1',
      EMAuthMethod: '%%8192',
    });
    const diagnosis = of([...firstOnly, rules, reading('security-events', eventsOf(event), { call: 2 })]);
    expect(diagnosis.failedStep).toBe('intranet.main-mode');
    expect(diagnosis.causes[0]).toMatchObject({ id: 'user-credentials', confidence: 'likely' });
  });

  it('asks the server for a domain controller where the computer account was refused', () => {
    const event = failureEvent(4984, 'Unknown error occurred', { LocalEMPrincipalName: 'CORP\\CLIENT1$' });
    const diagnosis = of([noMainMode, rules, reading('security-events', eventsOf(event))]);
    expect(diagnosis.failedStep).toBe('infra.main-mode');
    expect(diagnosis.next).toMatchObject({ command: 'nltest /dsgetdc: /force', runOn: 'server' });
  });

  it('reads 13905 as an authorization where Windows has no health certificates', () => {
    const event = failureEvent(4984, 'SA establishment is not authorized.', {
      RemoteAddress: '2002:836b:3::836b:3',
      LocalEMPrincipalName: 'CORP\\user1',
    });
    const system = reading('systeminfo', {
      osName: 'Microsoft Windows 10 Enterprise',
      edition: 'Enterprise',
      build: 19045,
      domain: null,
      hostName: 'CLIENT1',
    });
    const diagnosis = of([...firstOnly, rules, system, reading('security-events', eventsOf(event), { call: 2 })]);
    expect(diagnosis.causes[0]).toMatchObject({ id: 'authorization-denied', confidence: 'confirmed', code: '13905' });
    expect(outcome(diagnosis, 'security.health')).toBe('not-applicable');
  });

  it('has one tunnel with Kerberos proxy', () => {
    const sas = { sas: [mainModeSa('fd77::1', 'UserKerb', 'ComputerKerb')] };
    const one = { ...activeRules, rules: [rule('ClientToCorp', 'fd77::1', 'UserKerb', 'ComputerKerb')] };
    const diagnosis = of([
      reading('netsh-mmsa', sas),
      reading('netsh-qmsa', { sas: [quickModeSa('fd77::1')] }),
      reading('netsh-consec', one),
    ]);
    expect(diagnosis.outcome).toBe('healthy');
    expect(
      ['intranet.main-mode', 'intranet.quick-mode', 'security.certificate'].map((id) =>
        outcome(diagnosis, id as StepId),
      ),
    ).toEqual(['not-applicable', 'not-applicable', 'not-applicable']);
  });

  it('leaves the rung unknown where two captures disagree and nothing tells which is newer', () => {
    const one = reading('netsh-mmsa', bothMainModes, { upload: 'a.txt' });
    const other = reading('netsh-mmsa', { sas: [] }, { upload: 'b.txt' });
    const diagnosis = of([one, other]);
    expect(outcome(diagnosis, 'infra.main-mode')).toBe('unknown');
    expect(diagnosis.steps.find(({ step }) => step === 'infra.main-mode')?.why).toMatch(/a\.txt.*b\.txt/);
  });

  it('takes the later call where the SAs went away', () => {
    const before = [reading('netsh-mmsa', bothMainModes), reading('netsh-qmsa', bothQuickModes)];
    const after = [reading('netsh-mmsa', { sas: [] }, { call: 2, upload: 'b.txt' })];
    expect(of([...before, ...after]).failedStep).toBe('infra.main-mode');
  });

  it('asks for the same command again where its output could not be read, and says why', () => {
    const problem = {
      code: 'not-elevated',
      message: 'mmsa.txt was printed without administrator rights. Run it in an elevated prompt.',
    };
    const diagnosis = of([reading('netsh-mmsa', { sas: [] }, { complete: false, problems: [problem] })]);
    expect(outcome(diagnosis, 'infra.main-mode')).toBe('unreadable');
    expect(diagnosis.next?.command).toContain('netsh advfirewall monitor show mmsa');
    expect(diagnosis.next?.why).toContain('without administrator rights');
  });

  it('turns auditing on only where nothing else can tell', () => {
    const off = {
      subcategories: [
        '0CCE9218-69AE-11D9-BED3-505054503030',
        '0CCE9219-69AE-11D9-BED3-505054503030',
        '0CCE921A-69AE-11D9-BED3-505054503030',
      ].map((guid) => ({ guid, name: 'IPsec', success: false, failure: false })),
    };
    const diagnosis = of([
      noMainMode,
      noQuickMode,
      rules,
      reading('auditpol', off),
      reading('security-events', eventsOf()),
    ]);
    expect(outcome(diagnosis, 'security.audit')).toBe('failed');
    expect(diagnosis.failedStep).toBe('infra.main-mode');
    expect(diagnosis.next?.command).not.toContain('auditpol /set');
  });

  it('does not take SAs to other peers for the tunnels', () => {
    const diagnosis = of([
      rules,
      reading('netsh-mmsa', { sas: [mainModeSa('10.0.0.7', 'UserNTLM'), mainModeSa('2001:db8::9', 'UserKerb')] }),
    ]);
    expect(diagnosis.failedStep).toBe('infra.main-mode');
  });

  it('computes the endpoints from the public address of the server, and says what it assumed', () => {
    const diagnosis = of(firstOnly, { serverIpv4: '131.107.0.2' });
    expect(outcome(diagnosis, 'infra.main-mode')).toBe('passed');
    expect(diagnosis.assumptions[0]?.text).toContain('131.107.0.3');
  });

  it('lets the rules overrule an address that was given', () => {
    const diagnosis = of([...firstOnly, rules], { serverIpv4: '198.51.100.10' });
    expect(outcome(diagnosis, 'infra.main-mode')).toBe('passed');
    expect(diagnosis.assumptions.map(({ id }) => id)).toContain('given-address-dropped');
  });
});
