/** The DirectAccess rules are active: for both tunnels, or the one rule of a Kerberos-proxy deployment. */
import { type Suspicion } from '../causes/cause';
import { latest, quotes } from '../facts/facts';
import { type Ground } from '../facts/ground';
import {
  activeListing,
  directAccessRules,
  kerberosRule,
  type LocatedRule,
  ruleOf,
  type RulesReading,
} from '../facts/rules';
import { clientFirewall } from './client-firewall';
import { infraProfile } from './infra-profile';
import { defineStep, failed, passed, unknown, unreadable } from './step';

export const infraRulesActive = defineStep({
  id: 'infra.rules-active',
  tunnel: 'infrastructure',
  title: 'The DirectAccess rules are active',
  passes:
    'DirectAccess Policy-ClientToDnsDc (2012 and later: -ClientToInfra) and DirectAccess Policy-ClientToCorp are active.',
  evidence: ['netsh advfirewall monitor show consec'],
  question: 'rules',
  fails: 'A whole listing of the active rules lacks one of the two client rules.',
  causes: ['rules-inactive', 'policy-not-received', 'domain-profile-active', 'kerberos-proxy'],
  sources: ['article', 'powershell'],
  judge: (ground) => {
    const listing = activeListing(ground.facts);
    if (listing === null) return unknown();
    // In a listing that was cut, a rule whose Enabled line is missing may be a disabled one.
    const rules = directAccessRules(listing).filter(({ rule }) => rule.enabled ?? listing.complete);
    const kerberos = ground.deployment.kind === 'kerberos-proxy' ? kerberosRule(rules) : null;
    if (kerberos !== null)
      return passed(`${kerberos.rule.name} is active, with ComputerKerb.`, proofOf(kerberos), listing);
    const pair = [ruleOf('infra', rules), ruleOf('intranet', rules)];
    const present = pair.filter((rule) => rule !== null);
    if (present.length === pair.length) {
      return passed(
        `${present.map(({ rule }) => rule.name).join(' and ')} are active.`,
        present.flatMap(proofOf),
        listing,
      );
    }
    if (!listing.complete) return unreadable(listing, present.flatMap(proofOf));
    return inactive(ground, listing, present[0]);
  },
});

const proofOf = ({ reading, index }: LocatedRule) => quotes(reading, `rules[${index}].name`);

function inactive(ground: Ground, listing: RulesReading, present: LocatedRule | undefined) {
  const why =
    present === undefined
      ? 'No DirectAccess rule is active.'
      : `Only ${present.rule.name} is active, the rule of the other tunnel is not.`;
  const proof = present === undefined ? quotes(listing, 'closing', 'rules[0].name') : proofOf(present);
  return failed(why, proof, [...explained(ground), ...guesses(ground, why, proof)], { decider: listing });
}

/** A domain profile or a firewall that is off explains it by itself. */
function explained(ground: Ground): readonly Suspicion[] {
  return [infraProfile, clientFirewall].flatMap(({ judge }) =>
    judge(ground).causes.filter(({ confidence }) => confidence === 'confirmed'),
  );
}

function guesses({ facts }: Ground, title: string, proof: Suspicion['proof']): readonly Suspicion[] {
  const profileKnown = latest(facts, 'netsh-currentprofile', 'client')?.complete === true;
  const domain: readonly Suspicion[] = profileKnown
    ? []
    : [{ id: 'domain-profile-active', confidence: 'possible', proof }];
  return [
    { id: 'rules-inactive', confidence: 'likely', title, proof },
    ...domain,
    { id: 'policy-not-received', confidence: 'possible', proof },
  ];
}
