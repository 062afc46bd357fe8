/** For every rung of the ladder: outputs that pass it, fail it, and cannot be read. */
import { type StepId } from '../../analyzers/diagnosis/diagnosis';
import { type Deployment } from './deployment';
import * as faults from './faults';
import { audited, beforeTraffic, deploymentBehindNat, healthyDeployment } from './healthy-deployments';
import { type Side } from './print';
import { run } from './technician';
import { EVENTS, MMSA, NLTEST, QMSA } from './stories/story';

/** A command whose output is sent, whole or not. */
export interface Sent {
  readonly commandLine: string;
  readonly side: Side;
  readonly elevated: boolean;
  /** The part of the output that arrives. */
  readonly share: number;
}

export interface Evidence {
  readonly deployment: Deployment;
  readonly sent: readonly Sent[];
}

export interface StepStory {
  readonly passed: Evidence;
  readonly failed: Evidence;
  readonly unreadable: Evidence;
}

const CONSEC = 'netsh advfirewall monitor show consec verbose';
const AUDIT =
  'auditpol /get /subcategory:{0CCE9218-69AE-11D9-BED3-505054503030},{0CCE9219-69AE-11D9-BED3-505054503030},{0CCE921A-69AE-11D9-BED3-505054503030}';
const SERVICES = ['BFE', 'MpsSvc', 'IKEEXT', 'PolicyAgent', 'iphlpsvc'].map((name) => `sc query ${name}`);
const STATE = 'netsh advfirewall show allprofiles state';
const GPRESULT = 'gpresult /r /scope computer';
const TABLE = 'netsh namespace show effectivepolicy';
const IP_HTTPS = 'netsh interface httpstunnel show interfaces';
const PROFILE = 'netsh advfirewall monitor show currentprofile';
const REGISTRY = 'reg query HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\ConSecRules';
const NET_VIEW = 'net view \\\\<IntranetFileServer>';
const STORE = 'certutil -v -store my';
const VERIFY = 'certutil -verify -urlfetch <CLIENT.cer>';
const GLOBAL = 'netsh advfirewall show global';
const PING = 'ping -6 <ENDPOINT>';

const one = (commandLine: string, more: Partial<Sent> = {}): Sent => ({
  commandLine,
  side: 'client',
  elevated: true,
  share: 1,
  ...more,
});
const onServer = (commandLine: string, share = 1): Sent => one(commandLine, { side: 'server', share });
const cut = (commandLine: string, share: number): Sent => one(commandLine, { share });
const refused = (commandLine: string): Sent => one(commandLine, { elevated: false });

const from = (deployment: Deployment, ...sent: readonly (string | Sent)[]): Evidence => ({
  deployment,
  sent: sent.map((item) => (typeof item === 'string' ? one(item) : item)),
});

const w7 = healthyDeployment();
const w10 = deploymentBehindNat();
const fault = (injected: faults.Fault, deployment: Deployment = w7): Deployment => injected(deployment);
const blocked = faults.ipHttpsError(
  'ip-https-unreachable',
  0x274c,
  'Failed to connect to the IPHTTPS server; waiting to reconnect',
);

/** What passes, fails and cannot be read, rung by rung. */
export const stepStories: Readonly<Record<StepId, StepStory>> = {
  'client.edition': {
    passed: from(w7, 'systeminfo'),
    failed: from(fault(faults.unsupportedEdition), 'systeminfo'),
    unreadable: from(w7, cut('systeminfo', 0.04)),
  },
  'client.firewall': {
    passed: from(w7, STATE, ...SERVICES),
    failed: from(fault(faults.firewallOff), STATE),
    unreadable: from(w7, cut(STATE, 0.5)),
  },
  'client.policy': {
    passed: from(w10, GPRESULT),
    failed: from(fault(faults.policyNotReceived), GPRESULT),
    unreadable: from(w7, refused(GPRESULT)),
  },
  'client.location': {
    passed: from(w10, TABLE),
    failed: from(fault(faults.insideThoughOutside, w10), TABLE, 'ipconfig /all', GPRESULT),
    unreadable: from(w10, cut(TABLE, 0.07)),
  },
  'client.transition': {
    passed: from(w10, IP_HTTPS),
    failed: from(fault(blocked, w10), IP_HTTPS),
    unreadable: from(w10, cut(IP_HTTPS, 0.6)),
  },
  'client.endpoint': {
    passed: from(w10, CONSEC, PING),
    failed: from(fault(faults.endpointSilent, w10), CONSEC, PING),
    unreadable: from(fault(faults.endpointSilent, w10), CONSEC, cut(PING, 0.4)),
  },
  'infra.rules-received': {
    passed: from(w7, REGISTRY),
    failed: from(fault(faults.policyNotReceived), REGISTRY),
    unreadable: from(w7, refused('netsh advfirewall consec show rule name=all')),
  },
  'infra.rules-active': {
    passed: from(w7, CONSEC),
    failed: from(fault(faults.vpnConnected), CONSEC),
    unreadable: from(w7, refused(CONSEC)),
  },
  'infra.profile': {
    passed: from(w7, PROFILE),
    failed: from(fault(faults.vpnConnected), PROFILE),
    unreadable: from(w7, refused(PROFILE)),
  },
  'infra.main-mode': {
    passed: from(w7, MMSA),
    failed: from(fault(faults.clientCertificateExpired), MMSA),
    unreadable: from(w7, refused(MMSA)),
  },
  'infra.quick-mode': {
    passed: from(w7, MMSA, QMSA),
    failed: from(fault(faults.quickModeMismatch('infra')), MMSA, QMSA),
    unreadable: from(beforeTraffic(w7), MMSA, refused(QMSA)),
  },
  'infra.domain-controller': {
    passed: from(w7, NLTEST),
    failed: from(fault(faults.serverWithoutController), onServer(NLTEST)),
    unreadable: from(w7, cut(NLTEST, 0.5)),
  },
  'intranet.traffic': {
    passed: from(w7, NET_VIEW),
    failed: from(fault(faults.fileServerUnresolved), MMSA, QMSA, NET_VIEW),
    unreadable: from(w7, cut(NET_VIEW, 0.3)),
  },
  'intranet.main-mode': {
    passed: from(w7, CONSEC, MMSA),
    failed: from(audited(fault(faults.userRefused)), CONSEC, MMSA, EVENTS),
    unreadable: from(w7, refused(MMSA)),
  },
  'intranet.quick-mode': {
    passed: from(w7, MMSA, QMSA),
    failed: from(audited(fault(faults.quickModeMismatch('intranet'))), CONSEC, MMSA, QMSA, EVENTS),
    unreadable: from(w7, MMSA, refused(QMSA)),
  },
  'security.certificate': {
    passed: from(w7, CONSEC, STORE, onServer(STORE)),
    failed: from(fault(faults.clientCertificateExpired), STORE),
    unreadable: from(w7, cut(STORE, 0.2)),
  },
  'security.revocation': {
    passed: from(w7, onServer(GLOBAL), onServer(VERIFY)),
    failed: from(fault(faults.clientRevoked), onServer(GLOBAL), onServer(VERIFY)),
    unreadable: from(w7, onServer(GLOBAL), onServer(VERIFY, 0.5)),
  },
  'security.health': {
    passed: from(fault(faults.healthAccepted), CONSEC, MMSA),
    failed: from(audited(fault(faults.healthRequired)), 'systeminfo', EVENTS),
    unreadable: from(w7, refused(EVENTS)),
  },
  'security.smart-card': {
    passed: from(fault(faults.smartCardPresented), 'whoami /groups'),
    failed: from(audited(fault(faults.smartCardRequired)), EVENTS),
    unreadable: from(w7, cut('whoami /groups', 0.6)),
  },
  'security.audit': {
    passed: from(audited(w7), AUDIT),
    failed: from(w7, AUDIT),
    unreadable: from(w7, refused(AUDIT)),
  },
};

/** The transcripts of what is sent, each in a file named after its machine. */
export function transcripts({
  deployment,
  sent,
}: Evidence): readonly { readonly name: string; readonly text: string }[] {
  return sent.map(({ commandLine, side, elevated, share }, index) => {
    const { transcript } = run(deployment, { commandLine, side, elevated });
    const start = transcript.indexOf('\r\n') + 2;
    const kept = share === 1 ? transcript.length : start + Math.floor((transcript.length - start) * share);
    return { name: `${side}-${index + 1}.txt`, text: transcript.slice(0, kept) };
  });
}
