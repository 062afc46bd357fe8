/** The middle of a healthy card: the tunnels with the SAs that prove them, what to do if something still fails, the steps in one row. */
import { type Diagnosis, type StepId, type Verdict } from '../analyzers/diagnosis/diagnosis';
import { counts, sharedLine, unseenCounts } from './counts';
import { type ColumnSet, type Element } from './elements';
import { type Detail } from './fit';
import { aside, block, heading, signed, text, value } from './kit';
import { groupName, GROUPS, hasOneTunnel, OUTCOMES, SIGNS } from './ladder-names';
import { fixedRow, row } from './row';
import { type Words, words } from './words';

/** Each tunnel is up: the sentence of its main mode SA, and below it that of its quick mode SA. */
export function tunnelsPart(diagnosis: Diagnosis): readonly Element[] {
  const one = hasOneTunnel(diagnosis);
  const infrastructure = tunnelUp(diagnosis, 'infrastructure', ['infra.main-mode', 'infra.quick-mode']);
  return one
    ? [infrastructure]
    : [infrastructure, tunnelUp(diagnosis, 'intranet', ['intranet.main-mode', 'intranet.quick-mode'])];
}

function tunnelUp(
  diagnosis: Diagnosis,
  tunnel: 'infrastructure' | 'intranet',
  [main, quick]: readonly [StepId, StepId],
): Element {
  const why = (step: StepId) => diagnosis.steps.find((verdict) => verdict.step === step)?.why ?? '';
  const said = words`${groupName(tunnel, hasOneTunnel(diagnosis))}: up`;
  return {
    type: 'Container',
    items: [heading(said), value(why(main), 'None'), aside(why(quick))],
    spacing: 'Medium',
  };
}

export const applicationPart = (diagnosis: Diagnosis): Element =>
  block([heading(APPLICATION_FAILS), text(elsewhere(diagnosis), { spacing: 'Small' })]);

export const APPLICATION_FAILS = words`If an application still fails`;

/** Where to look when the tunnels are up. */
export const elsewhere = (diagnosis: Diagnosis): Words =>
  words`${hasOneTunnel(diagnosis) ? words`The tunnel is` : words`The tunnels are`} not the cause. Check that the name of its server resolves, and that the server answers over IPv6.`;

/** One row for all steps; opened, the passed ones counted by group, the others by name with their reasons. */
export function allStepsPart(diagnosis: Diagnosis, detail: Detail): readonly Element[] {
  const said = words`Steps: ${counts(diagnosis.steps)}`;
  const passed = diagnosis.steps.filter(({ outcome }) => outcome === 'passed').length;
  const summary =
    passed === diagnosis.steps.length ? said : words`Steps: ${passed} passed, ${counts(others(diagnosis))}`;
  if (!detail.openedLists) return [fixedRow(SIGNS.passed, text(words`${summary}. They are in the note.`))];
  return row({
    id: 'steps',
    said: summary,
    ...unseenCounts(diagnosis.steps),
    spacing: 'Medium',
    content: [...passedLines(diagnosis), ...otherLines(diagnosis)],
  });
}

const others = ({ steps }: Diagnosis): readonly Verdict[] => steps.filter(({ outcome }) => outcome !== 'passed');

function passedLines(diagnosis: Diagnosis): readonly ColumnSet[] {
  const one = hasOneTunnel(diagnosis);
  return GROUPS.flatMap((group) => {
    const count = diagnosis.steps.filter(({ tunnel, outcome }) => tunnel === group && outcome === 'passed').length;
    if (count === 0) return [];
    return [signed(SIGNS.passed, [text(words`${groupName(group, one)}: ${count} passed`)])];
  });
}

/** Unknown steps do not matter while the tunnels are up, which is said; the others name their reasons. */
function otherLines(diagnosis: Diagnosis): readonly ColumnSet[] {
  return OUTCOMES.filter((outcome) => outcome !== 'passed').flatMap((outcome) => {
    const steps = diagnosis.steps.filter((verdict) => verdict.outcome === outcome);
    if (steps.length === 0) return [];
    const reasons = outcome === 'unknown' ? [DO_NOT_MATTER] : [...new Set(steps.map(({ why }) => why))];
    const below = reasons.map((why) => value(why, 'None', { isSubtle: true }));
    return [signed(SIGNS[outcome], [text(sharedLine(steps, outcome)), ...below])];
  });
}

const DO_NOT_MATTER = 'Nobody sent what would show them. They do not matter while the tunnels are up.';
