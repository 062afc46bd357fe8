/** A transaction of the store, for whoever takes part in one without knowing the database client. */
import { type Transaction } from 'kysely';

import { type Tables } from './tables';

export type StoreTransaction = Transaction<Tables>;
