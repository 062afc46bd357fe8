/** What the cases came to: how many, the steps that failed, the causes that were true, the commands until the cause. No names. */
import { type StepId } from '../analyzers/diagnosis/diagnosis';
import { buttons } from './buttons';
import { type CardContext } from './card-context';
import { type AdaptiveCard, type Element } from './elements';
import { card, heading, text, title, value } from './kit';
import { STEP_NAMES } from './ladder-names';
import { counted, type Words, words } from './words';

/** How often something was so. */
export interface CountedStep {
  readonly step: StepId;
  readonly count: number;
}

export interface CountedCause {
  /** In words. */
  readonly cause: string;
  readonly count: number;
}

export interface Figures {
  readonly cases: number;
  /** The most frequent first. */
  readonly failedSteps: readonly CountedStep[];
  readonly trueCauses: readonly CountedCause[];
  /** The median of the commands that had been read when a cause was confirmed; null where none was. */
  readonly commandsToCause: number | null;
  /** The newest last, the first one of them with a case. `week` in words: "the week of 16 November". */
  readonly weeks: readonly { readonly week: string; readonly cases: number }[];
  /** For how many days a case is kept after its last activity: older ones are not in these figures. */
  readonly days: number;
}

const MAX_ROWS = 5;

export function figuresCard(figures: Figures, context: CardContext): AdaptiveCard {
  const { cases, failedSteps, trueCauses, commandsToCause, weeks, days } = figures;
  const said = counted(cases, words`case`, words`cases`);
  const window = words`Of those that you can see here and that were active within ${days} days.`;
  if (cases === 0) {
    return card('No cases yet. Send me an output and I open one.', [
      title(words`No cases yet`),
      text(words`Send me an output and I open one.`, { spacing: 'Small' }),
      ...buttons(['paste'], [], context),
    ]);
  }
  return card(`${said}. ${window}`, [
    title(said),
    text(window, { size: 'Small', isSubtle: true, spacing: 'Small' }),
    ...list(
      words`Steps that failed`,
      failedSteps.map(({ step, count }) => `${stepName(step)}: ${count}`),
    ),
    ...list(
      words`Causes that were true`,
      trueCauses.map(({ cause, count }) => `${cause}: ${count}`),
    ),
    heading(words`Commands until the cause`, 'Medium'),
    text(
      commandsToCause === null
        ? words`No cause was confirmed so far.`
        : words`${counted(commandsToCause, words`command`, words`commands`)}, the median of the cases in which a cause was confirmed.`,
      { spacing: 'Small' },
    ),
    ...list(
      words`By week`,
      weeks.slice(-MAX_ROWS).map((one) => `${one.week}: ${counted(one.cases, words`case`, words`cases`)}`),
    ),
  ]);
}

function list(said: Words, rows: readonly string[]): readonly Element[] {
  const below = rows.length === 0 ? [text(words`None so far.`, { spacing: 'Small' })] : [];
  return [heading(said, 'Medium'), ...below, ...rows.slice(0, MAX_ROWS).map((row) => value(row, 'Small'))];
}

/** Both tunnels have steps of the same name. */
function stepName(step: StepId): string {
  if (step.startsWith('infra.')) return `Infrastructure tunnel, ${STEP_NAMES[step].toLowerCase()}`;
  return step.startsWith('intranet.') ? `Intranet tunnel, ${STEP_NAMES[step].toLowerCase()}` : STEP_NAMES[step];
}
