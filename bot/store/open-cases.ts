/** The open cases that somebody may see. A person sees those that they opened or are asked in; in a team's channel its cases are seen. */
import { type Kysely } from 'kysely';

import { type Tables } from './tables';

/** Who asks, and where. */
export interface Viewer {
  readonly conversation: string;
  /** The key of the person; null where it is not known. */
  readonly person: string | null;
}

export interface OpenCaseRow {
  readonly number: number;
  readonly conversation: string;
  readonly opened_at: number;
  /** null where nobody is asked for anything. */
  readonly awaited_since: number | null;
  /** Of whoever is asked, else of whoever opened it. */
  readonly name: string | null;
}

/** The oldest first, `limit` of them after the first `offset`. */
export async function openCaseRows(
  db: Kysely<Tables>,
  viewer: Viewer,
  offset: number,
  limit: number,
): Promise<readonly OpenCaseRow[]> {
  return (await openOf(db, viewer)).orderBy('opened_at').orderBy('number').offset(offset).limit(limit).execute();
}

/** undefined where it is closed or may not be seen. */
export async function openCaseRow(
  db: Kysely<Tables>,
  viewer: Viewer,
  number: number,
): Promise<OpenCaseRow | undefined> {
  return (await openOf(db, viewer)).where('cases.number', '=', number).executeTakeFirst();
}

export async function openCaseTotals(
  db: Kysely<Tables>,
  viewer: Viewer,
): Promise<{ readonly all: number; readonly waiting: number }> {
  const counted = await (
    await openOf(db, viewer)
  )
    .clearSelect()
    .select(({ fn }) => [
      fn.countAll<number | string>().as('all'),
      fn.count<number | string>('cases.awaited_since').as('waiting'),
    ])
    .executeTakeFirstOrThrow();
  return { all: Number(counted.all), waiting: Number(counted.waiting) };
}

const openOf = async (db: Kysely<Tables>, viewer: Viewer) =>
  (await seenCases(db, viewer)).where('cases.state', '=', 'open');

/**
 * The query of the cases that somebody may see, open or not. A team and its channels belong to one tenant, and so does the key of a person:
 * nobody sees a case of another one.
 */
export async function seenCases(db: Kysely<Tables>, { conversation, person }: Viewer) {
  const place = await db
    .selectFrom('conversations')
    .select(['scope', 'team', 'tenant'])
    .where('key', '=', conversation)
    .executeTakeFirst();
  const all = db
    .selectFrom('cases')
    .innerJoin('conversations', 'conversations.key', 'cases.conversation')
    .leftJoin('people as asked', 'asked.key', 'cases.asked')
    .leftJoin('people as opener', 'opener.key', 'cases.opened_by')
    .select(['cases.number', 'cases.conversation', 'cases.opened_at', 'cases.awaited_since'])
    .select(({ fn }) => fn.coalesce('asked.name', 'opener.name').as('name'));
  const here = all.where((row) =>
    row.or([
      // Every conversation has an open case from its first word on; one in which nothing happened yet is of no interest.
      row('cases.calls', '>', 0),
      row('cases.awaited', 'is not', null),
    ]),
  );
  if (place?.scope === 'personal') {
    return here.where((row) =>
      row.or([
        row('cases.conversation', '=', conversation),
        ...(person === null ? [] : [row('cases.opened_by', '=', person), row('cases.asked', '=', person)]),
      ]),
    );
  }
  const { team, tenant } = place ?? { team: null, tenant: null };
  return team === null || tenant === null
    ? here.where('cases.conversation', '=', conversation)
    : here.where('conversations.team', '=', team).where('conversations.tenant', '=', tenant);
}
