/** The ladder in few lines: four groups, the one in question open. */
import { type Diagnosis, type Outcome, type TunnelOfStep, type Verdict } from '../analyzers/diagnosis/diagnosis';
import { counts, sharedLine, unseenCounts, worst } from './counts';
import { type ColumnSet, type Element } from './elements';
import { type Detail } from './fit';
import { heading, indented, signed, text, value } from './kit';
import { groupName, GROUPS, hasOneTunnel, SIGNS } from './ladder-names';
import { fixedRow, row } from './row';
import { type Words, words } from './words';

/** The heading with the position, then the groups. */
export function stepsPart(diagnosis: Diagnosis, detail: Detail): readonly Element[] {
  const open = openGroup(diagnosis);
  const oneTunnel = hasOneTunnel(diagnosis);
  return [
    heading(position(diagnosis), 'Medium'),
    ...GROUPS.flatMap((group) => {
      const steps = diagnosis.steps.filter((verdict) => verdict.tunnel === group);
      if (steps.length === 0) return [];
      const said = words`${groupName(group, oneTunnel)}: ${counts(steps)}`;
      if (group === open) return openLines(said, steps);
      return closedLines({ group, said, steps, oneTunnel, detail });
    }),
  ];
}

/** "Steps: stopped at 10 of 20", or how far they are known. */
export function position({ steps, failedStep }: Diagnosis): Words {
  const stopped = steps.findIndex(({ step }) => step === failedStep);
  if (stopped >= 0) return words`Steps: stopped at ${stopped + 1} of ${steps.length}`;
  const open = steps.findIndex(isOpen);
  if (open > 0) return words`Steps: known up to ${open} of ${steps.length}`;
  return words`Steps: ${steps.filter((verdict) => !isOpen(verdict)).length} of ${steps.length} known`;
}

/** The group with the failed step, else that of the first unknown or unreadable one; none where all is well. */
function openGroup({ steps, failedStep, outcome }: Diagnosis): TunnelOfStep | null {
  if (outcome === 'healthy') return null;
  return (steps.find(({ step }) => step === failedStep) ?? steps.find(isOpen))?.tunnel ?? null;
}

const isOpen = ({ outcome }: Verdict): boolean => outcome === 'unknown' || outcome === 'unreadable';

const openLines = (said: Words, steps: readonly Verdict[]): readonly Element[] => [
  fixedRow(SIGNS[worst(steps)], text(said, { weight: 'Bolder' })),
  indented(openGroupLines(steps)),
];

interface ClosedGroup {
  readonly group: TunnelOfStep;
  readonly said: Words;
  readonly steps: readonly Verdict[];
  readonly oneTunnel: boolean;
  readonly detail: Detail;
}

function closedLines({ group, said, steps, oneTunnel, detail }: ClosedGroup): readonly Element[] {
  const sign = SIGNS[worst(steps)];
  if (oneTunnel && group === 'intranet' && worst(steps) === 'not-applicable') {
    return [fixedRow(sign, text(words`${groupName(group, oneTunnel)}: not applicable`))];
  }
  if (!detail.openedLists) return [fixedRow(sign, text(words`${said}. The steps are in the note.`))];
  return row({
    id: group,
    said,
    sign,
    ...unseenCounts(steps),
    spacing: 'Small',
    content: [indented(closedGroupLines(steps, detail))],
  });
}

function openGroupLines(steps: readonly Verdict[]): readonly ColumnSet[] {
  return sharedByOutcome(steps).map((together) => line(together, openReasons(together)));
}

/** Steps with the same outcome share the line where the first of them stands; a failed or unreadable one has its own. */
export const sharedByOutcome = (steps: readonly Verdict[]): readonly (readonly Verdict[])[] =>
  shared(steps, ({ outcome, step }) => (speaksForItself(outcome) ? step : outcome));

/** Every step with its reason; those that say the same of several steps are joined. */
function closedGroupLines(steps: readonly Verdict[], detail: Detail): readonly ColumnSet[] {
  const key = ({ outcome, why, step }: Verdict) =>
    speaksForItself(outcome) || outcome === 'passed' ? step : `${outcome} ${why}`;
  return shared(steps, key).map((together) => {
    const silent = together[0]?.outcome === 'passed' && !detail.passedReasons;
    return line(together, silent ? [] : sameReason(together));
  });
}

function line(together: readonly Verdict[], reasons: readonly string[]): ColumnSet {
  const outcome = together[0]?.outcome ?? 'unknown';
  const failed = outcome === 'failed';
  const said = text(sharedLine(together, outcome), failed ? { weight: 'Bolder' } : {});
  const below = reasons.map((reason) => value(reason, 'None', failed ? {} : { isSubtle: true }));
  return signed(SIGNS[outcome], [said, ...below]);
}

/** In the open group passed and waiting steps need no reason; unknown ones name theirs where they have one of their own. */
export function openReasons(together: readonly Verdict[]): readonly string[] {
  const outcome = together[0]?.outcome;
  if (outcome === 'passed' || outcome === 'waiting') return [];
  const same = sameReason(together);
  if (same.length > 0) return same;
  return [...new Set(together.map(({ why }) => why).filter((why) => why !== NOBODY_SENT_IT))];
}

/** The reason that needs no saying where a whole group has it. */
export const NOBODY_SENT_IT = 'Nobody sent it yet.';

/** The reason of one step, or that of several where they share it. */
function sameReason(together: readonly Verdict[]): readonly string[] {
  const why = together[0]?.why ?? '';
  if (why === '' || together.some((verdict) => verdict.why !== why)) return [];
  return [why === NOBODY_SENT_IT && together.length > 1 ? 'Nobody sent them yet.' : why];
}

const speaksForItself = (outcome: Outcome): boolean => outcome === 'failed' || outcome === 'unreadable';

/** Groups by key, in the order in which each key comes first. */
function shared(steps: readonly Verdict[], key: (verdict: Verdict) => string): readonly (readonly Verdict[])[] {
  return [...new Set(steps.map(key))].map((wanted) => steps.filter((verdict) => key(verdict) === wanted));
}
