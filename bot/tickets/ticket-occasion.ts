/** When a diagnosis is worth a note: it failed, it healed, or it changed since the last one. */
import { createHash } from 'node:crypto';

import { type CaseDiagnosis } from '../cases/case-record';
import { whatItSays } from '../cases/received';
import { type Occasion } from './ticket-system';

/** Enough to tell the states of one case apart. */
const STATE_DIGITS = 16;

/** Equal for two diagnoses that look the same to a person: the outcome, and a fingerprint of steps, causes and next command. */
export const stateOf = (diagnosis: CaseDiagnosis): string =>
  `${diagnosis.outcome}/${createHash('sha256').update(whatItSays(diagnosis)).digest('hex').slice(0, STATE_DIGITS)}`;

/** `noted` is the state of the last note; null where there is none. null where nothing is to be written. */
export function occasionOf(diagnosis: CaseDiagnosis, noted: string | null): Exclude<Occasion, 'asked'> | null {
  if (noted === stateOf(diagnosis)) return null;
  const before = noted === null ? null : outcomeIn(noted);
  switch (diagnosis.outcome) {
    case 'failed':
      return before === 'failed' ? 'changed' : 'failed';
    case 'healthy':
      if (before === 'healthy') return 'changed';
      return before !== null || diagnosis.before?.outcome === 'failed' ? 'healed' : null;
    case 'inconclusive':
      return before === null ? null : 'changed';
  }
}

const outcomeIn = (state: string): string => state.slice(0, state.indexOf('/'));
