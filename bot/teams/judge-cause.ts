/** A person says of a cause that it is not this, or that it may be this after all: the case is judged again, and asks for what tells most now. */
import { CAUSE_IDS } from '../../analyzers/index';
import { type CaseRecord } from '../cases/case-record';
import { RefusedError } from '../refused-error';
import { record as recordAction } from '../store/audit-trail';
import { caseNumber } from '../store/case-id';
import { type Answering } from './answering';
import { type BotParts } from './bot-parts';
import { askLater, showDiagnosis } from './take-in';

export interface JudgedByPerson {
  /** As a card brought it. */
  readonly cause: string | null;
  readonly aside: boolean;
}

/** Rejects with a RefusedError where the case has ended meanwhile. */
export async function judgeCause(
  parts: BotParts,
  answering: Answering,
  { id }: CaseRecord,
  { cause: given, aside }: JudgedByPerson,
): Promise<void> {
  const cause = CAUSE_IDS.find((known) => known === given);
  if (cause === undefined) throw new RefusedError('unknown-cause', 'This button is of another release. Write help.');
  const { conversation, person, commit } = answering;
  await parts.cases.takeIn({
    conversation,
    incoming: { uploads: [] },
    judged: { cause, aside },
    person,
    at: answering.at,
    commit,
    also: async (tx, taken) => {
      if (taken.case.id !== id) {
        throw new RefusedError('case-ended', `Case ${id} was closed meanwhile, so nothing was changed in it.`);
      }
      const action = aside ? 'cause-set-aside' : 'cause-taken-back';
      const at = parts.now();
      await recordAction(tx, { at, person, action, caseNumber: caseNumber(id), detail: { cause } });
      // Another command is asked for, so the reminders are of that one.
      await askLater(parts, tx, answering, taken);
      await showDiagnosis(parts, tx, answering, taken);
    },
  });
}
