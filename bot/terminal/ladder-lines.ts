/** The ladder of a diagnosis for a terminal: groups as on the card; what is not all of one outcome is open. */
import { type Diagnosis, type Outcome, type Verdict } from '../../analyzers/index';
import { counts, sharedLine, worst } from '../../cards/counts';
import { groupName, GROUPS, hasOneTunnel, SIGNS } from '../../cards/ladder-names';
import { shown } from '../../cards/outside-text';
import { wrapped } from '../../cards/plain-text';
import { NOBODY_SENT_IT, openReasons, sharedByOutcome } from '../../cards/steps-part';
import { type Colour } from './terminal';
import { type Drawing, quoteLine } from './drawing';

/** How many lines of proof stand under a failed or unreadable step. */
export const MAX_PROOF_LINES = 3;

export function ladderLines(diagnosis: Diagnosis, drawing: Drawing): readonly string[] {
  const one = hasOneTunnel(diagnosis);
  return GROUPS.flatMap((group) => {
    const steps = diagnosis.steps.filter(({ tunnel }) => tunnel === group);
    const outcome = worst(steps);
    const [first = '', ...more] = wrapped(`${groupName(group, one)}: ${counts(steps)}`, drawing.columns, '  ');
    const lines = [first.trimStart(), ...more].map((line) => drawing.paint(line, 'bold'));
    const head = [`${outcomeSign(outcome, drawing)} ${lines.join('\n')}`];
    if (isPlain(outcome, steps)) return head;
    return [...head, ...sharedByOutcome(steps).flatMap((together) => stepLines(together, drawing))];
  });
}

/** Nothing is to be said of a group that passed, waits or does not apply as a whole, or of which nobody sent anything. */
const isPlain = (outcome: Outcome, steps: readonly Verdict[]): boolean =>
  outcome !== 'failed' &&
  outcome !== 'unreadable' &&
  steps.every((verdict) => verdict.outcome === outcome && (outcome !== 'unknown' || verdict.why === NOBODY_SENT_IT));

function stepLines(together: readonly Verdict[], drawing: Drawing): readonly string[] {
  const outcome = worst(together);
  const proof = outcome === 'failed' || outcome === 'unreadable' ? together.flatMap((verdict) => verdict.proof) : [];
  const [first = '', ...more] = wrapped(sharedLine(together, outcome), drawing.columns, '    ');
  return [
    `  ${outcomeSign(outcome, drawing)} ${first.trimStart()}`,
    ...more,
    ...openReasons(together).flatMap((reason) => wrapped(shown(reason), drawing.columns, '    ')),
    ...proof.slice(0, MAX_PROOF_LINES).map((quote) => drawing.paint(`    ${quoteLine(quote)}`, 'faint')),
  ];
}

const COLOURS: Readonly<Record<Outcome, Colour>> = {
  passed: 'green',
  failed: 'red',
  unknown: 'yellow',
  unreadable: 'yellow',
  waiting: 'faint',
  'not-applicable': 'faint',
};

export const outcomeSign = (outcome: Outcome, { paint }: Drawing): string =>
  paint(SIGNS[outcome], COLOURS[outcome], 'bold');
