/** A home: where everything that is kept lives, an embedded file or PostgreSQL, with the same tables in both. */
import { type Database } from 'better-sqlite3';
import { type Kysely } from 'kysely';

import { type Tables } from './tables';

interface AnyHome {
  /** On the embedded home a transaction holds the only connection: nothing in it may wait for a network, and it must use its own `tx`. */
  readonly db: Kysely<Tables>;
  /**
   * Runs what nobody is told of before something later is committed: it does not wait for the disk. A process that ends loses nothing of it; the
   * power may take it back, together with whatever came after, until the next commit. Not within a transaction.
   */
  readonly inHaste: <Result>(work: (db: Kysely<Tables>) => Promise<Result>) => Promise<Result>;
  /** Settles when everything that was committed by now, be it in haste, is on the disk; the event loop goes on meanwhile. */
  readonly onDisk: () => Promise<void>;
  /** Rejects where the database does not answer, or the disk has failed. */
  readonly check: () => Promise<void>;
  /** Waits for what is under way. */
  readonly close: () => Promise<void>;
}

export interface EmbeddedHome extends AnyHome {
  readonly kind: 'embedded';
  /** The same connection as `db`, for what only SQLite has: backup, vacuum, checkpoint. */
  readonly file: Database;
}

export interface PostgresHome extends AnyHome {
  readonly kind: 'postgres';
}

export type Home = EmbeddedHome | PostgresHome;
