/** A home: where everything that is kept lives, an embedded file or PostgreSQL, with the same tables in both. */
import { type Kysely } from 'kysely';

import { type HomeKind } from './migrations/column-kinds';
import { type Tables } from './tables';

export interface Home {
  readonly kind: HomeKind;
  /** On the embedded home a transaction holds the only connection: nothing in it may wait for a network, and it must use its own `tx`. */
  readonly db: Kysely<Tables>;
  /** Rejects where the database does not answer. */
  readonly check: () => Promise<void>;
  /** Waits for what is under way. */
  readonly close: () => Promise<void>;
}
