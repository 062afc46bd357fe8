/** Within migration 002: the evidence of the first release, one document for each case, becomes entries of the case's log. */
import { type Kysely } from 'kysely';
import { z } from 'zod';

/** How many rows of the first release are carried over at a time: one case may have megabytes of evidence. */
const BATCH = 50;

/** The tables as they stand between 001 and the end of this migration. */
export interface Between {
  readonly conversations: {
    readonly key: string;
    readonly reference: string;
    readonly tenant: string | null;
    readonly scope: string;
  };
  readonly cases: {
    readonly number: number;
    readonly evidence: string;
    readonly calls: number;
    readonly server: string | null;
    readonly awaited: string | null;
    readonly awaited_since: number | null;
    readonly opened_at: number;
    readonly updated_at: number;
  };
  readonly case_entries: {
    readonly case_number: number;
    readonly call: number;
    readonly at: number;
    readonly kind: string;
    readonly body: string;
  };
}

const storedEvidence = z.object({
  schema: z.string(),
  calls: z.number(),
  serverIpv4: z.string().nullable(),
  serverIpv4Second: z.string().nullable(),
  readings: z.array(z.unknown()),
  uploads: z.array(z.unknown()),
  awaited: z.unknown(),
});

/** Adds an entry for each case that has evidence; the column stays until the migration drops it. */
export async function carryEvidence(db: Kysely<Between>): Promise<void> {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('cases')
      .select(['number', 'evidence', 'updated_at'])
      .where('number', '>', after)
      .orderBy('number')
      .limit(BATCH)
      .execute();
    for (const row of rows) {
      await carryCase(db, row);
      after = row.number;
    }
    if (rows.length < BATCH) return;
  }
}

/** What cannot be read is carried over as it stands: reading the case says so, and nothing is lost. */
async function carryCase(
  db: Kysely<Between>,
  { number, evidence, updated_at }: Pick<Between['cases'], 'number' | 'evidence' | 'updated_at'>,
): Promise<void> {
  const known = storedEvidence.safeParse(parsed(evidence)).data;
  const entry = { case_number: number, call: known?.calls ?? 0, at: updated_at, kind: 'evidence' };
  if (known === undefined) {
    await db
      .insertInto('case_entries')
      .values({ ...entry, body: evidence })
      .execute();
    await db.updateTable('cases').set({ opened_at: updated_at }).where('number', '=', number).execute();
    return;
  }
  if (known.readings.length + known.uploads.length > 0 || known.calls > 0) {
    const body = JSON.stringify({ schema: known.schema, readings: known.readings, reports: known.uploads });
    await db
      .insertInto('case_entries')
      .values({ ...entry, body })
      .execute();
  }
  const { serverIpv4, serverIpv4Second } = known;
  await db
    .updateTable('cases')
    .set({
      calls: known.calls,
      server: serverIpv4 === null ? null : JSON.stringify({ serverIpv4, serverIpv4Second }),
      awaited: known.awaited == null ? null : JSON.stringify(known.awaited),
      awaited_since: known.awaited == null ? null : updated_at,
      opened_at: updated_at,
    })
    .where('number', '=', number)
    .execute();
}

/** What is no JSON is null. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}
