/**
 * Services that refuse, throttle, hang and hang up, and a process that is killed while it fetches or analyses: whatever was acknowledged is in its case
 * and answered once, as soon as they are back. The clouds are on the loopback interface, the bot is the real program.
 */
import { type BotBundles, bundleBot } from '../support/bot-bundles';
import { hasOpenssl, type CloudFault, NO_OPENSSL } from '../support/loopback-cloud';
import { promptedTranscript } from '../bench/transcripts';
import { cloudScene, type CloudScene, inGroup, outputOf, pasted, withFile } from './cloud-scene';

const TEST_LIMIT_MS = 150_000;
const THOROUGH = process.env['FAULTS'] === 'thorough';
const MEBIBYTE = 1024 * 1024;

let bundles: BotBundles;
let scene: CloudScene;

const describeWhere = hasOpenssl ? describe : describe.skip;
describeWhere(`The clouds around the bot${hasOpenssl ? '' : `: SKIPPED, ${NO_OPENSSL}`}`, () => {
  beforeAll(async () => {
    bundles = bundleBot(['main', 'worker', 'page']);
    scene = await cloudScene(bundles.folder);
    scene.bot.start();
    await scene.bot.listens();
  }, TEST_LIMIT_MS);
  afterAll(async () => {
    await scene.close();
    bundles.remove();
  });
  afterEach(() => scene.cloud.mend());

  /** The bot is stopped, and looked at, and started again. */
  const uploadsOf = async (person: string): Promise<number> => {
    await scene.bot.stop();
    const count = await scene.uploadsOf(person);
    scene.bot.start();
    await scene.bot.listens();
    return count;
  };

  const REFUSALS: readonly (readonly [string, CloudFault])[] = [
    ['429 with the time to wait', { status: 429, headers: { 'retry-after': '1' } }],
    ['412', { status: 412, body: { error: { code: 'PreconditionFailed', message: 'Precondition failed' } } }],
    ['502', { status: 502 }],
    ['504', { status: 504 }],
    ['500', { status: 500 }],
    ['nothing, and hangs up', 'reset'],
    // The limit of a post goes by before each is tried again.
    ...(THOROUGH ? ([['nothing at all', 'silent']] as const) : []),
  ];
  it(
    `sends each answer once though the connector has refused it with ${REFUSALS.map(([what]) => what).join('; ')}`,
    async () => {
      for (const [place, [, fault]] of REFUSALS.entries()) {
        const person = `a:person-refused-${place}`;
        scene.cloud.fail('connector', fault, 2);
        expect(await scene.post(pasted(person, `refused-${place}`))).toBe(200);
        await scene.until(() => scene.answers(person, `refused-${place}`) > 0);
        scene.cloud.mend();
      }
      await scene.settled();
      expect(REFUSALS.map((_, place) => scene.answers(`a:person-refused-${place}`, `refused-${place}`))).toEqual(
        REFUSALS.map(() => 1),
      );
    },
    TEST_LIMIT_MS,
  );

  it(
    'reads a file of a group chat when Graph no longer throttles, is away or hangs up',
    async () => {
      const faults: readonly CloudFault[] = [
        { status: 429, headers: { 'retry-after': '1' } },
        { status: 503, headers: { 'retry-after': '1' } },
        { status: 504 },
        'reset',
      ];
      const chat = '19:throttled@thread.v2';
      scene.cloud.inChat(chat, 'throttled', 'profile.txt', Buffer.from(outputOf('throttled')));
      let next = 0;
      scene.cloud.fail('graph', () => faults[(next += 1) - 1] ?? null);
      expect(await scene.post(inGroup(chat, 'throttled'))).toBe(200);
      await scene.until(() => scene.answers(chat, 'throttled') > 0);
      await scene.settled();
      expect(next).toBeGreaterThan(faults.length);
      expect(scene.answers(chat, 'throttled')).toBe(1);
      expect(await uploadsOf(chat)).toBe(1);
    },
    TEST_LIMIT_MS,
  );

  it(
    'reads a file of a group chat again whose fetching its process did not survive',
    async () => {
      const chat = '19:killed@thread.v2';
      scene.cloud.inChat(chat, 'killed', 'profile.txt', Buffer.from(outputOf('killed')), 3000);
      expect(await scene.post(inGroup(chat, 'killed'))).toBe(200);
      await scene.until(() => scene.cloud.streaming() > 0);
      await scene.bot.kill();
      scene.bot.start();
      await scene.bot.listens();
      await scene.until(() => scene.answers(chat, 'killed') > 0);
      await scene.settled();
      expect(scene.answers(chat, 'killed')).toBe(1);
      expect(await uploadsOf(chat)).toBe(1);
    },
    TEST_LIMIT_MS,
  );

  it(
    'analyses a file again whose analysis its process did not survive',
    async () => {
      const person = 'a:person-analysed';
      const large = promptedTranscript(24 * MEBIBYTE);
      const url = scene.cloud.put('day.txt', large);
      const before = scene.cloud.calls().files;
      expect(await scene.post(withFile(person, 'analysed', 'day.txt', url))).toBe(200);
      await scene.until(() => scene.cloud.calls().files > before);
      // Fetched within that time, and not read within it: a megabyte takes several hundredths of a second.
      await new Promise((resolve) => setTimeout(resolve, 600));
      expect(scene.answers(person, 'analysed')).toBe(0);
      await scene.bot.kill();
      scene.bot.start();
      await scene.bot.listens();
      await scene.until(() => scene.answers(person, 'analysed') > 0);
      await scene.settled();
      expect(scene.answers(person, 'analysed')).toBe(1);
      expect(await uploadsOf(person)).toBe(1);
    },
    TEST_LIMIT_MS,
  );

  it(
    'says so where the thread of an analysis dies, keeps the case, and reads the next output',
    async () => {
      const person = 'a:person-thread';
      expect(await scene.post(pasted(person, 'thread-1'))).toBe(200);
      await scene.until(() => scene.answers(person, 'thread-1') === 1);
      expect(await scene.post(pasted(person, 'thread-2', `KILL-THE-THREAD\n${outputOf('thread-2')}`))).toBe(200);
      await scene.until(() => scene.answers(person, 'thread-2') === 1);
      expect(await scene.post(pasted(person, 'thread-3'))).toBe(200);
      await scene.until(() => scene.answers(person, 'thread-3') === 1);
      await scene.settled();
      expect(await uploadsOf(person)).toBe(2);
    },
    TEST_LIMIT_MS,
  );
});
