/** The names of the three firewall profiles in the languages that are known. */
import { containing } from './languages/spoken';

export type ProfileName = 'domain' | 'private' | 'public';

const NAMES: readonly (readonly [ProfileName, RegExp])[] = [
  ['domain', containing('domain')],
  ['private', containing('private')],
  ['public', containing('public')],
];

/** The profile that a title or a word of a rule's list names (`Öffentlich`); null for another text (`Any`). */
export const profileNamed = (text: string): ProfileName | null =>
  NAMES.find(([, name]) => name.test(text))?.[0] ?? null;
