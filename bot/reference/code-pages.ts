/** The pages of codes, a page for each family: what every code means for a tunnel, each under an anchor of its own. */
import { type CodeMeaning, type CodeKind } from '../../analyzers/diagnosis/explanation';
import { type SourceId } from '../../analyzers/diagnosis/sources';
import { explain } from '../../analyzers/explain';
import { policyStoreCodes } from '../../analyzers/grammars/ike-code-meanings';
import { ikeErrors } from '../../analyzers/grammars/ike-code-table';
import { ipsecEvents } from '../../analyzers/grammars/ipsec-event-table';
import { parameterNumbers } from '../../analyzers/grammars/parameter-words';
import { statusCodes } from '../../analyzers/grammars/status-code-table';
import { teredoWords } from '../../analyzers/grammars/teredo-words';
import { sameMeaning } from '../../cards/explain-card';
import { code, link, list, numbered, page, said, section, sourceLines } from './markdown';
import { causePlace, fromFolder, questionPlace } from './places';

/** One code with where it stands. */
export interface CodeEntry {
  readonly place: string;
  readonly anchor: string;
  readonly meaning: CodeMeaning;
}

interface Family {
  readonly name: string;
  readonly title: string;
  readonly kind: CodeKind;
  readonly sources: readonly SourceId[];
  /** As `explain` takes them. */
  readonly codes: readonly string[];
}

const families: readonly Family[] = [
  {
    name: 'negotiation',
    title: 'Codes of a negotiation, 13800 to 13932',
    kind: 'negotiation',
    sources: ['ikeErrors', 'article'],
    codes: ikeErrors.map((error) => String(error.code)),
  },
  {
    name: 'policy-store',
    title: 'Codes of the store of IPsec rules, 13000 to 13025',
    kind: 'negotiation',
    sources: ['ikeErrors'],
    codes: policyStoreCodes.map((one) => String(one.code)),
  },
  {
    name: 'status',
    title: 'Codes of names, logons, certificates and IP-HTTPS',
    kind: 'status',
    sources: ['systemErrors', 'comErrors', 'ipHttps'],
    codes: statusCodes.map((one) => (one.code > 0xffff ? `0x${one.code.toString(16)}` : String(one.code))),
  },
  {
    name: 'events',
    title: 'IPsec events',
    kind: 'event',
    sources: ['audit', 'messages'],
    codes: ipsecEvents.flatMap(({ ids }) => ids.map(String)),
  },
  {
    name: 'parameters',
    title: 'Parameters inside IPsec events',
    kind: 'parameter',
    sources: ['messages'],
    codes: parameterNumbers.map((number) => `%%${number}`),
  },
  {
    name: 'teredo',
    title: 'Words of Teredo',
    kind: 'teredo',
    sources: ['messages', 'commandReference'],
    codes: teredoWords.flatMap(({ words }) => words),
  },
];

const placeOf = ({ name }: Family): string => `codes/${name}.md`;

/** `%%8205` cannot be an anchor; every other sign of a code can, or becomes a dash. */
const anchorOf = ({ code: written }: CodeMeaning): string =>
  written
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function entriesOf(family: Family): readonly CodeEntry[] {
  const place = placeOf(family);
  return family.codes.flatMap((given) => {
    const meaning = explain(given).meanings.find(({ kind }) => kind === family.kind);
    if (meaning === undefined) return [];
    const anchor = anchorOf(meaning);
    return [{ place: `${place}#${anchor}`, anchor, meaning }];
  });
}

/** Every code that the product knows. */
export const codeEntries: readonly CodeEntry[] = families.flatMap(entriesOf);

export const codeFamilies = families.map((family) => ({
  place: placeOf(family),
  title: family.title,
  count: family.codes.length,
}));

export function codePages(): readonly (readonly [place: string, text: string])[] {
  return families.map((family) => {
    const groups = sameMeaning(entriesOf(family).map(({ meaning }) => meaning));
    return [
      placeOf(family),
      page(family.title, [
        ...groups.flatMap((group) => groupLines(group)),
        ...section('Sources', list(sourceLines(family.sources))),
      ]),
    ];
  });
}

function groupLines(group: readonly [CodeMeaning, ...CodeMeaning[]]): readonly string[] {
  const [{ meaning, causes, remedy, next }] = group;
  return [
    ...group.flatMap((one) => [`<a id="${anchorOf(one)}"></a>`, '', codeLine(one), '']),
    said(meaning),
    '',
    ...(causes.length === 0
      ? []
      : [`Causes: ${causes.map(({ id }) => link(id, fromFolder(causePlace(id)))).join(', ')}.`, '']),
    ...(remedy.length === 0 ? [] : [...numbered(remedy.map(said)), '']),
    ...(next === null ? [] : [`Next: ${link(next.id, fromFolder(questionPlace(next.id)))}.`, '']),
  ];
}

function codeLine({ code: written, alsoWritten, name, text }: CodeMeaning): string {
  const numbers = [written, alsoWritten].filter((part) => part !== null).map(code);
  return `**${numbers.join(' · ')}**${name === null ? '' : ` ${code(name)}`}${text === null ? '' : `: “${said(text)}”`}`;
}
