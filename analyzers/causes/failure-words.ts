/** A failed negotiation in one sentence: its event, its code, how far it had come, and whose log has the reason. */
import { type Failure, sideOfFailure } from '../facts/failures';
import { firstSentence, ikeError } from '../grammars/ike-codes';

/** What each state means, by mode and by Windows' words for it: the state alone says how far, not why. */
const STATES: Readonly<Record<Failure['mode'], Readonly<Record<string, string>>>> = {
  main: {
    'no state': 'nothing was sent yet',
    'sent first (sa) payload': 'the proposal was sent',
    'sent second (ke) payload': 'keys were exchanged, no credentials yet',
    'sent third (id) payload': 'the credentials were exchanged',
  },
  extended: {
    'no state': 'the second authentication had not begun',
    'sent first (em attributes) payload': 'the second authentication had only begun',
    'sent second (sspi) payload': 'the second authentication itself failed',
    'sent third (hash) payload': 'the second authentication was done',
  },
  quick: {
    'no state': 'main mode stood, nothing of quick mode was sent yet',
    'sent first (sa) payload': 'main mode stood and the proposal of quick mode was sent',
    'sent final payload': 'main mode stood and all but the end of quick mode was done',
    complete: 'quick mode was done already',
  },
};

/** Authorization refused: the authentication before it succeeded. */
const REFUSALS: readonly number[] = [13905, 13906, 13907, 13908];

/** Begins with what it is told, `Event` or `No main mode SA is listed, and event`. */
export function failureSentence(failure: Failure, begin: string): string {
  const account = failure.account === null || failure.mode !== 'extended' ? '' : ` for ${failure.account}`;
  const module = failure.otherModule ? ' It was IKEv1 or IKEv2, which DirectAccess does not use.' : '';
  return `${begin} ${failure.event} ${codeInWords(failure)}${account}${stateInWords(failure)}.${whereInWords(failure)}${module}`;
}

/** `gives code 13801 (IKE authentication credentials are unacceptable)`; a text that several codes share, or none has, as it is. */
function codeInWords({ codes, text }: Failure): string {
  const [code] = codes;
  const printed = text.replace(/\s+/g, ' ').replace(/[.。]\s*$/, '');
  if (code === undefined) return `says: ${printed || 'no reason'}`;
  if (codes.length > 1) return `says: ${printed} (one of the codes ${codes.join(', ')})`;
  const known = ikeError(code)?.text ?? null;
  const meaning = known === null ? printed : firstSentence(known);
  return `gives code ${code} (${meaning})`;
}

function stateInWords({ state, mode, codes, answered }: Failure): string {
  if (state === null) return '';
  const known = STATES[mode][state.toLowerCase()];
  if (known === undefined) return `, in the state ${state}`;
  const unanswered = mode === 'main' && answered === false ? ' and nobody answered' : '';
  const refused = codes.some((code) => REFUSALS.includes(code)) && mode === 'extended';
  const authorized = refused && /hash/i.test(state) ? ', so the authorization refused it' : '';
  return `, in the state ${state}: ${known}${unanswered}${authorized}`;
}

/** The point of failure as seen from the log that has the event. */
function whereInWords(failure: Failure): string {
  if (failure.arose === null) return '';
  const machine = sideOfFailure(failure) === 'server' ? 'The server' : 'The client';
  return failure.arose === 'peer'
    ? ` ${machine} reported it, so the log of ${machine.toLowerCase()} has the reason.`
    : ` It arose on ${machine.toLowerCase()}.`;
}
