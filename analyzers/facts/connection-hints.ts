/** What Get-DAConnectionStatus makes suspect: its assistant probes and guesses, so it proves nothing and only says where to look first. */
import { type CauseId, type Quote } from '../diagnosis/diagnosis';
import { type Facts, latest, quotes } from './facts';

export interface ConnectionHint {
  readonly causes: readonly CauseId[];
  /** `Error, CouldNotContactDirectAccessServer`. */
  readonly words: string;
  readonly proof: readonly Quote[];
}

/**
 * By the words of the substatus without blanks: those that were seen printed, and the assistant's own texts for the others
 * (Microsoft-Windows-Ncasvc), of which the printed form is not published.
 */
const HINTS: readonly (readonly [RegExp, readonly CauseId[]])[] = [
  [/localnames/i, ['local-names-preferred']],
  [/nodirectaccesspolicy|nopolicy|noncaproperconfig|noproperconfig/i, ['policy-not-received']],
  [/unhealthy/i, ['health-certificate-missing']],
  [/strongauth/i, ['smart-card-required']],
  [/internetconnectivitydown/i, ['no-transition', 'ip-https-unreachable']],
  [
    /couldnotcontactdirectaccessserver|daserverdown/i,
    ['ip-https-unreachable', 'ip-https-name', 'ip-https-proxy', 'endpoint-unreachable'],
  ],
  [
    /nameresolutionfailure|infratunneldown/i,
    ['certificate-failure', 'negotiation-timeout', 'client-no-domain-controller', 'name-resolution'],
  ],
  [/remotenetworkauthenticationfailure|corpauthdown/i, ['user-credentials', 'smart-card-required']],
  [/corp(?:connectivity|resources)down/i, ['name-resolution']],
  [/proxy/i, ['ip-https-proxy']],
  [/iphttpscert/i, ['ip-https-tls']],
  [/ipv6disabled/i, ['ipv6-disabled']],
  [/firewall(?:down|off|disabled)/i, ['firewall-off']],
];

/** The hint of the newest status; null where there is none, or it is well. */
export function connectionHint(facts: Facts): ConnectionHint | null {
  const reading = latest(facts, 'da-connection-status', 'client');
  const substatus = reading?.data.substatus ?? null;
  if (reading === null || substatus === null || /^connected/i.test(reading.data.status ?? '')) return null;
  const plain = substatus.replace(/[\s-]/g, '');
  const causes = HINTS.find(([words]) => words.test(plain))?.[1];
  if (causes === undefined) return null;
  const words = [reading.data.status, substatus].filter((one) => one !== null).join(', ');
  return { causes, words, proof: quotes(reading, 'status', 'substatus') };
}
