/** Which of the three IPsec modes are audited, whatever else a listing of the audit policy shows. */
import { type ReadingOf } from '../reading';

export const QUICK_MODE = 'IPsec Quick Mode';

/** Subcategory names are localised, their GUIDs are not (Microsoft, Auditing and logging of the Windows Filtering Platform). */
const MODES = [
  { guid: '0CCE9218-69AE-11D9-BED3-505054503030', name: /^IPsec Main Mode$/i, title: 'IPsec Main Mode' },
  { guid: '0CCE9219-69AE-11D9-BED3-505054503030', name: /^IPsec Quick Mode$/i, title: QUICK_MODE },
  { guid: '0CCE921A-69AE-11D9-BED3-505054503030', name: /^IPsec Extended Mode$/i, title: 'IPsec Extended Mode' },
] as const;

export interface AuditedMode {
  readonly title: string;
  /** Where the listing shows it; -1 where it does not. */
  readonly index: number;
  /** Whether its failures are audited; null where the listing does not say so. */
  readonly failure: boolean | null;
}

/** The three modes as a listing shows them: by GUID where it has one, else by the English name. */
export function auditedModes({ data }: ReadingOf<'auditpol'>): readonly AuditedMode[] {
  return MODES.map(({ guid: known, name: english, title }) => {
    const index = data.subcategories.findIndex(
      ({ guid, name }) => guid?.toUpperCase().includes(known) ?? english.test(name.trim()),
    );
    return { title, index, failure: data.subcategories[index]?.failure ?? null };
  });
}

/** Whether the failures of one of the three modes are shown not to be audited. */
export const isAuditOff = (reading: ReadingOf<'auditpol'>): boolean =>
  auditedModes(reading).some(({ failure }) => failure === false);

/** Whether the failures of all three modes are shown not to be audited, so that no log tells anything. */
export const isNothingAudited = (reading: ReadingOf<'auditpol'>): boolean =>
  auditedModes(reading).every(({ failure }) => failure === false);

/** Whether the failures of all three modes are shown to be audited. */
export const isAuditOn = (reading: ReadingOf<'auditpol'>): boolean =>
  auditedModes(reading).every(({ failure }) => failure === true);
