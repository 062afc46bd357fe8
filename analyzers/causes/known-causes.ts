/** Every cause, by id. */
import { CAUSE_IDS, type CauseId } from '../diagnosis/diagnosis';
import { type CauseKnowledge } from './cause';
import { negotiationCauses } from './negotiation-causes';
import { pathCauses } from './path-causes';
import { policyCauses } from './policy-causes';

const families = { ...policyCauses, ...pathCauses, ...negotiationCauses };

export const knownCauses: ReadonlyMap<CauseId, CauseKnowledge> = new Map(
  CAUSE_IDS.flatMap((id): [CauseId, CauseKnowledge][] => {
    const knowledge = families[id];
    return knowledge === undefined ? [] : [[id, { id, ...knowledge }]];
  }),
);

/** The knowledge of a cause; every id has one (a test holds the list against it). */
export function knowledgeOf(id: CauseId): CauseKnowledge {
  return knownCauses.get(id) ?? { id, title: id, remedy: [], weight: 1 };
}
