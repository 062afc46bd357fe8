/** The DirectAccess connection security rules were received from Group Policy. */
import { quotes } from '../facts/facts';
import {
  activeListing,
  directAccessRules,
  isDirectAccessRule,
  type LocatedRule,
  receivedListings,
  type RulesReading,
} from '../facts/rules';
import { defineStep, failed, passed, unknown, unreadable } from './step';

export const infraRulesReceived = defineStep({
  id: 'infra.rules-received',
  tunnel: 'infrastructure',
  title: 'DirectAccess rules were received',
  passes: 'Connection security rules whose names begin with DirectAccess Policy were received from Group Policy.',
  evidence: [
    'netsh advfirewall consec show rule name=all',
    'Get-NetIPsecRule -PolicyStore RSOP',
    'reg query HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\ConSecRules',
  ],
  question: 'rules-received',
  fails: 'A listing of what Group Policy delivered is whole and has no DirectAccess rule.',
  causes: ['policy-not-received'],
  sources: ['article', 'powershell'],
  judge: ({ facts }) => {
    const listings = receivedListings(facts);
    const telling = listings.find(absenceTells);
    // What a later call shows not to be there any more is gone.
    const stands = ({ reading }: LocatedRule): boolean => telling === undefined || telling.call <= reading.call;
    const first = listings.flatMap(directAccessRules).find(stands);
    if (first !== undefined) {
      const count = directAccessRules(first.reading).length;
      const why = `${count} DirectAccess ${count === 1 ? 'rule was' : 'rules were'} received, the first is ${first.rule.name}.`;
      return passed(why, quotes(first.reading, `rules[${first.index}].name`), first.reading);
    }
    const active = activeListing(facts);
    const ruled = active === null ? undefined : directAccessRules(active).find(stands);
    if (ruled !== undefined) {
      const why = `Implied by the active rule ${ruled.rule.name}, which Group Policy brought.`;
      return passed(why, quotes(ruled.reading, `rules[${ruled.index}].name`), ruled.reading);
    }
    if (telling !== undefined) {
      const why = 'No rule whose name begins with DirectAccess was received from Group Policy.';
      const proof = quotes(telling, 'closing', 'rules[0].name');
      return failed(why, proof, [{ id: 'policy-not-received', confidence: 'likely', title: why, proof }], {
        decider: telling,
      });
    }
    const unread = listings.find(({ complete }) => !complete);
    if (unread !== undefined) return unreadable(unread);
    const silent = listings[0];
    if (silent === undefined) return unknown();
    return unknown(
      'This listing shows the local store, which need not hold the rules of Group Policy.',
      quotes(silent, 'closing'),
    );
  },
});

/** Absence decides only in the registry key, the RSOP store, or a listing that shows other rules of Group Policy (ruling 9). */
function absenceTells({ complete, data }: RulesReading): boolean {
  if (!complete) return false;
  if (data.rules.some(isDirectAccessRule)) return false;
  return data.source === 'registry' || data.source === 'rsop' || (data.source === 'local' && data.rules.length > 0);
}
