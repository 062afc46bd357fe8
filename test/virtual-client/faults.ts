/** One fault at a time, put into a deployment that works; everything else that follows from it is derived by the model. */
import { type Deployment, type ModelCertificate, type ModelClient, type ModelServer } from './deployment';
import { SERVER_AUTHENTICATION } from './healthy-deployments';

/** The deployment with its one fault; `failureCode` is what Windows logs where several codes would fit. */
export type Fault = (deployment: Deployment) => Deployment;

export const withFault = (deployment: Deployment, fault: Fault): Deployment => fault(deployment);

const client =
  (cause: Deployment['cause'], change: (client: ModelClient) => Partial<ModelClient>): Fault =>
  (deployment) => ({ ...deployment, cause, client: { ...deployment.client, ...change(deployment.client) } });

const server =
  (cause: Deployment['cause'], change: (server: ModelServer) => Partial<ModelServer>): Fault =>
  (deployment) => ({ ...deployment, cause, server: { ...deployment.server, ...change(deployment.server) } });

const certificates = (
  { certificates: all }: { readonly certificates: readonly ModelCertificate[] },
  change: Partial<ModelCertificate>,
) => ({ certificates: all.map((certificate) => ({ ...certificate, ...change })) });

const EXPIRED = { notBefore: '2025-02-16T08:12:00', notAfter: '2026-02-16T08:12:00' };
const SELF = { issuer: 'CN=Local Test Root, O=Fabrikam Lab' };

export const unsupportedEdition = client('edition-unsupported', ({ windows }) => ({
  windows: { ...windows, name: windows.name.replace('Enterprise', windows.build < 9200 ? 'Professional' : 'Pro') },
}));
export const firewallOff = client('firewall-off', ({ firewall }) => ({ firewall: { ...firewall, public: false } }));
export const ikeStopped = client('service-stopped', () => ({ stoppedServices: ['IKEEXT'] }));
export const policyNotReceived = client('policy-not-received', () => ({ policyApplied: false }));
export const vpnConnected = client('domain-profile-active', ({ networks }) => ({
  networks: [...networks, { name: 'intra.fabrikam.example', profile: 'domain' }],
}));
export const controllerOnInternet = client('domain-profile-active', () => ({
  networks: [{ name: 'intra.fabrikam.example', profile: 'domain' }],
}));
/** From the office network the DirectAccess server is out of reach, as it is in most. */
export const outsideThoughInside: Fault = (deployment) => ({
  ...deployment,
  cause: 'outside-though-inside',
  client: {
    ...deployment.client,
    inOffice: true,
    ipHttps: { code: 0x274c, status: 'Failed to connect to the IPHTTPS server; waiting to reconnect' },
  },
  server: { ...deployment.server, answersPing: false, answersNegotiation: false },
});
export const insideThoughOutside = client('inside-though-outside', () => ({ believesInside: true }));
export const ipHttpsError = (cause: Deployment['cause'], code: number, status: string): Fault =>
  client(cause, () => ({ ipHttps: { code, status } }));
export const proxySet = client('ip-https-proxy', () => ({
  proxy: 'proxy.hotel.example:8080',
  ipHttps: { code: 0x2af9, status: 'Failed to connect to the IPHTTPS server; waiting to reconnect' },
}));
/** Split DNS: the public name lies in the intranet's namespace, and no rule exempts it. */
export const publicNameInNamespace: Fault = (deployment) => ({
  ...deployment,
  cause: 'ip-https-name',
  client: {
    ...deployment.client,
    ipHttps: { code: 0x2af9, status: 'Failed to connect to the IPHTTPS server; waiting to reconnect' },
  },
  server: { ...deployment.server, url: `https://da.${deployment.domain}:443/IPHTTPS` },
});
/** Split DNS the other way round: the intranet name is answered by the public DNS. */
export const fileServerOnInternet = client('name-resolution', () => ({
  resolvesFileServer: false,
  fileServerOnInternet: '131.107.0.80',
}));
export const sixToFourBlocked: Fault = (deployment) => ({
  ...deployment,
  cause: 'sixtofour-blocked',
  tunnelAddress: '2002:c612:9a07::c612:9a07',
  client: {
    ...deployment.client,
    ipv4: '198.18.154.7',
    sixToFour: '2002:c612:9a07::c612:9a07',
    ipHttps: { code: 0, status: 'IPHTTPS interface deactivated' },
  },
  server: { ...deployment.server, answersPing: false, answersNegotiation: false },
});
export const endpointSilent = server('endpoint-unreachable', () => ({ answersPing: false, answersNegotiation: false }));
export const serverNotRouting = (routing: 'not-forwarding' | 'unpublished'): Fault =>
  server('server-routing', () => ({ routing, answersPing: false, answersNegotiation: false }));
export const tunnelAdaptersDisabled = (status: string): Fault =>
  client('ipv6-disabled', () => ({ disabledComponents: 0xff, ipHttps: { code: 0x34, status } }));
export const localNamesPreferred = client('local-names-preferred', () => ({ prefersLocalNames: true }));
export const negotiationDropped = server('negotiation-timeout', () => ({ answersNegotiation: false }));

export const clientCertificateMissing = client('certificate-missing', () => ({ certificates: [] }));
export const clientCertificateExpired = client('certificate-expired', (own) => certificates(own, EXPIRED));
export const clientKeyMissing = client('certificate-no-private-key', (own) =>
  certificates(own, { hasPrivateKey: false }),
);
export const clientUsageWrong = client('certificate-wrong-usage', (own) =>
  certificates(own, { usages: [SERVER_AUTHENTICATION] }),
);
export const clientRootUntrusted = client('certificate-untrusted', (own) =>
  certificates(own, { ...SELF, subject: SELF.issuer }),
);
export const serverCertificateMissing = server('certificate-missing', () => ({ certificates: [] }));
export const serverCertificateExpired = server('certificate-expired', (own) => certificates(own, EXPIRED));
export const clientRevoked = server('certificate-revoked', () => ({ clientRevoked: true }));
export const revocationUnreachable = server('revocation-unreachable', () => ({
  revocationCheck: 2,
  revocationListReachable: false,
}));

export const wrongSecondAuthentication = server('policy-mismatch', () => ({ wrongSecondAuthentication: true }));
export const quickModeMismatch = (tunnel: 'infra' | 'intranet'): Fault =>
  server('policy-mismatch', () => ({ quickModeMismatch: tunnel }));
export const serverWithoutController = server('server-no-domain-controller', () => ({ findsDomainController: false }));
export const clientWithoutController = client('client-no-domain-controller', () => ({
  locatesDomainController: false,
}));
export const kdcProxyStopped = server('kerberos-proxy', () => ({ kdcProxyStopped: true }));
export const fileServerUnresolved = client('name-resolution', () => ({ resolvesFileServer: false }));
export const userRefused = client('user-credentials', () => ({ userPasswordAccepted: false }));
export const notAuthorized = server('authorization-denied', () => ({ authorizes: false }));
export const healthRequired: Fault = (deployment) => ({
  ...deployment,
  cause: 'health-certificate-missing',
  rules: { ...deployment.rules, healthCertificate: true },
});
export const healthAccepted: Fault = (deployment) => ({
  ...deployment,
  rules: { ...deployment.rules, healthCertificate: true },
  client: { ...deployment.client, healthCertificate: true },
});
export const smartCardPresented: Fault = (deployment) => ({
  ...deployment,
  rules: { ...deployment.rules, authorization: true },
  client: { ...deployment.client, smartCard: true },
});
export const smartCardRequired: Fault = (deployment) => ({
  ...deployment,
  cause: 'smart-card-required',
  rules: { ...deployment.rules, authorization: true },
});
