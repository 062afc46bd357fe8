/** Every line of proof for a terminal, step by step in ladder order, then cause by cause. */
import { type Diagnosis, type Quote, type Verdict } from '../../analyzers/index';
import { groupName, GROUPS, hasOneTunnel, inSentence, OUTCOME_WORDS } from '../../cards/ladder-names';
import { shown } from '../../cards/outside-text';
import { wrapped } from '../../cards/plain-text';
import { type Drawing, quoteLine } from '../terminal/drawing';
import { outcomeSign } from '../terminal/ladder-lines';
import { painter, type Terminal } from '../terminal/terminal';

export function proofView(diagnosis: Diagnosis, terminal: Terminal): string {
  const drawing = { columns: terminal.columns, paint: painter(terminal) };
  const { steps, causes } = diagnosis;
  const one = hasOneTunnel(diagnosis);
  const parts = [
    ...together(steps).map((alike) => {
      const [{ outcome, why, proof }] = alike;
      const names = namesOf(alike, one);
      const [first = '', ...more] = wrapped(`${names}: ${OUTCOME_WORDS[outcome]}`, drawing.columns, '  ');
      return [
        `${outcomeSign(outcome, drawing)} ${drawing.paint(first.trimStart(), 'bold')}`,
        ...more.map((line) => drawing.paint(line, 'bold')),
        ...wrapped(shown(why), drawing.columns, '  '),
        ...lines(proof, drawing),
      ];
    }),
    ...causes
      .filter(({ proof }) => proof.length > 0)
      .map(({ title, confidence, proof }) => [
        ...wrapped(`${shown(title)} (${confidence})`, drawing.columns, '').map((line) => drawing.paint(line, 'bold')),
        ...lines(proof, drawing),
      ]),
  ];
  const said = parts.length === 0 ? [['  No line was read that shows a step.']] : parts;
  return `${drawing.paint('Proof', 'bold')}\n${said.map((part) => part.join('\n')).join('\n')}\n`;
}

type Alike = readonly [Verdict, ...Verdict[]];

/** One SA may imply ten steps: those that rest on the very same lines are shown with them once, where the first of them stands. */
function together(steps: readonly Verdict[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  for (const step of steps.filter(({ proof }) => proof.length > 0)) {
    const key = JSON.stringify([step.outcome, step.why, step.proof]);
    groups.set(key, [...(groups.get(key) ?? []), step] as unknown as Alike); // with `step` it is never empty
  }
  return [...groups.values()];
}

/** "Infrastructure tunnel, rules received, rules active": each group by its name, and its steps behind it. */
function namesOf(steps: Alike, one: boolean): string {
  return GROUPS.flatMap((group) => {
    const names = steps.filter(({ tunnel }) => tunnel === group).map(({ step }) => inSentence(step));
    return names.length === 0 ? [] : [[groupName(group, one), ...names].join(', ')];
  }).join('; ');
}

const lines = (proof: readonly Quote[], { paint }: Drawing): readonly string[] =>
  proof.map((quote) => paint(`    ${quoteLine(quote)}`, 'faint'));
