/** Copies every table of one home into another, with its numbers, and proves that the copy is the same. */
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

import { ServiceError } from '../service-error';
import { type Home } from './home';
import { type TableName, type Tables } from './tables';

interface CopiedTable {
  readonly table: TableName;
  /** The columns that name a row. */
  readonly key: readonly [string, ...string[]];
  /** Whether the home counts the key itself. */
  readonly counted?: true;
}

/** Every table, in an order in which what is referred to comes first. The tables of the job engine are not: it makes them anew from `jobs`. */
export const COPIED_TABLES: readonly CopiedTable[] = [
  { table: 'settings', key: ['scope'] },
  { table: 'conversations', key: ['key'] },
  { table: 'people', key: ['key'] },
  { table: 'cases', key: ['number'], counted: true },
  { table: 'case_entries', key: ['id'], counted: true },
  { table: 'seen_activities', key: ['conversation', 'activity'] },
  { table: 'jobs', key: ['sequence'], counted: true },
  { table: 'follow_ups', key: ['id'], counted: true },
  { table: 'audit', key: ['id'], counted: true },
  { table: 'api_keys', key: ['number'], counted: true },
  { table: 'rate_limits', key: ['key'] },
  { table: 'ticket_stand_ins', key: ['ticket'] },
  { table: 'idempotency_keys', key: ['caller', 'key'] },
  { table: 'case_stand_ins', key: ['case_number'] },
  { table: 'counted_facts', key: ['week', 'fact', 'value'] },
];

/** Rows in one statement: an entry may have megabytes, and SQLite binds at most 32,766 values. */
const BATCH = 100;

/** How many rows of a table, and a sum over them that does not depend on their order. */
export interface TableSum {
  readonly table: TableName;
  readonly rows: number;
  readonly checksum: string;
}

type Row = Readonly<Record<string, unknown>>;
/** Tables that are only known by name when they are copied. */
type AnyTables = Record<string, Row>;

/** Where a copy comes from or goes to: its database, or better a transaction, because other work would be seen in the middle of it. */
export interface CopySide {
  readonly kind: Home['kind'];
  readonly db: Kysely<Tables>;
}

/** The tables that hold something. */
export async function filledTables(db: Kysely<Tables>): Promise<readonly TableName[]> {
  const filled: TableName[] = [];
  for (const { table } of COPIED_TABLES) {
    if ((await untyped(db).selectFrom(table).select(sql.lit(1).as('one')).limit(1).executeTakeFirst()) !== undefined) {
      filled.push(table);
    }
  }
  return filled;
}

/** `to` must be empty. Rejects with a ServiceError where what was written is not what was read. */
export async function copyTables(from: CopySide, to: CopySide): Promise<readonly TableSum[]> {
  const sums: TableSum[] = [];
  for (const copied of COPIED_TABLES) {
    const read = await summed(from.db, copied, async (rows) => {
      await untyped(to.db).insertInto(copied.table).values(rows).execute();
    });
    const written = await summed(to.db, copied, () => Promise.resolve());
    if (read.rows !== written.rows || read.checksum !== written.checksum) throw notTheSame(read, written);
    if (copied.counted === true) await setCounter(to, copied, await counterOf(from, copied));
    sums.push(read);
  }
  return sums;
}

const notTheSame = (read: TableSum, written: TableSum): ServiceError =>
  new ServiceError(
    'copy-differs',
    `The copy of the table ${read.table} differs (${read.rows} rows ${read.checksum}, written ${written.rows} rows ${written.checksum}): nothing was kept of it.`,
  );

const untyped = (db: Kysely<Tables>): Kysely<AnyTables> => db as unknown as Kysely<AnyTables>;

async function summed(
  db: Kysely<Tables>,
  { table, key }: CopiedTable,
  take: (rows: readonly Row[]) => Promise<void>,
): Promise<TableSum> {
  let last: Row | undefined;
  let count = 0;
  let sum = 0n;
  for (;;) {
    const rows = await after(db, table, key, last);
    if (rows.length > 0) await take(rows);
    for (const row of rows) sum = (sum + digest(row)) & SUM_MASK;
    count += rows.length;
    last = rows.at(-1);
    if (rows.length < BATCH) return { table, rows: count, checksum: sum.toString(16).padStart(32, '0') };
  }
}

async function after(
  db: Kysely<Tables>,
  table: TableName,
  key: CopiedTable['key'],
  last: Row | undefined,
): Promise<readonly Row[]> {
  const columns = key.map((column) => sql.ref(column));
  const all = untyped(db).selectFrom(table).selectAll().limit(BATCH);
  const ordered = columns.reduce((query, column) => query.orderBy(column), all);
  if (last === undefined) return ordered.execute();
  const values = key.map((column) => last[column]);
  return ordered.where(sql<boolean>`(${sql.join(columns)}) > (${sql.join(values)})`).execute();
}

/** 128 bits. */
const SUM_MASK = (1n << 128n) - 1n;

/** The homes give the columns of a row in different orders. */
function digest(row: Row): bigint {
  const columns = Object.keys(row).sort();
  const text = JSON.stringify(columns.map((column) => [column, row[column]]));
  return BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 32)}`);
}

/** The highest number that was ever given, also to a row that is gone: the id of an erased case must not come back. */
async function counterOf({ kind, db }: CopySide, { table, key: [column] }: CopiedTable): Promise<number> {
  if (kind === 'embedded') {
    const { rows } = await sql<{ readonly seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(
      db,
    );
    return rows[0]?.seq ?? 0;
  }
  const { rows } = await sql<{ readonly given: number | null }>`
    select pg_sequence_last_value(pg_get_serial_sequence(${table}, ${column})::regclass) as given`.execute(db);
  return rows[0]?.given ?? 0;
}

async function setCounter({ kind, db }: CopySide, { table, key: [column] }: CopiedTable, given: number): Promise<void> {
  if (given === 0) return;
  if (kind === 'embedded') {
    await sql`delete from sqlite_sequence where name = ${table}`.execute(db);
    await sql`insert into sqlite_sequence (name, seq) values (${table}, ${given})`.execute(db);
    return;
  }
  await sql`select setval(pg_get_serial_sequence(${table}, ${column}), ${given})`.execute(db);
}
