/** The cards of a case as it stands, from its record. */
import { describeLadder } from '../../analyzers/index';
import {
  type AdaptiveCard,
  type Buttons,
  type CardContext,
  changesCard,
  diagnosisCard,
  ladderCard,
  messageCard,
  noteCard,
  stepsCard,
  ticketNote,
} from '../../cards/index';
import { type CaseDiagnosis, type CaseRecord } from '../cases/case-record';
import { securityAssociationsCommand } from '../cases/first-question';
import { readAnyIn } from '../store/evidence-entries';

export const contextOf = ({ id, ticket }: CaseRecord, at?: string, buttons: Buttons = 'offered'): CardContext => ({
  caseId: id,
  buttons,
  ...(at === undefined ? {} : { at }),
  ...(ticket === null ? {} : { ticket }),
});

/** The diagnosis where anything was read; an upload that nobody could read leaves a case without one. */
export const standing = ({ log, diagnosis }: CaseRecord): CaseDiagnosis | null => (readAnyIn(log) ? diagnosis : null);

/** THE card of a case: what changed since the upload before, or, where that was the first, the whole diagnosis. */
export const caseCard = (diagnosis: CaseDiagnosis, context: CardContext): AdaptiveCard =>
  diagnosis.before === undefined
    ? diagnosisCard(diagnosis, context)
    : changesCard(diagnosis, diagnosis.before, context);

export function nextCard(record: CaseRecord): AdaptiveCard {
  const diagnosis = standing(record);
  if (diagnosis === null) {
    return messageCard('Nothing was read so far. This shows most at once.', {
      next: securityAssociationsCommand(),
      computer: null,
    });
  }
  const { next, computer, outcome } = diagnosis;
  if (next !== null) return messageCard(`Case ${record.id} waits for one output.`, { next, computer });
  return outcome === 'healthy'
    ? messageCard('Nothing is left to run: both tunnels are up.', null)
    : caseCard(diagnosis, contextOf(record));
}

export function stepsCardOf(record: CaseRecord): AdaptiveCard {
  const diagnosis = standing(record);
  return diagnosis === null ? ladderCard(describeLadder(), contextOf(record)) : stepsCard(diagnosis, contextOf(record));
}

export function noteCardOf(record: CaseRecord, at: string): AdaptiveCard {
  const diagnosis = standing(record);
  return diagnosis === null
    ? messageCard(`There is nothing to note yet: nothing was read in case ${record.id}.`, null)
    : noteCard(ticketNote(diagnosis, { caseId: record.id, at }));
}
