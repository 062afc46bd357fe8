/** What one command line prints on one machine of the model; a command that it does not know is a test failure. */
import { type Deployment } from './deployment';
import { AUDIT_SET, NO_PRIVILEGE, printAuditPolicy } from './printers/audit-policy';
import { printStore } from './printers/certificates';
import * as cmdlets from './printers/cmdlets';
import { printActiveRules, printReceivedRules, printRegistryRules } from './printers/connection-security-rules';
import { printDomainController, printNetView, printPing } from './printers/directory';
import { printCurrentProfile, printProfileStates, printService } from './printers/firewall-profiles';
import { printFilteringState, printNetEvents } from './printers/filtering-platform';
import { printNameLookup, printResolve } from './printers/name-lookups';
import { printGlobalSettings } from './printers/global-settings';
import { ELEVATION, lines } from './printers/layout';
import { printDnsClientState, printEffectivePolicy, printPolicy } from './printers/name-resolution-policy';
import {
  printMainMode,
  printMainModeCmdlet,
  printQuickMode,
  printQuickModeCmdlet,
} from './printers/security-associations';
import { printSecurityEvents } from './printers/security-events';
import { printDisabledComponents, printIpv6Interface, printIpv6Routes } from './printers/server-path';
import { printGroupPolicyResult, printSystemInformation, printTokenGroups } from './printers/system';
import { printIpConfiguration, printIpHttps, printTeredo, printWinHttpProxy } from './printers/transition-adapters';
import { printUrlCache, printVerification } from './printers/verification';

export type Side = 'client' | 'server';

type Printer = (deployment: Deployment, side: Side, match: RegExpExecArray) => string;

interface KnownCommand {
  readonly pattern: RegExp;
  readonly print: Printer;
  /** What Windows answers without an elevated prompt; left out where it does not matter. */
  readonly refused?: string;
}

const LOG_REFUSED = lines('Failed to open event query.', 'Access is denied.', '');

/** A cmdlet by itself, with a pipe that sets its form, or called from cmd. */
function cmdlet(line: string, records: (deployment: Deployment) => Parameters<typeof cmdlets.layOut>[0]): KnownCommand {
  return {
    pattern: new RegExp(`^(?:powershell -NoProfile -Command ")?${line}(?: \\| ([^"]+))?"?$`, 'i'),
    print: (deployment, _, match) => cmdlets.layOut(records(deployment), cmdlets.formOf(match[1])),
  };
}

const KNOWN: readonly KnownCommand[] = [
  { pattern: /^netsh advfirewall monitor show mmsa$/, print: printMainMode, refused: ELEVATION },
  { pattern: /^netsh advfirewall monitor show qmsa$/, print: printQuickMode, refused: ELEVATION },
  {
    pattern: /^netsh advfirewall monitor show consec(?: verbose| rule name=all)?$/,
    print: printActiveRules,
    refused: ELEVATION,
  },
  {
    pattern: /^netsh advfirewall consec show rule name=all(?: verbose)?$/,
    print: printReceivedRules,
    refused: ELEVATION,
  },
  { pattern: /^netsh advfirewall monitor show currentprofile$/, print: printCurrentProfile, refused: ELEVATION },
  { pattern: /^netsh advfirewall show global$/, print: printGlobalSettings, refused: ELEVATION },
  { pattern: /^netsh advfirewall show allprofiles state$/, print: printProfileStates },
  { pattern: /^netsh namespace show policy$/, print: printPolicy },
  { pattern: /^netsh namespace show effectivepolicy$/, print: printEffectivePolicy },
  { pattern: /^netsh dnsclient show state$/, print: printDnsClientState },
  { pattern: /^netsh interface httpstunnel show interfaces$/, print: printIpHttps },
  { pattern: /^netsh interface teredo show state$/, print: printTeredo },
  { pattern: /^netsh winhttp show proxy$/, print: printWinHttpProxy },
  { pattern: /^ipconfig \/all$/, print: printIpConfiguration },
  { pattern: /^systeminfo$/, print: printSystemInformation },
  { pattern: /^sc query (\w+)$/, print: (deployment, side, match) => printService(deployment, match[1] ?? '', side) },
  {
    pattern: /^gpresult \/r \/scope computer$/,
    print: printGroupPolicyResult,
    refused: lines('ERROR: Access Denied.'),
  },
  {
    pattern: /^reg query HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\ConSecRules$/,
    print: printRegistryRules,
  },
  {
    pattern: /^reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters \/v DisabledComponents$/,
    print: printDisabledComponents,
  },
  { pattern: /^netsh interface ipv6 show interface IPHTTPSInterface$/, print: printIpv6Interface },
  { pattern: /^netsh interface ipv6 show route$/, print: printIpv6Routes },
  { pattern: /^ping -6 ([\w.:-]+)$/, print: (deployment, _, match) => printPing(deployment, match[1] ?? '') },
  { pattern: /^nltest \/dsgetdc: \/force$/, print: printDomainController },
  { pattern: /^net view \\\\([\w.-]+)$/, print: (deployment, _, match) => printNetView(deployment, match[1] ?? '') },
  {
    pattern: /^certutil (-v )?-store my$/,
    print: (deployment, side, match) => printStore(deployment, side, match[1] !== undefined),
  },
  { pattern: /^certutil -verify -urlfetch [\w.-]+\.cer$/, print: printVerification },
  { pattern: /^certutil -URLcache CRL$/i, print: printUrlCache },
  {
    pattern: /^auditpol \/get \/subcategory:(?:\{[0-9A-F-]+\},?){1,4}$/i,
    print: printAuditPolicy,
    refused: NO_PRIVILEGE,
  },
  {
    pattern: /^auditpol \/set \/subcategory:(?:\{[0-9A-F-]+\},?){1,4} \/success:enable \/failure:enable$/i,
    print: () => AUDIT_SET,
    refused: NO_PRIVILEGE,
  },
  {
    pattern: /^wevtutil qe Security \/q:"[^"]+" \/f:(RenderedXml|xml)(?: \/rd:true)?(?: \/c:\d+)?$/i,
    print: (deployment, side, match) =>
      printSecurityEvents(deployment, side, match[1]?.toLowerCase() === 'renderedxml'),
    refused: LOG_REFUSED,
  },
  { pattern: /^netsh wfp show netevents file=-$/, print: printNetEvents, refused: ELEVATION },
  { pattern: /^netsh wfp show state file=-$/, print: printFilteringState, refused: ELEVATION },
  { pattern: /^whoami \/groups$/, print: printTokenGroups },
  cmdlet('Get-DAConnectionStatus', cmdlets.connectionStatus),
  cmdlet('Get-NetIPHttpsState', cmdlets.ipHttpsState),
  cmdlet('Get-NetTeredoState', cmdlets.teredoState),
  cmdlet('Get-NetConnectionProfile', cmdlets.connectionProfiles),
  cmdlet('Get-NetFirewallProfile -PolicyStore ActiveStore', cmdlets.firewallProfiles),
  cmdlet('Get-NetFirewallSetting -PolicyStore ActiveStore', cmdlets.firewallSetting),
  cmdlet('Get-DAClientExperienceConfiguration', cmdlets.clientExperience),
  cmdlet('Get-DAServer', cmdlets.serverConfiguration),
  cmdlet('Test-NetConnection [\\w.-]+ -Port 443', cmdlets.connectionTest),
  cmdlet('Test-NetConnection [0-9a-f:]+', cmdlets.endpointTest),
  { pattern: /^nslookup ([\w.-]+)$/, print: (deployment, _, match) => printNameLookup(deployment, match[1] ?? '') },
  { pattern: /^Resolve-DnsName ([\w.-]+)$/, print: (deployment, _, match) => printResolve(deployment, match[1] ?? '') },
  { pattern: /^Get-NetIPsecMainModeSA$/, print: printMainModeCmdlet },
  { pattern: /^Get-NetIPsecQuickModeSA$/, print: printQuickModeCmdlet },
];

export function print(deployment: Deployment, commandLine: string, side: Side, elevated: boolean): string {
  for (const { pattern, print: printed, refused } of KNOWN) {
    const match = pattern.exec(commandLine);
    if (match !== null) return elevated || refused === undefined ? printed(deployment, side, match) : refused;
  }
  throw new Error(`The virtual ${side} does not know the command: ${commandLine}`);
}
