/** Stand-ins of names, numbers and identifiers: counted, never made from the original, of the same length where one fits. */
import { originInName } from '../intake/origin';
import { type Registers } from './redaction-map';

/** What a name is of; its stand-in begins with that. */
export type NameKind = 'host' | 'domain' | 'user' | 'authority' | 'name' | 'site' | 'network' | 'key';

export interface NameStandIns {
  /** Gives a name its stand-in; a name of several words has single blanks. */
  readonly learn: (name: string, kind: NameKind) => void;
  /** The stand-in of a name that was learnt, in the case of the text; undefined where it was not. */
  readonly find: (text: string) => string | undefined;
  /** The same, and where it was not learnt its stand-in is made. */
  readonly standIn: (text: string, kind: NameKind) => string;
  readonly isStandIn: (text: string) => boolean;
  /** Names of several words by their first one, the longest first. */
  readonly phrasesFrom: (firstWord: string) => readonly string[];
}

export function createNameStandIns({ names }: Registers): NameStandIns {
  const phrases = new Map<string, readonly string[]>();
  const index = (name: string): void => {
    const first = FIRST_WORD.exec(name)?.[0];
    if (first === undefined || !name.includes(' ')) return;
    const same = phrases.get(first) ?? [];
    if (same.includes(name) || same.length >= MAX_PHRASES_OF_A_WORD) return;
    phrases.set(
      first,
      [...same, name].sort((one, other) => other.length - one.length),
    );
  };
  for (const name of Object.keys(names.entries())) index(name);
  const given = (text: string, kind: NameKind): string => {
    const name = text.toLowerCase();
    index(name);
    const origin = originInName(name);
    const { length } = name;
    return names.standIn(name, (number) => nameOf(kind, length, number, origin), `${kind} ${length} ${origin ?? ''}`);
  };
  return {
    learn: (name, kind) => void given(name, kind),
    find: (text) => {
      const found = names.find(text.toLowerCase());
      return found === undefined ? undefined : inCaseOf(text, found);
    },
    standIn: (text, kind) => inCaseOf(text, given(text, kind)),
    isStandIn: (text) => names.isStandIn(text.toLowerCase()),
    phrasesFrom: (firstWord) => phrases.get(firstWord.toLowerCase()) ?? [],
  };
}

/** What a run of letters of a text has up to its first dot. */
const FIRST_WORD = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?/u;
/** How many names of several words that begin alike are looked for. */
const MAX_PHRASES_OF_A_WORD = 50;
/** Longer names have shorter stand-ins. */
const MAX_NAME_CHARACTERS = 64;

/** The prefix, filled up with zeros to the length: `host000001`, `h01`. A name that says which machine it is goes on saying it. */
function nameOf(kind: NameKind, wanted: number, number: number, origin: 'client' | 'server' | null): string {
  const length = Math.min(wanted, MAX_NAME_CHARACTERS);
  const digits = String(number);
  const numbered = (prefix: string, room: number): string => {
    const kept = prefix.slice(0, Math.max(1, room - digits.length));
    return kept + digits.padStart(room - kept.length, '0');
  };
  if (origin === null || digits.length > 3) return numbered(kind, length);
  const short = `${origin === 'server' ? 'srv' : 'pc'}${digits}`;
  const room = length - short.length - 1;
  return room < 1 ? short : `${kind.padEnd(room, '0').slice(0, room)}-${short}`;
}

/** CAPITALS stay capitals, small letters small, a Capital first stays one. */
export function inCaseOf(model: string, text: string): string {
  if (model === model.toLowerCase()) return text.toLowerCase();
  if (model === model.toUpperCase()) return text.toUpperCase();
  return /^\p{Lu}/u.test(model) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** A serial number or a thumbprint of as many digits. */
export const numberOf = (length: number, number: number): string => `6${number.toString(16).padStart(length - 1, '0')}`;

export const guidOf = (number: number): string => `0000db00-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** The numbers of an identifier, each of as many digits as before. */
export const partsOf = (parts: string, number: number): string =>
  parts
    .split('-')
    .map((part, index, all) => numeral(part.length, index === all.length - 1 ? number : 0))
    .join('-');

/** `1000000007`: the number behind a one and zeros. */
export const numeral = (length: number, number: number): string => `1${String(number).padStart(length - 1, '0')}`;
