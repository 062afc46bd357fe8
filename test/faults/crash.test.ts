/**
 * Killed at random moments, the bot loses nothing that it has acknowledged. `npm run test:faults` does it a hundred times in each home;
 * otherwise a few times, so that it fits beside the other tests.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createLog } from '../../bot/log';
import { openHome } from '../../bot/store/open-home';
import { type BotBundles, bundleBot } from '../support/bot-bundles';
import { NO_POSTGRES, postgresBinaries, startPostgres } from '../support/postgres';
import { crashRun, type CrashReport } from './crash-run';

const KILLS = Number(process.env['CRASH_KILLS'] ?? (process.env['FAULTS'] === 'thorough' ? 100 : 6));
const SEED = Number(process.env['CRASH_SEED'] ?? 20_261_124);
/** A start takes seconds where the machine is busy. */
const LIMIT_MS = 120_000 + KILLS * 15_000;
/** Of a process that is killed at most so many messages are posted and not recorded. */
const UNRECORDED_FOR_EACH_DEATH = 5;

let bundles: BotBundles;
beforeAll(() => {
  bundles = bundleBot(['main', 'worker', 'page']);
});
afterAll(() => bundles.remove());

function expectNothingLost(report: CrashReport): void {
  process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
  expect(report).toMatchObject({
    lost: [],
    takenTwice: [],
    unreadableCases: [],
    promptsNotSent: [],
    unexplained: [],
    jobsNotEnded: [],
  });
  expect(report.acknowledged).toBeGreaterThan(0);
  expect(report.promptsSent).toBeGreaterThan(0);
  expect(report.doubled.length).toBeLessThanOrEqual(UNRECORDED_FOR_EACH_DEATH * (report.kills + 1));
}

describe(`A bot that is killed ${KILLS} times`, () => {
  it(
    'loses nothing of the embedded home',
    async () => {
      const dataFolder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
      const report = await crashRun({
        bundles: bundles.folder,
        settings: { TUNNEL_TRIAGE_DATA: dataFolder },
        open: () => openHome({ databaseUrl: null, dataFolder }, createLog('silent')),
        kind: 'embedded',
        instances: 1,
        kills: KILLS,
        seed: SEED,
      });
      expectNothingLost(report);
      expect(report.startedAgain).toBe(0);
      rmSync(dataFolder, { recursive: true, force: true });
    },
    LIMIT_MS,
  );

  const onPostgres = postgresBinaries === null ? it.skip : it;
  onPostgres(
    postgresBinaries === null ? `SKIPPED: ${NO_POSTGRES}` : 'loses nothing of a PostgreSQL that is restarted meanwhile',
    async () => {
      const server = await startPostgres({ flushed: true });
      try {
        const databaseUrl = await server.createDatabase();
        const report = await crashRun({
          bundles: bundles.folder,
          settings: { DATABASE_URL: databaseUrl },
          open: () => openHome({ databaseUrl, dataFolder: '' }, createLog('silent')),
          kind: 'postgres',
          instances: 2,
          kills: KILLS,
          seed: SEED,
          inTheMiddle: () => {
            server.halt('immediate');
            server.resume();
            return Promise.resolve();
          },
        });
        expectNothingLost(report);
      } finally {
        server.remove();
      }
    },
    LIMIT_MS,
  );
});
