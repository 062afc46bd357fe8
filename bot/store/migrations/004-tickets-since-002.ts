/** Migration 004: the ticket of a case, what its last note was about, and what stands for what in the notes of a ticket. */
import { type Kysely, type Migration } from 'kysely';

import { type ColumnKinds } from './column-kinds';

export const tickets = ({ long }: ColumnKinds): Migration => ({
  up: async (db: Kysely<unknown>) => {
    for (const name of ['ticket', 'ticket_origin', 'ticket_state']) {
      await db.schema.alterTable('cases').addColumn(name, 'text').execute();
    }
    // An older instance beside this one begins cases without it.
    await db.schema
      .alterTable('cases')
      .addColumn('ticket_notes', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.createIndex('cases_of_ticket').on('cases').column('ticket').execute();
    await db.schema
      .createTable('ticket_stand_ins')
      .addColumn('ticket', 'text', (column) => column.primaryKey())
      .addColumn('map', 'text', (column) => column.notNull())
      .addColumn('updated_at', long, (column) => column.notNull())
      .execute();
  },
});
