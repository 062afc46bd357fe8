/** THE ORDER of the rungs. A rung's place is knowledge: the first that fails is the answer, and what stands below it rests on it. */
import { infrastructureTunnel, intranetTunnel } from '../tunnel';
import { clientEdition } from './client-edition';
import { clientEndpoint } from './client-endpoint';
import { clientFirewall } from './client-firewall';
import { clientLocation } from './client-location';
import { clientPolicy } from './client-policy';
import { clientTransition } from './client-transition';
import { infraDomainController } from './infra-domain-controller';
import { infraProfile } from './infra-profile';
import { infraRulesActive } from './infra-rules-active';
import { infraRulesReceived } from './infra-rules-received';
import { intranetTraffic } from './intranet-traffic';
import { mainMode } from './main-mode';
import { quickMode } from './quick-mode';
import { securityAudit } from './security-audit';
import { securityCertificate } from './security-certificate';
import { securityHealth } from './security-health';
import { securityRevocation } from './security-revocation';
import { securitySmartCard } from './security-smart-card';
import { type Step } from './step';

export const ladder: readonly Step[] = [
  clientEdition,
  clientFirewall,
  clientPolicy,
  clientLocation,
  clientTransition,
  clientEndpoint,
  infraRulesReceived,
  infraRulesActive,
  infraProfile,
  mainMode(infrastructureTunnel),
  quickMode(infrastructureTunnel),
  infraDomainController,
  intranetTraffic,
  mainMode(intranetTunnel),
  quickMode(intranetTunnel),
  securityCertificate,
  securityRevocation,
  securityHealth,
  securitySmartCard,
  securityAudit,
];
