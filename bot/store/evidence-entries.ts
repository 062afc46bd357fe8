/**
 * What a case was told, as entries of its log: JSON that only this program writes. A case of many readings has megabytes of it, so it goes as text to
 * the thread that analyses, and is parsed there; elsewhere only where somebody looks at the readings themselves.
 */
import { z } from 'zod';

import { CASE_SCHEMA, type CaseEvidence, MAX_KEPT_READINGS } from '../../analyzers/index';
import { ServiceError } from '../service-error';

/** All that a case knows besides its readings and reports: as small after a thousand of them as after one. */
export type CaseHead = Omit<CaseEvidence, 'readings' | 'uploads'>;

export const headOf = ({ schema, calls, serverIpv4, serverIpv4Second, awaited, setAside }: CaseHead): CaseHead => ({
  schema,
  calls,
  serverIpv4,
  serverIpv4Second,
  awaited,
  setAside,
});

/** What a change brought to a case. */
export interface Brought {
  /** The entry of evidence; null where nothing was read and nothing was sent. */
  readonly entry: string | null;
  /** How many different commands the case has now the outputs of; null where nothing of that has changed. */
  readonly commands: number | null;
}

/** What `after` has more than `before`, whose readings and reports it begins with. */
export const brought = (before: CaseEvidence, after: CaseEvidence): Brought => ({
  entry: entryFor(before, after),
  commands: new Set(after.readings.map(({ command }) => command)).size,
});

function entryFor(before: CaseEvidence, after: CaseEvidence): string | null {
  const readings = after.readings.filter(({ call }) => call > before.calls);
  const reports = appended(before.uploads, after.uploads);
  return readings.length + reports.length === 0 ? null : JSON.stringify({ schema: CASE_SCHEMA, readings, reports });
}

interface Identified {
  readonly name: string;
  readonly sha256: string;
}

/** The end of `after` that `before` does not have; `before` may have lost its oldest. */
function appended<Item extends Identified>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  const same = (one: Item | undefined, other: Item | undefined): boolean =>
    one?.sha256 === other?.sha256 && one?.name === other?.name;
  for (let count = Math.max(0, after.length - before.length); count < after.length; count += 1) {
    const kept = after.length - count;
    const offset = before.length - kept;
    if (after.slice(0, kept).every((item, index) => same(item, before[offset + index]))) return after.slice(kept);
  }
  return after;
}

/** How every entry of this release begins, and how each ends. */
const BEGINNING = `{"schema":"${CASE_SCHEMA}","readings":[`;
const ENDING = ']}';

/** Throws as `evidenceOver` does where an entry is of another release or was cut off, without reading what is in it. */
export function checkEntries(entries: readonly string[], id: string): void {
  if (!entries.every((entry) => entry.startsWith(BEGINNING) && entry.endsWith(ENDING))) throw unreadable(id);
}

/** Whether anything was read from what came. */
export const readAnyIn = (entries: readonly string[]): boolean =>
  entries.some((entry) => !entry.startsWith(']', BEGINNING.length));

/**
 * The evidence of case `id`, whose readings and reports are parsed when somebody looks at them. Throws a ServiceError `case-unreadable`, then, where
 * this release cannot read them.
 */
export function evidenceOver(head: CaseHead, entries: readonly string[], id: string): CaseEvidence {
  let folded: Pick<CaseEvidence, 'readings' | 'uploads'> | null = null;
  const fold = (): Pick<CaseEvidence, 'readings' | 'uploads'> => (folded ??= foldedEntries(entries, id));
  return {
    ...headOf(head),
    get readings() {
      return fold().readings;
    },
    get uploads() {
      return fold().uploads;
    },
  };
}

/** The inside of a reading is not checked: only this program writes it, and the version changes with the shape. */
const evidenceBody = z.object({
  schema: z.literal(CASE_SCHEMA),
  readings: z.array(z.unknown()),
  reports: z.array(z.unknown()),
});

function foldedEntries(entries: readonly string[], id: string): Pick<CaseEvidence, 'readings' | 'uploads'> {
  const bodies = entries.map((entry) => checked(evidenceBody, entry, id));
  return {
    readings: bodies.flatMap(({ readings }) => readings).slice(-MAX_KEPT_READINGS) as CaseEvidence['readings'],
    uploads: bodies.flatMap(({ reports }) => reports).slice(-MAX_KEPT_READINGS) as CaseEvidence['uploads'],
  };
}

/** Throws a ServiceError where the JSON that is kept of case `id` has another shape. */
export function checked<Value>(schema: z.ZodType<Value>, json: string, id: string): Value {
  const value = schema.safeParse(parsed(json));
  if (value.success) return value.data;
  throw unreadable(id);
}

/** undefined where it is no JSON. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

const unreadable = (id: string): ServiceError =>
  new ServiceError(
    'case-unreadable',
    `Case ${id} was kept by another release, or is damaged, and cannot be read by this one.`,
  );
