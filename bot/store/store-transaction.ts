/** A transaction of the store, and its rows, for whoever takes part in one without knowing the database client. */
import { type Selectable, type Transaction } from 'kysely';

import { type TableName, type Tables } from './tables';

export type StoreTransaction = Transaction<Tables>;

/** What a table gives back. */
export type RowOf<Name extends TableName> = Selectable<Tables[Name]>;
