/** Questions about what lies before the negotiation: edition, firewall, policy, rules, location, the way to the server. */
import { type CauseId } from '../diagnosis/diagnosis';
import { part, type Question, hinting, telling } from './question';
import { activeRules, ipHttps, profile } from './question-parts';

const IP_HTTPS: readonly CauseId[] = [
  'ip-https-unreachable',
  'ip-https-certificate-expired',
  'ip-https-certificate-untrusted',
  'ip-https-revocation',
  'ip-https-name',
  'ip-https-tls',
];
export const pathQuestions: readonly Question[] = [
  {
    id: 'rules',
    runOn: 'client',
    parts: [
      hinting(activeRules, [
        'rules-inactive',
        'policy-not-received',
        'policy-mismatch',
        'health-certificate-missing',
        'domain-profile-active',
        'kerberos-proxy',
      ]),
      telling(profile, ['domain-profile-active']),
      telling(ipHttps, ['no-transition', ...IP_HTTPS]),
    ],
    decides: ['infra.rules-active', 'infra.profile', 'client.transition'],
    tells: [
      'rules-inactive',
      'domain-profile-active',
      'policy-not-received',
      'policy-mismatch',
      'health-certificate-missing',
      'no-transition',
      ...IP_HTTPS,
    ],
    trouble: 1,
    why: 'This shows whether the two DirectAccess rules are active, which endpoints they name, and whether IP-HTTPS carries the client. If all of that is well, the negotiation itself is at fault.',
  },
  {
    id: 'rules-received',
    runOn: 'client',
    parts: [
      hinting(
        part('netsh-consec', 'reg query HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\ConSecRules', {
          accept: ({ store: kind, source }) => kind === 'received' && source !== 'local' && source !== 'persistent',
        }),
        ['policy-not-received', 'rules-inactive'],
      ),
    ],
    decides: ['infra.rules-received'],
    tells: ['policy-not-received', 'rules-inactive'],
    trouble: 1,
    why: 'It shows whether Group Policy brought the rules. If they are there, something keeps them from being active; if not, the policy never came.',
  },
  {
    id: 'policy',
    runOn: 'client',
    parts: [part('gpresult', 'gpresult /r /scope computer')],
    decides: ['client.policy'],
    tells: ['policy-not-received'],
    trouble: 1.1,
    why: 'It names the policies that were applied and those that were filtered out, with the reason.',
  },
  {
    id: 'firewall',
    runOn: 'client',
    parts: [
      telling(part('netsh-firewall-state', 'netsh advfirewall show allprofiles state', { elevated: false }), [
        'firewall-off',
      ]),
      telling(
        part(
          'sc-query',
          'sc query BFE & sc query MpsSvc & sc query IKEEXT & sc query PolicyAgent & sc query iphlpsvc',
          {
            elevated: false,
          },
        ),
        ['service-stopped'],
      ),
    ],
    decides: ['client.firewall'],
    tells: ['firewall-off', 'service-stopped'],
    trouble: 0.9,
    why: 'Without Windows Firewall or one of these services no rule is active and nothing is negotiated.',
  },
  {
    id: 'location',
    runOn: 'client',
    parts: [
      part('netsh-nrpt', 'netsh namespace show effectivepolicy', {
        elevated: false,
        accept: ({ effective }) => effective,
      }),
      part('netsh-dnsclient', 'netsh dnsclient show state', { elevated: false }),
    ],
    decides: ['client.location'],
    tells: ['inside-though-outside', 'outside-though-inside', 'local-names-preferred'],
    trouble: 0.9,
    why: 'Rules in this table mean that the client knows it is outside. An empty table means that no tunnel is even tried.',
  },
  {
    id: 'transition',
    runOn: 'client',
    parts: [
      telling(ipHttps, ['no-transition', ...IP_HTTPS]),
      hinting(part('netsh-teredo', 'netsh interface teredo show state', { elevated: false }), ['no-transition']),
      telling(part('ipconfig', 'ipconfig /all', { elevated: false }), [
        'no-transition',
        'sixtofour-blocked',
        'outside-though-inside',
        'inside-though-outside',
      ]),
    ],
    decides: ['client.transition', 'client.location'],
    tells: ['no-transition', 'sixtofour-blocked', 'outside-though-inside', 'inside-though-outside', ...IP_HTTPS],
    trouble: 1,
    why: 'One working adapter is enough; the others may be off.',
  },
  {
    id: 'disabled-components',
    runOn: 'client',
    parts: [
      part(
        'reg-disabled-components',
        'reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters /v DisabledComponents',
        { elevated: false },
      ),
    ],
    decides: [],
    tells: ['ipv6-disabled', 'no-transition'],
    trouble: 0.9,
    why: 'A value with its last bit set disables all tunnel adapters of IPv6. If there is no such value, nothing was disabled this way.',
  },
  {
    id: 'connection-status',
    runOn: 'client',
    parts: [
      part('da-connection-status', 'powershell -NoProfile -Command "Get-DAConnectionStatus | Format-List"', {
        elevated: false,
      }),
    ],
    decides: [],
    tells: ['local-names-preferred'],
    trouble: 0.9,
    why: 'It says by name whether local names are preferred, which the user chooses with Disconnect.',
  },
  {
    id: 'server-routes',
    runOn: 'server',
    parts: [
      part('netsh-ipv6-interface', 'netsh interface ipv6 show interface IPHTTPSInterface', { elevated: false }),
      part('netsh-ipv6-route', 'netsh interface ipv6 show route', { elevated: false }),
    ],
    decides: [],
    tells: ['server-routing', 'endpoint-unreachable'],
    trouble: 3,
    why: 'The server must forward and advertise on this adapter, and publish the route of its clients. If it does, the way between them is at fault.',
  },
  {
    id: 'proxy',
    runOn: 'client',
    parts: [part('netsh-winhttp-proxy', 'netsh winhttp show proxy', { elevated: false })],
    decides: ['client.transition'],
    tells: ['ip-https-proxy', 'ip-https-name'],
    trouble: 0.9,
    why: 'A proxy gives this error although the name resolves. Without one, the public name does not resolve.',
  },
  {
    id: 'endpoint',
    runOn: 'client',
    parts: [
      part('ping-6', ({ firstEndpoint }) => `ping -6 ${firstEndpoint ?? '<ENDPOINT>'}`, {
        elevated: false,
        accept: ({ target }) => (target ?? '').includes(':'),
      }),
    ],
    decides: ['client.endpoint'],
    tells: ['endpoint-unreachable', 'negotiation-timeout', 'sixtofour-blocked', 'server-routing'],
    trouble: 0.9,
    why: 'An answer means that the way to the server is free and the negotiation itself fails.',
  },
  {
    id: 'edition',
    runOn: 'client',
    parts: [part('systeminfo', 'systeminfo', { elevated: false })],
    decides: ['client.edition', 'security.health'],
    tells: ['edition-unsupported', 'health-certificate-missing'],
    trouble: 0.9,
    why: 'Only some editions have DirectAccess, and only older versions ask for a health certificate.',
  },
];
