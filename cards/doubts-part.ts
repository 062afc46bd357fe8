/** What the diagnosis assumed and what it did not understand, behind one row. */
import { type Assumption, type Diagnosis, type UploadReport } from '../analyzers/diagnosis/diagnosis';
import { type Element } from './elements';
import { otherAssumptions } from './headline';
import { run, text, value } from './kit';
import { row } from './row';
import { counted, joined, words } from './words';

/** More than these are counted, and stand in the note. */
export const MAX_DOUBTS = 8;

/** More than these are said in one sentence each. */
export const MAX_SAID_WHOLE = 3;

/** An upload, and what was not understood of it. */
export interface NotUnderstood {
  readonly upload: string;
  readonly message: string;
}

export function doubtsPart(diagnosis: Diagnosis): readonly Element[] {
  // What a person has set aside has rows of its own.
  const assumptions = otherAssumptions(diagnosis).filter(({ id }) => id !== 'cause-set-aside');
  const parts = notUnderstood(diagnosis.uploads);
  const counts = [
    ...(assumptions.length === 0 ? [] : [counted(assumptions.length, words`assumption`, words`assumptions`)]),
    ...(parts.length === 0 ? [] : [counted(parts.length, words`part not understood`, words`parts not understood`)]),
  ];
  if (counts.length === 0) return [];
  const content = [...assumed(assumptions), ...missed(parts)];
  return row({ id: 'doubts', said: joined(counts), spacing: 'Small', content });
}

/**
 * Every problem of every upload that was not read whole, in the order of the uploads. Of more than a few only the first sentence is
 * said, as what follows is the same for all.
 */
export function notUnderstood(uploads: readonly UploadReport[]): readonly NotUnderstood[] {
  const parts = uploads.flatMap(({ name, status, problems }) => {
    if (problems.length > 0) return problems.map(({ message }) => ({ upload: name, message }));
    return status === 'analysed' ? [] : [{ upload: name, message: 'Nothing in it was recognised.' }];
  });
  if (parts.length <= MAX_SAID_WHOLE) return parts;
  return parts.map(({ upload, message }) => ({ upload, message: message.replace(/\. [A-Z].*/s, '.') }));
}

const assumed = (assumptions: readonly Assumption[]): readonly Element[] =>
  assumptions.length === 0
    ? []
    : [
        text(words`I assumed:`, { weight: 'Bolder' }),
        ...assumptions.slice(0, MAX_DOUBTS).map((assumption) => value(assumption.text, 'None')),
        ...rest(assumptions.length),
      ];

const missed = (parts: readonly NotUnderstood[]): readonly Element[] =>
  parts.length === 0
    ? []
    : [
        text(words`I did not understand:`, { weight: 'Bolder' }),
        ...parts
          .slice(0, MAX_DOUBTS)
          .map(({ upload, message }) => value([run(upload, { fontType: 'Monospace' }), run(`: ${message}`)], 'None')),
        ...rest(parts.length),
      ];

function rest(count: number): readonly Element[] {
  if (count <= MAX_DOUBTS) return [];
  return [text(counted(count - MAX_DOUBTS, words`more is in the note`, words`more are in the note`))];
}
