/** Stories of names: split DNS in both directions, and what Resolve-DnsName, nslookup and Test-NetConnection say of it in each form. */
import {
  fileServerOnInternet,
  ipHttpsError,
  endpointSilent,
  proxySet,
  publicNameInNamespace,
  withFault,
} from '../faults';
import { beforeTraffic, deploymentBehindNat } from '../healthy-deployments';
import { failed, type FirstFile, healthy, MMSA, pasted, QMSA, saved, type Story } from './story';

const IP_HTTPS = saved('httpstunnel.txt', 'netsh interface httpstunnel show interfaces');
const TABLE = saved('nrpt.txt', 'netsh namespace show policy');
const PUBLIC = 'da.fabrikam.example';
const INSIDE = 'da.intra.fabrikam.example';
const FILES = 'fabfiles1.intra.fabrikam.example';
const powershell = (commandLine: string): FirstFile => ({
  ...pasted(commandLine, { shell: 'powershell', elevated: false }),
  name: 'powershell.txt',
});
const WAITING = 'Failed to connect to the IPHTTPS server; waiting to reconnect';
const split = withFault(deploymentBehindNat(), publicNameInNamespace);
const blocked = withFault(deploymentBehindNat(), ipHttpsError('ip-https-unreachable', 0x274c, WAITING));
const proxied = withFault(deploymentBehindNat(), proxySet);
const TEST = `Test-NetConnection ${PUBLIC} -Port 443`;

/** Each form of the cmdlet, with the name of its file. */
const FORMS: readonly (readonly [title: string, pipe: string, file: string])[] = [
  ['as a list', '', 'tnc.txt'],
  ['as a table', ' | Format-Table', 'tnc-table.txt'],
  ['exported as CSV', ' | ConvertTo-Csv', 'test-netconnection.csv'],
  ['as JSON', ' | ConvertTo-Json', 'test-netconnection.json'],
];

export const nameStories: readonly Story[] = [
  {
    title: 'Split DNS: the name table covers the public name of the server, and nothing exempts it',
    deployment: split,
    start: [IP_HTTPS, TABLE],
    expect: failed('client.transition', 'ip-https-name'),
  },
  {
    title: 'Split DNS: nslookup finds the public name, and Resolve-DnsName does not',
    deployment: split,
    start: [IP_HTTPS, saved('nslookup.txt', `nslookup ${INSIDE}`), powershell(`Resolve-DnsName ${INSIDE}`)],
    expect: failed('client.transition', 'ip-https-name'),
  },
  {
    title: 'The public name is known to no DNS server, neither by nslookup nor by Resolve-DnsName',
    deployment: withFault(withFault(deploymentBehindNat(), ipHttpsError('ip-https-name', 0x2af9, WAITING)), (one) => ({
      ...one,
      client: { ...one.client, publicNameUnknown: true },
    })),
    start: [IP_HTTPS, saved('nslookup.txt', `nslookup ${PUBLIC}`), powershell(`Resolve-DnsName ${PUBLIC}`)],
    expect: failed('client.transition', 'ip-https-name'),
  },
  {
    title: 'The public name resolves, and yet IP-HTTPS does not find it: a proxy is set',
    deployment: proxied,
    start: [IP_HTTPS, powershell(`Resolve-DnsName ${PUBLIC}`)],
    expect: failed('client.transition', 'ip-https-proxy'),
  },
  {
    title: 'Split DNS the other way round: the file server resolves to a public address',
    deployment: withFault(deploymentBehindNat(), fileServerOnInternet),
    start: [
      saved('mmsa.txt', MMSA),
      saved('qmsa.txt', QMSA),
      pasted('net view \\\\<IntranetFileServer>'),
      powershell(`Resolve-DnsName ${FILES}`),
    ],
    expect: failed('intranet.traffic', 'name-resolution'),
  },
  {
    title: 'The file server resolves through the tunnel, and both tunnels stand',
    deployment: beforeTraffic(deploymentBehindNat()),
    start: [powershell(`Resolve-DnsName ${FILES}`)],
    expect: healthy,
  },
  ...FORMS.map(([title, pipe, file]): Story => ({
    title: `TCP 443 answers Test-NetConnection ${title}, and IP-HTTPS does not find the name: a proxy is set`,
    deployment: proxied,
    start: [IP_HTTPS, saved(file, `${TEST}${pipe}`)],
    expect: failed('client.transition', 'ip-https-proxy'),
  })),
  {
    title: 'Test-NetConnection comes first, and TCP 443 is blocked',
    deployment: blocked,
    start: [powershell(TEST)],
    expect: failed('client.transition', 'ip-https-unreachable'),
  },
  {
    title: 'Test-NetConnection pings the endpoint in vain, though IP-HTTPS is active',
    deployment: withFault(deploymentBehindNat(), endpointSilent),
    start: [
      IP_HTTPS,
      saved('consec-active.txt', 'netsh advfirewall monitor show consec verbose'),
      powershell('Test-NetConnection fd4c:81:77:1000::1'),
    ],
    expect: failed('client.endpoint', ['endpoint-unreachable', 'server-routing']),
  },
];
