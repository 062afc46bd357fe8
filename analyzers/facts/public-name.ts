/** Whether the public name of the server resolves on the client: as programs resolve it, and as a DNS server alone answers. */
import { type Quote } from '../diagnosis/diagnosis';
import { every, type Facts, quotes } from './facts';

export interface PublicName {
  /** `split`: a DNS server knows it, and the name table sends it into the tunnel instead. */
  readonly kind: 'resolves' | 'unknown-name' | 'split';
  readonly words: string;
  readonly proof: readonly Quote[];
}

/** What is known of the name in the IP-HTTPS address; null where nobody looked it up. */
export function publicName(facts: Facts, url: string | null): PublicName | null {
  const host = /^https:\/\/([^/:]{1,255})/i.exec(url ?? '')?.[1]?.toLowerCase() ?? null;
  const isHost = (name: string | null): boolean => name !== null && (host === null || name.toLowerCase() === host);
  const [tested] = every(facts, 'test-netconnection', 'client').filter(
    ({ data }) => isHost(data.target) && data.address !== null,
  );
  const [resolved] = every(facts, 'resolve-dnsname', 'client').filter(({ data }) => host !== null && isHost(data.name));
  const [looked] = every(facts, 'nslookup', 'client').filter(({ data }) => host !== null && isHost(data.name));
  if (resolved !== undefined && resolved.data.addresses.length > 0) {
    return { kind: 'resolves', words: `${resolved.data.name ?? ''} resolves`, proof: quotes(resolved, 'addresses') };
  }
  if (tested?.data.tcpAnswered === true) {
    return {
      kind: 'resolves',
      words: `${tested.data.target ?? ''} resolves and answers`,
      proof: quotes(tested, 'tcpAnswered'),
    };
  }
  if (resolved?.data.error == null) return null;
  const proof = quotes(resolved, 'error');
  if (looked?.data.found === true) {
    const words = `nslookup finds ${resolved.data.name ?? ''} and Resolve-DnsName does not, so the name table sends it into the tunnel`;
    return { kind: 'split', words, proof: [...proof, ...quotes(looked, 'addresses')] };
  }
  return { kind: 'unknown-name', words: `${resolved.data.name ?? ''} does not resolve`, proof };
}
