/**
 * A rolling restart of two instances on one PostgreSQL, while uploads keep coming: a new one starts, the old one is told to end, and a balancer asks
 * `/readyz` where to send. Each stop takes less than ten seconds, and nothing is lost or answered twice.
 */
import { createLog } from '../../bot/log';
import { type Home } from '../../bot/store/home';
import { openHome } from '../../bot/store/open-home';
import { type BotBundles, bundleBot } from '../support/bot-bundles';
import { startCountingConnector } from '../support/counting-connector';
import { freePort } from '../support/free-port';
import { until } from '../support/job-instances';
import { NO_POSTGRES, postgresBinaries, sharedPostgres } from '../support/postgres';
import { delivered, lookAt, settingsOf, settled } from './crash-run';
import { killedBot, type KilledBot } from './killed-bot';
import { uploadActivity, type UploadActivity } from './upload-activity';

const THOROUGH = process.env['FAULTS'] === 'thorough';
const RESTARTS = THOROUGH ? 20 : 2;
const UPLOADERS = 6;
const LATENCY_MS = 100;
const MAX_STOP_MS = 10_000;
const TEST_LIMIT_MS = 60_000 + RESTARTS * 40_000;
const FIRST = 5000;
/** On a machine that is busy with other tests; the lease of one that was killed would end later. */
const ANSWER_LIMIT_MS = 45_000;

let bundles: BotBundles;
beforeAll(() => {
  bundles = bundleBot(['main', 'worker', 'page']);
});
afterAll(() => bundles.remove());

const isReady = (bot: KilledBot): Promise<boolean> =>
  fetch(`${bot.origin}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

/** As a balancer does: to one that says that it is ready. */
async function balanced(bots: readonly KilledBot[], upload: UploadActivity): Promise<boolean> {
  for (const bot of [...bots].sort(() => Math.random() - 0.5)) if (await isReady(bot)) return delivered(upload, bot);
  return false;
}

(postgresBinaries === null ? it.skip : it)(
  postgresBinaries === null
    ? `SKIPPED: ${NO_POSTGRES}`
    : `${RESTARTS} rolling restarts under load lose and double nothing, and each stop takes less than ${MAX_STOP_MS / 1000} s`,
  async () => {
    const server = await sharedPostgres();
    const connector = await startCountingConnector(LATENCY_MS);
    const databaseUrl = await server.createDatabase();
    const settings = settingsOf({ settings: { DATABASE_URL: databaseUrl } });
    const another = async (): Promise<KilledBot> => killedBot(bundles.folder, await freePort(), settings);
    let bots = [await another(), await another()];
    const acknowledged: UploadActivity[] = [];
    let again = 0;
    let ending = false;
    let over = false;
    let next = FIRST;
    const uploader = async (): Promise<void> => {
      while (!ending) {
        const upload = uploadActivity((next += 2), connector.serviceUrl);
        let taken = await balanced(bots, upload);
        // Also when no more are begun; but where the test has failed, no bot is left that could take it.
        for (; !taken && !over; taken = await balanced(bots, upload)) {
          again += 1;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        if (taken) acknowledged.push(upload);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    };
    try {
      for (const bot of bots) bot.start();
      await Promise.all(bots.map((bot) => bot.listens()));
      const uploading = Promise.all(Array.from({ length: UPLOADERS }, uploader));
      const stops: number[] = [];
      for (let turn = 0; turn < RESTARTS; turn += 1) {
        const fresh = await another();
        fresh.start();
        await fresh.listens();
        const [old, ...others] = bots;
        bots = [...others, fresh, ...(old === undefined ? [] : [old])];
        const begun = performance.now();
        const ended = old?.stop();
        expect({ status: await ended, errors: old?.errors() }).toMatchObject({ status: 0 });
        stops.push(performance.now() - begun);
        bots = bots.filter((bot) => bot !== old);
      }
      ending = true;
      await uploading;
      for (const bot of bots) expect(await isReady(bot)).toBe(true);
      const unanswered = (): readonly UploadActivity[] => {
        const keys = connector.keys();
        return acknowledged.filter(
          ({ conversation, number }) => !keys.has(`send/${conversation}/upload-${number}/card`),
        );
      };
      // Whatever an instance that ends has handed back is taken up at once.
      await until(() => unanswered().length === 0, ANSWER_LIMIT_MS).catch(async () => {
        const jobs = await server.run(
          "select * from jobs where state in ('pending', 'running', 'dead') and kind <> 'prompt'",
          databaseUrl,
        );
        throw new Error(`Not answered: ${JSON.stringify(unanswered())} ${JSON.stringify(jobs)}`);
      });
      await settled(bots);
      for (const bot of bots) expect(await bot.stop()).toBe(0);
      const open = (): Promise<Home> => openHome({ databaseUrl, dataFolder: '' }, createLog('silent'));
      const report = await lookAt({ open }, connector, acknowledged, []);
      process.stdout.write(
        `${acknowledged.length} uploads, ${again} sent again, stops of ${stops.map((ms) => Math.round(ms)).join(', ')} ms\n`,
      );
      expect(Math.max(...stops)).toBeLessThan(MAX_STOP_MS);
      expect(acknowledged.length).toBeGreaterThan(RESTARTS * UPLOADERS);
      expect(report).toMatchObject({ lost: [], takenTwice: [], unreadableCases: [], doubled: [], unexplained: [] });
    } finally {
      ending = true;
      over = true;
      for (const bot of bots) await bot.kill();
      await connector.close();
      await server.dropDatabase(databaseUrl);
    }
  },
  TEST_LIMIT_MS,
);
