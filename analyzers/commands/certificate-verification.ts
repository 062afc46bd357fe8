/** `certutil -verify -urlfetch CERT.cer`: whether a certificate is trusted and not revoked, and which addresses answered. */
import { type Line, type LineText } from '../document';
import { certutilEnd, certutilError } from '../grammars/certutil';
import { type Draft } from '../reading';
import { fetchedUrls } from './certificate-urls';
import { defineCommand, type Output } from './command';
import { inEnglish } from './output-problems';
import { wholeLines } from './whole-lines';

/** `CertContext[0][0]: dwInfoStatus=102 dwErrorStatus=1000040`: the leaf of the first chain; the numbers are hexadecimal. */
const LEAF = /^\s*CertContext\[0\]\[0\]: dwInfoStatus=[0-9a-f]{1,8} dwErrorStatus=([0-9a-f]{1,8})$/i;
const ERROR_FLAG = /^\s*\S{1,40}\.dwErrorStatus = ([A-Z][A-Z0-9_]+) \((0x[0-9a-f]{1,8})\)$/;
/** Lines that only a verification prints; the names below its first label line come before them. */
const OWN =
  /^(?:dwFlags = CA_VERIFY_|ChainFlags = CERT_CHAIN_|HCCE_|-{4,} CERT_CHAIN_CONTEXT -{4,}$|CertUtil: -verify\b)/;
/** `Issuer:`, with the name in the lines below. */
const NAME_LABEL = /^[^\s:=][^:=]{0,40}:$/;
const MAX_HEADING_LINES = 60;
export const MAX_VERIFICATION_ERRORS = 200;

/**
 * Issuer and subject, the flags of the check, each certificate of the chain with the addresses that were tried, the end:
 *
 *     CertContext[0][0]: dwInfoStatus=102 dwErrorStatus=1000040
 *       Element.dwErrorStatus = CERT_TRUST_IS_OFFLINE_REVOCATION (0x1000000)
 *       ----------------  Certificate CDP  ----------------
 *       Failed "CDP" Time: 0
 *         Error retrieving URL: The server name could not be resolved 0x80072ee7 (WIN32: 12007 …)
 *         http://crl.corp.example.com/crld/issuing-ca.crl
 *     CertUtil: -verify command FAILED: 0x80092013 (-2146885613 CRYPT_E_REVOCATION_OFFLINE)
 */
export const certificateVerification = defineCommand({
  id: 'certutil-verify',
  typed: 'certutil -verify -urlfetch <CERT.cer>',
  shell: 'cmd',
  runOn: 'server',
  elevated: false,
  shows: 'Whether a certificate is trusted and not revoked, and which addresses of its lists answered.',
  sources: ['article', 'comErrors'],
  runs: (commandLine) => /^certutil(?:\.exe)?\s/i.test(commandLine) && /\s-verify\b/i.test(commandLine),
  opens: (text) => OWN.test(text) || NAME_LABEL.test(text),
  begins,
  ends: (line) => certutilEnd(line.text, 'verify') !== null,
  named: (fileName) => /certutil.{0,10}verify|urlfetch/i.test(fileName),
  read,
});

/** A label with a name in indented lines below, and the flags of the check soon after: a store listing has no such flags. */
function begins(lines: readonly LineText[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  if (OWN.test(text)) return true;
  if (!NAME_LABEL.test(text) || !/^\s{4}\S{1,40}=/.test(lines[index + 1]?.text ?? '')) return false;
  return lines.slice(index + 1, index + MAX_HEADING_LINES).some((line) => OWN.test(line.text));
}

function read(output: Output): Draft<'certutil-verify'> {
  const proofs: Record<string, number> = {};
  const lines = wholeLines(output);
  const leaf = lines.find(({ text }) => LEAF.test(text));
  if (leaf !== undefined) proofs['status'] = leaf.number;
  const end = output.lines.find(({ text }) => certutilEnd(text, 'verify') !== null);
  if (end !== undefined) proofs['closing'] = end.number;
  const { urls, unknown } = fetchedUrls(lines);
  urls.forEach(({ line }, index) => (proofs[`urls[${index}]`] = line.number));
  const errors = errorsOf(lines, end);
  errors.forEach(({ line }, index) => (proofs[`errors[${index}]`] = line.number));
  return {
    data: {
      status: leaf === undefined ? null : parseInt(LEAF.exec(leaf.text)?.[1] ?? '', 16),
      errors: errors.map(({ code, name }) => ({ code, name })),
      urls: urls.map(({ kind, url, ok, code }) => ({ kind, url, ok, code })),
    },
    complete: end !== undefined && unknown === null,
    problems: unknown === null ? [] : [unknownWording(unknown)],
    proofs,
  };
}

interface LocatedError {
  readonly code: string;
  readonly name: string;
  readonly line: Line;
}

/** Flags of the chain, and errors of the whole check, each once; a failed fetch belongs to its address. */
function errorsOf(lines: readonly Line[], end: Line | undefined): readonly LocatedError[] {
  const found = new Map<string, LocatedError>();
  for (const line of end === undefined || lines.includes(end) ? lines : [...lines, end]) {
    const flag = ERROR_FLAG.exec(line.text);
    const isWhole = /^\S/.test(line.text) && !/^(?:dwFlags|ChainFlags)/.test(line.text);
    const error =
      flag?.[1] !== undefined && flag[2] !== undefined
        ? { code: flag[2].toLowerCase(), name: flag[1] }
        : isWhole && /0x8/i.test(line.text)
          ? certutilError(line.text)
          : null;
    if (error === null || found.has(error.code) || found.size >= MAX_VERIFICATION_ERRORS) continue;
    found.set(error.code, { code: error.code, name: error.name ?? error.code, line });
  }
  return [...found.values()];
}

const unknownWording = (line: Line) => ({
  code: 'unknown-wording',
  message: `"${line.text.trim()}" does not tell in a known language whether the address answered. ${inEnglish()}`,
  line: line.number,
});
