/** Retention: what was not used for long is deleted, with everything that belongs to it. */
import { type Kysely, sql } from 'kysely';

import { type Deleted, deletedFrom, together } from './deleted';
import { deleteCases, takeCases } from './delete-cases';
import { type Home } from './home';
import { KEY_FOR_MS } from './idempotency-keys';
import { MAX_WINDOW_MS } from './rate-limits';
import { scrub } from './scrub';
import { SEEN_FOR_MS } from './seen-activities';
import { personsScope } from './stored-settings';
import { type TableName, type Tables } from './tables';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A job that has ended is remembered for so long, because its key keeps it from being done again. */
export const ENDED_JOB_FOR_MS = DAY_MS;
/** What is deleted every day, such as a job that has ended, has no content, and is not worth writing the whole file anew. */
const PERSONAL: readonly TableName[] = ['cases', 'conversations', 'people'];
/** Cases in one transaction: other work on the store goes on between two of them. */
const CASES_AT_A_TIME = 50;

/**
 * Deletes cases whose last activity, open or not, was more than `retentionDays` before `now` (milliseconds since 1970), each in one
 * transaction with its log, its follow-ups, its trail and its jobs; then conversations and people that no case has and that were not heard
 * of for as long; and what is only needed for a day. Who does not want to be asked is remembered for that, without a name.
 * Any number of instances may do this at the same time.
 */
export async function prune(home: Home, now: number, retentionDays: number): Promise<Deleted> {
  const before = now - retentionDays * DAY_MS;
  const deleted: Deleted[] = [];
  for (;;) {
    const some = await home.db.transaction().execute((tx) => pruneCases(tx, before, now));
    if (some === null) break;
    deleted.push(some);
  }
  deleted.push(await home.db.transaction().execute((tx) => pruneTheRest(tx, before, now)));
  const all = together(deleted);
  if (PERSONAL.some((table) => all[table] !== undefined)) await scrub(home);
  return all;
}

/** null where no case is left to delete. */
async function pruneCases(tx: Kysely<Tables>, before: number, now: number): Promise<Deleted | null> {
  const oldest = tx
    .selectFrom('cases')
    .select('number')
    .where('updated_at', '<', before)
    .orderBy('number')
    .limit(CASES_AT_A_TIME);
  // Asked twice, because a case may become active between the two.
  const cases = await takeCases(
    tx,
    (where) => where.and([where('number', 'in', oldest), where('updated_at', '<', before)]),
    now,
  );
  return cases.length === 0 ? null : deleteCases(tx, cases);
}

async function pruneTheRest(tx: Kysely<Tables>, before: number, now: number): Promise<Deleted> {
  return together([
    deletedFrom(
      'seen_activities',
      await tx
        .deleteFrom('seen_activities')
        .where('seen_at', '<', now - SEEN_FOR_MS)
        .executeTakeFirst(),
    ),
    deletedFrom(
      'rate_limits',
      await tx
        .deleteFrom('rate_limits')
        .where('window', '<', now - MAX_WINDOW_MS)
        .executeTakeFirst(),
    ),
    deletedFrom(
      'idempotency_keys',
      await tx
        .deleteFrom('idempotency_keys')
        .where('created_at', '<', now - KEY_FOR_MS)
        .executeTakeFirst(),
    ),
    await pruneStandInsOfCases(tx),
    await pruneJobs(tx, before, now),
    deletedFrom('audit', await tx.deleteFrom('audit').where('at', '<', before).executeTakeFirst()),
    await pruneConversations(tx, before),
    await prunePeople(tx, before),
  ]);
}

/** An older instance beside this one deletes cases without them. */
async function pruneStandInsOfCases(tx: Kysely<Tables>): Promise<Deleted> {
  const result = await tx
    .deleteFrom('case_stand_ins')
    .where('case_number', 'not in', tx.selectFrom('cases').select('number'))
    .executeTakeFirst();
  return deletedFrom('case_stand_ins', result);
}

/** A dead one is kept like a case, because somebody may try it again. */
async function pruneJobs(tx: Kysely<Tables>, before: number, now: number): Promise<Deleted> {
  const result = await tx
    .deleteFrom('jobs')
    .where((where) =>
      where.or([
        where.and([where('state', 'in', ['done', 'cancelled']), where('updated_at', '<', now - ENDED_JOB_FOR_MS)]),
        where.and([where('state', '=', 'dead'), where('updated_at', '<', before)]),
      ]),
    )
    .executeTakeFirst();
  return deletedFrom('jobs', result);
}

async function pruneConversations(tx: Kysely<Tables>, before: number): Promise<Deleted> {
  const result = await tx
    .deleteFrom('conversations')
    .where('updated_at', '<', before)
    .where((where) =>
      where.not(
        where.exists(
          where.selectFrom('cases').select('cases.number').whereRef('cases.conversation', '=', 'conversations.key'),
        ),
      ),
    )
    .executeTakeFirst();
  return deletedFrom('conversations', result);
}

async function prunePeople(tx: Kysely<Tables>, before: number): Promise<Deleted> {
  await tx
    .updateTable('people')
    .set({ name: null, time_zone: null, locale: null })
    .where('updated_at', '<', before)
    .where('prompts', '=', 'off')
    .execute();
  const result = await tx
    .deleteFrom('people')
    .where('updated_at', '<', before)
    .where('prompts', '=', 'on')
    .executeTakeFirst();
  const settings = await tx
    .deleteFrom('settings')
    .where('scope', 'like', personsScope('%'))
    .where('updated_at', '<', before)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('people')
            .select('people.key')
            .where(sql<boolean>`${sql.ref('settings.scope')} = ${personsScope('')} || ${sql.ref('people.key')}`)
            .where('people.updated_at', '>=', before),
        ),
      ),
    )
    .executeTakeFirst();
  return together([deletedFrom('people', result), deletedFrom('settings', settings)]);
}
