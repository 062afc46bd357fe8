/**
 * `netsh namespace show effectivepolicy` (the rules in use) and `netsh namespace show policy` (the rules received): the Name
 * Resolution Policy Table.
 *
 *     DNS Effective Name Resolution Policy Table Settings
 *
 *     Note: DirectAccess settings are inactive when this computer is inside a corporate network.
 *
 *
 *     Settings for .corp.contoso.com
 *     ----------------------------------------------------------------------
 *     DirectAccess (Certification Authority)  :
 *     DirectAccess (IPsec)                    : disabled
 *     DirectAccess (DNS Servers)              : 2002:836b:2:3333::1
 *     DirectAccess (Proxy Settings)           : Bypass proxy
 *
 * A rule without DNS servers exempts its names. An empty table prints its title (and the note) and blank lines.
 */
import { type Line, type LineText } from '../document';
import { spoken } from '../grammars/languages/spoken';
import { namespaceRules, opensNamespace, startsNamespace } from '../grammars/namespace-rules';
import { field } from '../grammars/netsh';
import { type Draft } from '../reading';
import { type Command, defineCommand, type Output } from './command';
import { wholeLines } from './whole-lines';

export const nameResolutionPolicy: Command<'netsh-nrpt'> = defineCommand({
  id: 'netsh-nrpt',
  typed: 'netsh namespace show effectivepolicy',
  shell: 'cmd',
  runOn: 'client',
  elevated: false,
  shows: 'The Name Resolution Policy Table: rules in it mean that the client knows it is outside.',
  sources: ['nameTable'],
  once: true,
  powershell: 'Get-DnsClientNrptPolicy -Effective',
  runs: (commandLine) => /^netsh(?:\.exe)?\s+namespace\s+show\s+(?:effective)?policy\b/i.test(commandLine),
  opens: (text) => isTitle(text) || opensNamespace(text),
  begins: (lines, index) => isTitle(lines[index]?.text ?? '') || beginsUntitled(lines, index),
  ends: () => false,
  named: (fileName) => /nrpt|effective-?_?policy|namespace|show-?_?policy/i.test(fileName),
  read,
});

const TITLE = /^\s*dns (?:effective )?name resolution policy table settings\s*$/i;
/** The same heading in another language: no label, and no sentence. */
const TRANSLATED_TITLE = new RegExp(`^(?=.{0,80}DNS)[^:]{0,100}(?:${spoken('nameResolution')})[^:.]{0,60}$`, 'iu');
/** Stands in the heading in every language. */
const NAMED = /DNS/iu;
const isTitle = (text: string): boolean => NAMED.test(text) && (TITLE.test(text) || TRANSLATED_TITLE.test(text.trim()));
const isNote = (text: string): boolean =>
  /DirectAccess/i.test(text) && !/\s:(?:\s|$)/.test(text) && /[.。]\s*$/.test(text);

/** A rule without a title above: a part of the table, or one in another language. */
function beginsUntitled(lines: readonly LineText[], index: number): boolean {
  if (!startsNamespace(lines, index)) return false;
  for (let above = index - 1; above >= 0 && index - above < 4000; above -= 1) {
    const text = lines[above]?.text ?? '';
    if (isTitle(text) || startsNamespace(lines, above)) return false;
  }
  return true;
}

function read(output: Output): Draft<'netsh-nrpt'> {
  const lines = wholeLines(output);
  const title = lines.findIndex(({ text }) => isTitle(text));
  const note = lines.find(({ text }) => isNote(text));
  const isCut = lines.length < output.lines.length && output.lines.at(-1)?.text.trim() !== '';
  // A cut line that has a label of its own is no more addresses of the line above it.
  const isNextField = isCut && field(output.lines.at(-1)?.text ?? '') !== null;
  const rules = namespaceRules(lines, output.closed, isNextField);
  const effective = isEffective(output, lines[title]?.text ?? '', note !== undefined);
  const whole = rules.filter((rule) => rule.whole);
  const isWholeBelowPrompt = output.closed && output.typed !== null && rules.length > 0;
  const isHeaded = (title >= 0 && (!effective || note !== undefined)) || isWholeBelowPrompt;
  const last = lines.at(-1);
  const isEmptyToTheEnd = output.closed || (last?.text.trim() === '' && last !== lines[title]);
  const complete =
    isHeaded &&
    !isCut &&
    (rules.length === 0 ? isEmptyToTheEnd && !hasMore(lines, title) : whole.length === rules.length);
  const closing = note ?? lines[title];
  return {
    data: { effective, rules: whole.map(({ rule }) => rule) },
    complete,
    proofs: {
      ...Object.fromEntries(
        whole.flatMap(({ title: heading, servers }, index) => [
          [`rules[${index}]`, heading.number] as const,
          [`rules[${index}].namespace`, heading.number] as const,
          ...(servers === null ? [] : [[`rules[${index}].dnsServers`, servers.number] as const]),
        ]),
      ),
      ...(closing === undefined ? {} : { closing: closing.number }),
    },
  };
}

/** Besides title and note an empty table has blank lines only; anything else is something that was not understood. */
function hasMore(lines: readonly Line[], title: number): boolean {
  return lines.slice(title + 1).some(({ text }) => text.trim() !== '' && !isNote(text));
}

/** The title tells, in another language the command line, else the name of the document, else the note of the effective table. */
function isEffective({ typed, document }: Output, title: string, hasNote: boolean): boolean {
  if (title !== '') return /eff?e[ck]ti[vf]/i.test(title);
  if (typed !== null) return /effectivepolicy/i.test(typed);
  if (/effective/i.test(document ?? '')) return true;
  return hasNote;
}
