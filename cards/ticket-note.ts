/** The note for a ticket system that draws nothing: plain text, 72 columns, the words and signs of the card. */
import { type Cause, type Diagnosis, type Outcome, type Quote, type Verdict } from '../analyzers/diagnosis/diagnosis';
import { dateAndTime } from './dates';
import { notUnderstood } from './doubts-part';
import { asClause, CONFIDENCE_WORDS, headline } from './headline';
import { groupName, GROUPS, hasOneTunnel, inSentence, SIGNS } from './ladder-names';
import { machineName, shellName } from './next-command-part';
import { shown } from './outside-text';
import { wrapped } from './plain-text';
import { proofLines } from './proof-part';
import { remediesOf } from './remedies-part';
import { confirmingLine } from './title-part';
import { small } from './words';

/** The width of the note. */
export const NOTE_COLUMNS = 72;
/** More lines of proof than these are counted. */
export const MAX_NOTE_PROOF = 40;
/** More assumptions, or parts not understood, than these are counted. */
export const MAX_NOTE_DOUBTS = 40;

/** What the last line says beside the number of files. */
export interface NoteContext {
  readonly caseId?: string;
  readonly at?: string;
}

export function ticketNote(diagnosis: Diagnosis, context: NoteContext = {}): string {
  return [
    ...titleLines(diagnosis),
    ...causeLines(diagnosis.causes[0] ?? null),
    ...toDoLines(diagnosis),
    'Steps',
    ...OUTCOME_ORDER.flatMap((outcome) => stepLines(diagnosis, outcome)),
    ...listLines('Proof: ', proofLines(diagnosis).map(proofSaid), MAX_NOTE_PROOF),
    ...listLines(
      'Assumed: ',
      diagnosis.assumptions.map(({ text }) => text),
      MAX_NOTE_DOUBTS,
    ),
    ...listLines(
      'Not understood: ',
      notUnderstood(diagnosis.uploads).map(({ upload, message }) => `${upload} (${message.replace(/\.$/, '')})`),
      MAX_NOTE_DOUBTS,
    ),
    ...lines('', footer(diagnosis, context)),
  ].join('\n');
}

const OUTCOME_ORDER = ['passed', 'failed', 'unreadable', 'waiting', 'unknown', 'not-applicable'] as const;

function titleLines(diagnosis: Diagnosis): readonly string[] {
  const { title, sentence } = headline(diagnosis);
  const index = diagnosis.steps.findIndex(({ step }) => step === diagnosis.failedStep);
  const place = index < 0 ? '' : ` (step ${index + 1} of ${diagnosis.steps.length})`;
  const product = 'DirectAccess';
  const first = title.startsWith(product)
    ? lines('', `${title}${place}`)
    : lines(`${product}: `, `${small(title)}${place}`);
  return diagnosis.causes.length > 0 ? first : [...first, ...lines('', sentence)];
}

function causeLines(cause: Cause | null): readonly string[] {
  if (cause === null) return [];
  const proof = confirmingLine(cause);
  const quote = proof === null ? [] : [`  ${place(proof)}  ${shown(proof.text).trim()}`];
  return [...lines('', `Cause (${small(CONFIDENCE_WORDS[cause.confidence])}): ${asClause(cause.title)}`), ...quote];
}

/** The command stands on a line of its own, unbroken, so that it can be copied. */
function toDoLines(diagnosis: Diagnosis): readonly string[] {
  const { next, computer } = diagnosis;
  const check = next ?? diagnosis.then[0] ?? null;
  const remedies = next === null ? remediesOf(diagnosis) : [];
  const place =
    check === null
      ? []
      : [
          `run on ${machineName(check.runOn, computer)} (${shellName(check.shell)}, ${check.elevated ? 'as administrator' : 'as the signed-in user'}):`,
        ];
  const said = [...remedies.map((remedy) => remedy.replace(/\.$/, '')), ...place];
  const numbered = said.length === 1 ? said : said.map((each, index) => `${index + 1} ${each}`);
  if (said.length === 0) return [];
  return [...lines('Do: ', numbered.join('; ')), ...(check === null ? [] : [`    ${shown(check.command)}`])];
}

function stepLines(diagnosis: Diagnosis, outcome: Outcome): readonly string[] {
  const one = hasOneTunnel(diagnosis);
  const parts = GROUPS.flatMap((group) => {
    const all = diagnosis.steps.filter(({ tunnel }) => tunnel === group);
    const steps = all.filter((verdict) => verdict.outcome === outcome);
    if (steps.length === 0) return [];
    if (steps.length === all.length) return [`${small(groupName(group, one))} (${steps.length})`];
    return [steps.map((verdict, index) => stepName(verdict, index === 0)).join(', ')];
  });
  if (parts.length === 0) return [];
  const word = outcome === 'not-applicable' ? 'n/a' : outcome;
  return lines(`  ${SIGNS[outcome]} ${word.padEnd(10)} `, capital(parts.join('; ')));
}

/** Two steps have the same name in both tunnels, so theirs is said with the first of a list. */
function stepName({ step, tunnel }: Verdict, first: boolean): string {
  const twice = first && (tunnel === 'infrastructure' || tunnel === 'intranet');
  return twice ? `${tunnel} ${inSentence(step)}` : inSentence(step);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const place = ({ upload, line, record }: Quote): string =>
  record === undefined
    ? `${shown(upload)}${line === undefined ? '' : `:${line}`}`
    : `${shown(upload)} record ${record}`;

const proofSaid = (quote: Quote): string => `${place(quote)} "${quote.text.trim()}"`;

function listLines(lead: string, said: readonly string[], most: number): readonly string[] {
  if (said.length === 0) return [];
  const rest = said.length - most;
  const seen = said.slice(0, most).map((each) => each.replace(/\.$/, ''));
  return lines(lead, `${[...seen, ...(rest > 0 ? [`${rest} more`] : [])].join('; ')}.`);
}

function footer({ uploads }: Diagnosis, { caseId, at }: NoteContext): string {
  const read = uploads.filter(({ readings }) => readings.length > 0).length;
  const files = `${read} ${read === 1 ? 'file' : 'files'}`;
  return `Read ${at === undefined ? '' : `${dateAndTime(at)}, `}${files}.${caseId === undefined ? '' : ` Case ${caseId}.`}`;
}

const lines = (lead: string, said: string): readonly string[] => wrapped(shown(said), NOTE_COLUMNS, lead);
