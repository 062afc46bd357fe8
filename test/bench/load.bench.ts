/**
 * The bot under load: 200 conversations at once post outputs of mixed sizes to the bundled program, with its registration and its authentication on,
 * its files over https, and its home on the disk; each waits for its answer and goes on. A bare echo bot of the SDK stands beside, in the same run, with
 * the same authentication and posts. Fails where an aim is missed. LOAD_SECONDS, LOAD_CONVERSATIONS: other measures than those of the aims.
 */
import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createServer, plugins } from 'restify';

import { bundleBot } from '../support/bot-bundles';
import { freePort } from '../support/free-port';
import { fromTeams, type LoopbackCloud, startLoopbackCloud } from '../support/loopback-cloud';
import { seededRandom } from '../support/seeded-random';
import { type LoadKind, loadKinds } from './load-plan';

const CONVERSATIONS = Number(process.env['LOAD_CONVERSATIONS'] ?? 200);
const SECONDS = Number(process.env['LOAD_SECONDS'] ?? 120);
/**
 * Code is compiled, pools are filled, every conversation has its case and every thread has had its largest files; memory counts from here. On two
 * cores that others use as well the process grows for about this long, and not after.
 */
const WARM_UP_SECONDS = Number(process.env['LOAD_WARM_UP_SECONDS'] ?? 60);
const ECHO_SECONDS = Math.min(20, SECONDS);
/** What a person takes at least, and at most, before the next output is sent. */
const PAUSE_MS = [1000, 5000] as const;
const CONNECTOR_LATENCY_MS = 20;
/** Memory is looked at this often, and start and end are the means of so many looks. */
const LOOK_EVERY_MS = 2500;
const LOOKS = 6;
const SETTLE_LIMIT_MS = 180_000;
const AIMS = { ackP99Ms: 1000, loopP99Ms: 100, memoryShare: 0.2 } as const;
const MIB = 1024 * 1024;

interface Look {
  readonly p99: number;
  readonly max: number;
  readonly rss: number;
  readonly heapUsed: number;
}

interface Figures {
  readonly who: string;
  readonly posts: number;
  readonly refused: number;
  /** How often for which reason: a status, or the code of the connection's error. */
  readonly refusals: ReadonlyMap<string, number>;
  readonly lost: number;
  readonly doubled: number;
  readonly acks: readonly number[];
  readonly answers: ReadonlyMap<string, readonly number[]>;
  readonly loop: Look;
  readonly startRss: number;
  readonly endRss: number;
  /** Of the thread that takes messages. */
  readonly startHeap: number;
  readonly endHeap: number;
  readonly sizes: readonly number[];
  readonly clientLoopP99: number;
  readonly seconds: number;
}

/** In a process of its own: the SDK's own way to write a bot, with nothing in it. */
async function serveEcho(port: number): Promise<void> {
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: process.env['MicrosoftAppId'] ?? '',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppPassword: process.env['MicrosoftAppPassword'] ?? '',
      MicrosoftAppTenantId: process.env['MicrosoftAppTenantId'] ?? '',
    }),
  );
  const server = createServer();
  server.use(plugins.bodyParser());
  server.get('/healthz', (_request, response, next) => {
    response.send(200);
    next();
  });
  server.post('/api/messages', async (incoming, response) => {
    // The two packages do not agree on whether a method may be missing.
    await adapter.process(incoming as Parameters<typeof adapter.process>[0], response, async (context) => {
      if (context.activity.type !== 'message') return;
      const { id, text } = context.activity;
      const sendKey = `echo/${id ?? ''}`;
      await context.sendActivity({
        type: ActivityTypes.Message,
        text: `echo ${text.slice(0, 100)}`,
        channelData: { sendKey },
      });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

async function measure(): Promise<void> {
  const cloud = await startLoopbackCloud(CONNECTOR_LATENCY_MS);
  const bundles = bundleBot(['main', 'worker', 'page']);
  const folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-load-'));
  const kinds = loadKinds();
  try {
    process.stdout.write(
      `${CONVERSATIONS} conversations on ${cpus().length} cores, which the load and the cloud share with the bot\n`,
    );
    const echo = await underLoad(
      'bare echo',
      cloud,
      folder,
      [process.argv[1] ?? '', 'echo'],
      kinds,
      ECHO_SECONDS,
      Math.min(5, WARM_UP_SECONDS),
    );
    const bot = await underLoad(
      'the bot',
      cloud,
      folder,
      [join(bundles.folder, 'main.cjs')],
      kinds,
      SECONDS,
      WARM_UP_SECONDS,
    );
    print([echo, bot]);
    for (const [kind, times] of bot.answers) {
      process.stdout.write(
        `  answered ${kind.padEnd(16)} ${String(times.length).padStart(5)}  p50 ${percentile(times, 50).toFixed(0)} ms, p99 ${percentile(times, 99).toFixed(0)} ms\n`,
      );
    }
    const { startHeap, endHeap, sizes } = bot;
    process.stdout.write(
      `  heap of the thread that takes messages ${(startHeap / MIB).toFixed(0)} MiB at the start, ${(endHeap / MIB).toFixed(0)} MiB at the end; of the process ${sizes.map((size) => (size / MIB).toFixed(0)).join(' ')}\n`,
    );
    for (const [why, times] of bot.refusals) process.stdout.write(`  refused ${times} times: ${why}\n`);
    const missed = missedBy(bot);
    process.stdout.write(missed.length === 0 ? 'every aim is met\n' : `missed: ${missed.join('; ')}\n`);
    process.exitCode = missed.length === 0 ? 0 : 1;
  } finally {
    bundles.remove();
    rmSync(folder, { recursive: true, force: true });
    await cloud.close();
  }
}

async function underLoad(
  who: string,
  cloud: LoopbackCloud,
  folder: string,
  program: readonly string[],
  kinds: readonly LoadKind[],
  seconds: number,
  warmUpSeconds: number,
): Promise<Figures> {
  const port = await freePort();
  const lagFile = join(folder, `${who.replace(' ', '-')}.json`);
  const begun = Date.now();
  const child = spawn(process.execPath, [...program, ...(program.length > 1 ? [String(port)] : [])], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      ...cloud.environment,
      LAG_FILE: lagFile,
      PORT: String(port),
      LOG_LEVEL: 'error',
      TUNNEL_TRIAGE_DATA: join(folder, 'data'),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await listens(port, child);
  const conversations = new Conversations(who, cloud, port, kinds);
  const running = conversations.run(warmUpSeconds + seconds);
  await pause(warmUpSeconds * 1000);
  writeFileSync(`${lagFile}.reset`, '');
  await look(child, lagFile);
  conversations.measured = true;
  const client = monitorEventLoopDelay({ resolution: 10 });
  client.enable();
  const sizes: number[] = [];
  const heaps: number[] = [];
  for (let at = 0; at < seconds * 1000; at += LOOK_EVERY_MS) {
    await pause(LOOK_EVERY_MS);
    const { rss, heapUsed } = await look(child, lagFile);
    sizes.push(rss);
    heaps.push(heapUsed);
  }
  const loop = await look(child, lagFile);
  client.disable();
  await running;
  const lost = await conversations.settle();
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  return {
    who,
    ...conversations.counts(),
    lost,
    doubled: [...cloud.posted()].filter(([key, sent]) => key.includes(conversations.mark) && sent.length > 1).length,
    loop,
    startRss: mean(sizes.slice(0, LOOKS)),
    endRss: mean(sizes.slice(-LOOKS)),
    startHeap: mean(heaps.slice(0, LOOKS)),
    endHeap: mean(heaps.slice(-LOOKS)),
    sizes,
    clientLoopP99: client.percentile(99) / 1e6,
    seconds: (Date.now() - begun) / 1000,
  };
}

/** Two hundred people, each with one conversation: post, wait for the answer, think, post again. */
class Conversations {
  /** From now on times are kept. */
  measured = false;
  /** In the id of every activity of this run. */
  readonly mark: string;
  private readonly acks: number[] = [];
  private readonly answers = new Map<string, number[]>();
  private readonly waiting = new Map<
    string,
    { readonly kind: string; readonly at: number; readonly measured: boolean; readonly done: () => void }
  >();
  private posts = 0;
  private readonly refusals = new Map<string, number>();
  private seen = 0;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: CONVERSATIONS });

  constructor(
    who: string,
    private readonly cloud: LoopbackCloud,
    private readonly port: number,
    private readonly kinds: readonly LoadKind[],
  ) {
    this.mark = `load-${who.replace(' ', '-')}-`;
  }

  async run(seconds: number): Promise<void> {
    const end = performance.now() + seconds * 1000;
    const watch = setInterval(() => this.notice(), 10);
    await Promise.all(Array.from({ length: CONVERSATIONS }, (_, person) => this.converse(person, end)));
    clearInterval(watch);
  }

  private async converse(person: number, end: number): Promise<void> {
    const random = seededRandom(person + 1);
    const [least, most] = PAUSE_MS;
    // Not all of them come in the same moment, once.
    await pause(random.below(most));
    while (performance.now() < end) {
      const kind = this.kindOf(random.below(100));
      const number = (this.posts += 1);
      const id = `${this.mark}${number}`;
      const measured = this.measured;
      const answered = new Promise<void>((done) => {
        this.waiting.set(id, { kind: kind.name, at: performance.now(), measured, done });
      });
      const begun = performance.now();
      const answer = await this.post(this.activity(person, id, kind, number));
      if (measured) this.acks.push(performance.now() - begun);
      if (answer === '200') await Promise.race([answered, pause(Math.max(0, end - performance.now()))]);
      else {
        this.refusals.set(answer, (this.refusals.get(answer) ?? 0) + 1);
        this.waiting.delete(id);
      }
      await pause(least + random.below(most - least));
    }
  }

  private kindOf(drawn: number): LoadKind {
    let left = drawn;
    for (const kind of this.kinds) {
      if (left < kind.share) return kind;
      left -= kind.share;
    }
    throw new Error('The shares do not add up to a hundred.');
  }

  private activity(person: number, id: string, kind: LoadKind, number: number): object {
    const common = { ...fromTeams(`${this.mark}${person}`), type: 'message', id, textFormat: 'plain' };
    if (kind.file === null) return { ...common, text: kind.text?.(number) ?? '' };
    const name = kind.fileName;
    const content = { downloadUrl: this.addressOf(kind, number), uniqueId: id, fileType: 'txt' };
    const contentType = 'application/vnd.microsoft.teams.file.download.info';
    return { ...common, text: '', attachments: [{ contentType, name, content }] };
  }

  private readonly addresses = new Map<string, string>();

  private addressOf(kind: LoadKind, number: number): string {
    const bytes = kind.file?.(number) ?? new Uint8Array();
    const key = `${kind.name} ${bytes.length}`;
    const known = this.addresses.get(key) ?? this.cloud.put(kind.fileName, bytes);
    this.addresses.set(key, known);
    return known;
  }

  /** The status, or why there is none. */
  private post(body: object): Promise<string> {
    return new Promise((resolve) => {
      const sent = request(
        {
          agent: this.agent,
          host: '127.0.0.1',
          port: this.port,
          path: '/api/messages',
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: this.cloud.authorization() },
        },
        (response) => response.resume().once('end', () => resolve(String(response.statusCode))),
      );
      const failed = (error: Error): void => {
        const code = 'code' in error ? String(error.code) : error.name;
        resolve(`${code} on a ${sent.reusedSocket ? 'kept' : 'new'} connection`);
      };
      sent.once('error', failed).end(JSON.stringify(body));
    });
  }

  /** Answers that came to the connector since the last look. */
  private notice(): void {
    const { deliveries } = this.cloud;
    for (; this.seen < deliveries.length; this.seen += 1) {
      const { key, at } = deliveries[this.seen]!;
      const id = /load-[a-z-]+-\d+(?=\/card$|$)/.exec(key ?? '')?.[0];
      const waited = id === undefined ? undefined : this.waiting.get(id);
      if (id === undefined || waited === undefined) continue;
      this.waiting.delete(id);
      if (waited.measured) this.answers.set(waited.kind, [...(this.answers.get(waited.kind) ?? []), at - waited.at]);
      waited.done();
    }
  }

  /** How many were acknowledged and are not answered, however long one waits. */
  async settle(): Promise<number> {
    const end = performance.now() + SETTLE_LIMIT_MS;
    while (this.waiting.size > 0 && performance.now() < end) {
      await pause(100);
      this.notice();
    }
    this.agent.destroy();
    return this.waiting.size;
  }

  counts(): Pick<Figures, 'posts' | 'refused' | 'refusals' | 'acks' | 'answers'> {
    const { posts, refusals, acks, answers } = this;
    return { posts, refused: [...refusals.values()].reduce((sum, count) => sum + count, 0), refusals, acks, answers };
  }
}

async function listens(port: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const alive = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (alive) return;
    await pause(50);
  }
  throw new Error(`The bot ended with ${child.exitCode}.`);
}

/** What the process says of itself, through the file that it was given. */
async function look(child: ChildProcess, file: string): Promise<Look> {
  rmSync(file, { force: true });
  child.kill('SIGUSR2');
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The bot has ended (${child.exitCode ?? child.signalCode}).`);
    await pause(10);
  }
  await pause(5);
  return JSON.parse(readFileSync(file, 'utf8')) as Look;
}

function missedBy({ refused, lost, doubled, acks, loop, startRss, endRss }: Figures): readonly string[] {
  return [
    ...(refused === 0 ? [] : [`${refused} posts were not acknowledged`]),
    ...(lost === 0 ? [] : [`${lost} answers are lost`]),
    ...(doubled === 0 ? [] : [`${doubled} answers are doubled`]),
    ...(percentile(acks, 99) < AIMS.ackP99Ms ? [] : ['the acknowledgement']),
    ...(loop.p99 < AIMS.loopP99Ms ? [] : ['the event loop']),
    ...(Math.abs(endRss - startRss) <= AIMS.memoryShare * startRss ? [] : ['the memory']),
  ];
}

const COLUMNS = [
  'who',
  'posts',
  'posts/s',
  'refused',
  'lost',
  'doubled',
  'ack p50',
  'ack p99',
  'ack max',
  'loop p99',
  'loop max',
  'start MiB',
  'end MiB',
  'client p99',
];

function print(all: readonly Figures[]): void {
  const rows = all.map(
    ({ who, posts, refused, lost, doubled, acks, loop, startRss, endRss, clientLoopP99, seconds }) => [
      who,
      posts,
      (posts / seconds).toFixed(0),
      refused,
      lost,
      doubled,
      ...[50, 99, 100].map((percent) => percentile(acks, percent).toFixed(0)),
      loop.p99.toFixed(0),
      loop.max.toFixed(0),
      (startRss / MIB).toFixed(0),
      (endRss / MIB).toFixed(0),
      clientLoopP99.toFixed(0),
    ],
  );
  const aims = ['aim', '', '', 0, 0, 0, '', `<${AIMS.ackP99Ms}`, '', `<${AIMS.loopP99Ms}`, '', '', '±20 %', ''];
  for (const row of [COLUMNS, ...rows, aims]) {
    process.stdout.write(
      `${row.map((cell, column) => String(cell).padStart(Math.max(9, COLUMNS[column]?.length ?? 0))).join('  ')}\n`,
    );
  }
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

(process.argv[2] === 'echo' ? serveEcho(Number(process.argv[3])) : measure()).catch((error: unknown) => {
  process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 1;
});
