/** What changed since the last upload, one line for each step that is another now, and the others behind one row. */
import { type ChangeKind, type Comparison, type Standing, type StepChange } from '../analyzers/diagnosis/compare';
import { type Diagnosis, type Verdict } from '../analyzers/diagnosis/diagnosis';
import { dateAndTime } from './dates';
import { type ColumnSet, type Element } from './elements';
import { type Detail } from './fit';
import { aside, heading, indented, signed, text, value } from './kit';
import { CONFIDENCE_WORDS } from './headline';
import { fullName, fullNameInSentence, hasOneTunnel, OUTCOME_WORDS, OUTCOMES, SIGNS } from './ladder-names';
import { row } from './row';
import { counted, joined, small, words } from './words';

export function changesPart(
  diagnosis: Diagnosis,
  before: Standing,
  comparison: Comparison,
  detail: Detail,
): readonly Element[] {
  const { changes, unchanged, causeChanged, nextChanged } = comparison;
  const since = before.at === null ? [] : [aside(`Since ${dateAndTime(before.at)}`)];
  if (!hasChanged(comparison)) {
    return [heading(nextChanged ? NO_STEP : NOTHING, 'Medium'), ...since];
  }
  const one = hasOneTunnel(diagnosis);
  return [
    heading(words`What changed`, 'Medium'),
    ...since,
    ...together(changes).map((alike) => changeLine(alike, one, detail)),
    ...(causeChanged ? causeLines(before, diagnosis) : []),
    ...unchangedRow(unchanged, one, detail),
  ];
}

/** Whether there is more to say than that nothing changed. */
export const hasChanged = ({ changes, causeChanged }: Comparison): boolean => changes.length > 0 || causeChanged;

const NOTHING = words`Nothing changed: all steps are as they were`;
const NO_STEP = words`Nothing changed in the steps: another command is asked for`;

/** Steps that went the same way share a line; a failure, a repair and an unreadable output each have their own. */
function together(changes: readonly StepChange[]): readonly (readonly StepChange[])[] {
  const key = ({ kind, before, now }: StepChange): string =>
    OWN_LINE.has(kind) ? now.step : `${kind} ${before} ${now.outcome}`;
  return [...new Set(changes.map(key))].map((wanted) => changes.filter((change) => key(change) === wanted));
}

const OWN_LINE: ReadonlySet<ChangeKind> = new Set(['failed', 'repaired', 'unreadable']);

/** "Certificate: failed, now passed", and below it why. */
function changeLine(alike: readonly StepChange[], one: boolean, detail: Detail): ColumnSet {
  const [first] = alike;
  if (first === undefined) return indented([]);
  const { kind, before, now } = first;
  const names = alike.map(({ now: { step } }, index) =>
    index === 0 ? fullName(step, one) : fullNameInSentence(step, one),
  );
  const failed = kind === 'failed';
  const said = text(words`${joined(names)}: ${OUTCOME_WORDS[before]}, now ${OUTCOME_WORDS[now.outcome]}`, {
    ...(failed ? { weight: 'Bolder' } : {}),
  });
  const silent = now.outcome === 'passed' && !detail.passedReasons;
  const reasons = silent ? [] : reasonsOf(kind, alike);
  return signed(SIGNS[now.outcome], [
    said,
    ...reasons.map((reason) => value(reason, 'None', failed ? {} : { isSubtle: true })),
  ]);
}

function reasonsOf(kind: ChangeKind, alike: readonly StepChange[]): readonly string[] {
  const [first, ...more] = alike;
  if (kind === 'lost') {
    return [`The new upload does not show ${more.length === 0 ? 'it' : 'them'}. This is no repair and no failure.`];
  }
  if (kind === 'other' || first === undefined || more.length > 0 || first.now.why === '') return [];
  return [first.now.why];
}

/** The cause stands in the title; here only how it came to be that. Where the tunnels are up, no cause is left to speak of. */
function causeLines(before: Standing, { outcome, causes: [cause] }: Diagnosis): readonly Element[] {
  if (outcome === 'healthy') return [];
  const was = before.cause;
  const isNow =
    cause === undefined ? words`none is named now` : words`now ${small(CONFIDENCE_WORDS[cause.confidence])}`;
  if (was === null) return [causeLine([text(words`Cause: not known, ${isNow}`)])];
  const same = was.id === cause?.id;
  const said = same ? small(CONFIDENCE_WORDS[was.confidence]) : words`another one`;
  const below = same ? [] : [value(`Before: ${was.title}`, 'None', { isSubtle: true })];
  return [causeLine([text(words`Cause: ${said}, ${isNow}`), ...below])];
}

/** It has no sign, since it is no step, and stands where the text of the steps stands. */
const causeLine = (items: readonly Element[]): ColumnSet => ({ ...indented(items), spacing: 'Small' });

function unchangedRow(unchanged: readonly Verdict[], one: boolean, detail: Detail): readonly Element[] {
  if (unchanged.length === 0) return [];
  const said = words`Not changed: ${counted(unchanged.length, words`step`, words`steps`)}`;
  if (!detail.openedLists) return [text(words`${said}. They are in the note.`, { spacing: 'Medium' })];
  const content = OUTCOMES.flatMap((outcome) => {
    const steps = unchanged.filter((verdict) => verdict.outcome === outcome).map(({ step }) => step);
    const names = steps.map((step, index) => (index === 0 ? fullName(step, one) : fullNameInSentence(step, one)));
    return names.length === 0
      ? []
      : [signed(SIGNS[outcome], [text(words`${joined(names)}: ${OUTCOME_WORDS[outcome]}`)])];
  });
  return row({ id: 'unchanged', said, spacing: 'Medium', content });
}
