/** What a person wants by a message: one of the words that the bot knows, an output, or something else. */
import { isIPv4 } from 'node:net';

import { heardInEnglish, MAX_SETTING_CHARACTERS, SETTING_FIELDS, type SettingField } from '../../cards/index';

export type Intent =
  | { readonly kind: 'help' | 'hello' | 'steps' | 'next' | 'again' | 'note' | 'new-case' | 'close' | 'stats' }
  | { readonly kind: 'waiting' | 'stop-asking' | 'ask-again' | 'tomorrow' | 'hour' | 'solved' | 'settings' }
  /** One setting of prompts: of the team or the person who is there, or the person's own wherever it is said. */
  | { readonly kind: 'set'; readonly field: SettingField; readonly text: string; readonly own: boolean }
  | { readonly kind: 'wrong-setting'; readonly given: string }
  | { readonly kind: 'sample' }
  | { readonly kind: 'server'; readonly first: string; readonly second: string | undefined }
  | { readonly kind: 'explain'; readonly code: string }
  | { readonly kind: 'script'; readonly words: readonly string[] }
  /** A number binds the case to that ticket, `off` to none; empty asks which it is. */
  | { readonly kind: 'ticket'; readonly given: string }
  | { readonly kind: 'wrong-server'; readonly given: string }
  /** More than one line: an output, whatever is in it. */
  | { readonly kind: 'output'; readonly text: string }
  /** One line that may be an output ("System error 53 has occurred.") or a sentence to the bot. */
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'nothing' };

const WORDS: ReadonlyMap<
  string,
  Exclude<
    Intent['kind'],
    | 'server'
    | 'ticket'
    | 'wrong-server'
    | 'explain'
    | 'script'
    | 'set'
    | 'wrong-setting'
    | 'output'
    | 'line'
    | 'nothing'
  >
> = new Map([
  ['help', 'help'],
  ['hello', 'hello'],
  ['hi', 'hello'],
  ['?', 'help'],
  ['steps', 'steps'],
  ['next', 'next'],
  ['again', 'again'],
  ['note', 'note'],
  ['new case', 'new-case'],
  ['close', 'close'],
  ['close case', 'close'],
  ['sample', 'sample'],
  ['waiting', 'waiting'],
  ['what is waiting', 'waiting'],
  ["what's waiting", 'waiting'],
  ['open cases', 'waiting'],
  ['stop asking', 'stop-asking'],
  ['stop asking me', 'stop-asking'],
  ['ask me again', 'ask-again'],
  ['ask again', 'ask-again'],
  ['tomorrow', 'tomorrow'],
  ['in an hour', 'hour'],
  ['solved', 'solved'],
  ['settings', 'settings'],
  ['stats', 'stats'],
  ['statistics', 'stats'],
]);

/** Every English word that is one by itself, as a person writes it. */
export const knownWords = (): readonly string[] => [...WORDS.keys()];

/** "ticket NET-12"; a sentence that begins with the word is a sentence. */
const MAX_TICKET_WORDS = 2;

export function intentOf(text: string): Intent {
  const said = text.trim();
  if (said === '') return { kind: 'nothing' };
  if (said.includes('\n')) return { kind: 'output', text };
  const words = heardInEnglish(
    said
      .toLowerCase()
      .replaceAll('’', "'")
      .replace(/(?<=.)[.!?]$/, '')
      .split(/\s+/),
  );
  const known = WORDS.get(words.join(' '));
  if (known !== undefined) return { kind: known };
  if (words[0] === 'script') return { kind: 'script', words: words.slice(1) };
  if (words[0] === 'explain') return { kind: 'explain', code: said.replace(/^\S+/, '').trim() };
  if (words[0] === 'ticket' && words.length <= MAX_TICKET_WORDS) {
    return { kind: 'ticket', given: said.slice('ticket'.length).trim() };
  }
  if (words[0] === 'server') return serverOf(words.slice(1));
  const own = words[0] === 'my' && SETTING_FIELDS.some((field) => field === words[1]);
  return own || words[0] === 'settings' ? settingOf(said, own) : { kind: 'line', text };
}

/** "settings hours 08:00-16:00", "my zone Europe/Berlin"; a region and a zone keep their letters. "default" takes what lies under it again. */
function settingOf(said: string, own: boolean): Intent {
  const [, name = '', given = ''] = /^\S+\s+(\S+)\s*(.*)$/.exec(said) ?? [];
  const field = SETTING_FIELDS.find((known) => known === name.toLowerCase());
  const text = given.toLowerCase() === 'default' ? '' : given;
  if (field === undefined || given === '' || given.length > MAX_SETTING_CHARACTERS) {
    return { kind: 'wrong-setting', given: name };
  }
  return { kind: 'set', field, text, own };
}

function serverOf(words: readonly string[]): Intent {
  const [first, second, ...more] = words.map((word) => word.replace(/,$/, ''));
  const valid = first !== undefined && isIPv4(first) && (second === undefined || isIPv4(second)) && more.length === 0;
  return valid ? { kind: 'server', first, second } : { kind: 'wrong-server', given: words.join(' ') };
}
