/** How certutil prints: its closing line, error codes, names over several lines, extensions by their object identifiers. */
import { type Line } from '../document';

/** An error as certutil prints it: `0x80092013 (-2146885613 CRYPT_E_REVOCATION_OFFLINE)`, `0x80072ee7 (WIN32: 12007 ERROR_…)`. */
export interface CertutilError {
  readonly code: string;
  /** The symbolic name; null where an older certutil prints the number alone. */
  readonly name: string | null;
}

const ERROR_CODE = /\b(0x[0-9a-f]{8})\b(?: \(([^)]{1,80})\))?/i;
const SYMBOL = /\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/;

/** The first error code of a line; null where it has none. */
export function certutilError(text: string): CertutilError | null {
  const found = ERROR_CODE.exec(text);
  if (found?.[1] === undefined) return null;
  return { code: found[1].toLowerCase(), name: SYMBOL.exec(found[2] ?? '')?.[0] ?? null };
}

/** What the last line says of a verb: `CertUtil: -store command completed successfully.`, `CertUtil: -store command FAILED: 0x…`. */
export type CertutilEnd = { readonly kind: 'done' } | { readonly kind: 'failed'; readonly error: CertutilError };

/**
 * The end of a run of `verb` (`store`); null for any other line, and for one that is cut off. In every language the line begins with
 * `CertUtil: -verb`, success ends in a full stop, and failure names its code.
 */
export function certutilEnd(text: string, verb: string): CertutilEnd | null {
  const trimmed = text.trim();
  const start = `certutil: -${verb}`;
  if (trimmed.slice(0, start.length).toLowerCase() !== start || /\w/.test(trimmed[start.length] ?? '')) return null;
  const error = certutilError(trimmed);
  if (error !== null) return trimmed.endsWith(')') || !trimmed.includes('(') ? { kind: 'failed', error } : null;
  return /[.。]$/.test(trimmed) && trimmed.length > start.length + 10 ? { kind: 'done' } : null;
}

/** Whether the line explains a failure below its code: `CertUtil: No more data is available.` */
export const isCertutilMessage = (text: string): boolean => /^CertUtil: [^-]/.test(text);

/** A part of a distinguished name: `CN=`, `DC=`, `OU=`, `E=`, an identifier in digits. */
const NAME_PART = /^(?:[A-Z]{1,12}|\d+(?:\.\d+)+)=/i;

/**
 * The name that a label line gives, in one line (`Issuer: CN=CA, DC=corp`), or, where nothing follows its colon, in the indented lines
 * below, which are joined as the one-line form prints them. Null where neither is a name.
 */
export function distinguishedName(lines: readonly Line[], index: number): string | null {
  const text = lines[index]?.text ?? '';
  const colon = text.indexOf(':');
  if (colon < 0) return null;
  const inline = text.slice(colon + 1).trim();
  if (inline !== '') return NAME_PART.test(inline) ? inline : null;
  const parts: string[] = [];
  for (const line of lines.slice(index + 1, index + 1 + MAX_NAME_PARTS)) {
    if (!/^\s{4}/.test(line.text) || !NAME_PART.test(line.text.trim())) break;
    parts.push(line.text.trim());
  }
  return parts.length === 0 ? null : parts.join(', ');
}

/** How many parts of a name are read. */
export const MAX_NAME_PARTS = 40;

/** `    2.5.29.37: Flags = 0, Length = 16`: an extension of the verbose form begins; its identifier is the same in every language. */
export const extensionOid = (text: string): string | null => /^\s+(\d+(?:\.\d+){2,20}): /.exec(text)?.[1] ?? null;
