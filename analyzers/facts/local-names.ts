/** Whether the user chose local name resolution ("Disconnect"), which switches the DirectAccess name rules off. */
import { type Quote } from '../diagnosis/diagnosis';
import { containing } from '../grammars/languages/spoken';
import { type Facts, latest, quotes } from './facts';

export interface LocalNames {
  /** The assistant says so by name; otherwise the rules are switched off although the client knows that it is outside. */
  readonly isNamed: boolean;
  readonly words: string;
  readonly proof: readonly Quote[];
}

/** `Configured and Disabled`, in the languages that are known. */
const SWITCHED_OFF = containing('disabled');

export function localNames(facts: Facts): LocalNames | null {
  const status = latest(facts, 'da-connection-status', 'client');
  if (status?.data.substatus != null && /local\s?names/i.test(status.data.substatus)) {
    const words = `Get-DAConnectionStatus says ${status.data.substatus}`;
    return { isNamed: true, words, proof: quotes(status, 'substatus') };
  }
  const state = latest(facts, 'netsh-dnsclient', 'client');
  if (state?.data.location !== 'outside' || !SWITCHED_OFF.test(state.data.directAccess ?? '')) return null;
  const words = `the DNS client knows that it is outside, and has its DirectAccess settings ${state.data.directAccess ?? ''}`;
  return { isNamed: false, words, proof: quotes(state, 'directAccess', 'location') };
}
