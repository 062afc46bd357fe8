/** Migration 005: answers that are given again to the same request, the stand-ins of redacted answers, and an index for the cases of a caller. */
import { type Kysely, type Migration } from 'kysely';

import { type ColumnKinds } from './column-kinds';

export const apiCases = ({ long }: ColumnKinds): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('idempotency_keys')
      .addColumn('caller', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('running_until', long, (column) => column.notNull())
      .addColumn('fingerprint', 'text')
      .addColumn('case_number', long)
      .addColumn('answer', 'text')
      .addColumn('created_at', long, (column) => column.notNull())
      .addPrimaryKeyConstraint('idempotency_keys_key', ['caller', 'key'])
      .execute();
    await db.schema.createIndex('idempotency_keys_of_case').on('idempotency_keys').column('case_number').execute();
    await db.schema
      .createTable('case_stand_ins')
      .addColumn('case_number', long, (column) => column.primaryKey())
      .addColumn('map', 'text', (column) => column.notNull())
      .addColumn('updated_at', long, (column) => column.notNull())
      .execute();
    await db.schema.createIndex('cases_of_opener').on('cases').columns(['opened_by', 'number']).execute();
  },
});
