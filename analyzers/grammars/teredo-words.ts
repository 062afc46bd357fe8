/** The states and error lines of `netsh interface teredo show state`, with what each says (winevt-kb, message table of iphlpsvc.dll). */

export interface TeredoWord {
  readonly words: readonly string[];
  readonly meaning: string;
}

export const teredoWords: readonly TeredoWord[] = [
  { words: ['qualified'], meaning: 'Teredo works.' },
  {
    words: ['dormant'],
    meaning: 'Teredo is enabled and idle. Send something over IPv6, a ping to the endpoint, and look again.',
  },
  {
    words: ['probe', 'probe(primary)', 'probe(secondary)', 'probe(restricted)', 'probe(cone)'],
    meaning: 'Teredo still finds out what kind of NAT it is behind. Wait some seconds and look again.',
  },
  {
    words: ['offline'],
    meaning: 'Teredo does not work. The line "Error" says why; where IP-HTTPS is up, that is no failure.',
  },
  {
    words: ['disabled'],
    meaning: 'Teredo is switched off by policy or by a command. In a deployment with IP-HTTPS alone that is right.',
  },
  {
    words: ['firewall', 'online', 'start pending', 'stop pending'],
    meaning: 'Teredo passes through this state. Wait some seconds and look again.',
  },
  {
    words: ['client is in a managed network', 'network is managed'],
    meaning:
      'A domain controller is reachable, so Teredo must be of the type enterpriseclient: the policy lacks it, or the client is in the office network.',
  },
  {
    words: ['primary server unreachable over udp'],
    meaning: 'UDP port 3544 is blocked on the way. IP-HTTPS takes over, so look at that adapter.',
  },
  {
    words: ['failed to resolve the primary teredo server name', 'failed to resolve the secondary teredo server name'],
    meaning: 'The Teredo server that the policy names does not resolve. Correct it in the policy, or look at IP-HTTPS.',
  },
  {
    words: ['client behind symmetric nat'],
    meaning: 'Teredo cannot work behind this kind of NAT. IP-HTTPS takes over, so look at that adapter.',
  },
  {
    words: ['unable to open tunnel adapter'],
    meaning: 'The Teredo adapter is missing or disabled, as by DisabledComponents in the registry.',
  },
  {
    words: ['general system failure'],
    meaning: 'The Teredo stack is damaged. Restart the service iphlpsvc, then the computer.',
  },
];
