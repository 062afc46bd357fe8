/** Shows the work that waits, and tries dead jobs again: of the embedded home the running bot is asked, because nobody else may open it. */
import { z } from 'zod';

import { type Config } from '../config';
import { type ControlRequests } from '../control/control-server';
import { JOB_STATES, jobFigures, type JobFigures, MAX_LISTED } from '../jobs/job-figures';
import { type JobEngine } from '../jobs/job-engine';
import { openJobEngine } from '../jobs/open-job-engine';
import { RefusedError } from '../refused-error';
import { type Home } from '../store/home';
import { askBotOrHome } from './home-of-operator';
import { textColumns } from './text-columns';

const FIGURES_REQUEST = 'status';
const RETRY_REQUEST = 'retry-dead-jobs';
const USAGE =
  'Write npm run status, or with what is to be tried again: npm run status -- --retry ID, npm run status -- --retry all';

/** What the running bot does for it. `now` gives milliseconds since 1970. */
export const statusRequests = (home: Home, jobs: Pick<JobEngine, 'retryDead'>, now: () => number): ControlRequests => ({
  [FIGURES_REQUEST]: () => jobFigures(home.db, now()),
  [RETRY_REQUEST]: (argument) => jobs.retryDead(idOf(z.string().safeParse(argument).data)),
});

/** The words are none, or `--retry` and the id of a dead job, or `--retry all`. */
export async function status(config: Config, words: readonly string[]): Promise<string> {
  const [option, which, ...more] = words;
  if (option === undefined) {
    const request = { name: FIGURES_REQUEST, argument: null, reply: figures };
    return described(await askBotOrHome(config, request, (home) => jobFigures(home.db, Date.now())));
  }
  if (option !== '--retry' || more.length > 0) throw new RefusedError('status-usage', USAGE);
  const id = idOf(which);
  const count = await retried(config, which ?? '', id);
  if (count > 0) return `${count} ${count === 1 ? 'job is' : 'jobs are'} tried again.`;
  throw new RefusedError('no-dead-job', id === null ? 'No job is dead.' : `No dead job has the id ${id}. ${USAGE}`);
}

/** null for all of them. */
function idOf(which: string | undefined): string | null {
  if (which === 'all') return null;
  if (z.uuid().safeParse(which).success) return which ?? null;
  throw new RefusedError('status-usage', USAGE);
}

const retried = (config: Config, which: string, id: string | null): Promise<number> =>
  askBotOrHome(config, { name: RETRY_REQUEST, argument: which, reply: z.number() }, async (home, log) => {
    const jobs = await openJobEngine(home, config.databaseUrl, Date.now, log);
    try {
      return await jobs.retryDead(id);
    } finally {
      await jobs.stop(0);
    }
  });

const figures = z.object({
  kinds: z.array(
    z.object({
      kind: z.string(),
      states: z.record(z.enum(JOB_STATES), z.number()),
      due: z.number(),
      oldestDueMs: z.number(),
    }),
  ),
  dead: z.array(
    z.object({ id: z.string(), kind: z.string(), attempts: z.number(), why: z.string().nullable(), since: z.number() }),
  ),
});

function described({ kinds, dead }: JobFigures): string {
  const rows = [
    ['jobs', ...JOB_STATES, 'due', 'oldest due'],
    ...kinds.map(({ kind, states, due, oldestDueMs }) => [
      kind,
      ...JOB_STATES.map((state) => String(states[state])),
      String(due),
      due === 0 ? '-' : duration(oldestDueMs),
    ]),
  ];
  return [...textColumns(rows), '', ...deadLines(dead)].join('\n');
}

function deadLines(dead: JobFigures['dead']): readonly string[] {
  if (dead.length === 0) return ['No job is dead.'];
  const rows = dead.map(({ id, kind, attempts, why, since }) => [
    id,
    kind,
    `${attempts} attempts`,
    why ?? 'unknown',
    new Date(since).toISOString(),
  ]);
  const title = dead.length < MAX_LISTED ? 'Dead jobs:' : `Dead jobs, the newest ${MAX_LISTED}:`;
  return [title, ...textColumns(rows), '', 'Try again: npm run status -- --retry ID (or all)'];
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
