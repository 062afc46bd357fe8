/** Causes on the way to the server: transition adapters, IP-HTTPS, the endpoint, the negotiation that nobody answers. */
import { type CauseFamily } from './cause';

export const pathCauses: CauseFamily = {
  'no-transition': {
    title: 'No IPv6 transition adapter is up.',
    remedy: ['Check that the IP Helper service runs and that the policy names an IP-HTTPS address.'],
    weight: 4,
    sources: ['troubleshooting'],
  },
  'ip-https-unreachable': {
    title: 'The IP-HTTPS server does not answer on TCP port 443.',
    remedy: [
      'From the client, check TCP port 443 of the public name: Test-NetConnection NAME -Port 443.',
      'Check the firewall and the NAT rule in front of the server, and the public DNS record.',
    ],
    weight: 10,
    sources: ['ipHttps'],
  },
  'ip-https-certificate-expired': {
    title: 'The IP-HTTPS certificate of the server is out of its time.',
    remedy: [
      'Renew the certificate on the server and bind it to IP-HTTPS again.',
      'If only one client sees this, check its clock.',
    ],
    weight: 9,
    sources: ['hicksExpired'],
  },
  'ip-https-certificate-untrusted': {
    title: 'The client does not trust the issuer of the IP-HTTPS certificate.',
    remedy: [
      'Import the issuing root certificate into the computer store of the client, then restart the IP Helper service.',
    ],
    weight: 6,
    sources: ['comErrors'],
  },
  'ip-https-revocation': {
    title: 'The revocation of the IP-HTTPS certificate cannot be checked, or it is revoked.',
    remedy: [
      'Publish the certificate revocation list where clients on the Internet reach it, and see that it is not expired.',
    ],
    weight: 5,
    sources: ['comErrors'],
  },
  'ip-https-proxy': {
    title: 'A proxy on the client keeps IP-HTTPS from the server.',
    remedy: ['Remove the proxy for this connection: netsh winhttp reset proxy.', 'Restart the IP Helper service.'],
    weight: 7,
    sources: ['ipHttps'],
  },
  'ip-https-name': {
    title: 'The public name of the IP-HTTPS server does not resolve, or does not fit its certificate.',
    remedy: [
      'Check that the public name resolves on the client, and that the name table exempts it from the tunnel.',
      'Check that the certificate on the server carries exactly this name.',
    ],
    weight: 7,
    sources: ['ipHttps'],
  },
  'ip-https-tls': {
    title: 'The TLS handshake with the IP-HTTPS server fails.',
    remedy: ['Let the load balancer or firewall pass TLS through untouched to the DirectAccess server.'],
    weight: 4,
    sources: ['hicksTips'],
  },
  'sixtofour-blocked': {
    title: '6to4 is up, but protocol 41 does not pass.',
    remedy: ['Disable 6to4 on the client: netsh interface 6to4 set state disabled. IP-HTTPS then takes over.'],
    weight: 3,
    sources: ['hicksSixToFour'],
  },
  'ipv6-disabled': {
    title: 'IPv6 or its tunnel adapters are disabled by DisabledComponents.',
    remedy: ['Remove the value DisabledComponents under Tcpip6\\Parameters or set it to 0, then restart the client.'],
    weight: 4,
    sources: ['console'],
  },
  'endpoint-unreachable': {
    title: 'The tunnel endpoint does not answer.',
    remedy: [
      'On the server, check that Windows Firewall is on, that IPv6 forwarding is on, and that the route to the clients is published.',
    ],
    weight: 4,
    sources: ['console'],
  },
  'server-routing': {
    title: 'The server does not route between the clients and itself.',
    remedy: [
      'On the server, publish the client prefix on the IP-HTTPS interface and switch forwarding and advertising on.',
    ],
    weight: 3,
    sources: ['console'],
  },
  'negotiation-timeout': {
    title: 'The peer does not answer the negotiation.',
    remedy: [
      'Ping the tunnel endpoint from the client.',
      'On the server, check that Windows Firewall is on, that the service IKEEXT runs and that its rules are active.',
      'Check that UDP ports 500 and 4500 pass.',
    ],
    weight: 6,
    sources: ['ikeErrors'],
  },
};
