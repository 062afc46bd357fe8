/** One certificate of a certutil listing: values by their order and form, so that translated labels do not matter. */
import { type Certificate } from '../diagnosis/reading-data';
import { type Line } from '../document';
import { distinguishedName, extensionOid } from '../grammars/certutil';
import { containing, spoken } from '../grammars/languages/spoken';

/** A field of a certificate with the line that shows it. */
export type FieldLine = readonly [field: string, line: Line];

export const MAX_USAGES = 100;
export const MAX_DISTRIBUTION_POINTS = 50;

/** The object identifiers of the extensions that are read (RFC 5280). */
const ENHANCED_KEY_USAGE = '2.5.29.37';
const CRL_DISTRIBUTION_POINTS = '2.5.29.31';

/** A serial number after a label: `Serial Number: 61a3…`. The version of the verbose form, `Version: 3`, has one digit. */
const SERIAL = /^\S[^:]{1,40}: ?([0-9a-f]{2,64})$/i;
/** The hash of the whole certificate stands at the margin, hashes of names and keys are indented or are no plain `sha1`. */
const THUMBPRINT = /^\S[^:]{1,60}\(sha1\): ?([0-9a-f]{2}(?: ?[0-9a-f]{2}){19})$/i;
const KEY_WORKS = containing('keyWorks');
const KEY_MISSING = containing('keyMissing');
const USAGE_HEADING = new RegExp(`^\\s*(?:${spoken('enhancedKeyUsage')})$`, 'iu');
const POINTS_HEADING = new RegExp(`^\\s*(?:${spoken('distributionPoints')})$`, 'iu');

/**
 * Reads one block. The order is that of certutil in every language: serial number, issuer, two dates, subject, hash, test of the key;
 * `-v` puts extensions with their identifiers in between.
 */
export function readCertificate(
  block: readonly Line[],
  date: (text: string) => string | null,
): { readonly certificate: Certificate; readonly lines: readonly FieldLine[] } {
  const lines: FieldLine[] = [];
  const prove = <Value>(field: string, found: Located<Value> | null): Value | null => {
    if (found !== null) lines.push([field, found.line]);
    return found?.value ?? null;
  };
  const serial = locate(block, 0, ({ text }) => SERIAL.exec(text)?.[1]?.toLowerCase() ?? null);
  const issuer = locate(block, after(serial), (_, index) => distinguishedName(block, index));
  const notBefore = locate(block, after(issuer), ({ text }) => date(text));
  const notAfter = notBefore === null ? null : locate(block, after(notBefore), ({ text }) => date(text));
  const subject = notAfter === null ? null : locate(block, after(notAfter), (_, index) => subjectAt(block, index));
  const thumbprint = locate(
    block,
    0,
    ({ text }) => THUMBPRINT.exec(text)?.[1]?.replace(/ /g, '').toLowerCase() ?? null,
  );
  const certificate: Certificate = {
    subject: prove('subject', subject),
    issuer: prove('issuer', issuer),
    notBefore: prove('notBefore', notBefore),
    notAfter: prove('notAfter', notAfter),
    thumbprint: prove('thumbprint', thumbprint),
    serial: prove('serial', serial),
    hasPrivateKey: prove('hasPrivateKey', keyTest(block)),
    usages: list('usages', usages(block), lines),
    crlDistributionPoints: list('crlDistributionPoints', distributionPoints(block), lines),
  };
  return { certificate, lines };
}

interface Located<Value> {
  readonly value: Value;
  readonly line: Line;
  readonly index: number;
}

const after = (found: Located<unknown> | null): number => (found === null ? 0 : found.index + 1);

function locate<Value>(
  block: readonly Line[],
  from: number,
  value: (line: Line, index: number) => Value | null,
): Located<Value> | null {
  for (const [index, line] of block.entries()) {
    const found = index < from ? null : value(line, index);
    if (found !== null) return { value: found, line, index };
  }
  return null;
}

/** The first label at the margin below the dates; a certificate without a subject prints `EMPTY`. */
function subjectAt(block: readonly Line[], index: number): string | null {
  const text = block[index]?.text ?? '';
  return /^\S[^:=]{0,40}: ?EMPTY/i.test(text) ? 'EMPTY' : distinguishedName(block, index);
}

function keyTest(block: readonly Line[]): Located<boolean> | null {
  return (
    locate(block, 0, ({ text }) => (KEY_WORKS.test(text) ? true : null)) ??
    locate(block, 0, ({ text }) => (KEY_MISSING.test(text) ? false : null))
  );
}

/** `Client Authentication (1.3.6.1.5.5.7.3.2)`: the name is translated, the identifier is not. */
const usages = (block: readonly Line[]): readonly Located<string>[] =>
  within(
    block,
    ENHANCED_KEY_USAGE,
    USAGE_HEADING,
    MAX_USAGES,
    (text) => /\((\d+(?:\.\d+){3,20})\)$/.exec(text.trim())?.[1],
  );

/** `URL=http://…`; an LDAP address is printed plain and, in brackets, escaped. */
const distributionPoints = (block: readonly Line[]): readonly Located<string>[] =>
  within(block, CRL_DISTRIBUTION_POINTS, POINTS_HEADING, MAX_DISTRIBUTION_POINTS, (text) => {
    const url = /^\s*URL=(.+)$/.exec(text)?.[1];
    return url?.split(' (')[0]?.trim();
  });

/** What `value` finds in one extension: from its identifier, or its name in a known language, to the next extension or margin. */
function within(
  block: readonly Line[],
  oid: string,
  heading: RegExp,
  limit: number,
  value: (text: string) => string | undefined,
): readonly Located<string>[] {
  const found: Located<string>[] = [];
  let inside = false;
  for (const [index, line] of block.entries()) {
    const next = extensionOid(line.text);
    if (next !== null) inside = next === oid;
    else if (heading.test(line.text)) inside = true;
    else if (/^\S/.test(line.text)) inside = false;
    const own = inside ? value(line.text) : undefined;
    if (own !== undefined && found.length < limit) found.push({ value: own, line, index });
  }
  return found;
}

function list(field: string, found: readonly Located<string>[], lines: FieldLine[]): readonly string[] {
  const [first] = found;
  if (first !== undefined) lines.push([field, first.line]);
  found.forEach(({ line }, index) => lines.push([`${field}[${index}]`, line]));
  return found.map(({ value }) => value);
}
