/** The ladder on a card of its own: as it stands in a case, or as a table of contents. */
import { type Diagnosis, type NextCommand, type StepId, type TunnelOfStep } from '../analyzers/diagnosis/diagnosis';
import { buttons } from './buttons';
import { type CardContext } from './card-context';
import { type AdaptiveCard, type ColumnSet, type Element } from './elements';
import { type Detail, fit } from './fit';
import { headline } from './headline';
import { card, indented, signed, text, title, value } from './kit';
import { groupName, GROUPS, STEP_NAMES } from './ladder-names';
import { fixedRow, row } from './row';
import { stepsPart } from './steps-part';
import { counted, words } from './words';

/** One rung as the analyzers describe it. */
export interface Rung {
  readonly step: StepId;
  readonly tunnel: TunnelOfStep;
  readonly title: string;
  readonly passes: string;
  readonly evidence: readonly string[];
  readonly next: NextCommand;
}

/** The steps of the case as they stand. */
export function stepsCard(diagnosis: Diagnosis, context: CardContext): AdaptiveCard {
  const { title: said, sentence } = headline(diagnosis);
  return fit((detail) =>
    card(`${said}. ${sentence}`, [
      title(said),
      value(sentence, 'Small'),
      ...stepsPart(diagnosis, detail),
      ...buttons(['note', 'new-case'], [], context),
    ]),
  );
}

/** Every step with what it passes on and the command that shows it, for a case that has nothing yet. */
export function ladderCard(ladder: readonly Rung[], context: CardContext): AdaptiveCard {
  return fit((detail) =>
    card('These are the steps that I check, in their order.', [
      title(words`The ${ladder.length} steps, in order`),
      text(words`The first step that fails is the one to repair. Open a group to see what each step needs.`, {
        spacing: 'Small',
      }),
      ...GROUPS.flatMap((group) => groupRow(group, ladder, detail)),
      ...buttons(['paste', 'sample'], [], context),
    ]),
  );
}

function groupRow(group: TunnelOfStep, ladder: readonly Rung[], detail: Detail): readonly Element[] {
  const first = ladder.findIndex(({ tunnel }) => tunnel === group);
  const rungs = ladder.filter(({ tunnel }) => tunnel === group);
  const said = words`${groupName(group, false)}: ${counted(rungs.length, words`step`, words`steps`)}`;
  const number = words`${first + 1}`;
  if (!detail.openedLists) return [fixedRow(number, text(said))];
  return row({
    id: group,
    said,
    sign: number,
    spacing: 'Small',
    content: [indented(rungs.map((rung, index) => rungLine(rung, first + index + 1)))],
  });
}

const rungLine = ({ step, passes, next }: Rung, number: number): ColumnSet =>
  signed(words`${number}`, [
    text(STEP_NAMES[step], { weight: 'Bolder' }),
    value(passes, 'None'),
    value(next.command, 'None', { fontType: 'Monospace', size: 'Small' }),
  ]);
