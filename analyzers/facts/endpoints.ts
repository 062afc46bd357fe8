/** The two tunnel endpoints: read from rules, else computed from the server's public IPv4 address, else not known. */
import { type Assumption } from '../diagnosis/diagnosis';
import { canonicalAddress, nextIpv4, sameAddress, sixToFourEndpoint } from '../grammars/address';
import { type Facts, latest } from './facts';
import { locatedEvents } from './ipsec-events';
import { kerberosRule, knownEndpointsOf, knownRuleOf, knownRules, type LocatedRule } from './rules';

export interface Endpoints {
  readonly first: string | null;
  readonly second: string | null;
  readonly source: 'rules' | 'settings' | 'given' | 'none';
  readonly assumptions: readonly Assumption[];
}

/**
 * Rules have the first word, since behind a NAT the endpoints are no 6to4 addresses; an IPv4 address that contradicts them is an
 * assumption that was dropped (the contract's ruling 9).
 */
export function endpoints(facts: Facts): Endpoints {
  const given = fromIpv4(facts);
  const ruled = withSettings(fromRules(facts), facts);
  if (ruled.first === null && ruled.second === null) return given;
  // Of a listing that was cut after one rule, the given address completes what it does not contradict.
  if (ruled.first === null && sameAddress(given.second, ruled.second)) return { ...given, assumptions: [] };
  if (given.first === null || ruled.first === null || sameAddress(given.first, ruled.first)) return ruled;
  const text = `The address ${facts.serverIpv4 ?? ''} was left aside: the rules name ${ruled.first} as the first tunnel endpoint.`;
  return { ...ruled, assumptions: [{ id: 'given-address-dropped', text }] };
}

function fromRules(facts: Facts): Endpoints {
  const one = (tunnel: 'infra' | 'intranet') =>
    ofEntryPoints(knownEndpointsOf(tunnel, facts), facts) ?? knownRuleOf(tunnel, facts);
  const first = (one('infra') ?? kerberosRule(knownRules(facts)))?.rule.remoteTunnelEndpoint ?? null;
  const second = one('intranet')?.rule.remoteTunnelEndpoint ?? null;
  return {
    first: first === null ? null : canonicalAddress(first),
    second: second === null ? null : canonicalAddress(second),
    source: 'rules',
    assumptions: [],
  };
}

/** The endpoints in the client's settings, first and second in their order, where no rule names one (ruling 9). */
function withSettings(ruled: Endpoints, facts: Facts): Endpoints {
  if (ruled.first !== null || ruled.second !== null) return ruled;
  const [first = null, second = null] = latest(facts, 'da-client-experience', 'client')?.data.tunnelEndpoints ?? [];
  return first === null ? ruled : { ...ruled, first, second, source: 'settings' };
}

/**
 * Of several entry points (multisite) the client uses one: that to which it has an SA, else with which it negotiated last, else the
 * first that is named.
 */
function ofEntryPoints(rules: readonly LocatedRule[], facts: Facts): LocatedRule | null {
  const isSame = ({ rule }: LocatedRule): boolean =>
    sameAddress(rule.remoteTunnelEndpoint, rules[0]?.rule.remoteTunnelEndpoint ?? null);
  if (rules.every(isSame)) return rules[0] ?? null;
  const reached = (peers: readonly (string | null)[]): LocatedRule | undefined =>
    peers
      .map((peer) => rules.find(({ rule }) => sameAddress(rule.remoteTunnelEndpoint, peer)))
      .find((rule) => rule !== undefined);
  const listed = (latest(facts, 'netsh-mmsa', 'client')?.data.sas ?? []).map(({ remote }) => remote);
  return reached(listed) ?? reached(locatedEvents(facts).map(({ peer }) => peer)) ?? rules[0] ?? null;
}

function fromIpv4(facts: Facts): Endpoints {
  if (facts.serverIpv4 === null) return { first: null, second: null, source: 'none', assumptions: [] };
  const secondIpv4 = facts.serverIpv4Second ?? nextIpv4(facts.serverIpv4);
  const text = `The second endpoint is taken as the next address, ${secondIpv4 ?? 'none'}.`;
  return {
    first: sixToFourEndpoint(facts.serverIpv4),
    second: secondIpv4 === null ? null : sixToFourEndpoint(secondIpv4),
    source: 'given',
    assumptions: facts.serverIpv4Second === null ? [{ id: 'second-endpoint', text }] : [],
  };
}
