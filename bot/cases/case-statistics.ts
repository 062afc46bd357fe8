/** Counted facts become statistics: cases by week, the steps that failed, the causes that were true, the commands until the cause. */
import { type CountedFact, type Fact, weekOf } from '../store/case-figures';

export interface Counted {
  /** The id of a step or of a cause. */
  readonly id: string;
  readonly count: number;
}

export interface PeriodFigures {
  readonly cases: number;
  readonly failedSteps: readonly Counted[];
  /** As people said who closed a case as solved; the most frequent first, as everywhere. */
  readonly trueCauses: readonly Counted[];
  readonly commandsToCause: {
    /** In how many cases a cause was confirmed. */
    readonly cases: number;
    /** The middle number of commands that had been read by then; null where there is none. */
    readonly median: number | null;
  };
}

export interface CaseStatistics {
  /** The newest last; a week without a case is there too. */
  readonly weeks: readonly (PeriodFigures & { /** Its Monday, YYYY-MM-DD. */ readonly week: string })[];
  readonly total: PeriodFigures;
}

export const WEEKS_SHOWN = 12;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** `now` in milliseconds since 1970; the total is of all facts, older ones than the weeks too. */
export function caseStatistics(facts: readonly CountedFact[], now: number): CaseStatistics {
  const newest = weekOf(now);
  const mondays = Array.from({ length: WEEKS_SHOWN }, (_, index) => newest - (WEEKS_SHOWN - 1 - index) * WEEK_MS);
  return {
    weeks: mondays.map((monday) => ({
      week: new Date(monday).toISOString().slice(0, 10),
      ...figuresOf(facts.filter(({ week }) => week === monday)),
    })),
    total: figuresOf(facts),
  };
}

function figuresOf(facts: readonly CountedFact[]): PeriodFigures {
  const commands = counted(facts, 'commands-to-cause');
  return {
    cases: sum(counted(facts, 'case')),
    failedSteps: counted(facts, 'failed-step'),
    trueCauses: counted(facts, 'true-cause'),
    commandsToCause: { cases: sum(commands), median: medianOf(commands) },
  };
}

function counted(facts: readonly CountedFact[], wanted: Fact): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const { fact, value, count } of facts) {
    if (fact === wanted) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1));
}

const sum = (counts: readonly Counted[]): number => counts.reduce((all, { count }) => all + count, 0);

/** The lower of the two middle ones where their number is even. */
function medianOf(counts: readonly Counted[]): number | null {
  const ordered = [...counts].sort((one, other) => Number(one.id) - Number(other.id));
  let left = Math.ceil(sum(counts) / 2);
  for (const { id, count } of ordered) {
    left -= count;
    if (left <= 0) return Number(id);
  }
  return null;
}
