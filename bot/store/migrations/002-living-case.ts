/** Migration 002: the case as a log of what came, and everything that follows it up. The evidence of the first release becomes entries. */
import { type CreateTableBuilder, type Kysely, type Migration } from 'kysely';
import { z } from 'zod';

import { type Between, carryEvidence, parsed } from './carried-evidence';
import { type ColumnKinds } from './column-kinds';

export const livingCase = (kinds: ColumnKinds): Migration => ({
  up: async (db: Kysely<Between>) => {
    await widenConversations(db);
    await widenCases(db, kinds);
    await addEntries(db, kinds);
    await carryEvidence(db);
    await db.schema.alterTable('cases').dropColumn('evidence').execute();
    await addFollowing(db, kinds);
    await addKeeping(db, kinds);
  },
});

async function widenConversations(db: Kysely<Between>): Promise<void> {
  const table = (): ReturnType<typeof db.schema.alterTable> => db.schema.alterTable('conversations');
  await table().addColumn('tenant', 'text').execute();
  await table()
    .addColumn('scope', 'text', (column) => column.notNull().defaultTo('channel'))
    .execute();
  await table().addColumn('team', 'text').execute();
  await table()
    .addColumn('state', 'text', (column) => column.notNull().defaultTo('live'))
    .execute();
  await db.schema.createIndex('conversations_of_team').on('conversations').column('team').execute();
  for (const { key, reference } of await db.selectFrom('conversations').select(['key', 'reference']).execute()) {
    await db.updateTable('conversations').set(placeOf(reference)).where('key', '=', key).execute();
  }
}

const storedReference = z.object({
  conversation: z.object({
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
});

const SCOPES: Readonly<Record<string, string>> = { personal: 'personal', groupChat: 'group' };

/** Anything that is not named is treated as a channel, where the bot is most careful. */
function placeOf(reference: string): Pick<Between['conversations'], 'tenant' | 'scope'> {
  const conversation = storedReference.safeParse(parsed(reference)).data?.conversation;
  return {
    tenant: conversation?.tenantId ?? null,
    scope: SCOPES[conversation?.conversationType ?? ''] ?? 'channel',
  };
}

async function widenCases(db: Kysely<Between>, { long }: ColumnKinds): Promise<void> {
  const table = (): ReturnType<typeof db.schema.alterTable> => db.schema.alterTable('cases');
  await table()
    .addColumn('calls', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await table()
    .addColumn('opened_at', long, (column) => column.notNull().defaultTo(0))
    .execute();
  await table().addColumn('awaited_since', long).execute();
  for (const name of ['server', 'awaited', 'asked', 'opened_by', 'solved_cause']) {
    await table().addColumn(name, 'text').execute();
  }
  await db.schema.createIndex('cases_by_activity').on('cases').columns(['state', 'updated_at']).execute();
  await db.schema.createIndex('cases_of_conversation').on('cases').column('conversation').execute();
}

async function addEntries(db: Kysely<Between>, { long, counted }: ColumnKinds): Promise<void> {
  await db.schema
    .createTable('case_entries')
    .addColumn('id', long, counted)
    .addColumn('case_number', long, (column) => column.notNull().references('cases.number'))
    .addColumn('call', 'integer', (column) => column.notNull())
    .addColumn('at', long, (column) => column.notNull())
    .addColumn('person', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('entries_of_case').on('case_entries').columns(['case_number', 'id']).execute();
  await db.schema.createIndex('entries_of_person').on('case_entries').column('person').execute();
}

/** Jobs and follow-ups. */
async function addFollowing(db: Kysely<Between>, { long, counted }: ColumnKinds): Promise<void> {
  await stamped(db.schema.createTable('jobs'), long)
    .addColumn('sequence', long, counted)
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.unique())
    .addColumn('lane', 'text')
    .addColumn('due_at', long, (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('lease_until', long)
    .addColumn('owner', 'text')
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('last_error', 'text')
    .execute();
  await db.schema.createIndex('jobs_due').on('jobs').columns(['state', 'due_at']).execute();
  await db.schema.createIndex('jobs_of_lane').on('jobs').columns(['lane', 'sequence']).execute();
  await stamped(db.schema.createTable('follow_ups'), long)
    .addColumn('id', long, counted)
    .addColumn('case_number', long, (column) => column.notNull().references('cases.number'))
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('due_at', long, (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('job', 'text')
    .addColumn('prompt_activity_id', 'text')
    .execute();
  await db.schema.createIndex('follow_ups_of_case').on('follow_ups').columns(['case_number', 'state']).execute();
  await db.schema.createIndex('follow_ups_of_person').on('follow_ups').columns(['person', 'state']).execute();
}

/** People, settings, the audit trail and the rate limits. */
async function addKeeping(db: Kysely<Between>, { long, counted }: ColumnKinds): Promise<void> {
  await db.schema
    .createTable('people')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text')
    .addColumn('time_zone', 'text')
    .addColumn('locale', 'text')
    .addColumn('prompts', 'text', (column) => column.notNull())
    .addColumn('updated_at', long, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('audit')
    .addColumn('id', long, counted)
    .addColumn('at', long, (column) => column.notNull())
    .addColumn('case_number', long)
    .addColumn('person', 'text')
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_of_case').on('audit').column('case_number').execute();
  await db.schema.createIndex('audit_of_person').on('audit').column('person').execute();
  await db.schema
    .createTable('rate_limits')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('window', long, (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('settings')
    .addColumn('scope', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('updated_at', long, (column) => column.notNull())
    .execute();
}

const stamped = <Name extends string>(
  table: CreateTableBuilder<Name>,
  long: ColumnKinds['long'],
): CreateTableBuilder<Name, 'created_at' | 'updated_at'> =>
  table
    .addColumn('created_at', long, (column) => column.notNull())
    .addColumn('updated_at', long, (column) => column.notNull());
