/** What the two homes call the same column: SQLite's integers have eight bytes, PostgreSQL's four. */
import { type ColumnDefinitionBuilder } from 'kysely';

export type HomeKind = 'embedded' | 'postgres';

export interface ColumnKinds {
  /** Milliseconds since 1970, and every other number that may outgrow four bytes. */
  readonly long: 'integer' | 'bigint';
  /** A primary key that the home counts itself and that takes a number which is given, so that rows can be moved with theirs. */
  readonly counted: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
}

export const COLUMN_KINDS: Readonly<Record<HomeKind, ColumnKinds>> = {
  embedded: { long: 'integer', counted: (column) => column.primaryKey().autoIncrement() },
  postgres: { long: 'bigint', counted: (column) => column.primaryKey().generatedByDefaultAsIdentity() },
};
