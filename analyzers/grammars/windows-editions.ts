/** The edition in the name of a Windows product, in English whatever the language of the name. */

/** Words of a product name, the more telling first: "Pro Education" is a Pro, "Home Premium" a Home. */
const EDITIONS: readonly (readonly [pattern: RegExp, edition: string])[] = [
  [/\bpro(?:fessional)? education\b/i, 'Pro Education'],
  [/enterprise|entreprise|корпоративная|kurumsal/i, 'Enterprise'],
  [/ultimate|int[eé]grale|максимальная/i, 'Ultimate'],
  [/education|[eé]ducation|educaci[oó]n|bildung/i, 'Education'],
  [/professional|professionnel|profesional|profissional|профессиональная/i, 'Professional'],
  [/\bpro\b/i, 'Pro'],
  [/home premium|familiale premium|familiar premium|домашняя расширенная/i, 'Home Premium'],
  [/home basic|familiale basique|domestica basic|домашняя базовая/i, 'Home Basic'],
  [/\bhome\b|famille|familiale|casa\b|домашняя|\bcore\b/i, 'Home'],
  [/starter|édition starter|начальная/i, 'Starter'],
];

/** Server products: what stands behind the year and the release, `Standard`, `Datacenter`, `Essentials` … */
const SERVER = /\bserver\b(?: \d{4})?(?: r2)? ?(standard|datacenter|essentials|foundation|enterprise|web)?/i;

/**
 * `Microsoft Windows 7 Entreprise N` gives `Enterprise`, `Microsoft Windows Server 2012 R2 Standard` gives `Server Standard`. Null
 * where the name has no edition that is known (`Microsoft Windows 8.1` is the edition without a name).
 */
export function windowsEdition(osName: string): string | null {
  const server = SERVER.exec(osName);
  if (server !== null) return `Server ${capitalised(server[1] ?? '')}`.trim();
  return EDITIONS.find(([pattern]) => pattern.test(osName))?.[1] ?? null;
}

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
