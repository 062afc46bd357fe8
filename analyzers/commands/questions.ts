/** Every question that may be asked; each of its commands is one that the registry reads. */
import { type CauseId } from '../diagnosis/diagnosis';
import { part, type Question } from './question';

const AUDIT_SUBCATEGORIES = ['0CCE9218', '0CCE9219', '0CCE921A']
  .map((id) => `{${id}-69AE-11D9-BED3-505054503030}`)
  .join(',');
/** The IPsec events of the Security log, newest first (audit-events: 4646 to 4655, 4960 to 4965, 4976 to 4984, 5049, 5451 to 5485). */
const EVENTS =
  "wevtutil qe Security /q:\"*[System[Provider[@Name='Microsoft-Windows-Security-Auditing'] and ((EventID>=4646 and EventID<=4655) or " +
  '(EventID>=4960 and EventID<=4965) or (EventID>=4976 and EventID<=4984) or EventID=5049 or (EventID>=5451 and EventID<=5485))]]" ' +
  '/f:RenderedXml /rd:true /c:400';

const mmsa = part('netsh-mmsa', 'netsh advfirewall monitor show mmsa');
const qmsa = part('netsh-qmsa', 'netsh advfirewall monitor show qmsa');
const activeRules = part('netsh-consec', 'netsh advfirewall monitor show consec verbose', {
  accept: ({ store }) => store === 'active',
});
const profile = part('netsh-currentprofile', 'netsh advfirewall monitor show currentprofile');
const ipHttps = part('netsh-httpstunnel', 'netsh interface httpstunnel show interfaces', { elevated: false });
const auditGet = part('auditpol', `auditpol /get /subcategory:${AUDIT_SUBCATEGORIES}`);
const events = part('security-events', EVENTS);
const store = part('certutil-store', 'certutil -v -store my');

const IP_HTTPS: readonly CauseId[] = [
  'ip-https-unreachable',
  'ip-https-certificate-expired',
  'ip-https-certificate-untrusted',
  'ip-https-revocation',
  'ip-https-name',
  'ip-https-tls',
];
const CERTIFICATES: readonly CauseId[] = [
  'certificate-missing',
  'certificate-expired',
  'certificate-untrusted',
  'certificate-no-private-key',
  'certificate-wrong-usage',
];
const NEGOTIATION: readonly CauseId[] = [
  ...CERTIFICATES,
  'certificate-revoked',
  'revocation-unreachable',
  'negotiation-timeout',
  'policy-mismatch',
  'user-credentials',
  'smart-card-required',
  'health-certificate-missing',
  'authorization-denied',
  'server-no-domain-controller',
];

export const questions: readonly Question[] = [
  {
    id: 'sas',
    runOn: 'client',
    parts: [mmsa, qmsa],
    decides: ['infra.main-mode', 'infra.quick-mode', 'intranet.main-mode', 'intranet.quick-mode'],
    tells: ['endpoint-unreachable', 'outside-though-inside'],
    trouble: 1,
    why: 'SAs to both endpoints mean that the tunnels are up, and everything under them. If one is missing, I know which tunnel to look into.',
  },
  {
    id: 'rules',
    runOn: 'client',
    parts: [activeRules, profile, ipHttps],
    decides: ['infra.rules-active', 'infra.profile', 'client.transition'],
    tells: [
      'rules-inactive',
      'domain-profile-active',
      'policy-not-received',
      'policy-mismatch',
      'health-certificate-missing',
      'no-transition',
      ...IP_HTTPS,
    ],
    trouble: 1,
    why: 'This shows whether the two DirectAccess rules are active, which endpoints they name, and whether IP-HTTPS carries the client. If all of that is well, the negotiation itself is at fault.',
  },
  {
    id: 'events',
    runOn: 'client',
    parts: [auditGet, events, store],
    decides: ['infra.main-mode', 'intranet.main-mode', 'security.certificate', 'security.audit'],
    tells: NEGOTIATION,
    trouble: 1.2,
    why: 'The Security log names the reason of a failed negotiation, if failures are audited; the store shows the certificate that the client offers.',
  },
  {
    id: 'client-certificates',
    runOn: 'client',
    parts: [store],
    decides: ['security.certificate'],
    tells: CERTIFICATES,
    trouble: 1,
    why: 'It shows whether the client has a certificate in its time, with its private key and the right usage.',
  },
  {
    id: 'server-certificates',
    runOn: 'server',
    parts: [store],
    decides: ['security.certificate'],
    tells: CERTIFICATES,
    trouble: 2,
    why: 'The certificate of the client is not at fault as far as shown; this shows that of the server.',
  },
  {
    id: 'verification',
    runOn: 'server',
    parts: [
      part('netsh-global', 'netsh advfirewall show global'),
      part('certutil-verify', 'certutil -verify -urlfetch <CLIENT.cer>'),
    ],
    decides: ['security.revocation', 'security.certificate'],
    tells: ['certificate-revoked', 'revocation-unreachable', 'certificate-untrusted'],
    trouble: 3,
    why: 'Run it with the exported certificate of the client. A revoked entry, or a list that the server cannot fetch, is the cause.',
  },
  {
    id: 'server-events',
    runOn: 'server',
    parts: [events],
    decides: ['infra.main-mode', 'intranet.main-mode'],
    tells: ['negotiation-failed', ...NEGOTIATION],
    trouble: 4,
    why: 'The side that refuses writes the reason; the other side often only logs that the peer gave up.',
  },
  {
    id: 'server-domain-controller',
    runOn: 'server',
    parts: [part('nltest-dsgetdc', 'nltest /dsgetdc: /force')],
    decides: ['infra.domain-controller'],
    tells: ['server-no-domain-controller', 'client-no-domain-controller'],
    trouble: 2,
    why: 'The server must find a domain controller to check the credentials. If it finds none, that is the cause; if it does, look at the client.',
  },
  {
    id: 'client-domain-controller',
    runOn: 'client',
    parts: [part('nltest-dsgetdc', 'nltest /dsgetdc: /force')],
    decides: ['infra.domain-controller'],
    tells: ['client-no-domain-controller', 'name-resolution', 'user-credentials'],
    trouble: 1,
    why: 'It shows whether names resolve and a domain controller answers through the infrastructure tunnel.',
  },
  {
    id: 'traffic',
    runOn: 'client',
    parts: [part('net-view', 'net view \\\\<IntranetFileServer>', { elevated: false }), mmsa, qmsa],
    decides: ['intranet.traffic', 'intranet.main-mode', 'intranet.quick-mode'],
    tells: ['intranet-not-triggered', 'name-resolution'],
    trouble: 1,
    why: 'The second tunnel comes up when the signed-in user reaches for the intranet. Run it as that user, in an elevated prompt; the SAs show at once whether it came up.',
  },
  {
    id: 'name',
    runOn: 'client',
    parts: [
      part('ping-6', 'ping -6 <IntranetFileServer>', {
        elevated: false,
        accept: ({ target }) => !(target ?? '').includes(':'),
      }),
    ],
    decides: ['intranet.traffic'],
    tells: ['name-resolution'],
    trouble: 0.9,
    why: 'If the name is not found, names do not resolve through the infrastructure tunnel; if it is, the way to that server is at fault.',
  },
  {
    id: 'token',
    runOn: 'client',
    parts: [part('whoami-groups', 'whoami /groups', { elevated: false })],
    decides: ['security.smart-card'],
    tells: ['smart-card-required'],
    trouble: 1,
    why: 'It shows whether this sign-in carries the smart card group.',
  },
  {
    id: 'audit-on',
    runOn: 'client',
    parts: [
      part('auditpol', `auditpol /set /subcategory:${AUDIT_SUBCATEGORIES} /success:enable /failure:enable`),
      auditGet,
    ],
    decides: ['security.audit'],
    tells: NEGOTIATION,
    trouble: 4,
    why: 'This changes the audit policy, so that the reason of the failure is logged. The failure must be provoked again afterwards: try to reach the intranet.',
  },
  {
    id: 'rules-received',
    runOn: 'client',
    parts: [
      part('netsh-consec', 'reg query HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\ConSecRules', {
        accept: ({ store: kind, source }) => kind === 'received' && source !== 'local' && source !== 'persistent',
      }),
    ],
    decides: ['infra.rules-received'],
    tells: ['policy-not-received', 'rules-inactive'],
    trouble: 1,
    why: 'It shows whether Group Policy brought the rules. If they are there, something keeps them from being active; if not, the policy never came.',
  },
  {
    id: 'policy',
    runOn: 'client',
    parts: [part('gpresult', 'gpresult /r /scope computer')],
    decides: ['client.policy'],
    tells: ['policy-not-received'],
    trouble: 1.1,
    why: 'It names the policies that were applied and those that were filtered out, with the reason.',
  },
  {
    id: 'firewall',
    runOn: 'client',
    parts: [
      part('netsh-firewall-state', 'netsh advfirewall show allprofiles state', { elevated: false }),
      part('sc-query', 'sc query BFE & sc query MpsSvc & sc query IKEEXT & sc query PolicyAgent & sc query iphlpsvc', {
        elevated: false,
      }),
    ],
    decides: ['client.firewall'],
    tells: ['firewall-off', 'service-stopped'],
    trouble: 0.9,
    why: 'Without Windows Firewall or one of these services no rule is active and nothing is negotiated.',
  },
  {
    id: 'location',
    runOn: 'client',
    parts: [
      part('netsh-nrpt', 'netsh namespace show effectivepolicy', {
        elevated: false,
        accept: ({ effective }) => effective,
      }),
      part('netsh-dnsclient', 'netsh dnsclient show state', { elevated: false }),
    ],
    decides: ['client.location'],
    tells: ['inside-though-outside', 'outside-though-inside', 'local-names-preferred'],
    trouble: 0.9,
    why: 'Rules in this table mean that the client knows it is outside. An empty table means that no tunnel is even tried.',
  },
  {
    id: 'transition',
    runOn: 'client',
    parts: [
      ipHttps,
      part('netsh-teredo', 'netsh interface teredo show state', { elevated: false }),
      part('ipconfig', 'ipconfig /all', { elevated: false }),
    ],
    decides: ['client.transition', 'client.location'],
    tells: [
      'no-transition',
      'sixtofour-blocked',
      'ipv6-disabled',
      'outside-though-inside',
      'inside-though-outside',
      ...IP_HTTPS,
    ],
    trouble: 0.9,
    why: 'One working adapter is enough; the others may be off.',
  },
  {
    id: 'proxy',
    runOn: 'client',
    parts: [part('netsh-winhttp-proxy', 'netsh winhttp show proxy', { elevated: false })],
    decides: ['client.transition'],
    tells: ['ip-https-proxy', 'ip-https-name'],
    trouble: 0.9,
    why: 'A proxy gives this error although the name resolves. Without one, the public name does not resolve.',
  },
  {
    id: 'endpoint',
    runOn: 'client',
    parts: [
      part('ping-6', ({ firstEndpoint }) => `ping -6 ${firstEndpoint ?? '<ENDPOINT>'}`, {
        elevated: false,
        accept: ({ target }) => (target ?? '').includes(':'),
      }),
    ],
    decides: ['client.endpoint'],
    tells: ['endpoint-unreachable', 'negotiation-timeout', 'sixtofour-blocked', 'server-routing'],
    trouble: 0.9,
    why: 'An answer means that the way to the server is free and the negotiation itself fails.',
  },
  {
    id: 'edition',
    runOn: 'client',
    parts: [part('systeminfo', 'systeminfo', { elevated: false })],
    decides: ['client.edition', 'security.health'],
    tells: ['edition-unsupported', 'health-certificate-missing'],
    trouble: 0.9,
    why: 'Only some editions have DirectAccess, and only older versions ask for a health certificate.',
  },
];

/** The question of an id; every id that a step names is in the list (a test holds them against each other). */
export function questionOf(id: string): Question {
  const question = questions.find((one) => one.id === id);
  if (question === undefined) throw new Error(`No question has the id ${id}.`);
  return question;
}
