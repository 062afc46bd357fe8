/** The tickets of the cases: which one a case has, and the note that is planned in the transaction of what it is about. */
import { createHash } from 'node:crypto';

import { type CaseDiagnosis, type CaseRecord } from '../cases/case-record';
import { type JobQueue } from '../jobs/job-engine';
import { record as recordAction } from '../store/audit-trail';
import { caseNumber } from '../store/case-id';
import { type CaseTicket, countNote, keepTicket, ticketOfCase } from '../store/case-ticket';
import { type StoreTransaction } from '../store/store-transaction';
import { noteLane, type PlannedNote } from './note-job';
import { redactorOf } from './ticket-redactor';
import { ticketIn, type TicketHints, type TicketOrigin } from './ticket-key';
import { occasionOf, stateOf } from './ticket-occasion';
import { type TicketSettings } from './ticket-settings';
import { type TicketSystem } from './ticket-system';
import { writtenNote } from './written-note';

/** `unchanged`: the last note says the same already. `quiet`: nothing failed, healed or changed. `refused`: the system would not have the last note. */
export type Planned = 'planned' | 'unchanged' | 'quiet' | 'no-ticket' | 'refused';

export interface NoteWish {
  readonly record: CaseRecord;
  readonly diagnosis: CaseDiagnosis;
  /** ISO 8601. */
  readonly at: string;
  /** A person asked for it: whatever the outcome is, and whatever became of an earlier note. */
  readonly asked: boolean;
}

export interface CaseTickets {
  readonly system: Pick<TicketSystem, 'title' | 'example' | 'keyOf'>;
  /** null where the case has none. */
  readonly of: (tx: StoreTransaction, record: CaseRecord) => Promise<CaseTicket | null>;
  /** Gives a case that has no ticket the one that its place names; the record as it is then. */
  readonly find: (tx: StoreTransaction, record: CaseRecord, hints: TicketHints) => Promise<CaseRecord>;
  /** By hand; null takes the ticket away. The record as it is then. */
  readonly bind: (
    tx: StoreTransaction,
    record: CaseRecord,
    ticket: string | null,
    person: string | null,
  ) => Promise<CaseRecord>;
  readonly plan: (tx: StoreTransaction, wish: NoteWish) => Promise<Planned>;
}

export interface CaseTicketsParts {
  readonly system: TicketSystem;
  readonly settings: Pick<TicketSettings, 'system' | 'pattern' | 'redacted'>;
  readonly jobs: Pick<JobQueue, 'enqueue'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function createCaseTickets({ system, settings, jobs, now }: CaseTicketsParts): CaseTickets {
  const keep = async (
    tx: StoreTransaction,
    record: CaseRecord,
    bound: { readonly ticket: string; readonly origin: TicketOrigin } | null,
    person: string | null,
  ): Promise<CaseRecord> => {
    const number = caseNumber(record.id);
    if (number === null) return record;
    await keepTicket(tx, number, bound);
    const action = bound === null ? 'ticket-unbound' : 'ticket-bound';
    const detail = bound === null ? {} : { origin: bound.origin };
    await recordAction(tx, { at: now(), action, caseNumber: number, person, detail });
    return { ...record, ticket: bound?.ticket ?? null };
  };

  const of: CaseTickets['of'] = async (tx, { id }) => {
    const number = caseNumber(id);
    const found = number === null ? null : await ticketOfCase(tx, number);
    // One that was bound when another system was set up means nothing to this one.
    return found !== null && system.keyOf(found.ticket) === found.ticket ? found : null;
  };

  return {
    system,
    of,
    find: async (tx, record, hints) => {
      if ((await of(tx, record)) !== null) return record;
      const found = ticketIn(hints, settings.pattern, system.keyOf);
      return found === null ? record : keep(tx, record, found, null);
    },
    bind: (tx, record, ticket, person) => keep(tx, record, ticket === null ? null : { ticket, origin: 'hand' }, person),
    plan: async (tx, { record, diagnosis, at, asked }) => {
      const number = caseNumber(record.id);
      const bound = await of(tx, record);
      if (number === null || bound === null) return 'no-ticket';
      if (bound.origin === 'refused' && !asked) return 'refused';
      const state = stateOf(diagnosis);
      if (bound.state === state) return 'unchanged';
      const occasion = occasionOf(diagnosis, bound.state) ?? (asked ? 'asked' : null);
      if (occasion === null) return 'quiet';
      const count = await countNote(tx, number, state);
      if (count === null) return 'unchanged';
      const { ticket } = bound;
      const mark = markOf(record, count, state);
      const redactor = settings.redacted ? await redactorOf(tx, ticket) : null;
      const text = writtenNote({ record, diagnosis, occasion, mark, at, redactor: redactor?.redactor ?? null });
      await redactor?.keep(now());
      const payload: PlannedNote = {
        system: settings.system,
        conversation: record.conversation,
        caseNumber: number,
        state,
        count,
        note: { ticket, caseId: record.id, occasion, mark, text },
      };
      await jobs.enqueue(tx, { kind: 'note', key: `note/${mark}`, lane: noteLane(ticket), payload });
      return 'planned';
    },
  };
}

/** Enough that no two notes of all bots that write into one system have the same. */
const MARK_DIGITS = 16;

/** The number of a case is unique in one store only, its conversation everywhere. */
const markOf = ({ id, conversation }: CaseRecord, count: number, state: string): string =>
  `tt-${createHash('sha256')
    .update(JSON.stringify([conversation, id, count, state]))
    .digest('hex')
    .slice(0, MARK_DIGITS)}`;
