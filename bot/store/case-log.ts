/** The log of a case: what a change adds to it, and what the whole of it says. What a disk gives back is checked, because it is outside data. */
import { type Kysely, type Selectable } from 'kysely';
import { z } from 'zod';

import { CASE_SCHEMA, CAUSE_IDS, type CauseId, MAX_KEPT_READINGS, type NextCommand } from '../../analyzers/index';
import { caseId } from './case-id';
import { compiledOnce, type Given } from './compiled-once';
import { type CaseHead, checked, checkEntries, parsed } from './evidence-entries';
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

/** What came between two states of a case; `evidence` is the entry for what was read meanwhile. */
export function entriesBetween(before: CaseHead, after: CaseHead, evidence: string | null): readonly NewEntry[] {
  const server = serverOf(after);
  return [
    ...(server === null || server === serverOf(before) ? [] : [{ kind: 'server' as const, body: server }]),
    ...(evidence === null ? [] : [{ kind: 'evidence' as const, body: evidence }]),
    ...after.setAside.filter((cause) => !before.setAside.includes(cause)).map((cause) => judged('set-aside', cause)),
    ...before.setAside.filter((cause) => !after.setAside.includes(cause)).map((cause) => judged('taken-back', cause)),
  ];
}

const judged = (action: CauseAction['action'], cause: CauseId): NewEntry => ({
  kind: 'action',
  body: JSON.stringify({ action, cause } satisfies CauseAction),
});

/** JSON of the addresses; null where nobody has told them. */
export const serverOf = ({ serverIpv4, serverIpv4Second }: CaseHead): string | null =>
  serverIpv4 === null ? null : JSON.stringify({ serverIpv4, serverIpv4Second });

/** The log of a case as far as it still counts, its entries of evidence as they lie there. */
export interface CaseLog {
  readonly head: CaseHead;
  /** JSON, the oldest first. */
  readonly entries: readonly string[];
}

/** Rejects with a ServiceError where the log is none that this release can read. */
export async function caseLog(db: Kysely<Tables>, row: Selectable<Tables['cases']>): Promise<CaseLog> {
  const entries = await newestBodies(db, row.number, 'evidence', MAX_FOLDED_ENTRIES);
  const id = caseId(row.number);
  checkEntries(entries, id);
  return { head: { ...headIn(row, id), setAside: await setAsideIn(db, row.number) }, entries };
}

/** The bodies of the newest `limit` entries of a kind, the oldest of them first. */
async function newestBodies(
  db: Kysely<Tables>,
  number: number,
  kind: NewEntry['kind'],
  limit: number,
): Promise<readonly string[]> {
  const { rows: newestFirst } = await newestRows(db, { number, kind, limit });
  return newestFirst.map(({ body }) => body).reverse();
}

interface NewestOf extends Pick<NewEntry, 'kind'> {
  readonly number: number;
  readonly limit: number;
}

const newestRows = compiledOnce((db, given: Given<NewestOf>) =>
  db
    .selectFrom('case_entries')
    .select('body')
    .where('case_number', '=', given('number'))
    .where('kind', '=', given('kind'))
    .orderBy('id', 'desc')
    .limit(given('limit')),
);

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

const server = z.object({ serverIpv4: z.string(), serverIpv4Second: z.string().nullable() });
const awaited = z.looseObject({ id: z.string(), command: z.string() });

const headIn = (row: Selectable<Tables['cases']>, id: string): Omit<CaseHead, 'setAside'> => ({
  schema: CASE_SCHEMA,
  calls: row.calls,
  ...(row.server === null ? { serverIpv4: null, serverIpv4Second: null } : checked(server, row.server, id)),
  // The inside of a command is not checked: only this program writes it.
  awaited: row.awaited === null ? null : (checked(awaited, row.awaited, id) as unknown as NextCommand),
});
