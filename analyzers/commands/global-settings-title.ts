/** Where the global settings of the firewall begin, and whether they are the head of a list of rules. */
import { type LineText } from '../document';
import { spoken } from '../grammars/languages/spoken';
import { isOk, nothingFound } from '../grammars/netsh';

/** The settings take some forty lines; security associations may stand between them and the rules. */
const MAX_SETTINGS_LINES = 400;
const TITLE = /^\s*global settings:\s*$/i;
/** Names of settings are not translated, titles are. */
const FIRST_SETTING = /^\s*StrongCRLCheck\s/i;

/** Whether the settings begin at a line: at their title, or in another language at their first setting. */
export function isGlobalTitle(lines: readonly LineText[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  if (TITLE.test(text)) return true;
  return FIRST_SETTING.test(text) && !lines.slice(Math.max(0, index - 6), index).some((line) => TITLE.test(line.text));
}

const RULES_BELOW = new RegExp(
  `^\\s*(?:connection security rules:|(?:${spoken('ruleName')})\\s?:|QuickModeSecMethods\\s)`,
  'iu',
);

/** Whether the settings can begin at a line of this text. */
export const opensSettings = (text: string): boolean => TITLE.test(text) || FIRST_SETTING.test(text);

/** Whether a list of rules follows the settings that begin at a line; null where the lines end before that is decided. */
export function listsRulesBelow(lines: readonly LineText[], start: number): boolean | null {
  for (const { text } of lines.slice(start + 1, start + MAX_SETTINGS_LINES)) {
    if (RULES_BELOW.test(text)) return true;
    if (nothingFound(text) === 'rules') return true;
    if (isOk(text) || /^\s*(?:domain|private|public) profile settings:/i.test(text) || TITLE.test(text)) return false;
  }
  return null;
}
