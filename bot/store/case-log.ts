/** The log of a case: what a change adds to it, and what the whole of it says. What a disk gives back is checked, because it is outside data. */
import { type Kysely, type Selectable } from 'kysely';
import { z } from 'zod';

import {
  CASE_SCHEMA,
  type CaseEvidence,
  CAUSE_IDS,
  type CauseId,
  MAX_KEPT_READINGS,
  type NextCommand,
} from '../../analyzers/index';
import { ServiceError } from '../service-error';
import { caseId } from './case-id';
import { type Tables } from './tables';

/** Every entry brings a reading or a report, so older ones than these could hardly count any more. */
export const MAX_FOLDED_ENTRIES = 2 * MAX_KEPT_READINGS;
/** Far more than people press in one case. */
export const MAX_FOLDED_ACTIONS = 1000;

export interface NewEntry {
  readonly kind: Tables['case_entries']['kind'];
  /** JSON */
  readonly body: string;
}

/** What came between two states of a case; the earlier readings and reports of `after` are those of `before`. */
export function entriesBetween(before: CaseEvidence, after: CaseEvidence): readonly NewEntry[] {
  const readings = after.readings.filter(({ call }) => call > before.calls);
  const reports = appended(before.uploads, after.uploads);
  const server = serverOf(after);
  return [
    ...(server === null || server === serverOf(before) ? [] : [{ kind: 'server' as const, body: server }]),
    ...(readings.length + reports.length === 0
      ? []
      : [{ kind: 'evidence' as const, body: JSON.stringify({ schema: CASE_SCHEMA, readings, reports }) }]),
    ...after.setAside.filter((cause) => !before.setAside.includes(cause)).map((cause) => judged('set-aside', cause)),
    ...before.setAside.filter((cause) => !after.setAside.includes(cause)).map((cause) => judged('taken-back', cause)),
  ];
}

const judged = (action: CauseAction['action'], cause: CauseId): NewEntry => ({
  kind: 'action',
  body: JSON.stringify({ action, cause } satisfies CauseAction),
});

/** JSON of the addresses; null where nobody has told them. */
export const serverOf = ({ serverIpv4, serverIpv4Second }: CaseEvidence): string | null =>
  serverIpv4 === null ? null : JSON.stringify({ serverIpv4, serverIpv4Second });

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

/** Throws a ServiceError where the log cannot be read by this release. */
export async function foldedEvidence(db: Kysely<Tables>, row: Selectable<Tables['cases']>): Promise<CaseEvidence> {
  const evidence = evidenceOf(row, await newestBodies(db, row.number, 'evidence', MAX_FOLDED_ENTRIES));
  return { ...evidence, setAside: await setAsideIn(db, row.number) };
}

/** The bodies of the newest `limit` entries of a kind, the oldest of them first. */
async function newestBodies(
  db: Kysely<Tables>,
  number: number,
  kind: NewEntry['kind'],
  limit: number,
): Promise<readonly string[]> {
  const newestFirst = await db
    .selectFrom('case_entries')
    .select('body')
    .where('case_number', '=', number)
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return newestFirst.map(({ body }) => body).reverse();
}

/** What a person said of a cause: that it is not this, or that it may be this after all. */
const causeAction = z.object({ action: z.enum(['set-aside', 'taken-back']), cause: z.enum(CAUSE_IDS) });
type CauseAction = z.output<typeof causeAction>;

/** An action that this release does not know is of a newer one that ran beside it, and changes nothing here. */
async function setAsideIn(db: Kysely<Tables>, number: number): Promise<readonly CauseId[]> {
  const aside = new Set<CauseId>();
  for (const body of await newestBodies(db, number, 'action', MAX_FOLDED_ACTIONS)) {
    const { action, cause } = causeAction.safeParse(parsed(body)).data ?? {};
    if (cause === undefined) continue;
    // Said again it stands last.
    aside.delete(cause);
    if (action === 'set-aside') aside.add(cause);
  }
  return [...aside];
}

/** The inside of a reading is not checked: only this program writes it, and the version changes with the shape. */
const evidenceBody = z.object({
  schema: z.literal(CASE_SCHEMA),
  readings: z.array(z.unknown()),
  reports: z.array(z.unknown()),
});
const server = z.object({ serverIpv4: z.string(), serverIpv4Second: z.string().nullable() });
const awaited = z.looseObject({ id: z.string(), command: z.string() });

function evidenceOf(row: Selectable<Tables['cases']>, bodies: readonly string[]): Omit<CaseEvidence, 'setAside'> {
  const id = caseId(row.number);
  const entries = bodies.map((body) => checked(evidenceBody, body, id));
  return {
    schema: CASE_SCHEMA,
    calls: row.calls,
    ...(row.server === null ? { serverIpv4: null, serverIpv4Second: null } : checked(server, row.server, id)),
    readings: entries.flatMap(({ readings }) => readings).slice(-MAX_KEPT_READINGS) as CaseEvidence['readings'],
    uploads: entries.flatMap(({ reports }) => reports).slice(-MAX_KEPT_READINGS) as CaseEvidence['uploads'],
    awaited: row.awaited === null ? null : (checked(awaited, row.awaited, id) as unknown as NextCommand),
  };
}

function checked<Value>(schema: z.ZodType<Value>, json: string, id: string): Value {
  const value = schema.safeParse(parsed(json));
  if (value.success) return value.data;
  throw new ServiceError(
    'case-unreadable',
    `Case ${id} was kept by another release, or is damaged, and cannot be read by this one.`,
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
