/** Brings the schema of a home up to this program, and finds out first whether a newer program has been there. */
import { type Kysely, type Migration, Migrator } from 'kysely';

import { type HomeKind } from './migrations/column-kinds';
import { mayStayBeside, migrationsFor } from './migrations/registry';
import { type Tables } from './tables';

export interface SchemaState {
  /** Migrations of this program that the home lacks, in order. */
  readonly pending: readonly string[];
  /** Migrations of the home that this program does not have, in order. */
  readonly unknown: readonly string[];
}

const APPLIED = 'kysely_migration';

/** Reads only. */
export async function schemaState(db: Kysely<Tables>, home: HomeKind): Promise<SchemaState> {
  const own = Object.keys(migrationsFor(home)).sort();
  const applied = await appliedMigrations(db);
  return {
    pending: own.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !own.includes(name)).sort(),
  };
}

/** The first migration of the home beside which this program cannot work; null where it may go on. */
export function stoppedBy({ unknown }: SchemaState, home: HomeKind): string | null {
  // A file has one owner, so nothing is gained by an older program that goes on beside a newer schema.
  if (home === 'embedded') return unknown[0] ?? null;
  const newest = Object.keys(migrationsFor(home)).sort().at(-1) ?? '';
  return unknown.find((name) => !mayStayBeside(name, newest)) ?? null;
}

/** Rejects with the database's own error. Several processes may do this at once: the home has a lock for it. */
export async function migrate(db: Kysely<Tables>, home: HomeKind): Promise<void> {
  const { unknown } = await schemaState(db, home);
  // Kysely calls a migration that it does not know a corruption; those beside which we may stay are given to it as done.
  const done: Readonly<Record<string, Migration>> = Object.fromEntries(unknown.map((name) => [name, { up: nothing }]));
  const provider = { getMigrations: () => Promise.resolve({ ...done, ...migrationsFor(home) }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error as Error; // as the driver threw it
}

const nothing = (): Promise<void> => Promise.resolve();

async function appliedMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === APPLIED)) return [];
  const rows = await db
    .withTables<Record<typeof APPLIED, { readonly name: string }>>()
    .selectFrom(APPLIED)
    .select('name')
    .execute();
  return rows.map(({ name }) => name);
}
