/** `nltest /dsgetdc:`: the domain controller that the locator finds, or the status with which it finds none. */
import { type LineText } from '../document';
import { canonicalAddress } from '../grammars/address';
import { type Draft } from '../reading';
import { defineCommand, type Output } from './command';
import { wholeLines } from './whole-lines';

const FOUND = /^\s*DC: ?\\\\\S/i;
/** nltest is not translated: the same words on every Windows. The hexadecimal number repeats the decimal one, so half a line shows. */
const FAILED = /failed: Status = (\d{1,10}) 0x([0-9a-f]{1,8})\b/i;
const CLOSING = /^\s*The command completed successfully\b/i;

/**
 * Labels are aligned on the right; `Our Site Name` is the client's site, `Dc Site Name` the controller's:
 *
 *                DC: \\dc1.corp.example.com
 *           Address: \\2001:db8::1
 *          Dom Name: corp.example.com
 *     Our Site Name: Headquarters
 *             Flags: GC DS LDAP KDC
 *     The command completed successfully
 *
 * or, whole in one line, `Getting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN`.
 */
export const domainController = defineCommand({
  id: 'nltest-dsgetdc',
  typed: 'nltest /dsgetdc: /force',
  shell: 'cmd',
  runOn: 'client',
  elevated: true,
  shows: 'The domain controller that the locator finds, or the status with which it finds none.',
  sources: ['article', 'systemErrors'],
  runs: (commandLine) => /^nltest(?:\.exe)?\s/i.test(commandLine) && /\/dsgetdc\b/i.test(commandLine),
  opens: (text) => FOUND.test(text) || FAILED.test(text),
  begins: (lines, index) => FOUND.test(lines[index]?.text ?? '') || failedStatus(lines[index]) !== null,
  ends: (line) => CLOSING.test(line.text) || failedStatus(line) !== null,
  named: (fileName) => /nltest|dsgetdc/i.test(fileName),
  read,
});

function read(output: Output): Draft<'nltest-dsgetdc'> {
  const proofs: Record<string, number> = {};
  const value = (label: string, path: string): string | null => {
    const line = wholeLines(output).find(({ text }) =>
      text.trimStart().toLowerCase().startsWith(`${label.toLowerCase()}:`),
    );
    if (line === undefined) return null;
    proofs[path] = line.number;
    const text = line.text.slice(line.text.indexOf(':') + 1).trim();
    return text === '' ? null : text;
  };
  const end = output.lines.find((line) => CLOSING.test(line.text) || failedStatus(line) !== null);
  if (end !== undefined) [proofs['closing'], proofs['status']] = [end.number, end.number];
  const address = value('Address', 'address');
  return {
    data: {
      dc: value('DC', 'dc')?.replace(/^\\\\/, '') ?? null,
      address: address === null ? null : canonicalAddress(address),
      domain: value('Dom Name', 'domain'),
      site: value('Our Site Name', 'site'),
      flags: value('Flags', 'flags')?.split(/\s+/) ?? [],
      status: end === undefined ? null : (failedStatus(end) ?? 0),
    },
    complete: end !== undefined,
    proofs,
  };
}

function failedStatus(line: LineText | undefined): number | null {
  const failed = FAILED.exec(line?.text ?? '');
  return failed !== null && Number(failed[1]) === parseInt(failed[2] ?? '', 16) ? Number(failed[1]) : null;
}
