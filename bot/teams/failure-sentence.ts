/** What a person hears when something of ours failed; the same reference stands in the log. */
import { randomUUID } from 'node:crypto';

import { referenceOf } from '../jobs/dead-jobs';

export const SAFE = 'Your case is as it was. Send the same again in a minute.';
/** Where what was sent can be tried again without being sent again. */
export const KEPT = 'Your case is as it was, and what you sent is kept.';

export const newReference = (): string => referenceOf(randomUUID());

/** Where no card can be shown. */
export const failureSentence = (reference: string): string =>
  `I could not finish this. ${SAFE} Reference ${reference}.`;
