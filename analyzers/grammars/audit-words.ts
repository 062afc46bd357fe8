/** The words of the audit policy in the languages of Windows: settings, and the names of the IPsec subcategories. */

export interface AuditSetting {
  readonly success: boolean;
  readonly failure: boolean;
}

const NONE: AuditSetting = { success: false, failure: false };
const SUCCESS: AuditSetting = { success: true, failure: false };
const FAILURE: AuditSetting = { success: false, failure: true };
const BOTH: AuditSetting = { success: true, failure: true };

/** Without accents and in lower case: what a wrong code page does to an accent must not matter more than needed. */
const WORDS: readonly (readonly [AuditSetting, readonly string[]])[] = [
  [
    NONE,
    [
      'no auditing',
      'keine uberwachung',
      "pas d'audit",
      'aucun audit',
      "pas d'audit.",
      'sin auditoria',
      'sem auditoria',
    ],
  ],
  [NONE, ['nessun controllo', 'geen controle', 'без аудита', 'нет аудита', '監査なし', '无审核', '不稽核']],
  [SUCCESS, ['success', 'erfolgreich', 'erfolg', 'succes', 'operation reussie', 'correcto', 'exito', 'aciertos']],
  [SUCCESS, ['operazioni riuscite', 'geslaagd', 'sucesso', 'успех', '成功']],
  [FAILURE, ['failure', 'fehler', 'fehlschlag', 'echec', 'error', 'errores', 'falha', 'operazioni non riuscite']],
  [FAILURE, ['mislukt', 'сбой', 'отказ', '失敗', '失败']],
  [BOTH, ['success and failure', 'erfolg und fehler', 'erfolg und fehlschlag', 'erfolgreich und fehler']],
  [BOTH, ['succes et echec', 'operation reussie et echec', 'correcto y error', 'aciertos y errores', 'exito y error']],
  [BOTH, ['sucesso e falha', 'exito e falha', 'operazioni riuscite e non riuscite', 'geslaagd en mislukt']],
  [BOTH, ['успех и сбой', 'успех и отказ', '成功および失敗', '成功和失败', '成功與失敗']],
];

/** Lower case, without accents. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

const settings: ReadonlyMap<string, AuditSetting> = new Map(
  WORDS.flatMap(([setting, words]) => words.map((word) => [plain(word), setting] as const)),
);

/** The setting of a text; null where the wording is not known, which is never taken for "off". */
export const auditSetting = (text: string): AuditSetting | null => settings.get(plain(text)) ?? null;

/** The known wordings, the longest first, to find where the column of the settings begins. */
export const auditWordings: readonly string[] = [...settings.keys()].sort((one, other) => other.length - one.length);

const IPSEC_MODES: readonly (readonly [RegExp, string])[] = [
  [/\bmain\b|haupt|principal|основнои|メイン/, '0CCE9218-69AE-11D9-BED3-505054503030'],
  [/\bquick\b|schnell|rapid|быстрыи|クイック/, '0CCE9219-69AE-11D9-BED3-505054503030'],
  [/extended|erweiter|etendu|extendid|estendid|estesa|расширенныи|拡張/, '0CCE921A-69AE-11D9-BED3-505054503030'],
  [/\bdriver\b|treiber|pilote|controlador/, '0CCE9213-69AE-11D9-BED3-505054503030'],
];

/** The GUID of an IPsec subcategory by its name in English, German, French, Spanish, Italian, Portuguese, Russian or Japanese; null for any other name. */
export function ipsecSubcategory(name: string): string | null {
  const words = plain(name);
  if (!words.includes('ipsec')) return null;
  return IPSEC_MODES.find(([mode]) => mode.test(words))?.[1] ?? null;
}
