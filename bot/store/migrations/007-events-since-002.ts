/** Migration 007: the event that a job comes of, by which the log joins the two. */
import { type Kysely, type Migration } from 'kysely';

export const events = (): Migration => ({
  up: async (db: Kysely<unknown>) => {
    // An older instance beside this one makes jobs without it.
    await db.schema.alterTable('jobs').addColumn('event', 'text').execute();
  },
});
