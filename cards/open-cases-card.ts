/** The open cases of a person or a team, the oldest first; each row opens its case. */
import { type Diagnosis, type NextCommand } from '../analyzers/diagnosis/diagnosis';
import { buttons, execute } from './buttons';
import { type CardContext } from './card-context';
import { type AdaptiveCard, type Container, type Element, type RichTextBlock } from './elements';
import { headline } from './headline';
import { aside, card, run, text, title, value } from './kit';
import { distinctNames, SIGNS } from './ladder-names';
import { pressedRow } from './pressed-row';
import { counted, listed, type Words, words } from './words';

/** As many as a phone shows at once. */
export const CASES_ON_A_CARD = 5;

export interface OpenCase {
  readonly caseId: string;
  /** null where nothing was read so far. */
  readonly diagnosis: Diagnosis | null;
  /** The command that is waited for. */
  readonly awaited: NextCommand | null;
  /** Who and since when: "Alex Wilber · asked today at 11:40". */
  readonly about: string;
  /** False where this release cannot read it; the others are shown all the same. */
  readonly readable: boolean;
}

export interface OpenCases {
  /** Those of this card, at most five. */
  readonly shown: readonly OpenCase[];
  /** How many there are, and how many of them wait for an output. */
  readonly all: number;
  readonly waiting: number;
  /** How many stand before the first that is shown. */
  readonly before: number;
}

export function openCasesCard({ shown, all, waiting, before }: OpenCases, context: CardContext): AdaptiveCard {
  if (all === 0) return noCasesCard(context);
  const said = counted(all, words`open case`, words`open cases`);
  return card(`${said}. The oldest: ${shown[0] === undefined ? 'none' : aloud(shown[0])}`, [
    title(said),
    text(waitingLine(waiting), { size: 'Small', isSubtle: true, spacing: 'Small' }),
    ...shown.map(caseRow),
    ...listButtons(all, before + shown.length, context),
  ]);
}

function noCasesCard(context: CardContext): AdaptiveCard {
  const said = words`No open cases`;
  return card(`${said}. Send me an output and I open one.`, [
    title(said),
    text(words`Send me an output and I open one.`, { spacing: 'Small' }),
    ...buttons(['new-case'], [], context),
  ]);
}

const waitingLine = (waiting: number): Words =>
  waiting === 0
    ? words`None of them waits for an output.`
    : words`${counted(waiting, words`waits`, words`wait`)} for an output. The oldest comes first.`;

/** Every row has the room of two fingers below it, since all of it is pressed. */
const caseRow = (open: OpenCase): Container => ({
  ...pressedRow({
    sign: open.diagnosis === null ? SIGNS.unknown : headline(open.diagnosis).sign,
    lines: rowLines(open),
    word: words`Open`,
    verb: 'open',
    data: { case: open.caseId },
  }),
  spacing: 'Medium',
});

const rowLines = (open: OpenCase): readonly RichTextBlock[] => [
  value([run(nameOf(open), { weight: 'Bolder' })]),
  value(stateOf(open), 'None'),
  aside(open.about),
];

const aloud = (open: OpenCase): string => `${nameOf(open)}. ${stateOf(open)} ${open.about}`;

const nameOf = ({ caseId, diagnosis }: OpenCase): string =>
  diagnosis?.computer == null ? `Case ${caseId}` : `${diagnosis.computer} · ${caseId}`;

/** A failure by its title; else what is waited for. */
function stateOf({ diagnosis, awaited, readable }: OpenCase): string {
  if (!readable) return 'This case was kept by another release and cannot be read by this one.';
  const found = diagnosis === null || diagnosis.outcome === 'inconclusive' ? '' : `${headline(diagnosis).title}.`;
  const waits = awaited === null ? '' : `Waits for ${wanted(awaited)}.`;
  const said = [found, waits].filter((part) => part !== '').join(' ');
  return said === '' ? 'Nothing was read so far.' : said;
}

const wanted = ({ decides }: NextCommand): string =>
  decides.length === 0 ? 'one output' : `an output: ${listed(distinctNames(decides).slice(0, MAX_NAMED))}`;
const MAX_NAMED = 3;

function listButtons(all: number, until: number, context: CardContext): readonly Element[] {
  const rest = all - until;
  if (rest <= 0) return buttons(['new-case'], [], context);
  const more = execute('more', context, { title: words`Show ${rest} more`, data: { from: until } });
  return [{ type: 'ActionSet', actions: [more, execute('new-case', context)], spacing: 'Medium' }];
}
