/** The article followed to the letter: its commands in its order, until one shows the failing step and one confirms the cause. */
import { type CauseId, type StepId } from '../../analyzers/diagnosis/diagnosis';
import { type Deployment } from './deployment';
import { areRulesActive, tunnelState } from './negotiation';
import { type Side } from './print';
import { type Story } from './stories/story';

interface ArticleStep {
  readonly command: string;
  readonly side: Side;
  readonly shows: readonly StepId[];
  readonly confirms: readonly CauseId[];
  /** The article asks for it only then. */
  readonly onlyIf?: (deployment: Deployment) => boolean;
}

const rulesMissing = (deployment: Deployment): boolean => !areRulesActive(deployment);
const firstTunnelUp = (deployment: Deployment): boolean => tunnelState(deployment, 'infra').kind === 'up';
const firstTunnelDown = (deployment: Deployment): boolean => !firstTunnelUp(deployment);
const secondTunnelDown = (deployment: Deployment): boolean =>
  firstTunnelUp(deployment) && tunnelState(deployment, 'intranet').kind !== 'up';

const STORE: readonly CauseId[] = [
  'certificate-missing',
  'certificate-expired',
  'certificate-no-private-key',
  'certificate-wrong-usage',
  'certificate-untrusted',
];
const EVENTS: readonly CauseId[] = [
  'negotiation-timeout',
  'policy-mismatch',
  'user-credentials',
  'health-certificate-missing',
  'authorization-denied',
  'smart-card-required',
];

const client = (
  command: string,
  shows: readonly StepId[],
  confirms: readonly CauseId[] = [],
  onlyIf?: ArticleStep['onlyIf'],
): ArticleStep => ({ command, side: 'client', shows, confirms, ...(onlyIf === undefined ? {} : { onlyIf }) });
const server = (
  command: string,
  shows: readonly StepId[],
  confirms: readonly CauseId[] = [],
  onlyIf?: ArticleStep['onlyIf'],
): ArticleStep => ({ ...client(command, shows, confirms, onlyIf), side: 'server' });

/** The two procedures of the article, then its sections on revocation, auditing, health and smart cards. */
export const ARTICLE: readonly ArticleStep[] = [
  client('netsh advfirewall consec show rule name=all', ['infra.rules-received']),
  client('systeminfo', ['client.edition'], ['edition-unsupported'], rulesMissing),
  client('gpresult /r /scope computer', ['client.policy'], ['policy-not-received'], rulesMissing),
  client('netsh advfirewall monitor show consec', ['infra.rules-active']),
  client('netsh advfirewall monitor show currentprofile', ['infra.profile'], ['domain-profile-active'], rulesMissing),
  client('netsh advfirewall monitor show mmsa', ['infra.main-mode']),
  client('netsh advfirewall monitor show qmsa', ['infra.quick-mode']),
  client('certutil -store my', ['security.certificate'], STORE, firstTunnelDown),
  server('certutil -store my', ['security.certificate'], STORE, firstTunnelDown),
  server('nltest /dsgetdc: /force', ['infra.domain-controller'], ['server-no-domain-controller'], firstTunnelDown),
  client('nltest /dsgetdc: /force', ['infra.domain-controller'], ['client-no-domain-controller'], firstTunnelDown),
  client('net view \\\\IntranetFileServer', ['intranet.traffic'], ['name-resolution'], firstTunnelUp),
  client('netsh advfirewall monitor show mmsa', ['intranet.main-mode'], [], firstTunnelUp),
  client('netsh advfirewall monitor show qmsa', ['intranet.quick-mode'], [], firstTunnelUp),
  client('certutil -store my', ['security.certificate'], STORE, secondTunnelDown),
  server('certutil -store my', ['security.certificate'], STORE, secondTunnelDown),
  server('nltest /dsgetdc: /force', ['infra.domain-controller'], ['server-no-domain-controller'], secondTunnelDown),
  client('nltest /dsgetdc: /force', ['infra.domain-controller'], ['client-no-domain-controller'], secondTunnelDown),
  server('certutil -URLcache CRL', ['security.revocation'], ['certificate-revoked']),
  server('certutil -verify -urlfetch CLIENT.cer', ['security.revocation'], ['revocation-unreachable']),
  client('auditpol /set /SubCategory:"IPsec Main Mode","IPsec Extended Mode"', ['security.audit']),
  client('Event Viewer, Security log', ['security.health', 'security.smart-card'], EVENTS),
];

/**
 * How many turns the article takes for a story. A healthy client ends with the last listing of the second procedure; a cause that the
 * article does not know costs all of it.
 */
export function articleTurns({ deployment, expect }: Story): number {
  const asked = ARTICLE.filter(({ onlyIf }) => onlyIf?.(afterTraffic(deployment)) ?? true);
  if (expect.outcome === 'healthy')
    return asked.findLastIndex(({ shows }) => shows.includes('intranet.quick-mode')) + 1;
  const shown = asked.findIndex(({ shows }) => expect.failedStep.some((step) => shows.includes(step)));
  const confirmed = asked.findIndex(({ confirms }) => expect.cause?.some((cause) => confirms.includes(cause)) ?? true);
  return shown < 0 || confirmed < 0 ? asked.length : Math.max(shown, confirmed) + 1;
}

/** The article's second procedure provokes the tunnel before it looks. */
const afterTraffic = (deployment: Deployment): Deployment => ({
  ...deployment,
  moment: { ...deployment.moment, userReached: true },
});
