/** Migration 001: conversations, cases with their evidence in one column, and the activities that were seen. */
import { type Kysely, type Migration, sql } from 'kysely';

import { type ColumnKinds } from './column-kinds';

export const cases = ({ long, counted }: ColumnKinds): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('conversations')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('reference', 'text', (column) => column.notNull())
      .addColumn('updated_at', long, (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('cases')
      .addColumn('number', long, counted)
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('evidence', 'text', (column) => column.notNull())
      .addColumn('diagnosis', 'text')
      .addColumn('card_activity_id', 'text')
      .addColumn('updated_at', long, (column) => column.notNull())
      .execute();
    // At most one open case for a conversation, whatever happens at the same time.
    await db.schema
      .createIndex('one_open_case')
      .on('cases')
      .column('conversation')
      .unique()
      .where(sql<boolean>`state = 'open'`)
      .execute();
    await db.schema
      .createTable('seen_activities')
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('activity', 'text', (column) => column.notNull())
      .addColumn('seen_at', long, (column) => column.notNull())
      .addPrimaryKeyConstraint('seen_activities_key', ['conversation', 'activity'])
      .execute();
    await db.schema.createIndex('seen_when').on('seen_activities').column('seen_at').execute();
  },
});
