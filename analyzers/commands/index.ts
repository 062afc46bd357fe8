/** The registry: every command that can be read, and so every command that can be asked for. */
import { type Command } from './command';
import { connectionSecurityRules } from './connection-security-rules';
import { connectionSecurityRulesRegistry } from './connection-security-rules-registry';
import { currentProfile } from './current-profile';
import { dnsClientState } from './dns-client-state';
import { firewallState } from './firewall-state';
import { globalSettings } from './global-settings';
import { ipHttpsInterfaces } from './ip-https-interfaces';
import { mainModeSas } from './main-mode-sas';
import { nameResolutionPolicy } from './name-resolution-policy';
import { quickModeSas } from './quick-mode-sas';
import { teredoState } from './teredo-state';
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
];
