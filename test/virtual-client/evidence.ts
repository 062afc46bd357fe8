/** Everything that a technician could send about a deployment, as a set of files with telling names. */
import { type Upload } from '../../analyzers/document';
import { type Deployment } from './deployment';
import { print, type Side } from './print';

const AUDIT = 'auditpol /get /subcategory:{0CCE9218-69AE-11D9-BED3-505054503030}';
const LOG = 'wevtutil qe Security /q:"*[System[(EventID>=4646)]]" /f:xml /rd:true';

/** File name and command line of every output, machine by machine. */
export const EVIDENCE: readonly (readonly [string, string, Side])[] = [
  ['client/systeminfo.txt', 'systeminfo', 'client'],
  ['client/firewall-state.txt', 'netsh advfirewall show allprofiles state', 'client'],
  ['client/service-bfe.txt', 'sc query BFE', 'client'],
  ['client/service-mpssvc.txt', 'sc query MpsSvc', 'client'],
  ['client/service-ikeext.txt', 'sc query IKEEXT', 'client'],
  ['client/service-policyagent.txt', 'sc query PolicyAgent', 'client'],
  ['client/service-iphlpsvc.txt', 'sc query iphlpsvc', 'client'],
  ['client/gpresult.txt', 'gpresult /r /scope computer', 'client'],
  ['client/effectivepolicy.txt', 'netsh namespace show effectivepolicy', 'client'],
  ['client/dnsclient.txt', 'netsh dnsclient show state', 'client'],
  ['client/ipconfig.txt', 'ipconfig /all', 'client'],
  ['client/httpstunnel.txt', 'netsh interface httpstunnel show interfaces', 'client'],
  ['client/teredo.txt', 'netsh interface teredo show state', 'client'],
  ['client/winhttp.txt', 'netsh winhttp show proxy', 'client'],
  ['client/ping-endpoint.txt', 'ping -6 <ENDPOINT>', 'client'],
  [
    'client/consec-registry.txt',
    'reg query HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\ConSecRules',
    'client',
  ],
  ['client/consec-active.txt', 'netsh advfirewall monitor show consec verbose', 'client'],
  ['client/currentprofile.txt', 'netsh advfirewall monitor show currentprofile', 'client'],
  ['client/mmsa.txt', 'netsh advfirewall monitor show mmsa', 'client'],
  ['client/qmsa.txt', 'netsh advfirewall monitor show qmsa', 'client'],
  ['client/nltest.txt', 'nltest /dsgetdc: /force', 'client'],
  ['client/certificates.txt', 'certutil -v -store my', 'client'],
  ['client/auditpol.txt', AUDIT, 'client'],
  ['client/security-events.xml', LOG, 'client'],
  ['client/whoami-groups.txt', 'whoami /groups', 'client'],
  ['server/nltest.txt', 'nltest /dsgetdc: /force', 'server'],
  ['server/certificates.txt', 'certutil -v -store my', 'server'],
  ['server/global.txt', 'netsh advfirewall show global', 'server'],
  ['server/urlcache.txt', 'certutil -URLcache CRL', 'server'],
  ['server/verify.txt', 'certutil -verify -urlfetch client.cer', 'server'],
  ['server/security-events.xml', LOG, 'server'],
];

/** The complete evidence of a deployment; `net view` is there where the user reached for the intranet. */
export function completeEvidence(deployment: Deployment): readonly Upload[] {
  const files: readonly (readonly [string, string, Side])[] = deployment.moment.userReached
    ? [...EVIDENCE, ['client/net-view.txt', `net view \\\\${deployment.fileServer}`, 'client']]
    : EVIDENCE;
  return files.map(([name, commandLine, side]) =>
    upload(name, print(deployment, commandLine.replace('<ENDPOINT>', deployment.endpoints.first), side, true)),
  );
}

/** A text file in UTF-8. */
export const upload = (name: string, text: string): Upload => ({ name, bytes: Buffer.from(text, 'utf8') });
