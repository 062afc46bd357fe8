/** The job that writes one note to its ticket: tried again while the system cannot, given up with a sentence in the chat where it will not. */
import { z } from 'zod';

import { type Job, type JobRun, type JobWork } from '../jobs/job';
import { type Log } from '../log';
import { record } from '../store/audit-trail';
import { forgetNote, isSaidSince, rememberNote } from '../store/case-ticket';
import { type Home } from '../store/home';
import { type StoreTransaction } from '../store/store-transaction';
import { refusalSentence } from './refusal-sentence';
import { OCCASIONS, TICKET_SYSTEMS, type TicketSystem, type TicketSystemName } from './ticket-system';

const plannedNote = z.object({
  system: z.enum(TICKET_SYSTEMS),
  conversation: z.string(),
  caseNumber: z.number(),
  state: z.string(),
  /** Which note of its case it is: 1, 2, … */
  count: z.number(),
  note: z.object({
    ticket: z.string(),
    caseId: z.string(),
    occasion: z.enum(OCCASIONS),
    mark: z.string(),
    text: z.string(),
  }),
});

/** The payload of a `note` job. Where names are to be replaced, they were before it was made. */
export type PlannedNote = z.output<typeof plannedNote>;

/** Notes of one ticket are written in the order in which they were planned. */
export const noteLane = (ticket: string): string => `note/${ticket}`;

export interface NoteJobParts {
  readonly home: Home;
  /** null where none is set up any more. */
  readonly open: { readonly name: TicketSystemName; readonly system: TicketSystem } | null;
  /** Says a sentence in the chat, in the transaction of what it is about; the same key is the same sentence. */
  readonly say: (tx: StoreTransaction, conversation: string, key: string, sentence: string) => Promise<void>;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export const createNoteWork = (parts: NoteJobParts): JobWork => ({
  run: (job, run) => write(parts, job, run),
  gaveUp: (tx, job, why) => explain(parts, tx, job, why),
});

async function write({ home, open, log, now }: NoteJobParts, job: Job, run: JobRun): Promise<void> {
  const planned = plannedNote.parse(job.payload);
  if (open?.name !== planned.system) return run.drop('another-ticket-system', () => Promise.resolve());
  const { note, caseNumber, state, count } = planned;
  const { ticket } = note;
  if (await isSaidSince(home.db, caseNumber, { ticket, state, count })) {
    return run.drop('said-since', () => Promise.resolve());
  }
  const answer = await open.system.write(note, run.signal);
  if (answer.kind === 'later') return run.retry(answer.why, answer.afterMs);
  if (answer.kind === 'never') return run.giveUp(`${REFUSED}${answer.why}`);
  if (answer.kind === 'there-already') log.warn('note-was-there');
  await run.finish(async (tx) => {
    await rememberNote(tx, caseNumber, { ticket, state });
    const detail = { occasion: note.occasion, mark: note.mark };
    await record(tx, { at: now(), action: 'note-written', caseNumber, person: null, detail });
  });
}

/** Before a status by which the system says that it would say the same again. */
const REFUSED = 'refused/';

async function explain({ open, say }: NoteJobParts, tx: StoreTransaction, job: Job, cause: unknown): Promise<void> {
  const { note, conversation, caseNumber, state } = plannedNote.parse(job.payload);
  const code = typeof cause === 'string' ? cause : 'no-answer';
  const isFinal = code.startsWith(REFUSED);
  const why = isFinal ? code.slice(REFUSED.length) : code;
  // Nothing more is written by itself to a ticket that would not have it: every upload would bring the same sentence.
  await forgetNote(tx, caseNumber, { ticket: note.ticket, state }, isFinal ? 'refused' : null);
  const title = open?.system.title ?? 'The ticket system';
  await say(tx, conversation, `${job.key ?? job.id}/given-up`, refusalSentence(title, note.ticket, why));
}
