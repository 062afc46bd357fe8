/** `netsh advfirewall monitor show consec [verbose]`, `consec show rule name=all [verbose]` and the rules in the registry. */
import { type Deployment } from '../deployment';
import { areRulesActive, areRulesReceived } from '../negotiation';
import { field, lines, RULE } from './layout';
import { globalSettings } from './global-settings';

interface Rule {
  readonly name: string;
  readonly tunnel: string;
  readonly destination: string;
  readonly action: string;
  readonly auth1: string | null;
  readonly auth2: string | null;
}

const POLICY = 'DirectAccess Policy-{5a7b1c20-93d4-4e0f-a1c7-62d80f9b4e13}';

/** The rules of the deployment: one or two tunnels and the exemption of the network location server. */
export function rulesOf(deployment: Deployment): readonly Rule[] {
  const { endpoints, otherEntryPoints = [] } = deployment;
  const [exempt, ...tunnels] = [...rulesTo(endpoints, deployment)].reverse();
  const others = otherEntryPoints.flatMap((entry) => rulesTo(entry, deployment).slice(0, -1));
  return [...others, ...tunnels.reverse(), ...(exempt === undefined ? [] : [exempt])];
}

/** The rules of one entry point, and the exemption at their end. */
function rulesTo(endpoints: Deployment['endpoints'], { rules, server }: Deployment): readonly Rule[] {
  const prefix = endpoints.first.split('::')[0] ?? '';
  const require = 'RequireInRequireOut';
  const name = (end: string): string => `DirectAccess Policy-${end}`;
  const exempt: Rule = {
    name: name('ClientToNlaExempt'),
    tunnel: 'Any',
    destination: `${prefix}:1::33/128`,
    action: 'NoAuthentication',
    auth1: null,
    auth2: null,
  };
  if (rules.kind === 'kerberos-proxy') {
    const auth = { auth1: 'ComputerKerb', auth2: 'UserKerb' };
    const tunnel = endpoints.first;
    return [{ name: name('ClientToCorp'), tunnel, destination: `${prefix}::/48`, action: require, ...auth }, exempt];
  }
  const first: Rule = {
    name: name(rules.generation === '2008R2' ? 'ClientToDnsDc' : 'ClientToInfra'),
    tunnel: endpoints.first,
    destination: `${prefix}:1::/64`,
    action: require,
    auth1: 'ComputerCert',
    auth2: server.wrongSecondAuthentication ? 'UserKerb' : 'UserNTLM',
  };
  const second: Rule = {
    name: name('ClientToCorp'),
    tunnel: endpoints.second,
    destination: rules.forceTunnel === true ? '::/0' : `${prefix}::/48`,
    action: require,
    auth1: 'ComputerCert',
    auth2: 'UserKerb',
  };
  return [first, second, exempt];
}

function ruleLines(rule: Rule, deployment: Deployment): readonly string[] {
  const { rules } = deployment;
  const certificate = [
    field('Auth1CAName', rules.authority.split(', ').reverse().join(', ')),
    field('Auth1CertMapping', 'No'),
    field('Auth1ExcludeCAName', 'No'),
    field('Auth1CertType', 'Root'),
    field('Auth1HealthCert', rules.healthCertificate && rule.auth2 === 'UserKerb' ? 'Yes' : 'No'),
  ];
  return [
    '',
    field('Rule Name', rule.name),
    RULE,
    field('Description', rule.name),
    field('Enabled', 'Yes'),
    field('Profiles', 'Private,Public'),
    field('Type', 'Static'),
    field('Mode', 'Tunnel'),
    field('LocalTunnelEndpoint', 'Any'),
    field('RemoteTunnelEndpoint', rule.tunnel),
    field('InterfaceTypes', 'Any'),
    field('Endpoint1', 'Any'),
    field('Endpoint2', rule.destination),
    field('Port1', 'Any'),
    field('Port2', 'Any'),
    field('Protocol', 'Any'),
    field('Action', rule.action),
    ...(rule.auth1 === null ? [] : [field('Auth1', rule.auth1)]),
    ...(rule.auth1 === 'ComputerCert' ? certificate : []),
    ...(rule.auth2 === null ? [] : [field('Auth2', rule.auth2)]),
    field('MainModeSecMethods', 'DHGroup2-AES128-SHA256,DHGroup2-AES128-SHA1,DHGroup2-3DES-SHA1'),
    field('QuickModeSecMethods', 'ESP:SHA1-None+60min+100000kb,ESP:SHA1-AES192+60min+100000kb'),
    field('QuickModePFS', 'None'),
    field('Rule source', deployment.rules.generation === '2008R2' ? POLICY : 'DirectAccess Client Settings'),
    field('ApplyAuthorization', rules.authorization && rule.auth2 === 'UserKerb' ? 'Yes' : 'No'),
  ];
}

const NO_RULES = ['', 'No rules match the specified criteria.', ''];

export function printActiveRules(deployment: Deployment): string {
  const found = areRulesActive(deployment) ? rulesOf(deployment) : [];
  const listed = found.length === 0 ? NO_RULES : [...found.flatMap((rule) => ruleLines(rule, deployment)), 'Ok.', ''];
  return lines(globalSettings(deployment, 'client'), [
    '',
    'Quick Mode:',
    'QuickModeSecMethods                   ESP:SHA1-None+60min+100000kb,ESP:SHA1-AES128+60min+100000kb',
    'QuickModePFS                          None',
    '',
    'Security Associations:',
    '',
    'Connection Security Rules:',
    ...listed,
  ]);
}

/** Shows the rules of Group Policy too, as the article's console does. */
export function printReceivedRules(deployment: Deployment): string {
  if (!areRulesReceived(deployment)) return lines(NO_RULES);
  return lines(...rulesOf(deployment).map((rule) => ruleLines(rule, deployment)), 'Ok.', '');
}

const KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\ConSecRules';

/** `reg query` of the policy key: one value for each rule, in the form of MS-GPFAS 2.2.5. */
export function printRegistryRules(deployment: Deployment): string {
  if (!areRulesReceived(deployment)) {
    return lines('', 'ERROR: The system was unable to find the specified registry key or value.');
  }
  const values = rulesOf(deployment).map((rule, index) => {
    const end = rule.tunnel === 'Any' ? [] : [`RTunnel6=${rule.tunnel}`];
    const sets = rule.auth1 === null ? [] : [`Auth1Set={A1000000-0000-0000-0000-00000000000${index}}`];
    const parts = [
      'v2.10',
      `Action=${rule.action === 'NoAuthentication' ? 'DoNotSecure' : 'SecureServer'}`,
      'Active=TRUE',
      'Profile=Private',
      'Profile=Public',
      `EP2_6=${rule.destination}`,
      ...end,
      `Name=${rule.name}`,
      `Desc=${rule.name}`,
      ...sets,
    ];
    return `    {6E0A0C1D-0000-4000-8000-00000000000${index}}    REG_SZ    ${parts.join('|')}|`;
  });
  return lines('', KEY, values, '');
}
