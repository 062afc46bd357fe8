/** Stories of every deployment there is today: one in which it works, and some in which it does not. */
import { type Deployment } from '../deployment';
import {
  clientCertificateExpired,
  clientCertificateMissing,
  clientRevoked,
  clientWithoutController,
  endpointSilent,
  fileServerUnresolved,
  healthRequired,
  ikeStopped,
  ipHttpsError,
  kdcProxyStopped,
  negotiationDropped,
  outsideThoughInside,
  policyNotReceived,
  quickModeMismatch,
  revocationUnreachable,
  serverCertificateExpired,
  serverWithoutController,
  smartCardRequired,
  userRefused,
  vpnConnected,
  withFault,
} from '../faults';
import {
  audited,
  auditedServer,
  beforeTraffic,
  deploymentBehindNat,
  forceTunnelDeployment,
  healthDeployment,
  healthyDeployment,
  kerberosProxyDeployment,
  loadBalancedDeployment,
  multisiteDeployment,
  onOneEndpoint,
  smartCardDeployment,
} from '../healthy-deployments';
import { EVENTS, failed, healthy, MMSA, NLTEST, pasted, QMSA, saved, savedOn, type Story } from './story';

const BOTH = `${MMSA} & ${QMSA}`;
const CONSEC = 'netsh advfirewall monitor show consec verbose';
const TABLE = 'netsh namespace show effectivepolicy';
const IP_HTTPS = 'netsh interface httpstunnel show interfaces';
const WAITING = 'Failed to connect to the IPHTTPS server; waiting to reconnect';

/** The server beside that to which the balancer leads this client. */
const otherServer = (
  deployment: Deployment,
  change: (server: Deployment['server']) => Partial<Deployment['server']>,
): Deployment => ({
  ...deployment,
  otherServers: (deployment.otherServers ?? []).map((server) => ({ ...server, ...change(server) })),
});

const expired = (server: Deployment['server']): Partial<Deployment['server']> => ({
  certificates: server.certificates.map((certificate) => ({ ...certificate, notAfter: '2026-11-02T08:12:00' })),
});

const twoTunnels: readonly Story[] = [
  {
    title: 'Two tunnels: the rules come first, and both tunnels stand',
    deployment: healthyDeployment(),
    start: [pasted(`${CONSEC} & ${BOTH}`)],
    shows: ['two-tunnels'],
    expect: healthy,
  },
  {
    title: 'Two tunnels: the rules come first, and the certificate of the client is missing',
    deployment: withFault(audited(healthyDeployment()), clientCertificateMissing),
    start: [pasted(`${CONSEC} & ${BOTH}`)],
    shows: ['two-tunnels'],
    expect: failed('infra.main-mode', 'certificate-missing'),
  },
  {
    title: 'Two tunnels: the rules come first, and the server finds no domain controller',
    deployment: withFault(audited(healthyDeployment()), serverWithoutController),
    start: [pasted(`${CONSEC} & ${BOTH}`)],
    shows: ['two-tunnels'],
    expect: failed('infra.main-mode', 'server-no-domain-controller'),
  },
];

const kerberosProxy: readonly Story[] = [
  {
    title: 'Kerberos proxy: the rule comes first, and its one tunnel stands',
    deployment: kerberosProxyDeployment(),
    start: [pasted(`${CONSEC} & ${BOTH}`)],
    shows: ['kerberos-proxy', 'behind-nat'],
    expect: healthy,
  },
  {
    title: 'Kerberos proxy: the KDC proxy service of the server stands still, and failures are audited',
    deployment: withFault(audited(kerberosProxyDeployment()), kdcProxyStopped),
    start: [pasted(BOTH)],
    shows: ['kerberos-proxy'],
    expect: failed('infra.main-mode', 'kerberos-proxy'),
  },
  {
    title: 'Kerberos proxy: the KDC proxy service stands still, and nothing is audited',
    deployment: withFault(kerberosProxyDeployment(), kdcProxyStopped),
    start: [pasted(`${CONSEC} & ${MMSA}`)],
    shows: ['kerberos-proxy'],
    expect: failed('infra.main-mode', 'kerberos-proxy'),
  },
  {
    title: 'Kerberos proxy: TCP 443 is blocked, so neither the tunnel nor Kerberos gets through',
    deployment: withFault(kerberosProxyDeployment(), ipHttpsError('ip-https-unreachable', 0x274c, WAITING)),
    start: [pasted(`${CONSEC} & ${MMSA}`)],
    shows: ['kerberos-proxy'],
    expect: failed('client.transition', 'ip-https-unreachable'),
  },
  {
    title: 'Kerberos proxy: the policy never reached the client',
    deployment: withFault(kerberosProxyDeployment(), policyNotReceived),
    start: [pasted(MMSA)],
    expect: failed(['client.policy', 'infra.rules-received'], 'policy-not-received'),
  },
];

const behindNat: readonly Story[] = [
  {
    title: 'Behind a NAT: a public address was given, and the rules name other endpoints',
    deployment: deploymentBehindNat(),
    start: [pasted(`${CONSEC} & ${BOTH}`)],
    serverIpv4: '131.107.0.2',
    shows: ['behind-nat'],
    expect: healthy,
  },
  {
    title: 'Behind a NAT: the way to the endpoint is shut, though IP-HTTPS is active',
    deployment: withFault(deploymentBehindNat(), endpointSilent),
    start: [pasted(`${CONSEC} & ${MMSA}`)],
    shows: ['behind-nat'],
    expect: failed('client.endpoint', 'endpoint-unreachable'),
  },
  {
    title: 'Behind a NAT: the certificate of the client is expired',
    deployment: withFault(audited(deploymentBehindNat()), clientCertificateExpired),
    start: [pasted(`${CONSEC} & ${MMSA}`)],
    shows: ['behind-nat'],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
];

const oneEndpoint: readonly Story[] = [
  {
    title: 'One endpoint: the rules come first, and both tunnels stand',
    deployment: onOneEndpoint(deploymentBehindNat()),
    start: [pasted(`${CONSEC} & ${BOTH}`)],
    shows: ['one-endpoint'],
    expect: healthy,
  },
  {
    title: 'One endpoint: the first tunnel stands, the user is refused',
    deployment: onOneEndpoint(beforeTraffic(withFault(audited(deploymentBehindNat()), userRefused))),
    start: [pasted(`${CONSEC} & ${BOTH}`)],
    shows: ['one-endpoint'],
    expect: failed(['intranet.traffic', 'intranet.main-mode'], 'user-credentials'),
  },
  {
    title: 'One endpoint: the certificate of the server is expired',
    deployment: onOneEndpoint(withFault(audited(deploymentBehindNat()), serverCertificateExpired)),
    start: [pasted(`${CONSEC} & ${BOTH}`)],
    shows: ['one-endpoint'],
    expect: failed('infra.main-mode', 'certificate-expired'),
  },
];

const smartCard: readonly Story[] = [
  {
    title: 'One-time password: the rule asks for an authorization, and the user has it',
    deployment: smartCardDeployment(),
    start: [pasted(`${CONSEC} & ${BOTH}`)],
    shows: ['smart-card'],
    expect: healthy,
  },
  {
    title: 'One-time password: the user did not enter it, and nothing is audited',
    deployment: beforeTraffic(withFault(deploymentBehindNat(), smartCardRequired)),
    start: [pasted(`${CONSEC} & ${BOTH}`)],
    shows: ['smart-card'],
    expect: failed(['intranet.traffic', 'intranet.main-mode'], 'smart-card-required'),
  },
  {
    title: 'Smart card: the card was used, and the certificate of the computer is revoked',
    deployment: withFault(audited(smartCardDeployment()), clientRevoked),
    start: [pasted(`${CONSEC} & ${BOTH}`)],
    shows: ['smart-card'],
    expect: failed('infra.main-mode', 'certificate-revoked'),
  },
];

const health: readonly Story[] = [
  {
    title: 'Health certificate: the rule asks for it, and the client holds it',
    deployment: healthDeployment(),
    start: [pasted(`${CONSEC} & ${BOTH}`)],
    shows: ['health-certificate'],
    expect: healthy,
  },
  {
    title: 'Health certificate: the client got none',
    deployment: beforeTraffic(withFault(audited(healthyDeployment()), healthRequired)),
    start: [pasted(`${CONSEC} & ${BOTH}`)],
    shows: ['health-certificate'],
    expect: failed(['intranet.traffic', 'intranet.main-mode'], 'health-certificate-missing'),
  },
  {
    title: 'Health certificate: the client holds it, and the name of the file server does not resolve',
    deployment: beforeTraffic(withFault(healthDeployment(), fileServerUnresolved)),
    start: [pasted(`${CONSEC} & ${BOTH}`)],
    shows: ['health-certificate'],
    expect: failed('intranet.traffic', 'name-resolution'),
  },
];

const forceTunnel: readonly Story[] = [
  {
    title: 'Force tunnelling: the name table comes first, and both tunnels stand',
    deployment: forceTunnelDeployment(),
    start: [pasted(TABLE, { elevated: false })],
    shows: ['force-tunnel'],
    expect: healthy,
  },
  {
    title: 'Force tunnelling: TCP 443 to the server is blocked',
    deployment: withFault(forceTunnelDeployment(), ipHttpsError('ip-https-unreachable', 0x274d, WAITING)),
    start: [pasted(`${TABLE} & ${IP_HTTPS}`)],
    shows: ['force-tunnel'],
    expect: failed('client.transition', 'ip-https-unreachable'),
  },
  {
    title: 'Force tunnelling: the tunnel is up, and no domain controller is found through it',
    deployment: beforeTraffic(withFault(forceTunnelDeployment(), clientWithoutController)),
    start: [pasted(`${TABLE} & ${BOTH}`)],
    shows: ['force-tunnel'],
    expect: failed('infra.domain-controller', 'client-no-domain-controller'),
  },
];

const multisite: readonly Story[] = [
  {
    title: 'Multisite: the SAs are of the entry point that the rules name last',
    deployment: multisiteDeployment(),
    start: [pasted(`${CONSEC} & ${BOTH}`)],
    shows: ['multisite'],
    expect: healthy,
  },
  {
    title: 'Multisite: the log shows which entry point refuses the user',
    deployment: withFault(audited(multisiteDeployment()), userRefused),
    start: [pasted(CONSEC), saved('security-events.xml', EVENTS)],
    shows: ['multisite'],
    expect: failed('intranet.main-mode', 'user-credentials'),
  },
  {
    title: 'Multisite: quick mode with the entry point ends in a policy mismatch',
    deployment: beforeTraffic(withFault(audited(multisiteDeployment()), quickModeMismatch('infra'))),
    start: [pasted(`${CONSEC} & ${BOTH}`)],
    shows: ['multisite'],
    expect: failed('infra.quick-mode', 'policy-mismatch'),
  },
  {
    title: 'Multisite: a VPN puts a network into the domain profile',
    deployment: withFault(multisiteDeployment(), vpnConnected),
    start: [pasted(BOTH)],
    expect: failed(['infra.profile', 'infra.rules-active'], 'domain-profile-active'),
  },
];

const loadBalanced: readonly Story[] = [
  {
    title: 'Load balancing: the address of one server was given, the rules name the virtual one',
    deployment: loadBalancedDeployment(),
    start: [
      ...savedOn(0, 'systeminfo.txt', 'systeminfo'),
      ...savedOn(1, 'systeminfo.txt', 'systeminfo'),
      pasted(`${CONSEC} & ${BOTH}`),
    ],
    serverIpv4: '203.0.113.8',
    shows: ['load-balanced', 'behind-nat'],
    expect: healthy,
  },
  {
    title: 'Load balancing: one of two servers finds no domain controller',
    deployment: auditedServer(audited(withFault(loadBalancedDeployment(), serverWithoutController))),
    start: [...savedOn(0, 'nltest.txt', NLTEST), ...savedOn(1, 'nltest.txt', NLTEST), pasted(MMSA)],
    shows: ['load-balanced'],
    expect: failed('infra.main-mode', 'server-no-domain-controller'),
  },
  {
    title: 'Load balancing: the certificate of the other server is expired, which clients meet now and then',
    deployment: otherServer(loadBalancedDeployment(), expired),
    start: [
      ...savedOn(0, 'certificates.txt', 'certutil -v -store my'),
      ...savedOn(1, 'certificates.txt', 'certutil -v -store my'),
    ],
    shows: ['load-balanced'],
    expect: failed('security.certificate', 'certificate-expired'),
  },
  {
    title: 'Load balancing: the balancer ends TLS itself, so the handshake of IP-HTTPS breaks',
    deployment: withFault(loadBalancedDeployment(), ipHttpsError('ip-https-tls', 0x80090326, WAITING)),
    start: [pasted(MMSA)],
    expect: failed('client.transition', 'ip-https-tls'),
  },
];

const today: readonly Story[] = [
  {
    title: 'In the office the network location server does not answer, so the client takes itself to be outside',
    deployment: withFault(deploymentBehindNat(), outsideThoughInside),
    start: [pasted('netsh namespace show effectivepolicy & ipconfig /all')],
    expect: failed('client.location', 'outside-though-inside'),
  },
  {
    title: 'Strong checking behind a NAT, the SAs and the rules first',
    deployment: withFault(audited(deploymentBehindNat()), revocationUnreachable),
    start: [pasted(`${CONSEC} & ${BOTH}`)],
    expect: failed('infra.main-mode', 'revocation-unreachable'),
  },
  {
    title: 'The service IKEEXT of a multisite client is stopped',
    deployment: withFault(multisiteDeployment(), ikeStopped),
    start: [pasted(`${CONSEC} & ${MMSA}`)],
    expect: failed('client.firewall', 'service-stopped'),
  },
  {
    title: 'Nobody answers the negotiation of a load-balanced endpoint',
    deployment: withFault(audited(loadBalancedDeployment()), negotiationDropped),
    start: [pasted(BOTH)],
    expect: failed('infra.main-mode', 'negotiation-timeout'),
  },
];

export const deploymentStories: readonly Story[] = [
  ...twoTunnels,
  ...kerberosProxy,
  ...behindNat,
  ...oneEndpoint,
  ...smartCard,
  ...health,
  ...forceTunnel,
  ...multisite,
  ...loadBalanced,
  ...today,
];
