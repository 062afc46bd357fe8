/** The words of the audit policy in the languages of Windows: settings, and the names of the IPsec subcategories. */
import { spoken, wordsFor } from './languages/spoken';

export interface AuditSetting {
  readonly success: boolean;
  readonly failure: boolean;
}

const NONE: AuditSetting = { success: false, failure: false };
const SUCCESS: AuditSetting = { success: true, failure: false };
const FAILURE: AuditSetting = { success: false, failure: true };
const BOTH: AuditSetting = { success: true, failure: true };

const SETTINGS = [
  ['auditNone', NONE],
  ['auditSuccess', SUCCESS],
  ['auditFailure', FAILURE],
  ['auditBoth', BOTH],
] as const;

/** Lower case, without accents: what a wrong code page does to an accent must not matter more than needed. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

const settings: ReadonlyMap<string, AuditSetting> = new Map(
  SETTINGS.flatMap(([notion, setting]) => wordsFor(notion).map((word) => [plain(word), setting] as const)),
);

/** The setting of a text; null where the wording is not known, which is never taken for "off". */
export const auditSetting = (text: string): AuditSetting | null => settings.get(plain(text)) ?? null;

/** The known wordings, the longest first, to find where the column of the settings begins. */
export const auditWordings: readonly string[] = [...settings.keys()].sort((one, other) => other.length - one.length);

const IPSEC_MODES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(spoken('ipsecMain'), 'u'), '0CCE9218-69AE-11D9-BED3-505054503030'],
  [new RegExp(spoken('ipsecQuick'), 'u'), '0CCE9219-69AE-11D9-BED3-505054503030'],
  [new RegExp(spoken('ipsecExtended'), 'u'), '0CCE921A-69AE-11D9-BED3-505054503030'],
  [new RegExp(spoken('ipsecDriver'), 'u'), '0CCE9213-69AE-11D9-BED3-505054503030'],
];

/** The GUID of an IPsec subcategory by its name in a known language; null for any other name. */
export function ipsecSubcategory(name: string): string | null {
  const words = plain(name);
  if (!words.includes('ipsec')) return null;
  return IPSEC_MODES.find(([mode]) => mode.test(words))?.[1] ?? null;
}
