/** The outputs of the virtual client as collecting scripts gather them, in the layouts that the scripts are known to write. */
import { type Deployment } from './deployment';
import { print, type Side } from './print';

/** Text of one file of a bundle. */
export type BundleText = (deployment: Deployment) => string;

const printed = (deployment: Deployment, line: string, side: Side = 'client', elevated = true): string =>
  print(deployment, line, side, elevated).replace(/\r?\n/g, '\r\n');

/** TSS' `RunCommands`: a frame of 38 equals signs with the time and the command as the script typed it. */
export const tssText =
  (lines: readonly string[], side: Side = 'client'): BundleText =>
  (deployment) =>
    lines
      .map((line) => `${FRAME}\r\n20261124 09:31:02.417 : ${line}\r\n${FRAME}\r\n${printed(deployment, line, side)}`)
      .join('');

const FRAME = '='.repeat(38);

/** SDP's `RunNetSH`: a title over the file, then each command in a frame of dashes as wide as itself. */
export const sdpText =
  (title: string, lines: readonly string[], side: Side = 'client'): BundleText =>
  (deployment) =>
    [
      ...['='.repeat(52), title, '='.repeat(52), 'Overview', '-'.repeat(52)],
      ...lines.map((line, index) => `   ${index + 1}. ${line}`),
      ...['='.repeat(52), '', '', ''],
      ...lines.map((line) => {
        const frame = '-'.repeat(line.length);
        return `${frame}\r\n${line}\r\n${frame}\r\n${printed(deployment, line, side)}\r\n\r\n`;
      }),
    ].join('\r\n');

/** tss_DAclient-collector.ps1: five low lines, a title, and the command in brackets. */
export const clientCollectorText =
  (outputs: readonly (readonly [title: string, typed: string, line: string])[]): BundleText =>
  (deployment) =>
    [
      'DATE: 11/24/2026 09:31:02\r\n\r\n =============HTTP PROBES=============\r\nThere are no HTTP probes configured\r\n',
      ...outputs.map(([title, typed, line]) => `\r\n _____ ${title} (${typed})\r\n${printed(deployment, line)}`),
      '\r\n _____ === END of DAclient collector ===\r\n',
    ].join('');

/**
 * The log of the DirectAccess Connectivity Assistant: a page with what it thinks of the connection, then each command behind a prompt. The
 * order is that of a published walk through such a log; the markup is from memory, none is public.
 */
export const assistantLog =
  (lines: readonly string[]): BundleText =>
  (deployment) =>
    [
      '<html><head><title>DirectAccess Connectivity Assistant Logs</title><style>body { font: 10pt Arial }</style></head><body>',
      '<p><b>RED: Corporate connectivity is not working.</b><br>Windows is unable to contact some remote resources.</p>',
      '<p>24/11/2026 9:31:2 (UTC)</p><table><tr><td>FAIL</td><td>HTTP: http://web1.corp.contoso.com/</td></tr></table><pre>',
      ...lines.map((line) => {
        const text = `C:\\Windows\\system32\\LogSpace\\{5F3ABB0C-94D1-4C0E-9A54-0F2C6AD1E1B7}>${line}\n${print(deployment, line, 'client', true)}`;
        return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
      }),
      '</pre></body></html>',
    ].join('\n');

const DASHES = '-'.repeat(72);
const titled = (title: string, output: string): string => `${title} \r\n${DASHES} \r\n${output}\r\n`;

/** A rule of the firewall, as gatherNetworkInfo.vbs lists them above the connection security rules. */
const FIREWALL_RULES = [
  '',
  'Rule Name:                            Core Networking - IPHTTPS (TCP-Out)',
  '-'.repeat(70),
  'Enabled:                              Yes',
  'Direction:                            Out',
  'Profiles:                             Domain,Private,Public',
  'Protocol:                             TCP',
  'RemotePort:                           IPHTTPS',
  'Action:                               Allow',
  'Ok.',
  '',
].join('\r\n');

/** `WindowsFirewallConfig.txt` of gatherNetworkInfo.vbs: titles of its own over 72 dashes. */
export const gatheredFirewall =
  (elevated: boolean): BundleText =>
  (deployment) =>
    [
      titled(
        'Current Profiles:',
        printed(deployment, 'netsh advfirewall monitor show currentprofile', 'client', elevated),
      ),
      titled(
        'Connection Security  Configuration:',
        printed(deployment, 'netsh advfirewall monitor show consec', 'client', elevated),
      ),
      titled('Firewall Rules :', FIREWALL_RULES),
      titled(
        'Connection Security  Rules :',
        printed(deployment, 'netsh advfirewall consec show rule name=all verbose', 'client', elevated),
      ),
    ].join('');

/** `Dns.txt`: the commands in capitals. */
export const gatheredDns: BundleText = (deployment) =>
  [
    `IPCONFIG /DISPLAYDNS:  \r\n\r\nWindows IP Configuration\r\n\r\n    www.example.com\r\n    ${'-'.repeat(40)}\r\n    Record Name . . . . . : www.example.com\r\n`,
    `NETSH NAMESPACE SHOW EFFECTIVE: \r\n${printed(deployment, 'netsh namespace show effectivepolicy')} \r\n`,
    `NETSH NAMESPACE SHOW POLICY: \r\n${printed(deployment, 'netsh namespace show policy')}\r\n`,
  ].join('');

/** `envinfo.txt`: the user's certificates below the computer's, each under a title of the script. */
export const gatheredCertificates: BundleText = (deployment) => {
  const own = printed(deployment, 'certutil -v -store my');
  const ofUser = printed(
    { ...deployment, client: { ...deployment.client, certificates: deployment.server.certificates } },
    'certutil -v -store my',
  );
  return `Machine certificates...\r\n\r\n${own}\r\nUser certificates...\r\n\r\n${ofUser}\r\nRoot certificates (machine store)...\r\n\r\n${ofUser}`;
};
