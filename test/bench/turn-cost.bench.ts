/**
 * What the transaction of a turn costs on the embedded home: turns per second of a bare echo bot, and of the same bot that writes each turn
 * down as the product does before it echoes, in interleaved rounds of one run; and the commit beside a loop of fsyncs on the same disk.
 */
import { fork } from 'node:child_process';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createFollowUps } from '../../bot/cases/follow-ups';
import { readConfig } from '../../bot/config';
import { createCounters } from '../../bot/counters';
import { openJobEngine } from '../../bot/jobs/open-job-engine';
import { createLog } from '../../bot/log';
import { createDoor } from '../../bot/server';
import { openHome } from '../../bot/store/open-home';
import { botAuthentication } from '../../bot/teams/bot-authentication';
import { type BotParts } from '../../bot/teams/bot-parts';
import { createBotAdapter } from '../../bot/teams/bot-adapter';
import { turn } from '../../bot/teams/turn';
import { startCountingConnector } from '../support/counting-connector';

const ROUNDS = 6;
const TURNS_IN_A_ROUND = 600;
const CALLERS = 16;
const FSYNCS = 500;
const PAGE_BYTES = 4096;

interface Measured {
  readonly commits: readonly number[];
  readonly fsyncs: readonly number[];
}

/** In a process of its own: one bot, `kept` with the transaction. */
async function serve(kept: boolean): Promise<void> {
  const log = createLog('silent');
  const folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-bench-'));
  const home = await openHome({ databaseUrl: null, dataFolder: folder }, log);
  const jobs = await openJobEngine(home, null, Date.now, log);
  const commits: number[] = [];
  const counters = createCounters();
  const never = (): never => {
    throw new Error('Nothing is done after a turn here.');
  };
  const parts: BotParts = {
    cases: { current: never, known: never, takeIn: never, recognises: never },
    followUps: createFollowUps({
      enqueue: jobs.enqueue,
      cancelJob: jobs.cancel,
      outbox: { send: never, replace: never },
      settings: readConfig({}).prompts,
      now: Date.now,
    }),
    jobs: {
      ...jobs,
      transaction: async (work) => {
        const begun = performance.now();
        const result = await jobs.transaction(work);
        commits.push(performance.now() - begun);
        return result;
      },
    },
    tickets: null,
    channelName: () => Promise.resolve(null),
    threadTitle: () => Promise.resolve(null),
    courier: {
      typing: never,
      card: never,
      file: never,
      channelNames: never,
      remove: never,
      replaceCard: never,
      groupOf: never,
    },
    referenceOf: never,
    typing: { soon: () => undefined, over: () => undefined },
    log,
    counters,
    postedFiles: null,
    known: { wasTaken: never, isOwnMessage: never },
    downloads: { local: true, moreHosts: [] },
    linkedFiles: null,
    sampleFolder: '',
    retentionDays: 30,
    now: Date.now,
  };
  const adapter = createBotAdapter(botAuthentication(null), log);
  const echo = async (context: TurnContext): Promise<void> => {
    await context.sendActivity({ type: ActivityTypes.Message, text: `echo ${context.activity.text}` });
  };
  const door = createDoor({
    local: true,
    turn: (authorization, activity) =>
      adapter.turn(authorization, activity, async (context) => {
        if (kept) await turn(parts, [], activity, context);
        await echo(context);
      }),
    checkReady: home.check,
    api: null,
    localChat: null,
    counters,
    storeMetrics: () => Promise.resolve(''),
    metricsToken: null,
    log,
  });
  const port = await door.listen('127.0.0.1', 0);
  process.send?.({ port });
  process.once('message', () => {
    const measured: Measured = { commits, fsyncs: fsyncLoop(folder) };
    process.send?.(measured, () => {
      rmSync(folder, { recursive: true, force: true });
      process.exit(0);
    });
  });
}

function fsyncLoop(folder: string): readonly number[] {
  const file = openSync(join(folder, 'fsync'), 'w');
  const page = Buffer.alloc(PAGE_BYTES, 1);
  const times = Array.from({ length: FSYNCS }, () => {
    const begun = performance.now();
    writeSync(file, page);
    fsyncSync(file);
    return performance.now() - begun;
  });
  closeSync(file);
  return times;
}

interface Bot {
  readonly port: number;
  readonly end: () => Promise<Measured>;
}

function startBot(kept: boolean): Promise<Bot> {
  const child = fork(process.argv[1] ?? '', [kept ? 'kept' : 'bare']);
  return new Promise((resolve) => {
    child.once('message', (message) => {
      const { port } = message as { readonly port: number };
      const end = (): Promise<Measured> =>
        new Promise((measured) => {
          child.once('message', (result) => measured(result as Measured));
          child.send('end');
        });
      resolve({ port, end });
    });
  });
}

async function measure(): Promise<void> {
  const connector = await startCountingConnector(0);
  const bots = { bare: await startBot(false), kept: await startBot(true) };
  const rates: { readonly bare: number[]; readonly kept: number[] } = { bare: [], kept: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const kind of ['bare', 'kept'] as const) {
      const rate = await turnsPerSecond(bots[kind].port, connector.serviceUrl);
      if (round > 0) rates[kind].push(rate); // the first round warms both up
    }
  }
  const { commits, fsyncs } = await bots.kept.end();
  await bots.bare.end();
  await connector.close();
  const [bare, kept] = [percentile(rates.bare, 50), percentile(rates.kept, 50)];
  process.stdout.write(
    `bare echo ${bare.toFixed(0)} turns/s, with the transaction ${kept.toFixed(0)} turns/s: ratio ${(kept / bare).toFixed(2)} (aim 0.70)\n` +
      `transaction p50 ${percentile(commits, 50).toFixed(2)} ms, p99 ${percentile(commits, 99).toFixed(2)} ms; ` +
      `fsync alone p50 ${percentile(fsyncs, 50).toFixed(2)} ms, p99 ${percentile(fsyncs, 99).toFixed(2)} ms\n`,
  );
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

let activities = 0;

async function turnsPerSecond(port: number, serviceUrl: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
  const begun = performance.now();
  let left = TURNS_IN_A_ROUND;
  const caller = async (): Promise<void> => {
    while ((left -= 1) >= 0) await post(agent, port, activityOf((activities += 1), serviceUrl));
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  agent.destroy();
  return (TURNS_IN_A_ROUND * 1000) / (performance.now() - begun);
}

const activityOf = (number: number, serviceUrl: string) => ({
  type: 'message',
  id: `a-${number}`,
  channelId: 'msteams',
  serviceUrl,
  localTimezone: 'Europe/Berlin',
  from: { id: `29:${number % 100}`, name: 'Alex', aadObjectId: `person-${number % 100}` },
  recipient: { id: '28:bot', name: 'Tunnel Triage' },
  conversation: { id: `a:${number % 100}`, conversationType: 'personal', tenantId: 'tenant' },
  text: 'System error 53 has occurred.',
});

const post = (agent: Agent, port: number, body: object): Promise<void> =>
  new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        path: '/api/messages',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      },
      (response) => {
        response.resume().once('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`A turn was answered with ${response.statusCode}.`));
        });
      },
    );
    sent.once('error', reject).end(JSON.stringify(body));
  });

void (process.argv[2] === undefined ? measure() : serve(process.argv[2] === 'kept'));
