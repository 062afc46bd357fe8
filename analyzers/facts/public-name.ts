/** Whether the public name of the server resolves on the client: as programs resolve it, and as a DNS server alone answers. */
import { type Quote } from '../diagnosis/diagnosis';
import { every, type Facts, quotes } from './facts';

export interface PublicName {
  /** `split`: a DNS server knows it, and the name table sends it into the tunnel instead; `covered`: only that the table would is shown. */
  readonly kind: 'resolves' | 'unknown-name' | 'split' | 'covered';
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
  if (resolved?.data.error == null) return host === null ? null : coveredName(facts, host);
  const proof = quotes(resolved, 'error');
  if (looked?.data.found === true) {
    const words = `nslookup finds ${resolved.data.name ?? ''} and Resolve-DnsName does not, so the name table sends it into the tunnel`;
    return { kind: 'split', words, proof: [...proof, ...quotes(looked, 'addresses')] };
  }
  return { kind: 'unknown-name', words: `${resolved.data.name ?? ''} does not resolve`, proof };
}

/** A rule of the name table that sends the public name to the intranet's DNS servers, which only the tunnel reaches. */
function coveredName(facts: Facts, host: string): PublicName | null {
  const tables = every(facts, 'netsh-nrpt', 'client');
  const table = tables.find(({ data }) => data.effective) ?? tables[0];
  const covering = (table?.data.rules ?? [])
    .map((rule, index) => ({ ...rule, index }))
    .filter(({ namespace }) => isCovered(host, namespace.toLowerCase()))
    .sort((one, other) => other.namespace.length - one.namespace.length);
  const [rule] = covering;
  if (table === undefined || rule === undefined || rule.exempt) return null;
  const words = `the name table sends ${host} into the tunnel, since its rule for ${rule.namespace} covers it and none exempts it`;
  return { kind: 'covered', words, proof: quotes(table, `rules[${rule.index}].namespace`) };
}

/** `.corp.example` covers every name below it, `nls.corp.example` itself. `.` of force tunnelling covers all, and yet the tunnel comes up. */
const isCovered = (host: string, namespace: string): boolean =>
  namespace.startsWith('.') ? namespace !== '.' && host.endsWith(namespace) : host === namespace;
