/** Two real bots on one real PostgreSQL: what Teams delivers to both has one effect, what they do at once is merged, and one that is stuck is replaced. */
import { createLog } from '../../bot/log';
import { JOB_RULES } from '../../bot/jobs/job';
import { caseId } from '../../bot/store/case-id';
import { type CaseRecord } from '../../bot/cases/case-record';
import { caseOf } from '../../bot/store/case-rows';
import { type Home } from '../../bot/store/home';
import { openHome } from '../../bot/store/open-home';
import { INSTANCE_NAME } from '../../bot/store/postgres-connection';
import { type BotBundles, bundleBot } from '../support/bot-bundles';
import { wordsOf } from '../support/card-words';
import { type CountingConnector, type Delivery, startCountingConnector } from '../support/counting-connector';
import { freePort } from '../support/free-port';
import { until } from '../support/job-instances';
import { NO_POSTGRES, postgresBinaries, type PostgresServer, sharedPostgres } from '../support/postgres';
import { delivered, promptsFallDue, settingsOf } from './crash-run';
import { killedBot, type KilledBot } from './killed-bot';
import { type UploadActivity, uploadActivity } from './upload-activity';

/** Long enough that a message is under way at most moments. */
const LATENCY_MS = 200;
const TEST_LIMIT_MS = 180_000;
/** A takeover waits for a lease to end, so it is part of `npm run test:faults` only. */
const THOROUGH = process.env['FAULTS'] === 'thorough';

/** Of people who have sent nothing before. */
const FIRST_WAITING = 100;
const WAITING_PEOPLE = 40;

let server: PostgresServer;
let bundles: BotBundles;
let connector: CountingConnector;
let databaseUrl: string;
let bots: readonly [KilledBot, KilledBot];

const describeWhere = postgresBinaries === null ? describe.skip : describe;
describeWhere(`Two instances on one PostgreSQL${postgresBinaries === null ? `: SKIPPED, ${NO_POSTGRES}` : ''}`, () => {
  beforeAll(async () => {
    bundles = bundleBot(['main', 'worker', 'page']);
    server = await sharedPostgres();
    connector = await startCountingConnector(LATENCY_MS, { keepCards: true });
    databaseUrl = await server.createDatabase();
    const settings = settingsOf({ settings: { DATABASE_URL: databaseUrl } });
    bots = [
      killedBot(bundles.folder, await freePort(), settings),
      killedBot(bundles.folder, await freePort(), settings),
    ];
    for (const bot of bots) bot.start();
    await Promise.all(bots.map((bot) => bot.listens()));
  }, TEST_LIMIT_MS);
  afterAll(async () => {
    for (const bot of bots) await bot.kill();
    await connector.close();
    await server.dropDatabase(databaseUrl);
    bundles.remove();
  });

  it(
    'give one answer and keep one upload where the same activity reaches both at the same moment',
    async () => {
      // Of another person each, so that none is the first of its conversation for one of the two by chance.
      const uploads = [0, 2, 4, 6].map((number) => uploadActivity(number, connector.serviceUrl));
      const both = uploads.flatMap((upload) => bots.map((bot) => delivered(upload, bot)));
      expect(await Promise.all(both)).toEqual(both.map(() => true));
      await until(() => uploads.every((upload) => answersTo(upload).length > 0), TEST_LIMIT_MS);
      await nothingIsLeft();
      expect(uploads.map((upload) => answersTo(upload).length)).toEqual([1, 1, 1, 1]);
      for (const { conversation, sha256 } of uploads) {
        const { evidence } = await caseIn(conversation);
        expect([evidence.calls, evidence.uploads.map((report) => report.sha256)]).toEqual([1, [sha256]]);
      }
    },
    TEST_LIMIT_MS,
  );

  it(
    'keep both uploads that reach the same case through one of them each, and the last card sees both',
    async () => {
      const pairs = [10, 12, 14].map((number) =>
        [number, number + 1].map((each) => uploadActivity(each, connector.serviceUrl)),
      );
      const posted = pairs.flatMap((pair) => pair.map((upload, index) => delivered(upload, bots[index]!)));
      expect(await Promise.all(posted)).toEqual(posted.map(() => true));
      await until(() => pairs.flat().every((upload) => answersTo(upload).length > 0), TEST_LIMIT_MS);
      await nothingIsLeft();
      for (const pair of pairs) {
        const [{ conversation } = { conversation: '' }] = pair;
        const { evidence, diagnosis } = await caseIn(conversation);
        const both = pair.map(({ sha256 }) => sha256).sort();
        expect(evidence.uploads.map(({ sha256 }) => sha256).sort()).toEqual(both);
        expect(diagnosis?.uploads.map(({ sha256 }) => sha256).sort()).toEqual(both);
        const cards = pair.flatMap(answersTo).sort((one, other) => one.at - other.at);
        expect(wordsOf(cards.at(-1)!.card!)).toContain('2 files read');
        expect(cards).toHaveLength(2);
      }
    },
    TEST_LIMIT_MS,
  );

  (THOROUGH ? it : it.skip)(
    'replace one that is stuck with prompts in hand in under a minute, and it does no harm when it goes on',
    async () => {
      const [stuck, other] = bots;
      // More than one bot may have in hand at a time.
      const uploads = Array.from({ length: WAITING_PEOPLE }, (_, index) =>
        uploadActivity(FIRST_WAITING + 2 * index, connector.serviceUrl),
      );
      for (const upload of uploads) expect(await delivered(upload, stuck)).toBe(true);
      await until(() => uploads.every((upload) => answersTo(upload).length > 0), TEST_LIMIT_MS);
      await nothingIsLeft();
      await other.stop();
      await promptsFallDue({ open, kind: 'postgres' });
      // In the middle of a transaction, where it holds what others wait for.
      let held: readonly unknown[] = [];
      await until(async () => {
        stuck.freeze();
        held = await heldBy(stuck);
        if (held.length > 0 && (await openTransactions()) > 0) return true;
        stuck.thaw();
        return false;
      }, TEST_LIMIT_MS);
      const frozen = performance.now();
      other.start();
      const due = await promptKeys();
      expect(due.length).toBeGreaterThan(held.length);
      await until(() => due.every((key) => connector.posted().has(key)), TEST_LIMIT_MS);
      expect(performance.now() - frozen).toBeLessThan(60_000);
      await nothingIsLeft();
      stuck.thaw();
      await until(async () => (await fetch(`${stuck.origin}/readyz`)).ok, TEST_LIMIT_MS);
      // What it held it ends within the limit of a post.
      await new Promise((resolve) => setTimeout(resolve, 5000));
      await nothingIsLeft();
      const doubled = [...connector.posted()].filter(([, sent]) => sent.length > 1).map(([key]) => key);
      expect(held).toEqual(expect.arrayContaining(doubled) as string[]);
      expect(doubled.length).toBeLessThanOrEqual(JOB_RULES.send.atOnce);
      process.stdout.write(`held ${held.length}, posted twice ${doubled.length}\n`);
    },
    2 * TEST_LIMIT_MS,
  );
});

/** The messages that answer an activity; those that show how far its reading has come are none. */
const answersTo = ({ conversation, number }: UploadActivity): readonly Delivery[] =>
  connector.deliveries.filter(({ key }) => key === `send/${conversation}/upload-${number}/card`);

const open = (): Promise<Home> => openHome({ databaseUrl, dataFolder: '' }, createLog('silent'));

async function caseIn(conversation: string): Promise<CaseRecord> {
  const home = await open();
  try {
    const rows = await home.db.selectFrom('cases').select('number').where('conversation', '=', conversation).execute();
    expect(rows).toHaveLength(1);
    return (await caseOf(home.db, conversation, caseId(rows[0]!.number)))!;
  } finally {
    await home.close();
  }
}

const rowsOf = (statement: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  server.run(statement, databaseUrl);

/** The keys of the jobs that a process has in hand. */
const heldBy = async (bot: KilledBot): Promise<readonly unknown[]> =>
  (await rowsOf(`select key from jobs where state = 'running' and owner like '%/${bot.pid()}/%'`)).map(
    ({ key }) => key,
  );

/** How many transactions of the bots have written, and wait for their next statement. */
const openTransactions = async (): Promise<number> => {
  const rows = await rowsOf(
    `select 1 from pg_stat_activity where datname = current_database() and application_name = '${INSTANCE_NAME}' and state = 'idle in transaction' and backend_xid is not null`,
  );
  return rows.length;
};

const promptKeys = async (): Promise<readonly string[]> =>
  (await rowsOf(`select id from follow_ups where stage = 'first' and state in ('planned', 'sent')`)).map(
    ({ id }) => `send/prompt/${String(id)}`,
  );

const nothingIsLeft = (): Promise<void> =>
  until(async () => {
    const now = Date.now();
    const rows = await rowsOf(
      `select 1 from jobs where state in ('dead', 'running') or (state = 'pending' and due_at <= ${now})`,
    );
    return rows.length === 0;
  }, TEST_LIMIT_MS);
