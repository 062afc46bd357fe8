/** `certutil -URLcache CRL`: the addresses that a computer has fetched revocation lists from; it never shows what they said. */
import { type LineText } from '../document';
import { certutilEnd, isCertutilMessage } from '../grammars/certutil';
import { type Draft } from '../reading';
import { defineCommand, type Output } from './command';
import { wholeLines } from './whole-lines';

const COUNT = /^WinHttp\b[^:]{0,60}: ?\d+$/i;
const URL = /^(?:https?|ldap|file):\/\/\S.*$/i;
/** ERROR_NO_MORE_ITEMS: certutil fails with it where the cache is empty. */
const EMPTY = '0x80070103';
export const MAX_CACHE_ENTRIES = 10_000;
/** How many addresses are looked through for the count below them, to know a listing by its first line. */
const MAX_LOOK_AHEAD = 200;

/**
 * One address a line, the count, the closing line:
 *
 *     http://crl.corp.example.com/crld/issuing-ca.crl
 *
 *     WinHttp Cache entries: 1
 *
 *     CertUtil: -URLCache command completed successfully.
 *
 * An empty cache prints `WinHttp Cache entries: 0` and fails with 0x80070103, no more data.
 */
export const urlCache = defineCommand({
  id: 'certutil-urlcache',
  typed: 'certutil -URLcache CRL',
  shell: 'cmd',
  runOn: 'server',
  elevated: true,
  shows: 'The addresses that a computer has fetched revocation lists from; never what they said.',
  sources: ['article'],
  runs: (commandLine) =>
    /^certutil(?:\.exe)?\s/i.test(commandLine) &&
    /\s-urlcache\b/i.test(commandLine) &&
    !/\sdelete\b/i.test(commandLine),
  opens: (text) => COUNT.test(text.trim()) || URL.test(text.trim()),
  begins: (lines, index) => {
    const text = lines[index]?.text.trim() ?? '';
    return COUNT.test(text) || (URL.test(text) && beginsListing(lines, index));
  },
  ends: (line) => certutilEnd(line.text, 'urlcache')?.kind === 'done' || isCertutilMessage(line.text),
  named: (fileName) => /urlcache/i.test(fileName),
  read,
});

/** The first address of a run of them that ends in the count. */
function beginsListing(lines: readonly LineText[], index: number): boolean {
  if (index > 0 && URL.test(lines[index - 1]?.text.trim() ?? '')) return false;
  const below = lines.slice(index, index + MAX_LOOK_AHEAD).map(({ text }) => text.trim());
  const other = below.findIndex((text) => text !== '' && !URL.test(text));
  return other < 0 ? below.length === MAX_LOOK_AHEAD : COUNT.test(below[other] ?? '');
}

function read(output: Output): Draft<'certutil-urlcache'> {
  const proofs: Record<string, number> = {};
  const found = wholeLines(output)
    .filter(({ text }) => URL.test(text.trim()))
    .slice(0, MAX_CACHE_ENTRIES);
  found.forEach(({ number }, index) => (proofs[`entries[${index}].url`] = number));
  const endLine = output.lines.find(({ text }) => certutilEnd(text, 'urlcache') !== null);
  const end = endLine === undefined ? null : certutilEnd(endLine.text, 'urlcache');
  const isEmpty = end?.kind === 'failed' && end.error.code === EMPTY;
  if (endLine !== undefined) proofs['closing'] = endLine.number;
  return {
    data: { kind: kindOf(output.typed), entries: found.map(({ text }) => ({ url: text.trim() })) },
    complete: end?.kind === 'done' || isEmpty,
    problems: end?.kind === 'failed' && !isEmpty ? [failed(end.error.code)] : [],
    proofs,
  };
}

/** Only the command line tells what was asked for; the addresses do not. */
function kindOf(typed: string | null): 'crl' | 'ocsp' | 'all' {
  if (/-urlcache\s+crl\b/i.test(typed ?? '')) return 'crl';
  return /-urlcache\s+ocsp\b/i.test(typed ?? '') ? 'ocsp' : 'all';
}

const failed = (code: string) => ({
  code: 'command-failed',
  message: `certutil could not list the cache: ${code}. Run certutil -URLcache CRL again in an elevated prompt.`,
});
