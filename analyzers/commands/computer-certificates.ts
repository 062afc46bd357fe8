/** `certutil -store my`, with and without `-v`: the certificates of the computer store, with keys and usages. */
import { type Certificate } from '../diagnosis/reading-data';
import { type Line } from '../document';
import { certutilEnd, isCertutilMessage } from '../grammars/certutil';
import { type Draft } from '../reading';
import { readCertificate } from './certificate-lines';
import { defineCommand, type Output } from './command';
import { outputDates } from './output-dates';
import { isBlank, wholeLines } from './whole-lines';

const STORE_HEADING = /^my "[^"]{1,200}"$/i;
/** `================ Certificate 2 ================`, "Zertifikat 2" and so on. */
const CERTIFICATE_HEADING = /^={8,} \S.{0,60}\d =+$/;
export const MAX_CERTIFICATES = 1000;

/**
 * The store's name, one block for each certificate, the closing line. The test of the private key is the last line of a block:
 *
 *     my "Personal"
 *     ================ Certificate 0 ================
 *     Serial Number: 61a3f0c2000000000007
 *     Issuer: CN=Example Issuing CA, DC=corp, DC=example, DC=com
 *      NotBefore: 11/2/2025 9:14 AM
 *      NotAfter: 11/2/2026 9:14 AM
 *     Subject: CN=client1.corp.example.com
 *     Cert Hash(sha1): 8c11d3a6f0b24e5f9a7d61c0bb1f7a3e5d2c4f60
 *     Encryption test passed
 *     CertUtil: -store command completed successfully.
 */
export const computerCertificates = defineCommand({
  id: 'certutil-store',
  typed: 'certutil -v -store my',
  shell: 'cmd',
  runOn: 'client',
  elevated: true,
  shows: 'The certificates of the computer store, with their time, private key and usages.',
  sources: ['article', 'commandReference'],
  runs: (commandLine) =>
    /^certutil(?:\.exe)?\s/i.test(commandLine) &&
    /\s-store\s(?:\S+\s)*"?my\b/i.test(commandLine) &&
    !/\s-user\b/i.test(commandLine),
  opens: (text) => STORE_HEADING.test(text.trim()) || CERTIFICATE_HEADING.test(text.trim()),
  begins: (lines, index) =>
    STORE_HEADING.test(lines[index]?.text.trim() ?? '') ||
    (CERTIFICATE_HEADING.test(lines[index]?.text.trim() ?? '') && lines.findIndex((line) => !isBlank(line)) === index),
  ends: (line) => certutilEnd(line.text, 'store')?.kind === 'done' || isCertutilMessage(line.text),
  named: (fileName) => /certutil|certificates?|cert-?store|store-?my/i.test(fileName),
  read,
});

function read(output: Output): Draft<'certutil-store'> {
  const proofs: Record<string, number> = {};
  const dates = outputDates(output);
  const endLine = output.lines.find(({ text }) => certutilEnd(text, 'store') !== null);
  const end = endLine === undefined ? null : certutilEnd(endLine.text, 'store');
  if (endLine !== undefined) proofs['closing'] = endLine.number;
  const certificates: Certificate[] = [];
  const dated: Line[] = [];
  const found = blocks(wholeLines(output)).slice(0, MAX_CERTIFICATES);
  found.forEach((block, index) => {
    const { certificate, lines } = readCertificate(block, dates.read);
    const isWhole = index < found.length - 1 || end?.kind === 'done' || output.closed;
    // The last block of a cut listing may lack usages; past the test of its key nothing is missing.
    if (!isWhole && certificate.hasPrivateKey === null) return;
    for (const [field, line] of lines) proofs[`certificates[${certificates.length}].${field}`] = line.number;
    dated.push(...lines.filter(([field]) => field.startsWith('not')).map(([, line]) => line));
    certificates.push(certificate);
  });
  return {
    data: { certificates },
    complete: end?.kind === 'done',
    problems: [...dates.problems(dated), ...(end?.kind === 'failed' ? [refused(end.error.code, endLine)] : [])],
    proofs,
  };
}

/** The lines of each certificate, its heading first. */
function blocks(lines: readonly Line[]): readonly (readonly Line[])[] {
  const starts = lines.flatMap(({ text }, index) => (CERTIFICATE_HEADING.test(text.trim()) ? [index] : []));
  return starts.map((start, index) => lines.slice(start, starts[index + 1]));
}

/** Access denied (0x80070005) and NTE_PERM (0x80090010) mean a prompt that is not elevated. */
function refused(code: string, line: Line | undefined) {
  const isElevation = /^0x(?:80070005|80090010)$/.test(code);
  const message = isElevation
    ? `certutil was refused with ${code}. Run it again in an elevated prompt (Run as administrator).`
    : `certutil could not list the computer store: ${code}. Run certutil -v -store my again in an elevated prompt.`;
  return { code: isElevation ? 'not-elevated' : 'command-failed', message, ...(line && { line: line.number }) };
}
