/** All the proof of a case: every line behind a verdict or a cause, under the step that it decided. */
import { type Diagnosis, type Quote } from '../analyzers/diagnosis/diagnosis';
import { type CardContext } from './card-context';
import { type AdaptiveCard, type Element } from './elements';
import { cardBytes, cardElements, MAX_CARD_BYTES, MAX_CARD_ELEMENTS } from './fit';
import { card, heading, quoted, text, title, value } from './kit';
import { fullName, hasOneTunnel, OUTCOME_WORDS } from './ladder-names';
import { proofLines } from './proof-part';
import { counted, words } from './words';

/** More lines of one step than these stand in the note. */
const MAX_LINES_OF_STEP = 12;

interface Proven {
  readonly head: Element;
  readonly why: string;
  readonly lines: readonly Quote[];
}

/** As much as Teams takes, in ladder order; what does not fit is counted. */
export function proofCard(diagnosis: Diagnosis, { caseId }: CardContext): AdaptiveCard {
  const all = provenParts(diagnosis);
  for (let shown = all.length; shown > 0; shown -= 1) {
    const made = proofOf(diagnosis, all.slice(0, shown), all.length - shown, caseId);
    if (cardBytes(made) <= MAX_CARD_BYTES && cardElements(made) <= MAX_CARD_ELEMENTS) return made;
  }
  return proofOf(diagnosis, [], all.length, caseId);
}

function provenParts(diagnosis: Diagnosis): readonly Proven[] {
  const one = hasOneTunnel(diagnosis);
  const steps = diagnosis.steps
    .filter(({ proof }) => proof.length > 0)
    .map(({ step, outcome, why, proof }) => ({
      head: heading(words`${fullName(step, one)}: ${OUTCOME_WORDS[outcome]}`, 'Medium'),
      why,
      lines: proof,
    }));
  const causes = diagnosis.causes
    .filter(({ proof }) => proof.length > 0)
    .map(({ title: why, proof }) => ({ head: heading(words`Cause`, 'Medium'), why, lines: proof }));
  return [...steps, ...causes];
}

function proofOf(diagnosis: Diagnosis, parts: readonly Proven[], left: number, caseId: string): AdaptiveCard {
  const count = proofLines(diagnosis).length;
  const said = words`Proof: ${counted(count, words`line`, words`lines`)}`;
  return card(`${said} of case ${caseId}.`, [
    title(said),
    value(`Why I say what I say in case ${caseId}, step by step.`, 'Small'),
    ...parts.flatMap(({ head, why, lines }) => [
      head,
      ...(why === '' ? [] : [value(why, 'None')]),
      ...lines.slice(0, MAX_LINES_OF_STEP).map((quote) => quoted(quote)),
      ...rest(lines.length - MAX_LINES_OF_STEP),
    ]),
    ...rest(left),
  ]);
}

const rest = (count: number): readonly Element[] =>
  count <= 0
    ? []
    : [text(counted(count, words`more is in the note`, words`more are in the note`), { spacing: 'Small' })];
