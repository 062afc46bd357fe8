/** A DirectAccess client policy is applied to the computer. */
import { type Facts, latest, quotes } from '../facts/facts';
import { knownRules } from '../facts/rules';
import { type ReadingOf } from '../reading';
import { defineStep, failed, type Judgement, passed, unknown, unreadable } from './step';

/** `DirectAccess Client Settings` (2012 and later) and `DirectAccess Policy-{GUID}` (2008 R2). */
const isDirectAccessPolicy = (name: string): boolean => /DirectAccess/i.test(name) && !/server/i.test(name);

export const clientPolicy = defineStep({
  id: 'client.policy',
  tunnel: 'prerequisite',
  title: 'A DirectAccess client policy is applied',
  passes: 'Group Policy applied a DirectAccess client policy to the computer.',
  evidence: ['gpresult /r /scope computer', 'Get-DAClientExperienceConfiguration'],
  question: 'policy',
  fails: 'No DirectAccess client policy was applied to the computer, or it was filtered out.',
  causes: ['policy-not-received'],
  sources: ['article', 'prerequisites'],
  judge: ({ facts }) => {
    const reading = latest(facts, 'gpresult', 'client');
    const index = reading?.data.applied.findIndex(isDirectAccessPolicy) ?? -1;
    if (reading !== null && index >= 0) {
      const { applied, computer } = reading.data;
      return passed(
        `${applied[index] ?? ''} is applied to ${computer ?? 'the computer'}.`,
        quotes(reading, `applied[${index}]`),
        reading,
      );
    }
    return (
      impliedByRules(facts, reading) ??
      bySettings(facts, reading) ??
      (reading === null ? withoutSettings(facts) : notApplied(reading))
    );
  },
});

/** The rules come by Group Policy only, so a policy of any name brought them; what a later call says of the policies is newer. */
function impliedByRules(facts: Facts, reading: ReadingOf<'gpresult'> | null): Judgement | null {
  const located = knownRules(facts)[0];
  if (located === undefined || (reading?.complete === true && reading.call > located.reading.call)) return null;
  const why = `Implied by the rule ${located.rule.name}, which comes by Group Policy.`;
  return passed(why, quotes(located.reading, `rules[${located.index}].name`), located.reading);
}

/** Tunnel endpoints in the client's settings come by that policy alone; what a later call says of the policies is newer. */
function bySettings(facts: Facts, reading: ReadingOf<'gpresult'> | null): Judgement | null {
  const settings = latest(facts, 'da-client-experience', 'client');
  const [first] = settings?.data.tunnelEndpoints ?? [];
  if (settings === null || first === undefined) return null;
  if (reading?.complete === true && reading.call >= settings.call) return null;
  return passed(`The policy brought the tunnel endpoint ${first}.`, quotes(settings, 'tunnelEndpoints'), settings);
}

/** Settings without endpoints and resources are those of a computer that no DirectAccess policy reached. */
function withoutSettings(facts: Facts): Judgement {
  const settings = latest(facts, 'da-client-experience', 'client');
  if (settings === null) return unknown();
  if (!settings.complete) return unreadable(settings);
  const proof = quotes(settings, 'tunnelEndpoints', 'corporateResources');
  const why = 'The DirectAccess settings of the client name no tunnel endpoint.';
  return failed(why, proof, [{ id: 'policy-not-received', confidence: 'likely', title: why, proof }], {
    decider: settings,
  });
}

function notApplied(reading: ReadingOf<'gpresult'>): Judgement {
  const refused = reading.data.denied.findIndex(({ name }) => isDirectAccessPolicy(name));
  const filtered = reading.data.denied[refused];
  if (filtered !== undefined) {
    const proof = quotes(reading, `denied[${refused}].name`, `denied[${refused}].reason`);
    const title = `${filtered.name} was filtered out: ${filtered.reason ?? 'no reason printed'}.`;
    return failed(title, proof, [{ id: 'policy-not-received', confidence: 'confirmed', title, proof }], {
      decider: reading,
    });
  }
  if (!reading.complete) return unreadable(reading);
  const proof = quotes(reading, 'closing', 'applied[0]');
  const why = `None of the ${reading.data.applied.length} applied policies is a DirectAccess client policy.`;
  return failed(why, proof, [{ id: 'policy-not-received', confidence: 'likely', title: why, proof }], {
    decider: reading,
  });
}
