/** Stories that begin with what a collecting script gathered, and with outputs of a Windows in another language. */
import {
  assistantLog,
  clientCollectorText,
  gatheredCertificates,
  gatheredDns,
  gatheredFirewall,
  sdpText,
  tssText,
} from '../bundles';
import {
  clientCertificateExpired,
  clientCertificateMissing,
  policyNotReceived,
  serverWithoutController,
  vpnConnected,
  withFault,
} from '../faults';
import { deploymentBehindNat, healthyDeployment } from '../healthy-deployments';
import { collectedOutputs, marker, withArgument } from '../../../analyzers/collect/collected-outputs';
import { print, type Side } from '../print';
import { failed, type FirstFile, healthy, MMSA, NLTEST, QMSA, saved, type Story } from './story';

const CONSEC = 'netsh advfirewall monitor show consec rule name=all';
const PROFILE = 'netsh advfirewall monitor show currentprofile';
const DNS_STATE = 'netsh dnsclient show state';
const NETSH_OF_TSS = [
  'netsh interface teredo show state',
  'netsh interface httpstunnel show interfaces',
  'netsh namespace show effectivepolicy',
  'netsh namespace show policy',
  MMSA,
  QMSA,
  CONSEC,
  PROFILE,
];
const ASSISTANT = [
  'ipconfig /all',
  'netsh interface teredo show state',
  'netsh interface httpstunnel show interfaces',
  DNS_STATE,
  'netsh namespace show policy',
  'netsh namespace show effectivepolicy',
  PROFILE,
  'netsh advfirewall monitor show consec',
  'certutil -store my',
  'systeminfo',
  'whoami /groups',
];
const inFolder = (folder: string, elevated: boolean): readonly FirstFile[] => [
  { name: `${folder}/WindowsFirewallConfig.txt`, text: gatheredFirewall(elevated) },
  { name: `${folder}/Dns.txt`, text: gatheredDns },
  { name: `${folder}/envinfo.txt`, text: gatheredCertificates },
  saved(`${folder}/netiostate.txt`, 'netsh interface teredo show state'),
  saved(`${folder}/osinfo.txt`, 'systeminfo'),
];

/** A folder that the collecting script of this product leaves, as its zip holds it. */
const collected = (on: Side, computer: string): readonly FirstFile[] => [
  { name: `collected-${computer}/manifest.json`, text: () => JSON.stringify({ machine: on, computer }) },
  ...collectedOutputs(on)
    .filter(({ argument }) => argument !== 'endpoint')
    .map(({ id, line, file }): FirstFile => ({
      name: `collected-${computer}/${file}`,
      text: (deployment) => {
        const typed = withArgument(line, deployment.fileServer);
        return `${marker({ id }, typed)}\r\n${print(deployment, typed, on, true)}`;
      },
    })),
];

export const bundleStories: readonly Story[] = [
  {
    title: 'The collecting script ran on a healthy client',
    bundle: 'collect',
    deployment: deploymentBehindNat(),
    start: collected('client', 'FAB-LT-071'),
    expect: healthy,
  },
  {
    title: 'The collecting script ran on a client whose certificate is expired',
    bundle: 'collect',
    deployment: withFault(healthyDeployment(), clientCertificateExpired),
    start: collected('client', 'FAB-LT-071'),
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
  {
    title: 'The collecting script ran on both sides, and the server finds no domain controller',
    bundle: 'collect',
    deployment: withFault(healthyDeployment(), serverWithoutController),
    start: [...collected('client', 'FAB-LT-071'), ...collected('server', 'FABDA1')],
    expect: failed(['infra.main-mode', 'infra.domain-controller'], 'server-no-domain-controller'),
  },
  {
    title: 'A file of TSS shows both tunnels',
    bundle: 'tss',
    deployment: deploymentBehindNat(),
    start: [{ name: 'TSS_CLIENT1_NET_DAcli/CLIENT1_DA_IPv6_Netsh_Stop_.txt', text: tssText(NETSH_OF_TSS) }],
    expect: healthy,
  },
  {
    title: 'A file of TSS shows no tunnel, and the certificate is expired',
    bundle: 'tss',
    deployment: withFault(healthyDeployment(), clientCertificateExpired),
    start: [{ name: 'TSS_CLIENT1_NET_DAcli/CLIENT1_DA_IPv6_Netsh_Stop_.txt', text: tssText(NETSH_OF_TSS) }],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
  {
    title: "TSS' collector on the client lists the SAs of the cmdlet",
    bundle: 'tss',
    deployment: deploymentBehindNat(),
    start: [
      {
        name: '_DirectAccessCli_CLIENT1_2624110931.txt',
        text: clientCollectorText([
          ['teredo State', 'Netsh int teredo show state', 'netsh interface teredo show state'],
          ['dnsclient State', 'Netsh dnsclient show state', DNS_STATE],
          ["IPsec Main Mode SA's", 'Get-NetIPsecMainModeSA', 'Get-NetIPsecMainModeSA'],
          ["IPsec Quick Mode SA's", 'Get-NetIPsecQuickModeSA', 'Get-NetIPsecQuickModeSA'],
        ]),
      },
    ],
    expect: healthy,
  },
  {
    title: 'A file of SDP comes from a client whose policy never came',
    bundle: 'sdp',
    deployment: withFault(healthyDeployment(), policyNotReceived),
    start: [
      {
        name: 'CLIENT1_DirectAccessClient_netsh.TXT',
        text: sdpText('DirectAccess Client', [DNS_STATE, 'netsh namespace show effectivepolicy', CONSEC, MMSA]),
      },
    ],
    expect: failed(['client.policy', 'infra.rules-received'], 'policy-not-received'),
  },
  {
    title: 'The log of the connectivity assistant comes from a healthy client',
    bundle: 'assistant-log',
    deployment: deploymentBehindNat(),
    start: [{ name: 'DCA-log.html', text: assistantLog(ASSISTANT) }],
    expect: healthy,
  },
  {
    title: 'The log of the connectivity assistant shows a VPN in the domain profile',
    bundle: 'assistant-log',
    deployment: withFault(healthyDeployment(), vpnConnected),
    start: [{ name: 'DCA-log.html', text: assistantLog(ASSISTANT) }],
    expect: failed(['infra.rules-active', 'infra.profile'], 'domain-profile-active'),
  },
  {
    title: 'gatherNetworkInfo ran elevated while a VPN was in the domain profile',
    bundle: 'gather-network-info',
    deployment: withFault(healthyDeployment(), vpnConnected),
    start: inFolder('config', true),
    expect: failed(['infra.rules-active', 'infra.profile'], 'domain-profile-active'),
  },
  {
    title: 'gatherNetworkInfo ran without elevation, and lists rules of the firewall',
    bundle: 'gather-network-info',
    deployment: deploymentBehindNat(),
    start: inFolder('config', false),
    expect: healthy,
  },
  {
    title: "gatherNetworkInfo shows a certificate of the user beside the computer's empty store",
    bundle: 'gather-network-info',
    deployment: withFault(healthyDeployment(), clientCertificateMissing),
    start: inFolder('config', true),
    expect: failed('infra.main-mode', 'certificate-missing'),
  },
  {
    title: 'One upload holds both sides, and the server finds no domain controller',
    deployment: withFault(healthyDeployment(), serverWithoutController),
    start: [
      saved('case/client/mmsa.txt', MMSA),
      saved('case/client/consec.txt', CONSEC),
      { name: 'case/server/netsh.TXT', text: sdpText('Server', [NLTEST, MMSA, CONSEC], 'server') },
    ],
    expect: failed(['infra.main-mode', 'infra.domain-controller'], 'server-no-domain-controller'),
  },
];
