/** Causes inside the negotiation: certificates, revocation, policy, accounts, authorization, domain controllers. */
import { type CauseFamily } from './cause';

const ENROL =
  'If it is the client, connect it to the office network or a VPN first: it cannot enrol through the tunnel that is down.';

export const negotiationCauses: CauseFamily = {
  'certificate-failure': {
    title: 'A certificate was refused in the negotiation.',
    remedy: [
      'Compare the root of both computer certificates with the certification authority that the rule names.',
      'Check on both computers that the certificate is in its time, has its private key and may be used for IPsec.',
    ],
    weight: 9,
    sources: ['article'],
    umbrella: true,
  },
  'certificate-missing': {
    title: 'There is no computer certificate that IPsec could use.',
    remedy: [ENROL, 'Enrol a computer certificate: certutil -pulse, then gpupdate /force.'],
    weight: 7,
    sources: ['article'],
  },
  'certificate-expired': {
    title: 'The computer certificate is out of its time.',
    remedy: [ENROL, 'Renew the certificate in the Certificates console of the computer account.'],
    weight: 8,
    sources: ['article'],
  },
  'certificate-untrusted': {
    title: 'The computer certificate does not chain to the root that the rule names.',
    remedy: [
      'Enrol a certificate from the certification authority that the rule names, or correct the root in the DirectAccess settings.',
    ],
    weight: 6,
    sources: ['article'],
  },
  'certificate-no-private-key': {
    title: 'The computer certificate has no private key.',
    remedy: ['Repair the key: certutil -repairstore my SERIAL. If that fails, enrol a new certificate.'],
    weight: 5,
    sources: ['article'],
  },
  'certificate-wrong-usage': {
    title: 'The computer certificate may not be used for IPsec.',
    remedy: [
      'Enrol a certificate from a template with Client Authentication (and Server Authentication for the server).',
    ],
    weight: 5,
    sources: ['article'],
  },
  'certificate-revoked': {
    title: 'The computer certificate is revoked.',
    remedy: ['Enrol a new certificate for the computer, and find out why the old one was revoked.'],
    weight: 3,
    sources: ['article'],
  },
  'revocation-unreachable': {
    title: 'The side that checks revocation cannot reach the revocation list.',
    remedy: [
      'Make the CRL distribution points reachable from the checking side, and publish a fresh list.',
      'Until then, weak checking lets clients in: netsh advfirewall set global ipsec strongcrlcheck 1.',
    ],
    weight: 4,
    sources: ['article'],
  },
  'policy-mismatch': {
    title: 'The rules of the client and of the server do not fit together.',
    remedy: [
      'Run gpupdate /force on both, and undo edits to the rules.',
      'Compare endpoints, first and second authentication and proposals of the rules on both sides.',
    ],
    weight: 5,
    sources: ['ikeErrors'],
  },
  'negotiation-failed': {
    title: 'The negotiation failed.',
    remedy: [
      'Read the events of the same second on the other side.',
      'If they tell no more, trace it: netsh wfp capture start, try again, netsh wfp capture stop.',
    ],
    weight: 3,
    sources: ['ikeErrors'],
    umbrella: true,
  },
  'server-no-domain-controller': {
    title: 'The DirectAccess server finds no domain controller.',
    remedy: [
      'Mend discovery and connectivity between the DirectAccess server and Active Directory, then run nltest /dsgetdc: /force there again.',
    ],
    weight: 5,
    sources: ['article', 'console'],
  },
  'client-no-domain-controller': {
    title: 'The client finds no domain controller through the tunnel.',
    remedy: [
      'Check that the IPv6-capable domain controllers register site-less locator records in DNS.',
      'Check that their addresses are in the infrastructure rule.',
    ],
    weight: 5,
    sources: ['article'],
  },
  'name-resolution': {
    title: 'Intranet names do not resolve through the infrastructure tunnel.',
    remedy: [
      'Check the DNS server address in the name table against the DNS64 address of the server. Plain nslookup does not use that table.',
    ],
    weight: 6,
    sources: ['hicksNames'],
  },
  'intranet-not-triggered': {
    title: 'Nothing asked for the intranet yet, so the second tunnel was not tried.',
    remedy: ['Reach for an intranet resource as the signed-in user, then list the SAs again.'],
    weight: 6,
    sources: ['article'],
  },
  'user-credentials': {
    title: 'The credentials of the user were refused.',
    remedy: [
      'Sign in with a domain account and its current password, over VPN or in the office once if the password changed.',
    ],
    weight: 7,
    sources: ['article'],
  },
  'health-certificate-missing': {
    title: 'The intranet tunnel asks for a health certificate, and the client has none.',
    remedy: ['See why the client gets no health certificate: napstat, and netsh nap client show state.'],
    weight: 4,
    sources: ['article'],
  },
  'smart-card-required': {
    title: 'The intranet tunnel asks for a smart card sign-in.',
    remedy: ['Sign in, or unlock, with the smart card. The token then holds This Organization Certificate.'],
    weight: 4,
    sources: ['article'],
  },
  'authorization-denied': {
    title: 'The server does not authorize this computer or user.',
    remedy: ['On the server, check the authorized computers and users of the rule, and the state of the account.'],
    weight: 4,
    sources: ['ikeErrors'],
  },
};
