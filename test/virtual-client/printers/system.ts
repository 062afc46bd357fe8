/** `systeminfo`, `gpresult /r /scope computer` and `whoami /groups`. */
import { type Deployment } from '../deployment';
import { lines, shortTime } from './layout';

const SERVER_WINDOWS = {
  '2008R2': {
    name: 'Microsoft Windows Server 2008 R2 Standard',
    version: '6.1.7601 Service Pack 1 Build 7601',
  },
  '2012': { name: 'Microsoft Windows Server 2019 Standard', version: '10.0.17763 N/A Build 17763' },
} as const;

export function printSystemInformation(
  { client, server, rules, domain }: Deployment,
  side: 'client' | 'server',
): string {
  const windows = side === 'client' ? client.windows : SERVER_WINDOWS[rules.generation];
  const row = (label: string, value: string): string => `${label}:`.padEnd(27) + value;
  return lines(
    '',
    row('Host Name', side === 'client' ? client.name : server.name),
    row('OS Name', windows.name),
    row('OS Version', windows.version),
    row('OS Manufacturer', 'Microsoft Corporation'),
    row('OS Configuration', side === 'client' ? 'Member Workstation' : 'Member Server'),
    row('OS Build Type', 'Multiprocessor Free'),
    row('Registered Owner', 'Fabrikam'),
    row('System Boot Time', '11/23/2026, 7:58:12 AM'),
    row('System Type', 'x64-based PC'),
    row('Processor(s)', '1 Processor(s) Installed.'),
    `${' '.repeat(27)}[01]: Intel64 Family 6 Model 78 Stepping 3 GenuineIntel ~2496 Mhz`,
    row('System Locale', 'en-us;English (United States)'),
    row('Input Locale', 'en-us;English (United States)'),
    row('Time Zone', '(UTC) Coordinated Universal Time'),
    row('Domain', domain),
    row('Logon Server', '\\\\FABDC1'),
    row('Hotfix(s)', '1 Hotfix(s) Installed.'),
    `${' '.repeat(27)}[01]: KB2849697`,
    row('Network Card(s)', '1 NIC(s) Installed.'),
    `${' '.repeat(27)}[01]: Intel(R) Ethernet Connection I217-LM`,
    `${' '.repeat(33)}Connection Name: Local Area Connection`,
  );
}

export function printGroupPolicyResult(deployment: Deployment): string {
  const { client, domain, domainController, moment, rules } = deployment;
  const netbios = client.user.split('\\')[0] ?? '';
  const policy =
    rules.generation === '2008R2'
      ? 'DirectAccess Policy-{5a7b1c20-93d4-4e0f-a1c7-62d80f9b4e13}'
      : 'DirectAccess Client Settings';
  const title = `RSOP data for ${client.user} on ${client.name} : Logging Mode`;
  const denied = client.policyApplied ? [] : [`        ${policy}`, '            Filtering:  Denied (Security)', ''];
  return lines(
    '',
    'Microsoft (R) Windows (R) Operating System Group Policy Result tool v2.0',
    'Copyright (C) Microsoft Corp. 1981-2001',
    '',
    `Created On ${shortTime(moment.clock).replace(' ', ' at ')}`,
    '',
    '',
    title,
    '-'.repeat(title.length),
    '',
    'OS Configuration:            Member Workstation',
    `OS Version:                  ${client.windows.version.split(' ')[0] ?? ''}`,
    'Site Name:                   N/A',
    '',
    '',
    'COMPUTER SETTINGS',
    '------------------',
    `    CN=${client.name},OU=Laptops,${domain
      .split('.')
      .map((part) => `DC=${part}`)
      .join(',')}`,
    `    Last time Group Policy was applied: ${shortTime(moment.clock).replace(' ', ' at ')}`,
    `    Group Policy was applied from:      ${domainController.name}.${domain}`,
    '    Group Policy slow link threshold:   500 kbps',
    `    Domain Name:                        ${netbios}`,
    '    Domain Type:                        Windows 2008 or later',
    '',
    '    Applied Group Policy Objects',
    '    -----------------------------',
    ...(client.policyApplied ? [`        ${policy}`] : []),
    '        Default Domain Policy',
    '',
    '    The following GPOs were not applied because they were filtered out',
    '    -------------------------------------------------------------------',
    ...denied,
    '        Local Group Policy',
    '            Filtering:  Not Applied (Empty)',
    '',
    '    The computer is a part of the following security groups',
    '    -------------------------------------------------------',
    '        BUILTIN\\Administrators',
    '        Everyone',
    '        NT AUTHORITY\\Authenticated Users',
    `        ${client.name}$`,
    ...(client.policyApplied ? ['        DirectAccess Clients'] : []),
    '        Domain Computers',
    '        System Mandatory Level',
    '',
  );
}

export function printTokenGroups({ client }: Deployment): string {
  const group = (name: string, type: string, sid: string): string =>
    `${name.padEnd(42)} ${type.padEnd(16)} ${sid.padEnd(12)} Mandatory group, Enabled by default, Enabled group`;
  const wellKnown = 'Well-known group';
  return lines(
    '',
    'GROUP INFORMATION',
    '-----------------',
    '',
    `${'Group Name'.padEnd(42)} ${'Type'.padEnd(16)} ${'SID'.padEnd(12)} Attributes`,
    `${'='.repeat(42)} ${'='.repeat(16)} ${'='.repeat(12)} ${'='.repeat(50)}`,
    group('Everyone', wellKnown, 'S-1-1-0'),
    group('BUILTIN\\Users', 'Alias', 'S-1-5-32-545'),
    group('NT AUTHORITY\\INTERACTIVE', wellKnown, 'S-1-5-4'),
    group('NT AUTHORITY\\Authenticated Users', wellKnown, 'S-1-5-11'),
    group('NT AUTHORITY\\This Organization', wellKnown, 'S-1-5-15'),
    ...(client.smartCard ? [group('NT AUTHORITY\\This Organization Certificate', wellKnown, 'S-1-5-65-1')] : []),
    '',
  );
}
