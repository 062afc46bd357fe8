/**
 * What the statistics count of a case: facts without a name, a place or a number of the case. Living cases are counted as they stand; a case
 * that is deleted, by age or by erasure, leaves its facts in `counted_facts` within the same transaction, so that none counts twice.
 */
import { type Kysely } from 'kysely';

import { type Diagnosis } from '../../analyzers/index';
import { seenCases, type Viewer } from './open-cases';
import { type Tables } from './tables';

export type Fact = Tables['counted_facts']['fact'];

export interface CountedFact {
  /** Monday, 00:00 UTC, of the week in which the case was opened: milliseconds since 1970. */
  readonly week: number;
  readonly fact: Fact;
  /** The id of a step or of a cause; a number of commands; empty where the fact alone counts. */
  readonly value: string;
  readonly count: number;
}

type FigureColumns = Pick<
  Tables['cases'],
  'opened_at' | 'calls' | 'failed_step' | 'solved_cause' | 'commands_to_cause'
>;
const COLUMNS = [
  'cases.opened_at',
  'cases.calls',
  'cases.failed_step',
  'cases.solved_cause',
  'cases.commands_to_cause',
] as const;

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;
/** 1970 began on a Thursday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

export const weekOf = (at: number): number => Math.floor((at - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS;

/** What a case adds when it is kept, with the outputs of so many commands in it; null leaves what is known: the first step that failed, the commands until the first confirmed cause. */
export function figuresOf(
  diagnosis: Diagnosis | null,
  commands: number | null,
): { readonly failedStep: string | null; readonly commandsToCause: number | null } {
  const confirmed = diagnosis?.causes.some(({ confidence }) => confidence === 'confirmed') ?? false;
  return {
    failedStep: diagnosis?.failedStep ?? null,
    commandsToCause: confirmed ? commands : null,
  };
}

/** The facts of all cases, those that are gone and those that live. */
export async function allFacts(db: Kysely<Tables>): Promise<readonly CountedFact[]> {
  const gone = await db.selectFrom('counted_facts').selectAll().execute();
  const living = await db.selectFrom('cases').select(COLUMNS).execute();
  return summed([...gone, ...living.flatMap(factsOf)]);
}

/** The facts of the living cases that somebody may see: what is gone has no place any more. */
export async function seenFacts(db: Kysely<Tables>, viewer: Viewer): Promise<readonly CountedFact[]> {
  const cases = await (await seenCases(db, viewer)).clearSelect().select(COLUMNS).execute();
  return summed(cases.flatMap(factsOf));
}

/** Leaves the facts of cases that are about to be deleted. In the transaction that deletes them. */
export async function keepFacts(tx: Kysely<Tables>, numbers: readonly number[]): Promise<void> {
  const cases = await tx.selectFrom('cases').select(COLUMNS).where('number', 'in', numbers).execute();
  // In one order everywhere, so that two instances never wait for each other.
  for (const { count, ...key } of summed(cases.flatMap(factsOf))) {
    await tx
      .insertInto('counted_facts')
      .values({ ...key, count })
      .onConflict((conflict) =>
        conflict
          .columns(['week', 'fact', 'value'])
          .doUpdateSet((row) => ({ count: row('counted_facts.count', '+', count) })),
      )
      .execute();
  }
}

/** A case in which nothing came is none: every conversation has an open one from its first word on. */
function factsOf({
  opened_at,
  calls,
  failed_step,
  solved_cause,
  commands_to_cause,
}: FigureColumns): readonly CountedFact[] {
  if (calls === 0) return [];
  const week = weekOf(opened_at);
  const fact = (name: Fact, value: string | number | null): readonly CountedFact[] =>
    value === null ? [] : [{ week, fact: name, value: String(value), count: 1 }];
  return [
    ...fact('case', ''),
    ...fact('failed-step', failed_step),
    ...fact('true-cause', solved_cause),
    ...fact('commands-to-cause', commands_to_cause),
  ];
}

function summed(facts: readonly CountedFact[]): readonly CountedFact[] {
  const sums = new Map<string, CountedFact>();
  for (const one of facts) {
    const key = [String(one.week).padStart(16, '0'), one.fact, one.value].join('\u0000');
    sums.set(key, { ...one, count: one.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, fact]) => fact);
}
