/** Migration 003: what a case says for the statistics, kept while it lives, and anonymous counts of the cases that are gone. */
import { type Kysely, type Migration } from 'kysely';

import { type ColumnKinds } from './column-kinds';

export const figures = ({ long }: ColumnKinds): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('cases').addColumn('failed_step', 'text').execute();
    await db.schema.alterTable('cases').addColumn('commands_to_cause', 'integer').execute();
    await db.schema
      .createTable('counted_facts')
      .addColumn('week', long, (column) => column.notNull())
      .addColumn('fact', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('count', long, (column) => column.notNull())
      .addPrimaryKeyConstraint('counted_facts_key', ['week', 'fact', 'value'])
      .execute();
  },
});
