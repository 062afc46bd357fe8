/** What a person wants by a message: one of the words that the bot knows, an output, or something else. */
import { isIPv4 } from 'node:net';

export type Intent =
  | { readonly kind: 'help' | 'steps' | 'next' | 'note' | 'new-case' | 'close' }
  | { readonly kind: 'sample' }
  | { readonly kind: 'server'; readonly first: string; readonly second: string | undefined }
  | { readonly kind: 'explain'; readonly code: string }
  | { readonly kind: 'script'; readonly words: readonly string[] }
  | { readonly kind: 'wrong-server'; readonly given: string }
  /** More than one line: an output, whatever is in it. */
  | { readonly kind: 'output'; readonly text: string }
  /** One line that may be an output ("System error 53 has occurred.") or a sentence to the bot. */
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'nothing' };

const WORDS: ReadonlyMap<
  string,
  Exclude<Intent['kind'], 'server' | 'wrong-server' | 'explain' | 'script' | 'output' | 'line' | 'nothing'>
> = new Map([
  ['help', 'help'],
  ['hello', 'help'],
  ['hi', 'help'],
  ['?', 'help'],
  ['steps', 'steps'],
  ['next', 'next'],
  ['note', 'note'],
  ['new case', 'new-case'],
  ['close', 'close'],
  ['close case', 'close'],
  ['sample', 'sample'],
]);

export function intentOf(text: string): Intent {
  const said = text.trim();
  if (said === '') return { kind: 'nothing' };
  if (said.includes('\n')) return { kind: 'output', text };
  const words = said.toLowerCase().replace(/[.!]$/, '').split(/\s+/);
  const known = WORDS.get(words.join(' '));
  if (known !== undefined) return { kind: known };
  if (words[0] === 'script') return { kind: 'script', words: words.slice(1) };
  if (words[0] === 'explain') return { kind: 'explain', code: said.slice('explain'.length).trim() };
  return words[0] === 'server' ? serverOf(words.slice(1)) : { kind: 'line', text };
}

function serverOf(words: readonly string[]): Intent {
  const [first, second, ...more] = words.map((word) => word.replace(/,$/, ''));
  const valid = first !== undefined && isIPv4(first) && (second === undefined || isIPv4(second)) && more.length === 0;
  return valid ? { kind: 'server', first, second } : { kind: 'wrong-server', given: words.join(' ') };
}
