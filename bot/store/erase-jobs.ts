/** Finds the jobs that are about a conversation or a person: the payload of a job is its own business, so it is searched, not understood. */
import { type Kysely, type Selectable } from 'kysely';

import { caseId } from './case-id';
import { type Deleted, deletedFrom, together } from './deleted';
import { type Tables } from './tables';

export type StoredJob = Pick<
  Selectable<Tables['jobs']>,
  'id' | 'sequence' | 'kind' | 'key' | 'lane' | 'payload' | 'created_at'
>;

interface PlacedCase {
  readonly number: number;
  readonly conversation: string;
}

interface CaseTime extends PlacedCase {
  readonly opened_at: number;
  readonly closed_at: number;
}

/** Made while one of the cases was the one of its conversation, or names it, as what is asked for when it is closed does. */
export const isOfOneOf = (job: StoredJob, cases: readonly CaseTime[]): boolean =>
  cases.some(
    (one) =>
      (job.created_at >= one.opened_at && job.created_at <= one.closed_at && isOfConversation(job, one.conversation)) ||
      names(job, one),
  );

const names = (job: StoredJob, { number, conversation }: PlacedCase): boolean =>
  mentions(job, caseId(number)) && isOfConversation(job, conversation);

/** The kinds of jobs that say something of a case: in its conversation, and in its ticket. */
const QUOTING: ReadonlySet<string> = new Set(['send', 'note']);

/** What is to be said of one of the cases, which may quote whatever anybody sent for it. */
export const quotesOneOf = (job: StoredJob, cases: readonly PlacedCase[]): boolean =>
  QUOTING.has(job.kind) && cases.some((one) => names(job, one));

/** Payloads may have megabytes, and this many are in memory at a time. */
const BATCH = 100;

/** Looks at every job, because a payload has no index; erasure is rare. */
export async function deleteJobs(tx: Kysely<Tables>, which: (job: StoredJob) => boolean): Promise<Deleted> {
  const deleted: Deleted[] = [];
  await forEachBatch(tx, async (jobs) => {
    const ids = jobs.filter(which).map(({ id }) => id);
    if (ids.length === 0) return;
    deleted.push(deletedFrom('jobs', await tx.deleteFrom('jobs').where('id', 'in', ids).executeTakeFirst()));
  });
  return together(deleted);
}

/** As `deleteJobs` finds them. */
export async function jobsWhere(tx: Kysely<Tables>, which: (job: StoredJob) => boolean): Promise<readonly StoredJob[]> {
  const found: StoredJob[] = [];
  await forEachBatch(tx, (jobs) => {
    found.push(...jobs.filter(which));
    return Promise.resolve();
  });
  return found;
}

async function forEachBatch(tx: Kysely<Tables>, work: (jobs: readonly StoredJob[]) => Promise<void>): Promise<void> {
  for (let after = 0; ;) {
    const jobs = await tx
      .selectFrom('jobs')
      .select(['id', 'sequence', 'kind', 'key', 'lane', 'payload', 'created_at'])
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(BATCH)
      .execute();
    await work(jobs);
    after = jobs.at(-1)?.sequence ?? after;
    if (jobs.length < BATCH) return;
  }
}

/** By its lane, its key, or any value of its payload. */
export const isOfConversation = (job: StoredJob, conversation: string): boolean =>
  job.lane === conversation || (job.lane?.endsWith(`/${conversation}`) ?? false) || mentions(job, conversation);

/** Whether the key of a job has a part, or its payload a value, that is this text. */
export function mentions({ key, payload }: StoredJob, text: string): boolean {
  if (key !== null && `/${key}/`.includes(`/${text}/`)) return true;
  if (payload === 'null') return false;
  let found = false;
  try {
    JSON.parse(payload, (_, value: unknown) => {
      found ||= value === text;
      return null;
    });
  } catch {
    // What cannot be read may be about anybody, and nobody could ever do it.
    return true;
  }
  return found;
}
