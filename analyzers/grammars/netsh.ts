/** How netsh prints: labelled values, ruled titles, and its closing sentences in the languages that are known. */

import { firstSign } from './first-sign';
import { containing, whole } from './languages/spoken';

/** A label with its value; the value is empty where only the label is printed. */
export interface Field {
  readonly label: string;
  readonly value: string;
}

/** The longest label that is looked for. */
export const MAX_LABEL_CHARACTERS = 60;

/**
 * A labelled line in any of netsh's layouts: `Auth1:          ComputerCert`, `Role      : client`, `StrongCRLCheck     0:Disabled`
 * (columns without a colon), `Rule Name:test` (padding lost). Null for text without a label. The first two blanks or the first colon
 * end the label, whichever comes first.
 */
export function field(text: string): Field | null {
  const line = text.trim();
  const colon = line.indexOf(':');
  const gap = line.search(/\s\s|\t/);
  if (gap > 0 && gap <= MAX_LABEL_CHARACTERS && (colon < 0 || gap < colon)) {
    const value = line.slice(gap).trim();
    return { label: line.slice(0, gap), value: value.startsWith(':') ? value.slice(1).trim() : value };
  }
  if (colon <= 0 || colon > MAX_LABEL_CHARACTERS) return null;
  return { label: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() };
}

/** The line of dashes under a title, also where a chat or a program made another line of it. */
export const isRuled = (text: string): boolean => RULE_SIGNS.includes(firstSign(text)) && RULE.test(text);

const RULE_SIGNS = '-=_─—';
const RULE = /^\s*[-=_─—]{5,}\s*$/;

/** netsh's closing word in any language. */
export function isOk(text: string): boolean {
  const line = text.trim();
  return line.length <= MAX_CLOSING_CHARACTERS && OK.test(line);
}

/** No language has a longer closing word; every line of a listing is asked. */
const MAX_CLOSING_CHARACTERS = 20;

const OK = whole('ok');
const CRITERIA = containing('criteria');
const RULES = containing('rules');
const ASSOCIATIONS = containing('associations');

/**
 * What a sentence says is not there: `No SAs match the specified criteria.`, `No rules match the specified criteria.` and their known
 * translations (`Keine Regeln entsprechen den angegebenen Kriterien.`). Null for other text, and for a sentence without its end.
 */
export function nothingFound(text: string): 'associations' | 'rules' | null {
  const line = text.trim();
  if (line.length > 200 || !/[.。]$/.test(line) || !CRITERIA.test(line)) return null;
  if (RULES.test(line)) return 'rules';
  return ASSOCIATIONS.test(line) ? 'associations' : null;
}

const ADMINISTRATOR = containing('administrator');
const ELEVATION = containing('elevation');
const DENIED = containing('denied');
const [YES, NO] = [whole('yes'), whole('no')];

/** `The requested operation requires elevation (Run as administrator).`, also in translation, and glued to the end of a value. */
export const needsElevation = (text: string): boolean =>
  text.length <= 400 && (/requires elevation/i.test(text) || (ADMINISTRATOR.test(text) && ELEVATION.test(text)));

/** Whether a line is that refusal: the question that all commands share which need elevation. */
export const isRefusal = ({ text }: { readonly text: string }): boolean => needsElevation(text);

/** A value that could not be shown without elevation. */
export const isDenied = (text: string): boolean => DENIED.test(text.slice(0, 400));

/** Yes and No as netsh prints them; null for another word. */
export function yesOrNo(value: string): boolean | null {
  if (YES.test(value.trim())) return true;
  return NO.test(value.trim()) ? false : null;
}
