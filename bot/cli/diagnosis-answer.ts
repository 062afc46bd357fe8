/** The answer of `tunnel-triage analyze`: a diagnosis in the form that was wished for, and the exit status that follows from it. */
import { type Diagnosis } from '../../analyzers/index';
import { type AnalyzeSettings } from './analyze-settings';
import { cardOf, cardView, type CardWish } from './card-view';
import { proofView } from './proof-view';
import { type Terminal } from '../terminal/terminal';
import { textView } from '../terminal/text-view';
import { type Answer, answer } from './usage';

export function diagnosisAnswer(
  settings: AnalyzeSettings,
  diagnosis: Diagnosis,
  wish: CardWish,
  complaints: readonly string[],
  terminal: Terminal,
): Answer {
  const output = view(settings, diagnosis, wish, terminal);
  return answer(output, complaints, wish.isUnreadable ? 3 : status(settings, diagnosis));
}

/** What the caller wishes to see of the diagnosis. */
function view(
  { json, card, proof }: AnalyzeSettings,
  diagnosis: Diagnosis,
  wish: CardWish,
  terminal: Terminal,
): string {
  const shown = card ? cardOf(diagnosis, wish) : diagnosis;
  if (json) return `${JSON.stringify(shown, null, 2)}\n`;
  if ('body' in shown) return cardView(shown, proof, terminal);
  const text = textView(diagnosis, terminal);
  return proof ? `${text}\n${proofView(diagnosis, terminal)}` : text;
}

const status = ({ failOn }: AnalyzeSettings, diagnosis: Diagnosis): 0 | 1 =>
  failOn.some((outcome) => isThere(outcome, diagnosis)) ? 1 : 0;

/** Auditing that is off is shown as failed but breaks no tunnel, so it does not count as a failure here either. */
const isThere = (outcome: string, diagnosis: Diagnosis): boolean =>
  diagnosis.outcome === outcome ||
  diagnosis.steps.some(
    (verdict) => verdict.outcome === outcome && !(outcome === 'failed' && verdict.step === 'security.audit'),
  );
