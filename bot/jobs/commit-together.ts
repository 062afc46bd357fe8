/**
 * A commit of the embedded home is worth the wait for the disk, so transactions that come at the same moment share one, and each is still undone
 * alone. The next ones are made while the disk is waited for.
 */
import { sql } from 'kysely';
import { AsyncResource } from 'node:async_hooks';

import { type Home } from '../store/home';
import { type StoreTransaction } from '../store/store-transaction';

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

export function commitTogether(home: Pick<Home, 'inHaste' | 'onDisk'>): RunTransaction {
  const waiting: Waiting[] = [];
  let draining = false;
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) await commit(home, waiting.splice(0, MAX_TOGETHER));
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

/** Settles when they are committed, and what they wait for when that is on the disk. Never rejects. */
async function commit(
  { inHaste, onDisk }: Pick<Home, 'inHaste' | 'onDisk'>,
  together: readonly Waiting[],
): Promise<void> {
  const fail = (error: unknown): void => {
    for (const { reject } of together) reject(error);
  };
  try {
    const settle = await inHaste((db) =>
      db.transaction().execute(async (tx) => {
        const settled: (() => void)[] = [];
        for (const { run } of together) settled.push(await run(tx, together.length > 1));
        return settled;
      }),
    );
    onDisk().then(() => {
      for (const each of settle) each();
    }, fail);
  } catch (error) {
    fail(error);
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
