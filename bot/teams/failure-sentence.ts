/** What a person hears when something of ours failed; the same reference stands in the log. */
import { randomUUID } from 'node:crypto';

export const SAFE = 'Your case is as it was. Send the same again in a minute.';
const REFERENCE_CHARACTERS = 8;

/** Short enough to be read out on the phone. */
export const newReference = (): string => randomUUID().slice(0, REFERENCE_CHARACTERS);

/** Where no card can be shown. */
export const failureSentence = (reference: string): string =>
  `I could not finish this. ${SAFE} Reference ${reference}.`;
