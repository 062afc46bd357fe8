/** Causes before the negotiation: edition, firewall, services, policy, rules, network profile, location. */
import { type CauseFamily } from './cause';

const REFRESH = 'Run gpupdate /force while the client is in the office network or on a VPN, then restart it.';

export const policyCauses: CauseFamily = {
  'edition-unsupported': {
    title: 'This edition of Windows has no DirectAccess.',
    remedy: [
      'Install an edition that has it: Windows 7 Ultimate or Enterprise, Windows 8 or later Enterprise, Windows 10 or 11 Education.',
    ],
    weight: 5,
    sources: ['prerequisites'],
  },
  'firewall-off': {
    title: 'Windows Firewall is off, so no connection security rule is active.',
    remedy: [
      'Turn Windows Firewall on for the private and the public profile: netsh advfirewall set allprofiles state on.',
      'If a policy or another security product turned it off, change that there.',
    ],
    weight: 7,
    sources: ['prerequisites'],
  },
  'service-stopped': {
    title: 'A service that IPsec needs is not running.',
    remedy: [
      'Start the service and set it to start by itself.',
      'If a hardening policy disabled it, change that policy.',
    ],
    weight: 6,
    sources: ['prerequisites'],
  },
  'policy-not-received': {
    title: 'The DirectAccess client policy is not applied to this computer.',
    remedy: [
      'Add the computer account to a security group that the DirectAccess client policy is filtered to, and check its WMI filter.',
      REFRESH,
    ],
    weight: 8,
    sources: ['article'],
  },
  'rules-inactive': {
    title: 'The DirectAccess rules were received but are not active.',
    remedy: [
      'Check that no attached network is in the domain profile and that Windows Firewall is on for the private and public profiles.',
      REFRESH,
    ],
    weight: 4,
    sources: ['article'],
  },
  'domain-profile-active': {
    title: 'A network is in the domain profile, where the DirectAccess rules are not active.',
    remedy: [
      'Disconnect any remote access VPN.',
      'If no VPN is connected, block the way from the Internet to the domain controller that the client found.',
    ],
    weight: 6,
    sources: ['article'],
  },
  'inside-though-outside': {
    title: 'The client takes itself to be inside although it is outside, so no tunnel is tried.',
    remedy: ['Publish the network location server inside only: its address must not answer from the Internet.'],
    weight: 4,
    sources: ['location'],
  },
  'outside-though-inside': {
    title: 'The client takes itself to be outside although it is in the office network.',
    remedy: [
      'Check that the network location server answers over HTTPS inside, that its certificate is valid and that its revocation list can be reached.',
    ],
    weight: 4,
    sources: ['location'],
  },
  'local-names-preferred': {
    title: 'The user chose local name resolution, so the DirectAccess name rules are switched off.',
    remedy: ['Choose Connect in the DirectAccess entry of the network list.'],
    weight: 2,
    sources: ['hicksNames'],
  },
  'kerberos-proxy': {
    title: 'Kerberos through the KDC proxy of the server failed.',
    remedy: [
      'Check the certificate of the IP-HTTPS name on the server: the KDC proxy uses it too.',
      'Restart the service kpssvc on the server.',
    ],
    weight: 2,
    sources: ['console'],
  },
};
