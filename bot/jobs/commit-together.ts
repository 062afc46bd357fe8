/** The embedded home waits for the disk at each commit, so transactions that come at the same moment share one, and each is still undone alone. */
import { AsyncResource } from 'node:async_hooks';
import { type Kysely, sql } from 'kysely';

import { type StoreTransaction } from '../store/store-transaction';
import { type Tables } from '../store/tables';

/** Settles when what was done is on the disk; what it rejects with has undone everything of this work. */
export type RunTransaction = <Result>(work: (tx: StoreTransaction) => Promise<Result>) => Promise<Result>;

/** The first of them waits for the last. */
export const MAX_TOGETHER = 32;
/** How long the first waits for others, in milliseconds: about what a disk takes, and nothing that a person would notice. */
export const GATHER_MS = 2;

interface Waiting {
  /** Gives how to settle it once the commit is done. */
  readonly run: (tx: StoreTransaction, shared: boolean) => Promise<() => void>;
  readonly reject: (error: unknown) => void;
}

export function commitTogether(db: Kysely<Tables>): RunTransaction {
  const waiting: Waiting[] = [];
  let draining = false;
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) await commit(db, waiting.splice(0, MAX_TOGETHER));
    draining = false;
  };
  return (work) =>
    new Promise((resolve, reject) => {
      // Each goes on as part of what it was begun in, not of what the first of them was.
      const run: Waiting['run'] = AsyncResource.bind((tx, shared) => alone(tx, shared, work, resolve, reject));
      waiting.push({ run, reject });
      if (draining) return;
      draining = true;
      setTimeout(() => void drain(), GATHER_MS);
    });
}

/** Never rejects. */
async function commit(db: Kysely<Tables>, together: readonly Waiting[]): Promise<void> {
  try {
    const settle = await db.transaction().execute(async (tx) => {
      const settled: (() => void)[] = [];
      for (const { run } of together) settled.push(await run(tx, together.length > 1));
      return settled;
    });
    for (const each of settle) each();
  } catch (error) {
    for (const { reject } of together) reject(error);
  }
}

async function alone<Result>(
  tx: StoreTransaction,
  shared: boolean,
  work: (tx: StoreTransaction) => Promise<Result>,
  resolve: (result: Result) => void,
  reject: (error: unknown) => void,
): Promise<() => void> {
  // Whoever has the transaction alone undoes it by undoing all of it.
  if (!shared) {
    const result = await work(tx);
    return () => resolve(result);
  }
  await sql`savepoint alone`.execute(tx);
  try {
    const result = await work(tx);
    await sql`release alone`.execute(tx);
    return () => resolve(result);
  } catch (error) {
    await sql`rollback to alone`.execute(tx);
    await sql`release alone`.execute(tx);
    return () => reject(error);
  }
}
