/** The registry: every command that can be read, and so every command that can be asked for. */
import { type Command } from './command';
import { auditPolicy } from './audit-policy';
import { certificateVerification } from './certificate-verification';
import { clientExperience } from './client-experience';
import { computerCertificates } from './computer-certificates';
import { connectionProfileCmdlet } from './connection-profile-cmdlet';
import { connectionSecurityRules } from './connection-security-rules';
import { connectionSecurityRulesCmdlet } from './connection-security-rules-cmdlet';
import { connectionSecurityRulesRegistry } from './connection-security-rules-registry';
import { connectionStatus } from './connection-status';
import { connectionTest } from './connection-test';
import { currentProfile } from './current-profile';
import { disabledComponents } from './disabled-components';
import { dnsClientState } from './dns-client-state';
import { domainController } from './domain-controller';
import { firewallState } from './firewall-state';
import { firewallStateCmdlet } from './firewall-state-cmdlet';
import { globalSettings } from './global-settings';
import { globalSettingsCmdlet } from './global-settings-cmdlet';
import { groupPolicyResult } from './group-policy-result';
import { ipConfiguration } from './ip-configuration';
import { ipConfigurationCmdlet } from './ip-configuration-cmdlet';
import { ipHttpsInterfaces } from './ip-https-interfaces';
import { ipHttpsInterfacesCmdlet } from './ip-https-interfaces-cmdlet';
import { ipv6Interface } from './ipv6-interface';
import { ipv6InterfaceCmdlet } from './ipv6-interface-cmdlet';
import { ipv6Routes } from './ipv6-routes';
import { mainModeSas } from './main-mode-sas';
import { mainModeSasCmdlet } from './main-mode-sas-cmdlet';
import { nameLookup } from './name-lookup';
import { nameLookupCmdlet } from './name-lookup-cmdlet';
import { nameResolutionPolicy } from './name-resolution-policy';
import { nameResolutionPolicyCmdlet } from './name-resolution-policy-cmdlet';
import { netEvents } from './net-events';
import { netView } from './net-view';
import { pingSix } from './ping-6';
import { quickModeSas } from './quick-mode-sas';
import { quickModeSasCmdlet } from './quick-mode-sas-cmdlet';
import { securityEvents } from './security-events';
import { serverConfiguration } from './server-configuration';
import { serviceStates } from './service-states';
import { systemInformation } from './system-information';
import { teredoState } from './teredo-state';
import { teredoStateCmdlet } from './teredo-state-cmdlet';
import { tokenGroups } from './token-groups';
import { urlCache } from './url-cache';
import { wfpState } from './wfp-state';
import { winHttpProxy } from './winhttp-proxy';

/** Where an output could be of several commands and nothing else tells, the first of them is taken. */
export const commands: readonly Command[] = [
  mainModeSas,
  quickModeSas,
  globalSettings,
  connectionSecurityRules,
  connectionSecurityRulesRegistry,
  currentProfile,
  firewallState,
  nameResolutionPolicy,
  dnsClientState,
  ipHttpsInterfaces,
  teredoState,
  winHttpProxy,
  securityEvents,
  netEvents,
  wfpState,
  computerCertificates,
  certificateVerification,
  urlCache,
  auditPolicy,
  domainController,
  netView,
  pingSix,
  ipConfiguration,
  systemInformation,
  groupPolicyResult,
  tokenGroups,
  serviceStates,
  mainModeSasCmdlet,
  quickModeSasCmdlet,
  connectionSecurityRulesCmdlet,
  connectionProfileCmdlet,
  nameResolutionPolicyCmdlet,
  ipConfigurationCmdlet,
  disabledComponents,
  nameLookup,
  ipv6Interface,
  ipv6Routes,
  ipHttpsInterfacesCmdlet,
  teredoStateCmdlet,
  firewallStateCmdlet,
  globalSettingsCmdlet,
  connectionStatus,
  clientExperience,
  serverConfiguration,
  connectionTest,
  nameLookupCmdlet,
  ipv6InterfaceCmdlet,
];
