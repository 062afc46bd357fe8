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
import { print } from '../print';
import { type ListingLanguage, translated } from '../translations';
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

const bundles: readonly Story[] = [
  {
    title: 'A file of TSS shows both tunnels',
    deployment: deploymentBehindNat(),
    start: [{ name: 'TSS_CLIENT1_NET_DAcli/CLIENT1_DA_IPv6_Netsh_Stop_.txt', text: tssText(NETSH_OF_TSS) }],
    expect: healthy,
  },
  {
    title: 'A file of TSS shows no tunnel, and the certificate is expired',
    deployment: withFault(healthyDeployment(), clientCertificateExpired),
    start: [{ name: 'TSS_CLIENT1_NET_DAcli/CLIENT1_DA_IPv6_Netsh_Stop_.txt', text: tssText(NETSH_OF_TSS) }],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
  {
    title: "TSS' collector on the client lists the SAs of the cmdlet",
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
    deployment: deploymentBehindNat(),
    start: [{ name: 'DCA-log.html', text: assistantLog(ASSISTANT) }],
    expect: healthy,
  },
  {
    title: 'The log of the connectivity assistant shows a VPN in the domain profile',
    deployment: withFault(healthyDeployment(), vpnConnected),
    start: [{ name: 'DCA-log.html', text: assistantLog(ASSISTANT) }],
    expect: failed(['infra.rules-active', 'infra.profile'], 'domain-profile-active'),
  },
  {
    title: 'gatherNetworkInfo ran elevated while a VPN was in the domain profile',
    deployment: withFault(healthyDeployment(), vpnConnected),
    start: inFolder('config', true),
    expect: failed(['infra.rules-active', 'infra.profile'], 'domain-profile-active'),
  },
  {
    title: 'gatherNetworkInfo ran without elevation, and lists rules of the firewall',
    deployment: deploymentBehindNat(),
    start: inFolder('config', false),
    expect: healthy,
  },
  {
    title: "gatherNetworkInfo shows a certificate of the user beside the computer's empty store",
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

const listed = (name: string, line: string, language: ListingLanguage, withoutDashes = false): FirstFile => ({
  name,
  text: (deployment) => translated(print(deployment, line, 'client', true), language, withoutDashes),
});

const languages: readonly Story[] = [
  {
    title: 'German listings without dashes show both tunnels',
    deployment: healthyDeployment(),
    start: [
      listed('consec-active.txt', CONSEC, 'de', true),
      listed('mmsa.txt', MMSA, 'de', true),
      listed('qmsa.txt', QMSA, 'de', true),
    ],
    expect: healthy,
  },
  {
    title: 'A German listing has no SA, and the certificate is expired',
    deployment: withFault(healthyDeployment(), clientCertificateExpired),
    start: [listed('consec-active.txt', CONSEC, 'de', true), listed('mmsa.txt', MMSA, 'de')],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
  {
    title: 'A French listing of rules beside English SAs',
    deployment: deploymentBehindNat(),
    start: [listed('consec-active.txt', CONSEC, 'fr', true), saved('mmsa.txt', MMSA), saved('qmsa.txt', QMSA)],
    expect: healthy,
  },
  {
    title: 'A German profile shows a VPN in the domain profile',
    deployment: withFault(healthyDeployment(), vpnConnected),
    start: [listed('currentprofile.txt', PROFILE, 'de'), listed('consec-active.txt', CONSEC, 'fr')],
    expect: failed(['infra.rules-active', 'infra.profile'], 'domain-profile-active'),
  },
  {
    title: 'Spanish rules and Japanese SAs',
    deployment: healthyDeployment(),
    start: [listed('consec-active.txt', CONSEC, 'es'), listed('mmsa.txt', MMSA, 'ja'), listed('qmsa.txt', QMSA, 'ja')],
    expect: healthy,
  },
  {
    title: 'A listing in a language that nobody knows says nothing',
    deployment: withFault(healthyDeployment(), clientCertificateExpired),
    start: [listed('mmsa.txt', MMSA, 'none')],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
];

export const bundleStories: readonly Story[] = [...bundles, ...languages];
