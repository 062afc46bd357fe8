/** The client knows that it is outside: its effective name resolution policy table (NRPT) has DirectAccess rules. */
import { type ReadingOf } from '../reading';
import { type Facts, latest, quotes } from '../facts/facts';
import { localNames } from '../facts/local-names';
import { type Whereabouts, areAdaptersCut, whereabouts } from '../facts/location';
import { knownRules } from '../facts/rules';
import { defineStep, failed, type Judgement, notApplicable, passed, unknown, unreadable } from './step';

export const clientLocation = defineStep({
  id: 'client.location',
  tunnel: 'prerequisite',
  title: 'The client knows that it is outside',
  passes: 'The effective NRPT has DirectAccess rules, and nothing shows the client in the office network.',
  evidence: ['netsh namespace show effectivepolicy', 'netsh dnsclient show state'],
  question: 'location',
  fails:
    'The table of names in use is empty although the client is proven to be outside, or it has rules although the client shows signs of the office network.',
  causes: ['inside-though-outside', 'outside-though-inside', 'local-names-preferred'],
  sources: ['location', 'nameTable', 'hicksNames'],
  judge: ({ facts }) => {
    const table = latest(facts, 'netsh-nrpt', 'client', ({ data }) => data.effective);
    const state = latest(facts, 'netsh-dnsclient', 'client');
    if (table === null) return state === null ? unknown() : byState(state);
    const index = table.data.rules.findIndex(({ exempt }) => !exempt);
    const place = whereabouts(facts);
    if (index >= 0) return active(facts, table, index, state, place);
    if (!table.complete) return unreadable(table);
    return empty(facts, table, state, place);
  },
});

type Table = ReadingOf<'netsh-nrpt'>;
type State = ReadingOf<'netsh-dnsclient'>;

function byState(state: State): Judgement {
  const proof = quotes(state, 'location');
  if (state.data.location === null) return unreadable(state);
  return unknown(
    `The DNS client takes itself to be ${state.data.location}; nobody sent the effective NRPT yet.`,
    proof,
  );
}

function active(facts: Facts, table: Table, index: number, state: State | null, place: Whereabouts | null): Judgement {
  const proof = quotes(table, `rules[${index}].namespace`, `rules[${index}].dnsServers`);
  if (place?.place === 'office') {
    const title = `The NRPT is active although the client is in the office network: ${place.sign}.`;
    const shown = [...proof, ...place.proof];
    return failed(title, shown, [{ id: 'outside-though-inside', confidence: 'likely', title, proof: shown }], {
      decider: table,
    });
  }
  if (state?.data.location === 'inside') {
    return unknown('The NRPT is active, yet the DNS client says that it is inside.', [
      ...proof,
      ...quotes(state, 'location'),
    ]);
  }
  // What was cut may have shown the office.
  if (place === null && areAdaptersCut(facts)) {
    return unknown('The NRPT is active, yet the list of adapters was cut before it showed where the client is.', proof);
  }
  const count = table.data.rules.length;
  return passed(`The effective NRPT has ${count} DirectAccess ${count === 1 ? 'rule' : 'rules'}.`, proof, table);
}

/** An empty table is a fault only where something proves that the client is outside; in the office it is as it should be. */
function empty(facts: Facts, table: Table, state: State | null, place: Whereabouts | null): Judgement {
  const proof = quotes(table, 'closing', 'title');
  const domain =
    latest(facts, 'netsh-currentprofile', 'client')?.data.profiles.some(({ profile }) => profile === 'domain') ?? false;
  if (domain && place?.place === 'office') {
    return notApplicable(`The client is inside, where DirectAccess rightly idles: ${place.sign}.`, [
      ...proof,
      ...place.proof,
    ]);
  }
  const outsideByState = state?.data.location === 'outside' ? quotes(state, 'location') : [];
  const outside = place?.place === 'elsewhere' ? place.proof : outsideByState;
  if (outside.length === 0 || !policyReceived(facts)) {
    return unknown('The effective NRPT is empty, and nothing shows whether the client is outside.', proof);
  }
  const chosen = localNames(facts);
  if (chosen !== null) {
    const words = `The effective NRPT is empty, and ${chosen.words}: local names are preferred.`;
    const told = [...proof, ...chosen.proof, ...outside];
    const confidence = chosen.isNamed ? 'confirmed' : 'likely';
    return failed(words, told, [{ id: 'local-names-preferred', confidence, title: words, proof: told }], {
      decider: table,
    });
  }
  const title = `The effective NRPT is empty although the client is outside${place === null ? '' : `: ${place.sign}`}.`;
  const shown = [...proof, ...outside];
  return failed(title, shown, [{ id: 'inside-though-outside', confidence: 'likely', title, proof: shown }], {
    decider: table,
  });
}

function policyReceived(facts: Facts): boolean {
  const received = latest(facts, 'netsh-nrpt', 'client', ({ data }) => !data.effective);
  const applied = latest(facts, 'gpresult', 'client')?.data.applied ?? [];
  return (
    (received?.data.rules.length ?? 0) > 0 ||
    applied.some((name) => /DirectAccess/i.test(name)) ||
    knownRules(facts).length > 0
  );
}
