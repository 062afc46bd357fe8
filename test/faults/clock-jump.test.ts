/**
 * The clock of the machine jumps while the bot works: a day forward, and an hour back. Nothing that was acknowledged is lost or answered twice, what comes
 * afterwards is answered at once, and the follow-ups that a day brings are sent once. `Date` is moved in the process, as a machine's clock moves it;
 * timers and the monotonic clock go on.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createLog } from '../../bot/log';
import { type Home } from '../../bot/store/home';
import { openHome } from '../../bot/store/open-home';
import { type BotBundles, bundleBot } from '../support/bot-bundles';
import { type CountingConnector, startCountingConnector } from '../support/counting-connector';
import { freePort } from '../support/free-port';
import { until } from '../support/job-instances';
import { delivered, lookAt, settingsOf, settled } from './crash-run';
import { killedBot, type KilledBot } from './killed-bot';
import { uploadActivity, type UploadActivity } from './upload-activity';

const HOUR_MS = 3_600_000;
const TEST_LIMIT_MS = 120_000;
/** What comes after a jump is answered within this, which no wait for the clock is. */
const AT_ONCE_MS = 30_000;
const AT_A_TIME = 10;

let bundles: BotBundles;
let connector: CountingConnector;
let dataFolder: string;
let clock: string;
let bot: KilledBot;

beforeAll(async () => {
  bundles = bundleBot(['main', 'worker', 'page']);
  connector = await startCountingConnector(20);
});
afterAll(async () => {
  await connector.close();
  bundles.remove();
});
beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  clock = join(dataFolder, 'clock');
  writeFileSync(clock, '0');
  bot = killedBot(bundles.folder, await freePort(), {
    ...settingsOf({ settings: { TUNNEL_TRIAGE_DATA: dataFolder } }),
    CLOCK_FILE: clock,
    NODE_OPTIONS: `--require ${join(__dirname, '../support/redirect-to-loopback.cjs')}`,
  });
  bot.start();
  await bot.listens();
});
afterEach(async () => {
  await bot.kill();
  rmSync(dataFolder, { recursive: true, force: true });
});

const isAnswered = ({ conversation, number }: UploadActivity): boolean =>
  connector.keys().has(`send/${conversation}/upload-${number}/card`);

const prompts = (): number => [...connector.posted().keys()].filter((key) => key.startsWith('send/prompt/')).length;

/** Posts so many at once, jumps while they are worked on, and posts as many again. */
async function jump(first: number, milliseconds: number): Promise<readonly UploadActivity[]> {
  const numbers = Array.from({ length: 2 * AT_A_TIME }, (_, place) => first + 2 * place);
  const uploads = numbers.map((number) => uploadActivity(number, connector.serviceUrl));
  const [before, after] = [uploads.slice(0, AT_A_TIME), uploads.slice(AT_A_TIME)];
  expect(await Promise.all(before.map((upload) => delivered(upload, bot)))).toEqual(before.map(() => true));
  writeFileSync(clock, String(milliseconds));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await Promise.all(after.map((upload) => delivered(upload, bot)))).toEqual(after.map(() => true));
  await until(() => uploads.every(isAnswered), AT_ONCE_MS);
  return uploads;
}

async function expectAllKept(uploads: readonly UploadActivity[]): Promise<void> {
  await settled([bot]);
  await bot.stop();
  const open = (): Promise<Home> => openHome({ databaseUrl: null, dataFolder }, createLog('silent'));
  const report = await lookAt({ open }, connector, uploads, []);
  expect(report).toMatchObject({ lost: [], takenTwice: [], unreadableCases: [], unexplained: [], doubled: [] });
}

it(
  'A day forward loses and doubles nothing, and sends the follow-ups of that day once',
  async () => {
    // Their follow-ups are planned for four hours later.
    const earlier = [900, 902, 904].map((number) => uploadActivity(number, connector.serviceUrl));
    for (const upload of earlier) expect(await delivered(upload, bot)).toBe(true);
    await until(() => earlier.every(isAnswered), AT_ONCE_MS);
    await settled([bot]);
    const uploads = [...earlier, ...(await jump(1000, 24 * HOUR_MS))];
    await until(() => prompts() >= earlier.length, AT_ONCE_MS);
    // None of them doubled, among the others.
    await expectAllKept(uploads);
  },
  TEST_LIMIT_MS,
);

it(
  'An hour back loses, doubles and delays nothing',
  async () => {
    await expectAllKept(await jump(2000, -HOUR_MS));
  },
  TEST_LIMIT_MS,
);
