/**
 * What each command's reading holds: the contract's table "Readings: data by command", typed. What is not printed is null. It is long
 * because that table is one.
 */

/** A main mode SA. The cmdlet prints ids instead of authentication methods; netsh prints methods and no ids. */
export interface MainModeSa {
  readonly time: string | null;
  readonly local: string | null;
  readonly remote: string | null;
  readonly auth1: string | null;
  readonly auth2: string | null;
  readonly offer: string | null;
  readonly cookies: string | null;
  readonly healthCert: boolean | null;
  readonly localFirstId?: string | null;
  readonly localSecondId?: string | null;
  readonly remoteFirstId?: string | null;
  readonly remoteSecondId?: string | null;
}
export interface QuickModeSa {
  readonly time: string | null;
  readonly local: string | null;
  readonly remote: string | null;
  readonly localPort: string | null;
  readonly remotePort: string | null;
  readonly protocol: string | null;
  readonly direction: string | null;
  readonly offer: string | null;
  readonly pfs: string | null;
}
/** `enabled`, `auth1HealthCert` and `applyAuthorization` are null where the line is not printed. */
export interface ConnectionSecurityRule {
  readonly name: string;
  readonly enabled: boolean | null;
  readonly profiles: readonly string[];
  readonly type: string | null;
  readonly mode: string | null;
  readonly localTunnelEndpoint: string | null;
  readonly remoteTunnelEndpoint: string | null;
  readonly endpoint1: string | null;
  readonly endpoint2: string | null;
  readonly auth1: string | null;
  readonly auth2: string | null;
  readonly action: string | null;
  readonly auth1CaName: string | null;
  readonly auth1HealthCert: boolean | null;
  readonly applyAuthorization: boolean | null;
}
export interface Certificate {
  readonly subject: string | null;
  readonly issuer: string | null;
  readonly notBefore: string | null;
  readonly notAfter: string | null;
  readonly thumbprint: string | null;
  readonly serial: string | null;
  readonly hasPrivateKey: boolean | null;
  /** Enhanced key usages as OIDs, where `-v` printed them; empty otherwise. */
  readonly usages: readonly string[];
  readonly crlDistributionPoints: readonly string[];
}
export interface Adapter {
  readonly name: string;
  readonly description: string | null;
  /** 'ethernet' | 'wireless' | 'tunnel' | 'teredo' | '6to4' | 'iphttps' | 'isatap' | 'ppp' | 'unknown'. */
  readonly kind: string;
  readonly connected: boolean | null;
  readonly ipv4: readonly string[];
  readonly ipv6: readonly string[];
  readonly suffix: string | null;
}
/** An event of the Security log; `%%` codes stay raw in `data`. */
export interface SecurityEvent {
  readonly provider: string;
  readonly channel: string | null;
  readonly eventId: number;
  readonly version: number | null;
  readonly recordId: string | null;
  /** ISO 8601 UTC with every digit that the source has; without a zone where the source has none. */
  readonly time: string | null;
  readonly computer: string | null;
  readonly data: Readonly<Record<string, string>>;
}
export interface NrptRule {
  readonly namespace: string;
  readonly dnsServers: readonly string[];
  readonly exempt: boolean;
}

/** What IKEEXT counted since it was started, of one keying module over one version of IP. */
export interface NegotiationCount {
  readonly module: 'ike' | 'authip' | 'ikev2';
  readonly ipVersion: 4 | 6;
  readonly mode: 'main' | 'quick' | 'extended';
  readonly started: number;
  readonly succeeded: number;
  readonly failed: number;
}
/** What an event log holds: the Security log, or net events. */
export interface EventsData {
  readonly total: number;
  readonly matched: number;
  readonly events: readonly SecurityEvent[];
  readonly channels?: readonly string[];
  readonly first?: string | null;
  readonly last?: string | null;
  /** How many of `events` were found in damage or in unused space. */
  readonly recovered?: number;
  /** The form of the log: `evtx`, `xml`, `event-viewer-csv` … */
  readonly form?: string;
}

/** Data by command id. A PowerShell form has the id and the data of its netsh twin. */
export interface ReadingData {
  'netsh-mmsa': { readonly sas: readonly MainModeSa[] };
  'netsh-qmsa': { readonly sas: readonly QuickModeSa[] };
  /**
   * `source` says which listing it was: `local` (`netsh … consec show rule`: may lack Group Policy rules), `monitor` (the active
   * store), `rsop`, `persistent` (Get-NetIPsecRule's default store: never shows DirectAccess rules) or `registry`.
   */
  'netsh-consec': {
    readonly store: 'received' | 'active';
    readonly rules: readonly ConnectionSecurityRule[];
    readonly strongCrlCheck: number | null;
    readonly source: 'local' | 'monitor' | 'rsop' | 'persistent' | 'registry';
  };
  'netsh-currentprofile': {
    readonly profiles: readonly {
      readonly profile: 'domain' | 'private' | 'public';
      readonly networks: readonly string[];
    }[];
  };
  'netsh-nrpt': { readonly effective: boolean; readonly rules: readonly NrptRule[] };
  'netsh-httpstunnel': {
    readonly interfaces: readonly {
      readonly role: string | null;
      readonly url: string | null;
      readonly lastErrorCode: number;
      readonly status: string | null;
    }[];
  };
  'netsh-teredo': { readonly type: string | null; readonly state: string | null; readonly error: string | null };
  'nltest-dsgetdc': {
    readonly dc: string | null;
    readonly address: string | null;
    readonly domain: string | null;
    readonly site: string | null;
    readonly flags: readonly string[];
    readonly status: number | null;
  };
  'net-view': { readonly server: string | null; readonly status: number | null; readonly shares: readonly string[] };
  'certutil-store': { readonly certificates: readonly Certificate[] };
  'netsh-global': {
    readonly strongCrlCheck: number | null;
    readonly saIdleTimeMin: number | null;
    readonly authzUserGrp: string | null;
    readonly authzComputerGrp: string | null;
  };
  'certutil-urlcache': { readonly kind: 'crl' | 'ocsp' | 'all'; readonly entries: readonly { readonly url: string }[] };
  'certutil-verify': {
    readonly status: number | null;
    readonly errors: readonly { readonly code: string; readonly name: string }[];
    readonly urls: readonly {
      readonly kind: string;
      readonly url: string;
      readonly ok: boolean;
      readonly code: string | null;
    }[];
  };
  auditpol: {
    readonly subcategories: readonly {
      readonly guid: string | null;
      readonly name: string;
      readonly success: boolean | null;
      readonly failure: boolean | null;
    }[];
  };
  systeminfo: {
    readonly osName: string | null;
    readonly edition: string | null;
    readonly build: number | null;
    readonly domain: string | null;
    readonly hostName: string | null;
  };
  ipconfig: {
    readonly adapters: readonly Adapter[];
    readonly hostName: string | null;
    readonly primarySuffix: string | null;
  };
  gpresult: {
    readonly applied: readonly string[];
    readonly denied: readonly { readonly name: string; readonly reason: string | null }[];
    readonly groups: readonly string[];
    readonly computer: string | null;
  };
  'whoami-groups': { readonly groups: readonly { readonly name: string; readonly sid: string }[] };
  /** `total` counts every record seen, `matched` those of IPsec; `first` and `last` are the times of all records, ISO 8601 UTC. */
  'security-events': EventsData;
  /** `netsh wfp show netevents`: `total` counts net events of every type, `matched` failed negotiations among them. */
  'netsh-wfp-netevents': EventsData;
  /** `netsh wfp show state`: counters since IKEEXT was started, of errors those that occurred; `time` is UTC. */
  'netsh-wfp-state': {
    readonly time: string | null;
    readonly mainModeSas: number | null;
    readonly counts: readonly NegotiationCount[];
    readonly errors: readonly {
      readonly module: NegotiationCount['module'];
      readonly name: string;
      readonly code: number | null;
      readonly count: number;
    }[];
  };
  /** `netsh advfirewall show allprofiles state`. */
  'netsh-firewall-state': {
    readonly profiles: readonly { readonly profile: 'domain' | 'private' | 'public'; readonly on: boolean | null }[];
  };
  /** `sc query NAME`, one or several: `state` in upper case (RUNNING, STOPPED …), or the error code of a service that is not there. */
  'sc-query': { readonly services: readonly { readonly name: string; readonly state: string | null }[] };
  /** `netsh dnsclient show state`. */
  'netsh-dnsclient': { readonly location: 'inside' | 'outside' | null; readonly directAccess: string | null };
  /** `ping -6 TARGET`: `resolved` is false where the name was not found, null where the output ends above it. */
  'ping-6': {
    readonly target: string | null;
    readonly address: string | null;
    readonly resolved: boolean | null;
    readonly sent: number | null;
    readonly received: number | null;
  };
  /** `Get-DAConnectionStatus`, in the assistant's words; a number of which no word is published is null. */
  'da-connection-status': { readonly status: string | null; readonly substatus: string | null };
  /** `Get-DAClientExperienceConfiguration`: a computer without the policy has no tunnel endpoints in it. */
  'da-client-experience': {
    readonly friendlyName: string | null;
    readonly tunnelEndpoints: readonly string[];
    readonly corporateResources: readonly string[];
    readonly localNamesAllowed: boolean | null;
  };
  /** `Get-DAServer`. */
  'da-server': {
    readonly connectTo: string | null;
    readonly clientPrefix: string | null;
    /** Whether computers authenticate with certificates; where they do not, Kerberos proxy does. */
    readonly computerCertificates: boolean | null;
    readonly userAuthentication: string | null;
    readonly teredo: boolean | null;
    readonly singleNic: boolean | null;
    readonly behindNat: boolean | null;
    readonly healthCheck: boolean | null;
  };
  /** `Test-NetConnection`; `port` and `tcpAnswered` are null where only a ping was sent. */
  'test-netconnection': {
    readonly target: string | null;
    readonly address: string | null;
    readonly port: number | null;
    readonly tcpAnswered: boolean | null;
    readonly pingAnswered: boolean | null;
    readonly interface: string | null;
  };
  /** `Resolve-DnsName`: `error` is PowerShell's id of it (`DNS_ERROR_RCODE_NAME_ERROR`). */
  'resolve-dnsname': {
    readonly name: string | null;
    readonly addresses: readonly string[];
    readonly error: string | null;
  };
  /** `nslookup`: `server` is the address of the DNS server that answered, `found` null where the output ends above the answer. */
  nslookup: {
    readonly name: string | null;
    readonly server: string | null;
    readonly addresses: readonly string[];
    readonly found: boolean | null;
  };
  /** `DisabledComponents` of IPv6: `isSet` is false where reg says that there is no such value. */
  'reg-disabled-components': { readonly value: number | null; readonly isSet: boolean | null };
  /** `netsh interface ipv6 show interface NAME`. */
  'netsh-ipv6-interface': {
    readonly interfaces: readonly {
      readonly name: string;
      readonly connected: boolean | null;
      readonly forwarding: boolean | null;
      readonly advertising: boolean | null;
    }[];
  };
  /** `netsh interface ipv6 show route`. */
  'netsh-ipv6-route': {
    readonly routes: readonly { readonly prefix: string; readonly published: boolean | null; readonly via: string }[];
  };
  /** `netsh winhttp show proxy`: null where direct access. */
  'netsh-winhttp-proxy': { readonly proxy: string | null };
}
export type CommandId = keyof ReadingData;
