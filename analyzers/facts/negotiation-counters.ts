/**
 * What the counters of `netsh wfp show state` are worth: an error that was counted did occur, though nobody knows when and with whom; and
 * where nothing at all was begun, nothing was negotiated. They never show that a tunnel stands.
 */
import { type Quote } from '../diagnosis/diagnosis';
import { firstSentence, ikeError } from '../grammars/ike-codes';
import { type ReadingOf } from '../reading';
import { every, type Facts, latest, quotes } from './facts';
import { compareAge } from './newer';

export interface CountedError {
  readonly code: number;
  readonly count: number;
  readonly proof: readonly Quote[];
}

export interface NegotiationCounters {
  /** Errors of AuthIP, with which DirectAccess negotiates, the most frequent first; states that are no failure are left out. */
  readonly errors: readonly CountedError[];
  /** Nothing was begun since IKEEXT was started, although the intranet was reached for before the counters were taken. */
  readonly isUntried: boolean;
  /** In so many words; null where the counters say nothing. */
  readonly remark: { readonly sentence: string; readonly quotes: readonly Quote[] } | null;
}

/** Pending, quick mode limit, expiry, suppression of a twin: as in events, these are counted and are no failure. */
const STATES: readonly number[] = [13803, 13884, 13885, 13895, 13902];

/** Of the client; null where nobody sent them whole. */
export function negotiationCounters(facts: Facts): NegotiationCounters | null {
  const reading = latest(facts, 'netsh-wfp-state', 'client');
  if (!reading?.complete) return null;
  const errors = countedErrors(reading);
  const begun = reading.data.counts.filter(({ mode }) => mode === 'main');
  const isIdle = begun.length > 0 && begun.every(({ started }) => started === 0) && reading.data.mainModeSas === 0;
  const isUntried = isIdle && every(facts, 'net-view', 'client').some((traffic) => compareAge(reading, traffic) > 0);
  return { errors, isUntried, remark: remarkOf(reading, errors, isIdle, isUntried) };
}

function countedErrors(reading: ReadingOf<'netsh-wfp-state'>): readonly CountedError[] {
  return reading.data.errors
    .flatMap(({ module, code, count }, index) =>
      module !== 'authip' || code === null || STATES.includes(code)
        ? []
        : [{ code, count, proof: quotes(reading, `errors[${index}]`) }],
    )
    .sort((one, other) => other.count - one.count);
}

/** More errors than these are not named one by one. */
const MAX_NAMED = 3;

function remarkOf(
  reading: ReadingOf<'netsh-wfp-state'>,
  errors: readonly CountedError[],
  isIdle: boolean,
  isUntried: boolean,
): NegotiationCounters['remark'] {
  if (errors.length > 0) {
    const named = errors.slice(0, MAX_NAMED).map(({ code, count }) => {
      const text = firstSentence(ikeError(code)?.text ?? '');
      return `${count} times code ${code}${text === '' ? '' : ` (${text})`}`;
    });
    const sentence = `Since IKEEXT was started it counted ${named.join(', ')}; when and with whom is not told.`;
    return { sentence, quotes: errors.slice(0, MAX_NAMED).flatMap(({ proof }) => proof) };
  }
  if (!isIdle) return null;
  const shown = reading.data.counts.findIndex(
    ({ module, ipVersion, mode }) => module === 'authip' && ipVersion === 6 && mode === 'main',
  );
  const after = isUntried
    ? ' although the intranet was reached for before that: the reason lies before the negotiation.'
    : ', and nothing shows that the intranet was reached for before that.';
  const sentence = `IKEEXT began no negotiation since it was started${after}`;
  return { sentence, quotes: quotes(reading, `counts[${shown}]`) };
}
