/** Instances of the job engine on the home of a test, with works that a test gives. */
import { type JobEngine } from '../../bot/jobs/job-engine';
import { type JobWork, type JobWorks } from '../../bot/jobs/job';
import { openJobEngine } from '../../bot/jobs/open-job-engine';
import { createLog } from '../../bot/log';
import { type Home } from '../../bot/store/home';
import { type HomeOfTest, type OpenHome } from './homes';

export interface JobInstance {
  readonly home: Home;
  readonly jobs: JobEngine;
  readonly start: (works?: Partial<JobWorks>) => Promise<void>;
}

const NOTHING: JobWork = { run: () => Promise.resolve() };
const STOP_LIMIT_MS = 2000;

/** What `define` opens is stopped before the home is closed, also where a test fails. `now`: another clock, milliseconds since 1970. */
export function jobInstances(open: OpenHome, of: HomeOfTest): (now?: () => number) => Promise<JobInstance> {
  const started: JobEngine[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map((jobs) => jobs.stop(STOP_LIMIT_MS)));
  });
  return async (now = Date.now) => {
    const home = await open();
    const url = (await of.settings())['DATABASE_URL'] ?? null;
    const jobs = await openJobEngine(home, url, now, createLog('silent'));
    started.push(jobs);
    return {
      home,
      jobs,
      start: (works = {}) =>
        jobs.start({ 'take-in': NOTHING, send: NOTHING, prompt: NOTHING, note: NOTHING, prune: NOTHING, ...works }),
    };
  };
}

/** Rejects where it is not met within the time. */
export async function until(met: () => boolean | Promise<boolean>, limitMs = 20_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await met())) {
    if (performance.now() > end) throw new Error(`It did not come within ${limitMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
