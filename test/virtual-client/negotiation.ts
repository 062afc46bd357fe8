/** What follows from the model: which rules are active, which tunnels come up, and at what a negotiation breaks. */
import { type CauseId } from '../../analyzers/diagnosis/diagnosis';
import { CLIENT_AUTHENTICATION } from './healthy-deployments';
import { type Deployment, type ModelCertificate } from './deployment';

export type TunnelId = 'infra' | 'intranet';

/** How a tunnel stands. `arose` is the machine whose check failed; `answered` whether the peer sent its cookie. */
export type TunnelState =
  | { readonly kind: 'up' }
  /** Nothing asked for it, or something under it is missing, so that no packet was sent. */
  | { readonly kind: 'untried' }
  | {
      readonly kind: 'failed';
      readonly stage: 'main' | 'extended' | 'quick';
      readonly code: number;
      /** The code in the log of the other machine. */
      readonly serverCode: number;
      readonly arose: 'client' | 'server';
      readonly answered: boolean;
    };

const SUPPORTED_EDITION = /Enterprise|Ultimate|Education|Server/;

export const isEditionSupported = ({ client }: Deployment): boolean => SUPPORTED_EDITION.test(client.windows.name);

export const areRulesReceived = (deployment: Deployment): boolean =>
  deployment.client.policyApplied && isEditionSupported(deployment);

export const isFirewallReady = ({ client }: Deployment): boolean =>
  client.firewall.private && client.firewall.public && client.stoppedServices.length === 0;

export const hasDomainProfile = ({ client }: Deployment): boolean =>
  client.networks.some(({ profile }) => profile === 'domain');

/** Rules are for the private and public profiles, and need Windows Firewall and its two services. */
export function areRulesActive(deployment: Deployment): boolean {
  const { firewall, stoppedServices } = deployment.client;
  return (
    areRulesReceived(deployment) &&
    !hasDomainProfile(deployment) &&
    firewall.public &&
    !stoppedServices.some((name) => name === 'MpsSvc' || name === 'BFE')
  );
}

export function isTransitionUp({ client }: Deployment): boolean {
  if (client.stoppedServices.includes('iphlpsvc')) return false;
  return isIpHttpsUp(client) || client.teredo === 'qualified' || client.sixToFour !== null;
}

export const isIpHttpsUp = ({ ipHttps }: Deployment['client']): boolean =>
  ipHttps.code === 0 && ipHttps.status === 'IPHTTPS interface active';

export function isTried(deployment: Deployment): boolean {
  const { client } = deployment;
  return (
    areRulesActive(deployment) &&
    isTransitionUp(deployment) &&
    !client.believesInside &&
    client.prefersLocalNames !== true &&
    !client.stoppedServices.some((name) => name === 'IKEEXT' || name === 'PolicyAgent')
  );
}

/** How a tunnel stands at the moment of the model. */
export function tunnelState(deployment: Deployment, tunnel: TunnelId): TunnelState {
  if (!isTried(deployment)) return { kind: 'untried' };
  if (tunnel === 'infra') return infrastructureState(deployment);
  const { rules, moment, client, server } = deployment;
  const first = infrastructureState(deployment);
  if (rules.kind === 'kerberos-proxy' || first.kind !== 'up' || !moment.userReached) return { kind: 'untried' };
  if (server.wrongSecondAuthentication || !findsDomainController(deployment) || !client.resolvesFileServer)
    return { kind: 'untried' };
  if (rules.healthCertificate && !client.healthCertificate) return failure(deployment, 'extended', 13905);
  if (rules.authorization && !client.smartCard) return failure(deployment, 'extended', 13906);
  if (!server.authorizes) return failure(deployment, 'extended', 13905);
  if (!client.userPasswordAccepted) return failure(deployment, 'extended', 13801);
  if (server.quickModeMismatch === 'intranet') return failure(deployment, 'quick', 13868);
  return { kind: 'up' };
}

function infrastructureState(deployment: Deployment): TunnelState {
  const { rules, server } = deployment;
  if (!server.answersNegotiation) return { ...failure(deployment, 'main', 13805, 'client'), answered: false };
  if (rules.kind === 'two-tunnels') {
    const refused = certificateFailure(deployment);
    if (refused !== null) return refused;
  }
  if (rules.kind === 'kerberos-proxy' && server.kdcProxyStopped === true)
    return failure(deployment, 'main', 13827, 'client');
  if (!server.findsDomainController) return failure(deployment, 'extended', 13801);
  if (server.quickModeMismatch === 'infra') return failure(deployment, 'quick', 13868);
  return { kind: 'up' };
}

type FailedState = Extract<TunnelState, { readonly kind: 'failed' }>;

function failure(
  { failureCode }: Deployment,
  stage: FailedState['stage'],
  code: number,
  arose: FailedState['arose'] = 'server',
  serverCode: number = code,
): FailedState {
  return { kind: 'failed', stage, code: failureCode ?? code, serverCode, arose, answered: true };
}

/** What each side writes when a certificate is refused; the client logs 13801 where the server only says no. */
function certificateFailure(deployment: Deployment): TunnelState | null {
  const { server } = deployment;
  switch (storeFault(deployment, 'client')) {
    case 'certificate-missing':
    case 'certificate-wrong-usage':
      return failure(deployment, 'main', 13806, 'client', 13847);
    case 'certificate-no-private-key':
      return failure(deployment, 'main', 13820, 'client', 13847);
    case 'certificate-expired':
      return failure(deployment, 'main', 13801);
    case 'certificate-untrusted':
      return failure(deployment, 'main', 13801, 'server', 13887);
    default:
  }
  const own = storeFault(deployment, 'server');
  if (own === 'certificate-missing') return failure(deployment, 'main', 13847, 'client', 13806);
  if (own !== null) return failure(deployment, 'main', 13801, 'client', 13807);
  if (isRevocationRefused(server)) return failure(deployment, 'main', 13801, 'server', 13848);
  return null;
}

export function isRevocationRefused(server: Deployment['server']): boolean {
  if (server.revocationCheck === 0) return false;
  return server.clientRevoked || (server.revocationCheck === 2 && !server.revocationListReachable);
}

/** What is wrong with the store of one machine, null where one certificate in it serves. */
export function storeFault(deployment: Deployment, side: 'client' | 'server'): CauseId | null {
  const { certificates } = deployment[side];
  const faults = certificates.map((certificate) => certificateFault(certificate, deployment));
  if (faults.includes(null)) return null;
  return faults[0] ?? 'certificate-missing';
}

function certificateFault(certificate: ModelCertificate, { rules, moment }: Deployment): CauseId | null {
  if (certificate.notAfter < moment.clock) return 'certificate-expired';
  if (!certificate.hasPrivateKey) return 'certificate-no-private-key';
  if (!certificate.usages.includes(CLIENT_AUTHENTICATION)) return 'certificate-wrong-usage';
  return certificate.issuer === rules.authority ? null : 'certificate-untrusted';
}

/** Whether the client finds a domain controller: in the office, or through the first tunnel. */
export function findsDomainController(deployment: Deployment): boolean {
  const { client, server } = deployment;
  if (client.inOffice) return true;
  const up = isTried(deployment) && infrastructureState(deployment).kind === 'up';
  return up && server.findsDomainController && client.locatesDomainController;
}

/** What `net view` of the file server ends with: 0, 53 (bad network path), 1311 (no logon servers). */
export function netViewStatus(deployment: Deployment): number {
  const { client, rules } = deployment;
  if (client.inOffice) return 0;
  if (!isTried(deployment) || infrastructureState(deployment).kind !== 'up') return 53;
  if (!client.resolvesFileServer) return 53;
  if (!findsDomainController(deployment)) return 1311;
  if (rules.kind === 'kerberos-proxy') return 0;
  const reached = { ...deployment, moment: { ...deployment.moment, userReached: true } };
  return tunnelState(reached, 'intranet').kind === 'up' ? 0 : 53;
}
