/**
 * A bot of one instance is told to end while it is busy: within ten seconds it is gone, after it has said that it is not ready; what it had no time for is
 * done by the next one, once.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createLog } from '../../bot/log';
import { type Home } from '../../bot/store/home';
import { openHome } from '../../bot/store/open-home';
import { type BotBundles, bundleBot } from '../support/bot-bundles';
import { startCountingConnector } from '../support/counting-connector';
import { freePort } from '../support/free-port';
import { until } from '../support/job-instances';
import { delivered, lookAt, settingsOf, settled } from './crash-run';
import { killedBot } from './killed-bot';
import { uploadActivity } from './upload-activity';

const MAX_STOP_MS = 10_000;
const TEST_LIMIT_MS = 120_000;
/** The connector is slow, so that much is under way. */
const LATENCY_MS = 1500;
const UPLOADS = 60;
const FIRST = 7000;
const FEW_UPLOADS = 8;

let bundles: BotBundles;
beforeAll(() => {
  bundles = bundleBot(['main', 'worker', 'page']);
});
afterAll(() => bundles.remove());

it(
  `A stop with ${UPLOADS} uploads under way takes less than ${MAX_STOP_MS / 1000} s, and what it left is done once by the next process`,
  async () => {
    const connector = await startCountingConnector(LATENCY_MS);
    const dataFolder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
    const bot = killedBot(
      bundles.folder,
      await freePort(),
      settingsOf({ settings: { TUNNEL_TRIAGE_DATA: dataFolder } }),
    );
    try {
      bot.start();
      await bot.listens();
      const uploads = Array.from({ length: UPLOADS }, (_, place) =>
        uploadActivity(FIRST + 2 * place, connector.serviceUrl),
      );
      const posted = await Promise.all(uploads.map((upload) => delivered(upload, bot)));
      expect(posted).toEqual(uploads.map(() => true));
      const begun = performance.now();
      const ended = bot.stop();
      const unready: number[] = [];
      for (;;) {
        const status = await fetch(`${bot.origin}/readyz`).then(
          (response) => response.status,
          () => 0,
        );
        if (status === 0) break;
        unready.push(status);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(await ended).toBe(0);
      const took = performance.now() - begun;
      const before = connector.posted().size;
      bot.start();
      await bot.listens();
      await settled([bot]);
      await bot.stop();
      process.stdout.write(
        `stopped in ${Math.round(took)} ms, ${before} messages posted before and ${connector.posted().size - before} after\n`,
      );
      expect(took).toBeLessThan(MAX_STOP_MS);
      // The signal may come after the first look, and nothing is taken back after it.
      expect(new Set(unready.slice(unready.indexOf(503)))).toEqual(new Set([503]));
      const open = (): Promise<Home> => openHome({ databaseUrl: null, dataFolder }, createLog('silent'));
      expect(await lookAt({ open }, connector, uploads, [])).toMatchObject({
        lost: [],
        takenTwice: [],
        doubled: [],
      });
      const answered = connector.keys();
      expect(
        uploads.filter(({ conversation, number }) => !answered.has(`send/${conversation}/upload-${number}/card`)),
      ).toEqual([]);
    } finally {
      await bot.kill();
      await connector.close();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  },
  TEST_LIMIT_MS,
);

it(
  'A fault that nobody caught ends the process in order: it logs the fault without its words, hands back what it has, and the next process answers',
  async () => {
    const connector = await startCountingConnector(LATENCY_MS);
    const dataFolder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
    const faulty = join(dataFolder, 'faulty.cjs');
    writeFileSync(faulty, "process.on('SIGUSR2', () => { throw new RangeError('the words of an upload'); });");
    const bot = killedBot(
      bundles.folder,
      await freePort(),
      settingsOf({ settings: { TUNNEL_TRIAGE_DATA: dataFolder, NODE_OPTIONS: `--require=${faulty}` } }),
    );
    try {
      bot.start();
      await bot.listens();
      const uploads = Array.from({ length: FEW_UPLOADS }, (_, place) =>
        uploadActivity(FIRST + 2 * place, connector.serviceUrl),
      );
      for (const upload of uploads) expect(await delivered(upload, bot)).toBe(true);
      process.kill(bot.pid() ?? Number.NaN, 'SIGUSR2');
      const isGone = (): Promise<boolean> =>
        fetch(`${bot.origin}/healthz`).then(
          () => false,
          () => true,
        );
      await until(isGone, MAX_STOP_MS);
      expect(await bot.stop()).toBe(1);
      expect(bot.errors()).toContain('"code":"uncaught","cause":"RangeError"');
      expect(bot.errors()).not.toContain('the words of an upload');
      bot.start();
      await bot.listens();
      await settled([bot]);
      expect(await bot.stop()).toBe(0);
      const open = (): Promise<Home> => openHome({ databaseUrl: null, dataFolder }, createLog('silent'));
      expect(await lookAt({ open }, connector, uploads, [])).toMatchObject({ lost: [], takenTwice: [], doubled: [] });
    } finally {
      await bot.kill();
      await connector.close();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  },
  TEST_LIMIT_MS,
);
