/** The rows of the jobs: every step of a job's life is one conditional statement, so that of several instances one wins. */
import { type ExpressionBuilder, type Insertable, type Kysely, type Selectable } from 'kysely';
import { randomUUID } from 'node:crypto';

import { currentEvent } from '../event';
import { compiledOnce, type Given } from '../store/compiled-once';
import { type StoreTransaction } from '../store/store-transaction';
import { type Tables } from '../store/tables';
import { type Job, JOB_KINDS, type JobKind, type NewJob } from './job';

/** Long enough for a process that is busy, short enough that a stuck one's work is taken over in under a minute. */
export const LEASE_MS = 20_000;

type ClaimedRow = Pick<Selectable<Tables['jobs']>, 'id' | 'kind' | 'key' | 'lane' | 'attempts' | 'payload' | 'event'>;
type Database = Kysely<Tables>;

/** The id of the new row; null where a job has the key already. `owner`: whoever has it in hand from the beginning; null where it waits. */
export async function insertJob(
  tx: StoreTransaction,
  job: NewJob,
  now: number,
  owner: string | null = null,
): Promise<string | null> {
  const { rows } = await insertRow(tx, {
    id: job.id ?? randomUUID(),
    kind: job.kind,
    key: job.key ?? null,
    lane: job.lane ?? null,
    due_at: job.dueAt ?? now,
    ...(owner === null
      ? { state: 'pending', attempts: 0, lease_until: null, owner }
      : { state: 'running', attempts: 1, lease_until: now + LEASE_MS, owner }),
    payload: JSON.stringify(job.payload),
    event: currentEvent(),
    created_at: now,
  });
  return rows[0]?.id ?? null;
}

const insertRow = compiledOnce((db, given: Given<Omit<Insertable<Tables['jobs']>, 'last_error' | 'updated_at'>>) =>
  db
    .insertInto('jobs')
    .values({
      id: given('id'),
      kind: given('kind'),
      key: given('key'),
      lane: given('lane'),
      due_at: given('due_at'),
      state: given('state'),
      attempts: given('attempts'),
      lease_until: given('lease_until'),
      owner: given('owner'),
      payload: given('payload'),
      last_error: null,
      event: given('event'),
      created_at: given('created_at'),
      updated_at: given('created_at'),
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id'),
);

type Where = ExpressionBuilder<Tables, 'jobs'>;

const isFree = (where: Where, now: number) =>
  where.or([
    where('state', '=', 'pending'),
    where.and([where('state', '=', 'running'), where('lease_until', '<', now)]),
  ]);

const isFirstOfLane = (where: Where) =>
  where.or([
    where('lane', 'is', null),
    where.not(
      where.exists(
        where
          .selectFrom('jobs as earlier')
          .select('earlier.id')
          .whereRef('earlier.lane', '=', 'jobs.lane')
          .whereRef('earlier.sequence', '<', 'jobs.sequence')
          .where('earlier.state', 'in', ['pending', 'running']),
      ),
    ),
  ]);

/** Takes the job in hand; null where it is not due, not the first of its lane, has ended, or is in other hands. */
export async function claimJob(db: Database, id: string, owner: string, now: number): Promise<Job | null> {
  const row = await db
    .updateTable('jobs')
    .set((set) => ({
      state: 'running' as const,
      attempts: set('attempts', '+', 1),
      lease_until: now + LEASE_MS,
      owner,
      updated_at: now,
    }))
    .where('id', '=', id)
    .where('due_at', '<=', now)
    .where((where) => isFree(where, now))
    .where(isFirstOfLane)
    .returning(['id', 'kind', 'key', 'lane', 'attempts', 'payload', 'event'])
    .executeTakeFirst();
  return row === undefined ? null : jobOf(row);
}

/** The ids of jobs of one kind that could be claimed now, those that are due longest first. */
export async function dueJobs(db: Database, kind: JobKind, now: number, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('jobs')
    .select('id')
    .where('kind', '=', kind)
    .where('state', 'in', ['pending', 'running'])
    .where('due_at', '<=', now)
    .where((where) => isFree(where, now))
    .where(isFirstOfLane)
    .orderBy('due_at')
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Keeps jobs in hand for another while; gives back those that still are. */
export async function renewLeases(
  db: Database,
  owner: string,
  ids: readonly string[],
  now: number,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .updateTable('jobs')
    .set({ lease_until: now + LEASE_MS })
    .where('owner', '=', owner)
    .where('state', '=', 'running')
    .where('id', 'in', ids)
    .returning('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** null where no job has the key. */
export async function stateOfJob(db: Database, key: string): Promise<Tables['jobs']['state'] | null> {
  const row = await db.selectFrom('jobs').select('state').where('key', '=', key).executeTakeFirst();
  return row?.state ?? null;
}

/** Why a job could not be claimed: it has ended, it is not due yet, or somebody else must do something first. */
export async function standingOf(db: Database, id: string, now: number): Promise<'ended' | 'early' | 'held'> {
  const row = await db.selectFrom('jobs').select(['state', 'due_at']).where('id', '=', id).executeTakeFirst();
  if (row === undefined || (row.state !== 'pending' && row.state !== 'running')) return 'ended';
  return row.due_at > now ? 'early' : 'held';
}

/** When a job that waits is due, in milliseconds since 1970; null where it does not wait. */
export async function dueAtOf(db: Database, id: string): Promise<number | null> {
  const row = await db
    .selectFrom('jobs')
    .select('due_at')
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return row?.due_at ?? null;
}

/** Whoever owns the embedded file alone knows that every former owner is gone. */
export async function freeAllJobs(db: Database): Promise<void> {
  await db.updateTable('jobs').set({ lease_until: 0 }).where('state', '=', 'running').execute();
}

const jobOf = ({ id, kind, key, lane, attempts, payload, event }: ClaimedRow): Job => ({
  id,
  kind: kindOf(kind),
  key,
  lane,
  attempts,
  payload: JSON.parse(payload) as unknown,
  event,
});

/** A row of a newer release may have a kind that this one does not know; the engine never asks for it. */
export function kindOf(kind: string): JobKind {
  const known = JOB_KINDS.find((each) => each === kind);
  if (known === undefined) throw new Error(`There is no kind of jobs that is called ${kind}.`);
  return known;
}

/**
 * Jobs that wait by a clock that was set back by so many milliseconds are due so much sooner. A prompt is due at a time of the day, and waits for it.
 */
export async function bringForward(db: Kysely<Tables>, now: number, setBackMs: number): Promise<void> {
  await db
    .updateTable('jobs')
    .set((row) => ({ due_at: row('due_at', '-', setBackMs) }))
    .where('state', '=', 'pending')
    .where('kind', '!=', 'prompt')
    .where('due_at', '>', now)
    .execute();
}
