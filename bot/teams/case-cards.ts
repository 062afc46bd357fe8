/** The cards of a case as it stands, from its record. */
import { describeLadder, type Diagnosis, type NextCommand } from '../../analyzers/index';
import {
  type AdaptiveCard,
  type Buttons,
  type CardContext,
  diagnosisCard,
  ladderCard,
  messageCard,
  noteCard,
  stepsCard,
  ticketNote,
} from '../../cards/index';
import { type CaseRecord } from '../cases/case-store';

export const contextOf = ({ id }: CaseRecord, at?: string, buttons: Buttons = 'offered'): CardContext => ({
  caseId: id,
  locale: 'en',
  buttons,
  ...(at === undefined ? {} : { at }),
});

/** The diagnosis where anything was read; an upload that nobody could read leaves a case without one. */
export const standing = ({ evidence, diagnosis }: CaseRecord): Diagnosis | null =>
  evidence.readings.length > 0 ? diagnosis : null;

/** The command that settles most while nothing is known, and that shows after a repair whether it worked. */
export function securityAssociationsCommand(): NextCommand {
  const rung = describeLadder().find(({ step }) => step === 'infra.main-mode');
  if (rung === undefined) throw new Error('The ladder has no main mode step.');
  return rung.next;
}

export function nextCard(record: CaseRecord): AdaptiveCard {
  const diagnosis = standing(record);
  if (diagnosis === null) {
    return messageCard('Nothing was read so far. This shows most at once.', {
      next: securityAssociationsCommand(),
      computer: null,
    });
  }
  const { next, computer, outcome } = diagnosis;
  if (next !== null) return messageCard(next.why, { next, computer });
  return outcome === 'healthy'
    ? messageCard('Nothing is left to run: both tunnels are up.', null)
    : diagnosisCard(diagnosis, contextOf(record));
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
