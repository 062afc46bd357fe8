/** Deployments in which everything works: the article's, and those of today. */
import { type Deployment, type FailureLanguage, type LogHistory, type ModelCertificate } from './deployment';

const DOMAIN = 'intra.fabrikam.example';
const AUTHORITY = 'CN=fabrikam-ISSUING-CA, DC=intra, DC=fabrikam, DC=example';
export const CLIENT_AUTHENTICATION = '1.3.6.1.5.5.7.3.2';
export const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1';

function computerCertificate(host: string, serial: string, usages: readonly string[]): ModelCertificate {
  return {
    subject: `CN=${host}.${DOMAIN}`,
    issuer: AUTHORITY,
    notBefore: '2026-02-16T08:12:00',
    notAfter: '2027-02-16T08:12:00',
    serial,
    thumbprint: `9c31${serial}`.padEnd(40, '5e').slice(0, 40),
    hasPrivateKey: true,
    usages,
  };
}

/** Windows 7 with a Server 2008 R2 that has two consecutive public addresses: two tunnels with certificates, 6to4 endpoints. */
export function healthyDeployment(): Deployment {
  return {
    rules: {
      kind: 'two-tunnels',
      generation: '2008R2',
      healthCertificate: false,
      authorization: false,
      authority: AUTHORITY,
    },
    endpoints: { first: '2002:cb00:7105::cb00:7105', second: '2002:cb00:7106::cb00:7106' },
    tunnelAddress: '2002:cb00:7105:1001:71b2:9c0:4d1e:a3f6',
    domain: DOMAIN,
    dns64: '2002:cb00:7105:1::10',
    domainController: { name: 'fabdc1', address: '2002:cb00:7105:1::20' },
    fileServer: 'fabfiles1',
    client: {
      name: 'FAB-LT-071',
      user: 'FABRIKAM\\mkeller',
      windows: { name: 'Microsoft Windows 7 Enterprise', version: '6.1.7601 Service Pack 1 Build 7601', build: 7601 },
      firewall: { domain: true, private: true, public: true },
      stoppedServices: [],
      policyApplied: true,
      networks: [{ name: 'Network  3', profile: 'public' }],
      inOffice: false,
      believesInside: false,
      ipHttps: { code: 0, status: 'IPHTTPS interface active' },
      teredo: 'offline',
      sixToFour: null,
      ipv4: '192.168.178.41',
      proxy: null,
      certificates: [computerCertificate('FAB-LT-071', '6100000017', [CLIENT_AUTHENTICATION])],
      smartCard: false,
      healthCertificate: false,
      locatesDomainController: true,
      resolvesFileServer: true,
      userPasswordAccepted: true,
      otherPeers: false,
      firstTunnelIdle: false,
      hoursFromUtc: 0,
    },
    server: {
      name: 'FABDA1',
      url: 'https://da.fabrikam.example:443/IPHTTPS',
      certificates: [computerCertificate('FABDA1', '6100000018', [SERVER_AUTHENTICATION, CLIENT_AUTHENTICATION])],
      findsDomainController: true,
      revocationCheck: 1,
      revocationListReachable: true,
      clientRevoked: false,
      answersPing: true,
      answersNegotiation: true,
      quickModeMismatch: null,
      wrongSecondAuthentication: false,
      authorizes: true,
      audited: false,
    },
    failureCode: null,
    cause: null,
    moment: { clock: '2026-11-24T09:30:00', audited: false, userReached: true },
  };
}

/** Windows 10 with a server behind a NAT: IP-HTTPS only, endpoints in the organisation's own prefix. */
export function deploymentBehindNat(): Deployment {
  const base = healthyDeployment();
  return {
    ...base,
    rules: { ...base.rules, generation: '2012' },
    endpoints: { first: 'fd4c:81:77:1000::1', second: 'fd4c:81:77:1000::2' },
    tunnelAddress: 'fd4c:81:77:1001:71b2:9c0:4d1e:a3f6',
    dns64: 'fd4c:81:77:3333::1',
    domainController: { name: 'fabdc1', address: 'fd4c:81:77:1::20' },
    client: {
      ...base.client,
      windows: { name: 'Microsoft Windows 10 Enterprise', version: '10.0.19045 N/A Build 19045', build: 19045 },
    },
  };
}

/** The Getting Started Wizard of Server 2012: one tunnel, the computer proves itself by Kerberos through the proxy. */
export function kerberosProxyDeployment(): Deployment {
  const base = deploymentBehindNat();
  return {
    ...base,
    rules: { ...base.rules, kind: 'kerberos-proxy' },
    endpoints: { first: 'fd4c:81:77:1000::1', second: 'fd4c:81:77:1000::1' },
    client: { ...base.client, certificates: [] },
    server: { ...base.server, certificates: [] },
  };
}

/** Both tunnels end at one endpoint: only the second authentication tells them apart. */
export function onOneEndpoint(deployment: Deployment): Deployment {
  const { first } = deployment.endpoints;
  return { ...deployment, endpoints: { first, second: first } };
}

/** Force tunnelling (only IP-HTTPS carries the client, and every name is resolved through it). */
export function forceTunnelDeployment(): Deployment {
  const base = deploymentBehindNat();
  return { ...base, rules: { ...base.rules, forceTunnel: true } };
}

/** Two entry points; the client, abroad, uses the second one that its rules name. */
export function multisiteDeployment(): Deployment {
  return { ...deploymentBehindNat(), otherEntryPoints: [{ first: 'fd91:12:5:1000::1', second: 'fd91:12:5:1000::2' }] };
}

/** Two servers behind one virtual address, which is the endpoint of the rules; this client is led to the first of them. */
export function loadBalancedDeployment(): Deployment {
  const base = deploymentBehindNat();
  const other = {
    ...base.server,
    name: 'FABDA2',
    certificates: [computerCertificate('FABDA2', '6100000019', [SERVER_AUTHENTICATION, CLIENT_AUTHENTICATION])],
  };
  return { ...base, otherServers: [other] };
}

/** Windows 7 with Network Access Protection, whose health certificate the client holds. */
export function healthDeployment(): Deployment {
  const base = healthyDeployment();
  return {
    ...base,
    rules: { ...base.rules, healthCertificate: true },
    client: { ...base.client, healthCertificate: true },
  };
}

/** A sign-in with a smart card, or with a one-time password that gives a short-lived certificate of the same kind. */
export function smartCardDeployment(): Deployment {
  const base = deploymentBehindNat();
  return {
    ...base,
    rules: { ...base.rules, authorization: true },
    client: { ...base.client, smartCard: true },
  };
}

/** The same deployment before the user of the client reached for the intranet: the second tunnel is not up yet. */
export function beforeTraffic(deployment: Deployment): Deployment {
  return { ...deployment, moment: { ...deployment.moment, userReached: false } };
}

/** The same deployment with failures of IPsec audited on the server since long. */
export function auditedServer(deployment: Deployment): Deployment {
  return { ...deployment, server: { ...deployment.server, audited: true } };
}

/** The same deployment with failures of IPsec audited on the client since long. */
export function audited(deployment: Deployment): Deployment {
  return { ...deployment, moment: { ...deployment.moment, audited: true } };
}

/** The same deployment audited by the line of the article, which leaves Quick Mode out. */
export function auditedAsTheArticleSays(deployment: Deployment): Deployment {
  return { ...deployment, moment: { ...deployment.moment, audited: true, quickModeLeftOut: true } };
}

/** The same deployment with other events in its logs. */
export function withHistory(deployment: Deployment, log: LogHistory): Deployment {
  return { ...deployment, log };
}

/** The same deployment with a client whose Windows writes failure reasons in another language. */
export function writingIn(language: FailureLanguage, deployment: Deployment): Deployment {
  return { ...deployment, client: { ...deployment.client, failureLanguage: language } };
}
