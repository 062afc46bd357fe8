/** Migration 006: the keys of those who call the API, each as its hash. */
import { type Kysely, type Migration } from 'kysely';

import { type ColumnKinds } from './column-kinds';

export const apiKeys = ({ long, counted }: ColumnKinds): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('api_keys')
      .addColumn('number', long, counted)
      .addColumn('hash', 'text', (column) => column.notNull().unique())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('scopes', 'text', (column) => column.notNull())
      .addColumn('created_at', long, (column) => column.notNull())
      .addColumn('expires_at', long)
      .addColumn('last_used_day', 'text')
      .addColumn('revoked_at', long)
      .execute();
  },
});
