/** Makes sure that what was deleted does not stay behind as bytes. */
import { type Home } from './home';

/**
 * Embedded: deleted rows were overwritten with zeros (`secure_delete`), but a copy may be left in a page that was once split, and in the log of
 * changes. So the file is written anew without what is free (VACUUM, which needs as much room on the disk again), and the log is emptied.
 * Until that has ended, other work on the store waits: about a second for each 100 MB.
 *
 * PostgreSQL: the rows are gone for every query with the commit. Their bytes stay in the pages of the table until VACUUM has freed the space,
 * which autovacuum does by itself, and something new is written there; and in the log of changes (WAL), its archive and the backups for as
 * long as those are kept. Whoever needs them gone at once runs `vacuum full` and ends the retention of the archive.
 */
export async function scrub(home: Home): Promise<void> {
  if (home.kind !== 'embedded') return;
  const { db, file } = home;
  // Through the queue of the connection: a statement between two of an open transaction would become part of it.
  await db.connection().execute(() => {
    file.exec('VACUUM');
    file.pragma('wal_checkpoint(TRUNCATE)');
    return Promise.resolve();
  });
}
