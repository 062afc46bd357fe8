/** Erasure: a case, a conversation or a person is deleted from every table, at once and for good. */
import { type Kysely } from 'kysely';

import { record } from './audit-trail';
import { caseNumber } from './case-id';
import { casesWithEntriesOf } from './case-people';
import { type Deleted, deletedFrom, together } from './deleted';
import { deleteCases, type TakenCase, takeCases } from './delete-cases';
import { deleteJobs, isOfConversation, isOfOneOf, mentions, quotesOneOf } from './erase-jobs';
import { forgetSender, personalConversationsOf } from './erase-senders';
import { type Home } from './home';
import { scrub } from './scrub';
import { personsScope } from './stored-settings';
import { type Tables } from './tables';
import { deleteStandInsOf } from './ticket-stand-ins';

/** Whom or what a request to erase, or to hand out what is kept, is about. */
export type Subject =
  | { readonly kind: 'case'; readonly id: string }
  | { readonly kind: 'conversation'; readonly key: string }
  /** `tenant/user id` */
  | { readonly kind: 'person'; readonly key: string };

export interface Erasing {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** False counts only: everything is undone again. */
  readonly really: boolean;
  /** In the transaction, before anything is deleted. What it rejects with keeps everything. */
  readonly before: (tx: Kysely<Tables>) => Promise<void>;
}

/** The trail tells that something was erased and how much, never what. */
export async function erase(home: Home, subject: Subject, { at, really, before }: Erasing): Promise<Deleted> {
  const counted: { deleted: Deleted } = { deleted: {} };
  const work = async (tx: Kysely<Tables>): Promise<void> => {
    await before(tx);
    const deleted = await deleteSubject(tx, subject, at);
    counted.deleted = deleted;
    if (!really) throw new NotReally();
    if (Object.keys(deleted).length > 0) {
      const detail = { what: subject.kind, ...deleted };
      await record(tx, { at, action: 'erased', caseNumber: null, person: null, detail });
    }
  };
  try {
    await home.db.transaction().execute(work);
  } catch (error) {
    if (error instanceof NotReally) return counted.deleted;
    throw error;
  }
  if (Object.keys(counted.deleted).length > 0) await scrub(home);
  return counted.deleted;
}

/** Undoes the transaction of an erasure that was to be counted only. */
class NotReally extends Error {}

function deleteSubject(tx: Kysely<Tables>, subject: Subject, at: number): Promise<Deleted> {
  switch (subject.kind) {
    case 'case':
      return deleteCase(tx, subject.id, at);
    case 'conversation':
      return deleteConversation(tx, subject.key, at);
    case 'person':
      return deletePerson(tx, subject.key, at);
  }
}

/**
 * What was sent while the case was the one of its conversation and is not answered yet goes too, and what is to be sent because of it.
 * Nothing is deleted where there is no such case. `at`: milliseconds since 1970.
 */
async function deleteCase(tx: Kysely<Tables>, id: string, at: number): Promise<Deleted> {
  const number = caseNumber(id) ?? 0;
  return deleteWithJobs(tx, await takeCases(tx, (where) => where('number', '=', number), at));
}

async function deleteWithJobs(tx: Kysely<Tables>, cases: readonly TakenCase[]): Promise<Deleted> {
  if (cases.length === 0) return {};
  return together([
    await deleteJobs(tx, (job) => isOfOneOf(job, cases)),
    await deleteStandInsOf(tx, cases),
    await deleteCases(tx, cases),
  ]);
}

/**
 * Deletes a person, their personal conversation, and the cases that they opened; in the cases of others what they sent, so that the diagnosis
 * of those is made anew with the next upload; and their name in how a conversation is reached. `key`: `tenant/user id`.
 */
async function deletePerson(tx: Kysely<Tables>, key: string, at: number): Promise<Deleted> {
  const own = await personalConversationsOf(tx, key);
  const conversations: Deleted[] = [];
  for (const conversation of own) conversations.push(await deleteConversation(tx, conversation, at));
  const opened = await takeCases(tx, (where) => where('opened_by', '=', key), at);
  const begun = await deleteWithJobs(tx, opened);
  await forgetSender(tx, key);
  return together([...conversations, begun, await deleteTraces(tx, key)]);
}

/** With all of its cases, how it is reached, and what came from it. `at`: milliseconds since 1970. */
export async function deleteConversation(tx: Kysely<Tables>, key: string, at: number): Promise<Deleted> {
  const cases = await takeCases(tx, (where) => where('conversation', '=', key), at);
  return together([
    await deleteJobs(tx, (job) => isOfConversation(job, key)),
    await deleteStandInsOf(tx, cases),
    await deleteCases(tx, cases),
    deletedFrom(
      'seen_activities',
      await tx.deleteFrom('seen_activities').where('conversation', '=', key).executeTakeFirst(),
    ),
    await deleteLimits(tx, key),
    deletedFrom('conversations', await tx.deleteFrom('conversations').where('key', '=', key).executeTakeFirst()),
  ]);
}

/** What is left of a person in the cases of others. */
async function deleteTraces(tx: Kysely<Tables>, key: string): Promise<Deleted> {
  const touched = await casesWithEntriesOf(tx, key);
  if (touched.length > 0) {
    await tx
      .updateTable('cases')
      .set((row) => ({ diagnosis: null, version: row('version', '+', 1) }))
      .where(
        'number',
        'in',
        touched.map(({ number }) => number),
      )
      .execute();
  }
  await tx.updateTable('cases').set({ asked: null }).where('asked', '=', key).execute();
  const followUps = tx.selectFrom('follow_ups').select('job').where('person', '=', key);
  return together([
    await deleteJobs(tx, (job) => mentions(job, key) || quotesOneOf(job, touched)),
    deletedFrom(
      'jobs',
      await tx.deleteFrom('jobs').where('id', 'in', followUps.$narrowType<{ job: string }>()).executeTakeFirst(),
    ),
    deletedFrom('follow_ups', await tx.deleteFrom('follow_ups').where('person', '=', key).executeTakeFirst()),
    await deleteStandInsOf(tx, touched),
    deletedFrom('case_entries', await tx.deleteFrom('case_entries').where('person', '=', key).executeTakeFirst()),
    deletedFrom('audit', await tx.deleteFrom('audit').where('person', '=', key).executeTakeFirst()),
    deletedFrom(
      'idempotency_keys',
      await tx.deleteFrom('idempotency_keys').where('caller', '=', key).executeTakeFirst(),
    ),
    await deleteStandInsOfCases(tx, touched),
    await deleteLimits(tx, key),
    deletedFrom('settings', await tx.deleteFrom('settings').where('scope', '=', personsScope(key)).executeTakeFirst()),
    deletedFrom('people', await tx.deleteFrom('people').where('key', '=', key).executeTakeFirst()),
  ]);
}

/** What the person sent may stand in them. */
async function deleteStandInsOfCases(
  tx: Kysely<Tables>,
  cases: readonly { readonly number: number }[],
): Promise<Deleted> {
  if (cases.length === 0) return {};
  const numbers = cases.map(({ number }) => number);
  return deletedFrom(
    'case_stand_ins',
    await tx.deleteFrom('case_stand_ins').where('case_number', 'in', numbers).executeTakeFirst(),
  );
}

/** The key of a limit is a key, or ends with one: `turns/KEY`. */
export const isLimitOf = (limit: string, key: string): boolean => limit === key || limit.endsWith(`/${key}`);

/** There are as many as were active within a day. */
async function deleteLimits(tx: Kysely<Tables>, key: string): Promise<Deleted> {
  const limits = await tx.selectFrom('rate_limits').select('key').execute();
  const own = limits.map((limit) => limit.key).filter((limit) => isLimitOf(limit, key));
  if (own.length === 0) return {};
  return deletedFrom('rate_limits', await tx.deleteFrom('rate_limits').where('key', 'in', own).executeTakeFirst());
}
