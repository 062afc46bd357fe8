/** Questions about the negotiation: SAs, events, certificates, revocation, domain controllers, the user's traffic. */
import { type CauseId } from '../diagnosis/diagnosis';
import { type Part, part, type Question, hinting, telling } from './question';
import { AUDIT_SET, auditGet, events, mmsa, netEvents, qmsa, store } from './question-parts';

const CERTIFICATES: readonly CauseId[] = [
  'certificate-missing',
  'certificate-expired',
  'certificate-untrusted',
  'certificate-no-private-key',
  'certificate-wrong-usage',
];
/** What a negotiation ends with, so that a log of its failures names it. */
export const NEGOTIATION: readonly CauseId[] = [
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

/** Windows audits no IPsec failure by default, so a log often says nothing. */
export const LOGGED = 0.3;

/** Net events are logged by default, in a ring of some hundred, out of which dropped packets push them. */
export const NET_LOGGED = 0.7;

/** What makes the signed-in user reach for the intranet. */
const TRAFFIC = 'net view \\\\<IntranetFileServer>';

const again = (one: Part): Part => ({ ...one, fresh: true });

/** The side that checks verifies the exported certificate of the other one. */
function verification(id: string, runOn: Question['runOn'], file: string, trouble: number): Question {
  const owner = runOn === 'server' ? 'client' : 'server';
  return {
    id,
    // Whoever is at the server anyway may take the certificate of the client along.
    ...(runOn === 'client' ? { alone: true } : {}),
    runOn,
    parts: [
      part('netsh-global', 'netsh advfirewall show global'),
      part('certutil-verify', `certutil -verify -urlfetch ${file}`),
    ],
    decides: ['security.revocation', 'security.certificate'],
    tells: ['certificate-revoked', 'revocation-unreachable', 'certificate-untrusted'],
    trouble,
    needs: `Export the certificate of the ${owner} into a file first, and put its name in the place of <${owner.toUpperCase()}.cer>.`,
    why: `A revoked entry, or a list that the ${runOn} cannot fetch, is the cause.`,
  };
}

export const negotiationQuestions: readonly Question[] = [
  {
    id: 'sas',
    runOn: 'client',
    parts: [telling(mmsa, ['endpoint-unreachable', 'outside-though-inside']), telling(qmsa, [])],
    decides: ['infra.main-mode', 'infra.quick-mode', 'intranet.main-mode', 'intranet.quick-mode'],
    tells: ['endpoint-unreachable', 'outside-though-inside'],
    trouble: 1,
    why: 'SAs to both endpoints mean that the tunnels are up, and everything under them. If one is missing, I know which tunnel to look into.',
  },
  {
    id: 'events',
    runOn: 'client',
    parts: [telling(auditGet, []), telling(events, NEGOTIATION, LOGGED), telling(store, CERTIFICATES)],
    settledBy: 'security-events',
    decides: ['infra.main-mode', 'intranet.main-mode', 'security.certificate', 'security.health', 'security.audit'],
    tells: NEGOTIATION,
    trouble: 1.2,
    why: 'The Security log names the reason of a failed negotiation, if failures are audited; the store shows the certificate that the client offers. Too long to paste? Put > events.txt behind it and send the file.',
  },
  {
    id: 'net-events',
    runOn: 'client',
    parts: [telling(netEvents, NEGOTIATION, NET_LOGGED)],
    decides: ['infra.main-mode', 'infra.quick-mode', 'intranet.main-mode', 'intranet.quick-mode'],
    tells: NEGOTIATION,
    trouble: 1.1,
    why: 'Windows keeps its last hundred net events, with the code of a failed negotiation, whether failures are audited or not. Too long to paste? Save it instead with netsh wfp show netevents file=netevents.xml, and send that file.',
  },
  {
    id: 'audit',
    runOn: 'client',
    parts: [auditGet],
    decides: ['security.audit'],
    tells: NEGOTIATION,
    trouble: 2,
    why: 'The log shows no such event. If failures are not audited, that says nothing, and I can switch it on; if they are, nothing was negotiated.',
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
    trouble: 4,
    why: 'It shows whether the server has a certificate in its time, with its private key and the right usage.',
  },
  verification('verification', 'server', '<CLIENT.cer>', 5),
  verification('client-verification', 'client', '<SERVER.cer>', 4),
  {
    id: 'server-events',
    runOn: 'server',
    parts: [telling(events, ['negotiation-failed', ...NEGOTIATION], LOGGED), telling(auditGet, [])],
    settledBy: 'security-events',
    decides: ['infra.main-mode', 'intranet.main-mode'],
    tells: ['negotiation-failed', ...NEGOTIATION],
    trouble: 10,
    why: 'The side that refuses writes the reason; the other side often only logs that the peer gave up.',
  },
  {
    id: 'client-address',
    runOn: 'client',
    parts: [part('ipconfig', 'ipconfig /all', { elevated: false })],
    decides: ['infra.main-mode', 'intranet.main-mode'],
    tells: [],
    trouble: 0.9,
    why: 'The log of the server shows failures of several clients. The addresses and the name of this one tell which are its own.',
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
    id: 'kdc-proxy',
    runOn: 'server',
    parts: [
      part('sc-query', 'sc query KPSSVC', {
        elevated: false,
        accept: ({ services }) => services.some(({ name }) => /^kpssvc$/i.test(name)),
      }),
    ],
    decides: ['infra.main-mode'],
    tells: ['kerberos-proxy'],
    trouble: 2,
    why: 'The computer proves itself through the KDC proxy of the server. If that service does not run, that is the cause; if it does, look at the IP-HTTPS certificate.',
  },
  {
    id: 'client-domain-controller',
    runOn: 'client',
    parts: [
      hinting(part('nltest-dsgetdc', 'nltest /dsgetdc: /force'), [
        'client-no-domain-controller',
        'name-resolution',
        'user-credentials',
      ]),
    ],
    decides: ['infra.domain-controller'],
    tells: ['client-no-domain-controller', 'name-resolution', 'user-credentials'],
    trouble: 1,
    why: 'It shows whether names resolve and a domain controller answers through the infrastructure tunnel.',
  },
  {
    id: 'traffic',
    alone: true,
    runOn: 'client',
    parts: [part('net-view', TRAFFIC, { elevated: false }), again(mmsa), again(qmsa), again(netEvents)],
    settledBy: 'net-view',
    decides: ['intranet.traffic', 'intranet.main-mode', 'intranet.quick-mode'],
    tells: ['intranet-not-triggered', 'name-resolution'],
    trouble: 1,
    why: 'The second tunnel comes up when the signed-in user reaches for the intranet. Run it as that user, in an elevated prompt; the SAs show at once whether it came up, the net events why not.',
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
    alone: true,
    runOn: 'client',
    parts: [
      part('auditpol', AUDIT_SET),
      auditGet,
      { ...part('net-view', TRAFFIC, { elevated: false }), fresh: true },
      { ...events, fresh: true },
    ],
    decides: ['security.audit'],
    tells: NEGOTIATION,
    trouble: 10,
    why: 'This changes the audit policy, so that the reason of the failure is logged, and provokes the failure again by reaching for the intranet. If the log is still empty, wait a minute and read it once more.',
  },
  {
    id: 'server-audit-on',
    alone: true,
    runOn: 'server',
    parts: [part('auditpol', AUDIT_SET), auditGet],
    decides: ['security.audit'],
    tells: ['negotiation-failed', ...NEGOTIATION],
    trouble: 15,
    why: 'This changes the audit policy of the server, so that it logs why it refuses. The client must try again afterwards.',
  },
];
