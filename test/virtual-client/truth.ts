/** What is true of every rung for this client and the server to which it is led, which no diagnosis may contradict by `passed`. */
import { type StepId } from '../../analyzers/diagnosis/diagnosis';
import { type Deployment } from './deployment';
import {
  areRulesActive,
  areRulesReceived,
  findsDomainController,
  hasDomainProfile,
  isEditionSupported,
  isFirewallReady,
  isRevocationRefused,
  isTransitionUp,
  netViewStatus,
  storeFault,
  tunnelState,
} from './negotiation';

export type Truth = Readonly<Record<StepId, boolean | 'not-applicable'>>;

export function truth(deployment: Deployment): Truth {
  const { client, server, rules, moment } = deployment;
  const infra = tunnelState(deployment, 'infra');
  const intranet = tunnelState(deployment, 'intranet');
  const single = rules.kind === 'kerberos-proxy';
  const ofTwo = (value: boolean): boolean | 'not-applicable' => (single ? 'not-applicable' : value);
  const infraMain = hasMainMode(infra) && !server.wrongSecondAuthentication;
  return {
    'client.edition': isEditionSupported(deployment),
    'client.firewall': isFirewallReady(deployment),
    'client.policy': client.policyApplied,
    'client.location':
      client.inOffice === client.believesInside && !client.believesInside && client.prefersLocalNames !== true,
    'client.transition': isTransitionUp(deployment),
    'client.endpoint': isTransitionUp(deployment) && (server.answersPing || server.answersNegotiation),
    'infra.rules-received': areRulesReceived(deployment),
    'infra.rules-active': areRulesActive(deployment),
    'infra.profile': !hasDomainProfile(deployment),
    'infra.main-mode': infraMain,
    'infra.quick-mode': infra.kind === 'up',
    'infra.domain-controller': findsDomainController(deployment) && server.findsDomainController,
    'intranet.traffic': ofTwo(moment.userReached && (netViewStatus(deployment) === 0 || hasMainMode(intranet))),
    'intranet.main-mode': ofTwo(hasMainMode(intranet)),
    'intranet.quick-mode': ofTwo(intranet.kind === 'up'),
    'security.certificate': ofTwo(
      storeFault(deployment, 'client') === null && storeFault(deployment, 'server') === null,
    ),
    'security.revocation': ofTwo(!isRevocationRefused(server)),
    'security.health': rules.healthCertificate ? client.healthCertificate : 'not-applicable',
    'security.smart-card': rules.authorization ? client.smartCard : 'not-applicable',
    'security.audit': moment.audited && moment.quickModeLeftOut !== true,
  };
}

/** A failed second authentication deletes its main mode SA; a failed quick mode leaves it. */
const hasMainMode = (state: ReturnType<typeof tunnelState>): boolean =>
  state.kind === 'up' || (state.kind === 'failed' && state.stage === 'quick');
