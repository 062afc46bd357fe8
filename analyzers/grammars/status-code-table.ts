/**
 * The codes that Windows' name, logon, file and certificate services print, and those of IP-HTTPS, with what they say of a tunnel
 * (Microsoft, System Error Codes, COM Error Codes, Windows Sockets Error Codes, BITS Return Values; KB 2980635, 3056560, 2980627, 2980660,
 * 2980672). Long because it is the whole table.
 */
import { type CauseId } from '../diagnosis/diagnosis';

export interface StatusCode {
  readonly code: number;
  readonly name: string;
  readonly meaning: string;
  /** The causes that it shows where a command or the negotiation printed it; those of IP-HTTPS are known by `ipHttpsCause`. */
  readonly causes?: readonly CauseId[];
  /** Left out where the remedies of the cause say it all. */
  readonly todo?: readonly string[];
  /** The id of the question that tells more. */
  readonly ask?: string;
}

const HTTP =
  'Something other than the DirectAccess listener answers on TCP port 443: a web server, a portal or a proxy.';
const WHO_ANSWERS =
  'Check who answers on TCP port 443 of the public name: a captive portal, a proxy, another web server.';
const GHOSTS =
  'Remove doubled IP-HTTPS adapters in the Device Manager (show hidden devices), then restart the service iphlpsvc.';
const SMART_CARD = 'The sign-in with a smart card (or one-time password) fails, and with it the second authentication.';

export const statusCodes: readonly StatusCode[] = [
  {
    code: 0,
    name: 'ERROR_SUCCESS',
    meaning:
      'No error. For nltest a domain controller was found; for IP-HTTPS it counts only beside the status "IPHTTPS interface active": a deactivated adapter shows 0 too.',
    ask: 'transition',
  },
  {
    code: 5,
    name: 'ERROR_ACCESS_DENIED',
    meaning:
      'The prompt was not elevated, or the account has no right there. For net view the way to the server is free: the tunnel works.',
    todo: ['Run the command again in an elevated prompt, or take a share that the user may read.'],
  },
  {
    code: 50,
    name: 'ERROR_NOT_SUPPORTED',
    meaning: 'The command is not supported there. As the last error of IP-HTTPS: IPv6 or the adapter is disabled.',
    ask: 'transition',
  },
  {
    code: 52,
    name: 'ERROR_DUP_NAME',
    meaning:
      'The IP-HTTPS adapter could not be made: an old or doubled one is in its way, or the IPv6 adapters are disabled.',
    todo: [GHOSTS],
    ask: 'transition',
  },
  {
    code: 53,
    name: 'ERROR_BAD_NETPATH',
    meaning:
      'The name was not resolved, or the host was not reached: name resolution through the infrastructure tunnel, the intranet tunnel, or a firewall on the way.',
    causes: ['name-resolution'],
    ask: 'name',
  },
  {
    code: 64,
    name: 'ERROR_NETNAME_DELETED',
    meaning: 'A session broke: the tunnel comes and goes, or large packets are lost on the way.',
    todo: ['Look when the SAs ended (events 4655 and 5452), and try a smaller MTU.'],
    ask: 'events',
  },
  {
    code: 65,
    name: 'ERROR_NETWORK_ACCESS_DENIED',
    meaning: 'The host was reached and refuses the account. This is no failure of a tunnel.',
    todo: ['Check the rights of the user on that server.'],
  },
  {
    code: 67,
    name: 'ERROR_BAD_NET_NAME',
    meaning: 'The host was reached, and has no share of that name. This is no failure of a tunnel.',
    todo: ['Name a share that exists.'],
  },
  {
    code: 71,
    name: 'ERROR_REQ_NOT_ACCEP',
    meaning: 'The server takes no more connections. This is no failure of a tunnel.',
    todo: ['Try again later, or another server.'],
  },
  {
    code: 87,
    name: 'ERROR_INVALID_PARAMETER',
    meaning: 'As the last error of IP-HTTPS: its address, or the certificate bound on the server, is given wrongly.',
    todo: ['Compare the IP-HTTPS address in the client policy with the one on the server.'],
    ask: 'transition',
  },
  {
    code: 121,
    name: 'ERROR_SEM_TIMEOUT',
    meaning: 'Packets are lost below the file service: the path drops large ones, or the SA is gone.',
    todo: ['Try a smaller MTU on the transition adapter.'],
    ask: 'sas',
  },
  {
    code: 0x102,
    name: 'WAIT_TIMEOUT',
    meaning: 'As the last error of IP-HTTPS: the server did not answer in time.',
    ask: 'transition',
  },
  {
    code: 0x103,
    name: 'ERROR_NO_MORE_ITEMS',
    meaning:
      'As the last error of IP-HTTPS: no usable certificate. The name in the address is not the name in the certificate.',
    ask: 'transition',
  },
  {
    code: 0x3e5,
    name: 'ERROR_IO_PENDING',
    meaning: 'As the last error of IP-HTTPS: it is still connecting. This is a state and no failure.',
    todo: ['Wait some seconds and look again.'],
    ask: 'transition',
  },
  {
    code: 1203,
    name: 'ERROR_NO_NET_OR_BAD_PATH',
    meaning: 'No network provider took the path: the name was not resolved, or the host was not reached.',
    causes: ['name-resolution'],
    ask: 'name',
  },
  {
    code: 1214,
    name: 'ERROR_INVALID_NETNAME',
    meaning:
      'As the last error of IP-HTTPS: its address is invalid, since an IP address stands where a public name must stand.',
    ask: 'transition',
  },
  {
    code: 1219,
    name: 'ERROR_SESSION_CREDENTIAL_CONFLICT',
    meaning: 'There is a session with that server under another account. This is no failure of a tunnel.',
    todo: ['End it with net use /delete, then try again.'],
  },
  {
    code: 1222,
    name: 'ERROR_NO_NETWORK',
    meaning: 'The Workstation service or the network is missing.',
    todo: ['Start the service LanmanWorkstation, and check the adapter.'],
    ask: 'transition',
  },
  {
    code: 1225,
    name: 'ERROR_CONNECTION_REFUSED',
    meaning:
      'As the last error of IP-HTTPS: TCP port 443 refuses the connection, since its listener does not run or the NAT leads elsewhere.',
    ask: 'transition',
  },
  {
    code: 1231,
    name: 'ERROR_NETWORK_UNREACHABLE',
    meaning: 'There is no route: no IPv6 transition adapter is up, or its route is missing.',
    causes: ['no-transition', 'name-resolution'],
    ask: 'transition',
  },
  {
    code: 1232,
    name: 'ERROR_HOST_UNREACHABLE',
    meaning: 'There is no route to that host: no IPv6 transition adapter is up, or the route is missing.',
    causes: ['no-transition', 'server-routing'],
    ask: 'transition',
  },
  {
    code: 1265,
    name: 'ERROR_DOWNGRADE_DETECTED',
    meaning: 'No domain controller was there for the authentication.',
    causes: ['client-no-domain-controller'],
    ask: 'client-domain-controller',
  },
  {
    code: 1311,
    name: 'ERROR_NO_LOGON_SERVERS',
    meaning:
      'The name was resolved, and no logon server answered: the infrastructure tunnel is down, or its rule lacks the domain controllers.',
    causes: ['client-no-domain-controller'],
    ask: 'sas',
  },
  {
    code: 1317,
    name: 'ERROR_NO_SUCH_USER',
    meaning: 'The account does not exist.',
    causes: ['user-credentials'],
    todo: ['Check the name of the account, and that it was not deleted.'],
  },
  {
    code: 1326,
    name: 'ERROR_LOGON_FAILURE',
    meaning:
      'The credentials are wrong, as after a change of the password. The intranet tunnel gets no Kerberos ticket.',
    causes: ['user-credentials'],
    ask: 'client-domain-controller',
  },
  {
    code: 1331,
    name: 'ERROR_ACCOUNT_DISABLED',
    meaning: 'The account of the user or the computer is disabled.',
    causes: ['user-credentials'],
    todo: ['Enable the account, or find out why it was disabled.'],
  },
  {
    code: 1332,
    name: 'ERROR_NONE_MAPPED',
    meaning: 'The account does not exist.',
    causes: ['user-credentials'],
    todo: ['Check the name of the account, and that it was not deleted.'],
  },
  {
    code: 1355,
    name: 'ERROR_NO_SUCH_DOMAIN',
    meaning:
      'No domain controller was found: the DNS query was not answered through the infrastructure tunnel, or the IPv6-capable domain controllers lack their site-less records.',
    causes: ['client-no-domain-controller', 'server-no-domain-controller'],
    ask: 'server-domain-controller',
  },
  {
    code: 1396,
    name: 'ERROR_WRONG_TARGET_NAME',
    meaning:
      'Kerberos met another machine than it named: a doubled service name, or a host name that resolves to the address of another.',
    todo: ['Check the service names (setspn -X) and the DNS record of that host.'],
    ask: 'name',
  },
  {
    code: 1398,
    name: 'ERROR_TIME_SKEW',
    meaning: 'The clocks differ by more than Kerberos allows (five minutes).',
    todo: ['Set the clock: w32tm /resync. Compare it: w32tm /stripchart /computer:DC.'],
  },
  {
    code: 0x643,
    name: 'ERROR_INSTALL_FAILURE',
    meaning:
      'The IP-HTTPS adapter could not be installed: an old or doubled one is in its way, or the IPv6 adapters are disabled.',
    todo: [GHOSTS],
    ask: 'transition',
  },
  {
    code: 1722,
    name: 'RPC_S_SERVER_UNAVAILABLE',
    meaning: 'The name was resolved, and RPC did not answer: the tunnel is down, or a firewall stands between.',
    causes: ['client-no-domain-controller'],
    ask: 'sas',
  },
  {
    code: 1726,
    name: 'RPC_S_CALL_FAILED',
    meaning: 'A call broke in its middle: large packets are lost, or the tunnel went down.',
    todo: ['Try a smaller MTU on the transition adapter.'],
    ask: 'sas',
  },
  {
    code: 1727,
    name: 'RPC_S_CALL_FAILED_DNE',
    meaning: 'A call broke before it ran: the tunnel is down, or a firewall stands between.',
    ask: 'sas',
  },
  {
    code: 1753,
    name: 'EPT_S_NOT_REGISTERED',
    meaning: 'The host answers, but the service behind it does not run or is blocked.',
    todo: ['Check the firewall between the server and that host.'],
    ask: 'sas',
  },
  {
    code: 1786,
    name: 'ERROR_NO_TRUST_LSA_SECRET',
    meaning:
      'The secure channel of the computer is broken, so the computer account fails in the second authentication of the infrastructure tunnel.',
    todo: ['Repair it over a VPN or in the office: Test-ComputerSecureChannel -Repair, or join again.'],
    ask: 'client-domain-controller',
  },
  {
    code: 1787,
    name: 'ERROR_NO_TRUST_SAM_ACCOUNT',
    meaning:
      'The domain has no account for this computer, so the second authentication of the infrastructure tunnel fails.',
    todo: ['Join the computer again, over a VPN or in the office.'],
    ask: 'client-domain-controller',
  },
  {
    code: 1789,
    name: 'ERROR_TRUSTED_RELATIONSHIP_FAILURE',
    meaning:
      'The trust between this computer and the domain is broken, so the second authentication of the infrastructure tunnel fails.',
    todo: ['Repair it over a VPN or in the office: Test-ComputerSecureChannel -Repair, or join again.'],
    ask: 'client-domain-controller',
  },
  {
    code: 1908,
    name: 'ERROR_DOMAIN_CONTROLLER_NOT_FOUND',
    meaning: 'No domain controller was found through the tunnel.',
    causes: ['client-no-domain-controller', 'server-no-domain-controller'],
    ask: 'server-domain-controller',
  },
  {
    code: 2250,
    name: 'ERROR_NOT_CONNECTED',
    meaning: 'There is no such connection to end. This is no failure of a tunnel.',
  },
  {
    code: 6118,
    name: 'ERROR_NO_BROWSER_SERVERS_FOUND',
    meaning: 'net view without a server needs the Browser service. This is no failure of a tunnel.',
    todo: ['Name a server: net view \\\\SERVER.'],
    ask: 'traffic',
  },
  {
    code: 0x2743,
    name: 'WSAENETUNREACH',
    meaning: 'As the last error of IP-HTTPS: there is no IPv4 route to the server.',
    todo: ['Check that the client reaches the Internet.'],
    ask: 'transition',
  },
  {
    code: 0x2746,
    name: 'WSAECONNRESET',
    meaning:
      'As the last error of IP-HTTPS: the connection was reset, as TLS inspection, a proxy or a load balancer does.',
    ask: 'proxy',
  },
  {
    code: 0x274c,
    name: 'WSAETIMEDOUT',
    meaning:
      'As the last error of IP-HTTPS: TCP port 443 does not answer. A firewall, a NAT, a wrong public DNS record, or the server is off.',
    ask: 'transition',
  },
  {
    code: 0x274d,
    name: 'WSAECONNREFUSED',
    meaning:
      'As the last error of IP-HTTPS: the connection was refused. The public name may resolve to the wrong address inside the tunnel (split DNS), or the listener does not run.',
    ask: 'location',
  },
  {
    code: 0x2751,
    name: 'WSAEHOSTUNREACH',
    meaning: 'As the last error of IP-HTTPS: there is no IPv4 route to the host.',
    todo: ['Check that the client reaches the Internet.'],
    ask: 'transition',
  },
  {
    code: 0x2af9,
    name: 'WSAHOST_NOT_FOUND',
    meaning:
      'As the last error of IP-HTTPS: the public name was not found, or a proxy is set on the client although the name resolves.',
    ask: 'proxy',
  },
  {
    code: 0x2afa,
    name: 'WSATRY_AGAIN',
    meaning:
      'As the last error of IP-HTTPS: the name server did not answer this time, or a proxy is set on the client.',
    ask: 'proxy',
  },
  {
    code: 0x2afc,
    name: 'WSANO_DATA',
    meaning:
      'As the last error of IP-HTTPS: the name has no address, a proxy is set on the client, or the server has IP-HTTPS disabled.',
    ask: 'proxy',
  },
  {
    code: 0x90320,
    name: 'SEC_I_INCOMPLETE_CREDENTIALS',
    meaning:
      'As the last error of IP-HTTPS: the server or a load balancer asks for a client certificate that the client does not have.',
    ask: 'transition',
  },
  {
    code: 0x80090308,
    name: 'SEC_E_INVALID_TOKEN',
    meaning: 'The second authentication sent what the other side could not use.',
    causes: ['user-credentials'],
    ask: 'events',
  },
  {
    code: 0x8009030c,
    name: 'SEC_E_LOGON_DENIED',
    meaning: 'The second authentication was refused: a wrong password or a disabled account.',
    causes: ['user-credentials'],
    ask: 'events',
  },
  {
    code: 0x8009030e,
    name: 'SEC_E_NO_CREDENTIALS',
    meaning: 'There were no credentials for the second authentication.',
    causes: ['user-credentials'],
    ask: 'events',
  },
  {
    code: 0x80090311,
    name: 'SEC_E_NO_AUTHENTICATING_AUTHORITY',
    meaning: 'No domain controller was there for the second authentication.',
    causes: ['server-no-domain-controller', 'client-no-domain-controller'],
    ask: 'server-domain-controller',
  },
  {
    code: 0x80090322,
    name: 'SEC_E_WRONG_PRINCIPAL',
    meaning: 'The other machine is not the one that was named: a certificate or service name of another host.',
    causes: ['ip-https-tls'],
    ask: 'transition',
  },
  {
    code: 0x80090324,
    name: 'SEC_E_TIME_SKEW',
    meaning: 'The clocks of both sides differ too much.',
    todo: ['Set the clock: w32tm /resync.'],
  },
  {
    code: 0x80090325,
    name: 'SEC_E_UNTRUSTED_ROOT',
    meaning: 'The certificate of the TLS server chains to a root that this computer does not trust.',
    causes: ['ip-https-certificate-untrusted'],
    ask: 'transition',
  },
  {
    code: 0x80090326,
    name: 'SEC_E_ILLEGAL_MESSAGE',
    meaning:
      'The TLS handshake broke: a load balancer asks for client certificates wrongly, or no common cipher is enabled.',
    ask: 'transition',
  },
  {
    code: 0x80090327,
    name: 'SEC_E_CERT_UNKNOWN',
    meaning: 'The other side could not process the certificate in the TLS handshake.',
    causes: ['ip-https-tls'],
    ask: 'transition',
  },
  {
    code: 0x80090328,
    name: 'SEC_E_CERT_EXPIRED',
    meaning: 'The certificate in the TLS handshake is out of its time.',
    causes: ['ip-https-certificate-expired'],
    ask: 'transition',
  },
  {
    code: 0x80090331,
    name: 'SEC_E_ALGORITHM_MISMATCH',
    meaning: 'Client and server have no common TLS cipher.',
    ask: 'transition',
  },
  {
    code: 0x80090350,
    name: 'SEC_E_DOWNGRADE_DETECTED',
    meaning: 'No domain controller was there for the second authentication.',
    causes: ['server-no-domain-controller', 'client-no-domain-controller'],
    ask: 'server-domain-controller',
  },
  {
    code: 0x80090353,
    name: 'SEC_E_REVOCATION_OFFLINE_C',
    meaning: `The revocation of the smart card's certificate cannot be checked. ${SMART_CARD}`,
    todo: ['Make the CRL distribution points of the card reachable for the domain controllers.'],
    ask: 'token',
  },
  {
    code: 0x80090358,
    name: 'SEC_E_REVOCATION_OFFLINE_KDC',
    meaning: `The revocation of the domain controller's certificate cannot be checked. ${SMART_CARD}`,
    todo: ['Make the CRL distribution points of that certificate reachable for the client.'],
    ask: 'token',
  },
  {
    code: 0x80090359,
    name: 'SEC_E_ISSUING_CA_UNTRUSTED_KDC',
    meaning: `The issuer of the domain controller's certificate is not trusted. ${SMART_CARD}`,
    todo: ['Bring the issuer into the NTAuth store and the trusted roots.'],
    ask: 'token',
  },
  {
    code: 0x8009035a,
    name: 'SEC_E_KDC_CERT_EXPIRED',
    meaning: `The certificate of the domain controller is out of its time. ${SMART_CARD}`,
    todo: ['Renew the certificate of the domain controller.'],
    ask: 'token',
  },
  {
    code: 0x8009035b,
    name: 'SEC_E_KDC_CERT_REVOKED',
    meaning: `The certificate of the domain controller is revoked. ${SMART_CARD}`,
    todo: ['Enrol a new certificate for the domain controller.'],
    ask: 'token',
  },
  {
    code: 0x80092004,
    name: 'CRYPT_E_NOT_FOUND',
    meaning: 'The certificate, its key or another object was not found in the store.',
    causes: ['certificate-missing', 'certificate-no-private-key'],
    ask: 'client-certificates',
  },
  {
    code: 0x80092009,
    name: 'CRYPT_E_NO_MATCH',
    meaning: 'No certificate of the store fits what was asked for.',
    causes: ['certificate-missing'],
    ask: 'client-certificates',
  },
  {
    code: 0x80092010,
    name: 'CRYPT_E_REVOKED',
    meaning: 'The certificate is revoked.',
    causes: ['certificate-revoked'],
    ask: 'verification',
  },
  {
    code: 0x80092012,
    name: 'CRYPT_E_NO_REVOCATION_CHECK',
    meaning: 'Revocation could not be checked: the certificate names no place to ask, or none that can be used.',
    causes: ['revocation-unreachable'],
    ask: 'verification',
  },
  {
    code: 0x80092013,
    name: 'CRYPT_E_REVOCATION_OFFLINE',
    meaning:
      'The revocation list could not be fetched, or is out of its time. IP-HTTPS on Windows 7 and strong checking of IPsec fail for that; Windows 8 and later do not check it for IP-HTTPS.',
    causes: ['revocation-unreachable'],
    ask: 'verification',
  },
  {
    code: 0x80092014,
    name: 'CRYPT_E_NOT_IN_REVOCATION_DATABASE',
    meaning: 'The revocation service (OCSP) does not know the certificate.',
    causes: ['revocation-unreachable'],
    todo: ['Check that the OCSP responder serves the authority that issued the certificate.'],
    ask: 'verification',
  },
  {
    code: 0x80096004,
    name: 'TRUST_E_CERT_SIGNATURE',
    meaning: 'The signature of the certificate is invalid: it is damaged, or its issuer is another one.',
    causes: ['certificate-failure'],
    ask: 'client-certificates',
  },
  {
    code: 0x80190190,
    name: 'BG_E_HTTP_ERROR_400',
    meaning: `HTTP status 400 (bad request). ${HTTP}`,
    todo: [WHO_ANSWERS],
    ask: 'proxy',
  },
  {
    code: 0x80190191,
    name: 'BG_E_HTTP_ERROR_401',
    meaning: `HTTP status 401 (not authorized). ${HTTP}`,
    todo: [WHO_ANSWERS],
    ask: 'proxy',
  },
  {
    code: 0x80190193,
    name: 'BG_E_HTTP_ERROR_403',
    meaning: `HTTP status 403 (forbidden). ${HTTP}`,
    todo: [WHO_ANSWERS],
    ask: 'proxy',
  },
  {
    code: 0x80190194,
    name: 'BG_E_HTTP_ERROR_404',
    meaning: `HTTP status 404 (not found), so there is no IP-HTTPS path. ${HTTP}`,
    todo: [WHO_ANSWERS],
    ask: 'proxy',
  },
  {
    code: 0x80190197,
    name: 'BG_E_HTTP_ERROR_407',
    meaning:
      'HTTP status 407: a proxy between client and server asks for authentication, which IP-HTTPS does not give it.',
    causes: ['ip-https-proxy'],
    ask: 'proxy',
  },
  {
    code: 0x801901f4,
    name: 'BG_E_HTTP_ERROR_500',
    meaning: `HTTP status 500 (internal error). ${HTTP}`,
    todo: [WHO_ANSWERS],
    ask: 'proxy',
  },
  {
    code: 0x801901f7,
    name: 'BG_E_HTTP_ERROR_503',
    meaning: 'HTTP status 503: nothing listens for the IP-HTTPS address on the server that answers.',
    todo: ['On the server: netsh interface httpstunnel show interfaces, and netsh http show servicestate.'],
    ask: 'proxy',
  },
  {
    code: 0x800b0101,
    name: 'CERT_E_EXPIRED',
    meaning: 'A certificate is out of its time, or the clock of the checking computer is wrong.',
    causes: ['certificate-expired'],
    ask: 'client-certificates',
  },
  {
    code: 0x800b0102,
    name: 'CERT_E_VALIDITYPERIODNESTING',
    meaning: 'A certificate of the chain is valid longer than its issuer.',
    causes: ['certificate-failure'],
    todo: ['Issue the certificate again from the present authority.'],
    ask: 'client-certificates',
  },
  {
    code: 0x800b0106,
    name: 'CERT_E_PURPOSE',
    meaning: 'A certificate is used for what its authority does not allow.',
    causes: ['certificate-wrong-usage'],
    ask: 'client-certificates',
  },
  {
    code: 0x800b0109,
    name: 'CERT_E_UNTRUSTEDROOT',
    meaning:
      'The chain ends in a root that the computer does not trust, as after a renewed self-signed certificate, or an offline join without the root.',
    causes: ['certificate-untrusted'],
    ask: 'verification',
  },
  {
    code: 0x800b010a,
    name: 'CERT_E_CHAINING',
    meaning: 'No chain leads to a trusted root: an intermediate certificate is missing.',
    causes: ['certificate-untrusted'],
    ask: 'verification',
  },
  {
    code: 0x800b010b,
    name: 'TRUST_E_FAIL',
    meaning: 'The certificate is not trusted, and Windows does not say why.',
    causes: ['certificate-failure'],
    ask: 'verification',
  },
  {
    code: 0x800b010c,
    name: 'CERT_E_REVOKED',
    meaning: 'The certificate was revoked by its issuer.',
    causes: ['certificate-revoked'],
    ask: 'verification',
  },
  {
    code: 0x800b010e,
    name: 'CERT_E_REVOCATION_FAILURE',
    meaning: 'The revocation check could not be finished.',
    causes: ['revocation-unreachable'],
    ask: 'verification',
  },
  {
    code: 0x800b010f,
    name: 'CERT_E_CN_NO_MATCH',
    meaning:
      'The name in the certificate is not the name that was asked for: a wrong certificate, or a NAT that leads to another server.',
    ask: 'transition',
  },
  {
    code: 0x800b0110,
    name: 'CERT_E_WRONG_USAGE',
    meaning: 'The certificate lacks the usage that is asked for (Server Authentication for IP-HTTPS).',
    causes: ['certificate-wrong-usage'],
    ask: 'client-certificates',
  },
  {
    code: 0x800b0111,
    name: 'TRUST_E_EXPLICIT_DISTRUST',
    meaning: 'The certificate, or one of its chain, is in the store of distrusted ones.',
    causes: ['certificate-untrusted'],
    todo: ['Find out why it stands in the store Disallowed.'],
    ask: 'client-certificates',
  },
  {
    code: 0x800b0112,
    name: 'CERT_E_UNTRUSTEDCA',
    meaning: 'An authority of the chain is not trusted by policy, as one that is not in the NTAuth store.',
    causes: ['certificate-untrusted'],
    ask: 'verification',
  },
];
