/** The model of one DirectAccess deployment: a client, a server, what lies between them, and what was done so far. */
import { type CauseId } from '../../analyzers/diagnosis/diagnosis';

/** A computer certificate in the store of one machine. Times are local, ISO 8601 without a zone. */
export interface ModelCertificate {
  readonly subject: string;
  readonly issuer: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly serial: string;
  readonly thumbprint: string;
  readonly hasPrivateKey: boolean;
  /** Enhanced key usages as OIDs. */
  readonly usages: readonly string[];
}

export type Profile = 'domain' | 'private' | 'public';

export interface ModelClient {
  readonly name: string;
  /** `DOMAIN\user` of who is signed in. */
  readonly user: string;
  readonly windows: { readonly name: string; readonly version: string; readonly build: number };
  readonly firewall: Readonly<Record<Profile, boolean>>;
  /** Services that are not running. */
  readonly stoppedServices: readonly string[];
  /** Whether Group Policy applied the DirectAccess policy to the computer. */
  readonly policyApplied: boolean;
  readonly networks: readonly { readonly name: string; readonly profile: Profile }[];
  /** Where it is, and where it takes itself to be: a network location server that answers on the Internet parts the two. */
  readonly inOffice: boolean;
  readonly believesInside: boolean;
  readonly ipHttps: { readonly code: number; readonly status: string };
  readonly teredo: 'offline' | 'qualified';
  /** The 6to4 address of a client with a public IPv4 address. */
  readonly sixToFour: string | null;
  readonly ipv4: string;
  readonly proxy: string | null;
  readonly certificates: readonly ModelCertificate[];
  /** Whether the sign-in carries the smart card group. */
  readonly smartCard: boolean;
  /** Whether it holds a health certificate of Network Access Protection. */
  readonly healthCertificate: boolean;
  /** Whether domain controllers answer it once the first tunnel is up. */
  readonly locatesDomainController: boolean;
  /** Whether the file server's name resolves once the first tunnel is up. */
  readonly resolvesFileServer: boolean;
  readonly userPasswordAccepted: boolean;
  /** Whether the listings also show security associations to peers that are no DirectAccess server. */
  readonly otherPeers: boolean;
  /** Whether the associations of the first tunnel went idle and left the listing. */
  readonly firstTunnelIdle: boolean;
  /** How far local time is ahead of UTC; negative in America. */
  readonly hoursFromUtc: number;
  /** The user chose local name resolution, which switches the name rules off. */
  readonly prefersLocalNames?: boolean;
  /** Whether the public DNS knows no such server; then it resolves nowhere. */
  readonly publicNameUnknown?: boolean;
  /** What the public DNS says of the file server's name, which the name table then leaves to it. */
  readonly fileServerOnInternet?: string;
  /** The registry value of IPv6; left out where it is not set. */
  readonly disabledComponents?: number;
  /** English where left out. */
  readonly failureLanguage?: FailureLanguage;
}

export interface ModelServer {
  readonly name: string;
  readonly url: string;
  readonly certificates: readonly ModelCertificate[];
  readonly findsDomainController: boolean;
  /** The level of its revocation check: 0 off, 1 weak, 2 strong. */
  readonly revocationCheck: 0 | 1 | 2;
  readonly revocationListReachable: boolean;
  readonly clientRevoked: boolean;
  /** Whether the endpoint answers a ping, whether it answers IKE. */
  readonly answersPing: boolean;
  readonly answersNegotiation: boolean;
  /** The tunnel of which its quick mode proposals do not fit those of the client. */
  readonly quickModeMismatch: 'infra' | 'intranet' | null;
  /** Whether the client's first rule asks for the wrong second authentication. */
  readonly wrongSecondAuthentication: boolean;
  readonly authorizes: boolean;
  /** Whether failures of IPsec are audited on the server. */
  readonly audited: boolean;
  /** What keeps it from leading its clients on; left out where nothing does. */
  readonly routing?: 'not-forwarding' | 'unpublished';
  /** Whether the KDC proxy service stands still, through which Kerberos of a Kerberos-proxy deployment goes. */
  readonly kdcProxyStopped?: boolean;
}

export interface ModelRules {
  /** Kerberos proxy has one tunnel; 2012 and later name the first rule `ClientToInfra`. */
  readonly kind: 'two-tunnels' | 'kerberos-proxy';
  readonly generation: '2008R2' | '2012';
  readonly healthCertificate: boolean;
  readonly authorization: boolean;
  readonly authority: string;
  /** Whether all traffic and every name goes through the tunnels. */
  readonly forceTunnel?: boolean;
}

export interface Deployment {
  readonly rules: ModelRules;
  readonly endpoints: { readonly first: string; readonly second: string };
  /** Entry points of a multisite deployment that the client does not use; its rules name them before its own. */
  readonly otherEntryPoints?: readonly { readonly first: string; readonly second: string }[];
  /** Servers behind the same virtual address, to which the balancer does not lead this client now. */
  readonly otherServers?: readonly ModelServer[];
  /** The address of the client in the tunnels. */
  readonly tunnelAddress: string;
  readonly domain: string;
  readonly dns64: string;
  readonly domainController: { readonly name: string; readonly address: string };
  readonly fileServer: string;
  readonly client: ModelClient;
  readonly server: ModelServer;
  /** The code that Windows writes for the injected fault where several would do. */
  readonly failureCode: number | null;
  /** What was injected; null in a healthy deployment. */
  readonly cause: CauseId | null;
  /** What happens while the case is open. */
  readonly moment: Moment;
  /** What the logs hold beside the negotiations of the moment; left out where it is nothing. */
  readonly log?: LogHistory;
}

/** Older and foreign events, which no diagnosis may take for those of the moment. */
export interface LogHistory {
  /** Both tunnels were refused with this code an hour ago, and came up since. */
  readonly clearedCode?: number;
  /** Another client of the same server is refused with this code, later than this one. */
  readonly otherClientCode?: number;
  /** A VPN with IKEv2, its SAs without a second authentication, packets that were dropped, the Policy Agent that started. */
  readonly noise?: boolean;
}

/** A language in which Windows writes failure reasons. */
export type FailureLanguage = 'en' | 'de' | 'ru';

export interface Moment {
  /** Local time of the client, ISO 8601 without a zone. */
  readonly clock: string;
  /** Whether failures of IPsec are audited on the client. */
  readonly audited: boolean;
  /** Whether that was done by the line of the article, which leaves Quick Mode out. */
  readonly quickModeLeftOut?: boolean;
  /** Whether dropped packets pushed the failures out of the log of net events. */
  readonly netEventsOverrun?: boolean;
  /** Whether the signed-in user reached for an intranet resource lately. */
  readonly userReached: boolean;
}
