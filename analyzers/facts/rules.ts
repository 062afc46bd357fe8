/** What the connection security rules say: which of them are DirectAccess rules, and which belongs to which tunnel. */
import { type ConnectionSecurityRule } from '../diagnosis/reading-data';
import { isIpv6 } from '../grammars/address';
import { type ReadingOf } from '../reading';
import { type Facts, latest } from './facts';

export type RulesReading = ReadingOf<'netsh-consec'>;

/** A rule with the reading that shows it and its place there. */
export interface LocatedRule {
  readonly rule: ConnectionSecurityRule;
  readonly index: number;
  readonly reading: RulesReading;
}

/** DirectAccess rules are named `DirectAccess Policy-…` (UAG 2010: `UAG DirectAccess …`); names are data and never translated. */
export const isDirectAccessRule = (rule: ConnectionSecurityRule): boolean =>
  /^\s*(?:UAG )?DirectAccess\b/i.test(rule.name);

const infrastructureName = /-ClientTo(?:DnsDc|Infra)\b/i;
/** The article writes `-ClientCorp` once and means `-ClientToCorp`. */
const intranetName = /-Client(?:To)?Corp\b/i;

/** The listing of the active store (`netsh advfirewall monitor show consec`, `Get-NetIPsecRule -PolicyStore ActiveStore`). */
export const activeListing = (facts: Facts): RulesReading | null =>
  latest(facts, 'netsh-consec', 'client', ({ data }) => data.store === 'active');

/** Every listing of the received rules that there is, the telling sources (registry, RSOP) before the others. */
export function receivedListings(facts: Facts): readonly RulesReading[] {
  return (['registry', 'rsop', 'local', 'persistent'] as const).flatMap((source) => {
    const reading = latest(
      facts,
      'netsh-consec',
      'client',
      ({ data }) => data.store === 'received' && data.source === source,
    );
    return reading === null ? [] : [reading];
  });
}

/** The DirectAccess rules of one listing. */
export function directAccessRules(reading: RulesReading): readonly LocatedRule[] {
  return reading.data.rules.flatMap((rule, index) => (isDirectAccessRule(rule) ? [{ rule, index, reading }] : []));
}

/** The rule of a tunnel among the given ones: by its name, else, of the rules with other names, by its second authentication. */
export function ruleOf(tunnel: 'infra' | 'intranet', rules: readonly LocatedRule[]): LocatedRule | null {
  const [name, auth2] = tunnel === 'infra' ? [infrastructureName, /NTLM/i] : [intranetName, /Kerb/i];
  const named = rules.find(({ rule }) => name.test(rule.name));
  if (named !== undefined) return named;
  const others = rules.filter(({ rule }) => !infrastructureName.test(rule.name) && !intranetName.test(rule.name));
  return others.find(({ rule }) => rule.mode?.toLowerCase() === 'tunnel' && auth2.test(rule.auth2 ?? '')) ?? null;
}

/** The rule of a Kerberos-proxy deployment: its first authentication is the computer's Kerberos ticket. */
export const kerberosRule = (rules: readonly LocatedRule[]): LocatedRule | null =>
  rules.find(({ rule }) => /ComputerKerb/i.test(rule.auth1 ?? '')) ?? null;

/** The DirectAccess rules of every listing there is: active ones first, then received ones. */
function rulesByListing(facts: Facts): readonly (readonly LocatedRule[])[] {
  const listings = [activeListing(facts), ...receivedListings(facts)];
  return listings.map((listing) => (listing === null ? [] : directAccessRules(listing)));
}

/** The DirectAccess rules of the best listing that shows any. */
export const knownRules = (facts: Facts): readonly LocatedRule[] =>
  rulesByListing(facts).find((rules) => rules.length > 0) ?? [];

/** Every tunnel endpoint that rules of a tunnel name in the best listing that shows any: several entry points have one each. */
export function knownEndpointsOf(tunnel: 'infra' | 'intranet', facts: Facts): readonly LocatedRule[] {
  const name = tunnel === 'infra' ? infrastructureName : intranetName;
  const named = rulesByListing(facts).map((rules) =>
    rules.filter(({ rule }) => name.test(rule.name) && isIpv6(rule.remoteTunnelEndpoint)),
  );
  return named.find((rules) => rules.length > 0) ?? [];
}

/** The rule of a tunnel in the best listing that shows it: one that was cut may lack the rule that another has. */
export function knownRuleOf(tunnel: 'infra' | 'intranet', facts: Facts): LocatedRule | null {
  return (
    rulesByListing(facts)
      .map((rules) => ruleOf(tunnel, rules))
      .find((rule) => rule !== null) ?? null
  );
}
