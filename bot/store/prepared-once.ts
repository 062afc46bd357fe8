/** Statements of the embedded file, prepared once: the same few dozen are run for every turn, and SQLite prepares them anew where the schema changed. */
import type Database from 'better-sqlite3';
import { type SqliteDatabase, type SqliteStatement } from 'kysely';

/** More than this program has; a query with a list in it has a text for each length. */
export const MAX_PREPARED = 500;

export function preparedOnce(file: Database.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => file.close(),
    prepare: (text) => {
      const known = prepared.get(text);
      if (known !== undefined) return known;
      if (prepared.size >= MAX_PREPARED) prepared.clear();
      const statement = file.prepare<readonly unknown[]>(text);
      prepared.set(text, statement);
      return statement;
    },
  };
}
