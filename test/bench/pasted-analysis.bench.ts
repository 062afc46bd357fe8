/**
 * What a pasted `mmsa` of 4 KB costs until its answer is delivered: turns per second, p50, p99, processor time and memory of the whole product,
 * and of a bare echo bot on the same restify and adapter, in interleaved rounds of one run; each bot is a process of its own. The calls that
 * each makes to the connector are counted: the echo answers with one, and so should the product. On a machine that others use too the processor
 * time says more than the rate.
 */
import { execFileSync, fork } from 'node:child_process';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { readConfig } from '../../bot/config';
import { createCounters } from '../../bot/counters';
import { createLog } from '../../bot/log';
import { createDoor } from '../../bot/server';
import { startBot } from '../../bot/start-bot';
import { botAuthentication } from '../../bot/teams/bot-authentication';
import { createBotAdapter } from '../../bot/teams/bot-adapter';
import { endlessListing } from './transcripts';

const ROUNDS = 4;
const TURNS_IN_A_ROUND = 150;
const CALLERS = 8;
/** What is done after the answers were delivered belongs to their turns too. */
const SETTLE_MS = 400;
const PASTE = `${endlessListing(3900).toString('utf8').slice(0, 4080)}\r\nOk.\r\n`;
const KINDS = ['bare', 'product'] as const;
type Kind = (typeof KINDS)[number];

async function serve(kind: Kind): Promise<void> {
  const log = createLog('silent');
  const folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-bench-'));
  const port = kind === 'product' ? await product(folder) : await bare();
  process.send?.({ port });
  process.on('message', (what) => {
    // Of all threads, and of the kernel on their behalf.
    const { user, system } = process.cpuUsage();
    const used: Used = { megabytes: process.memoryUsage().rss / 1024 / 1024, cpuMs: (user + system) / 1000 };
    process.send?.(used, () => {
      if (what !== 'end') return;
      rmSync(folder, { recursive: true, force: true });
      process.exit(0);
    });
  });

  async function product(dataFolder: string): Promise<number> {
    const config = readConfig({ PORT: '0', TUNNEL_TRIAGE_DATA: dataFolder });
    return (await startBot({ ...config, port: 0 }, log, { bundles: resolve('.build') })).port;
  }

  async function bare(): Promise<number> {
    const adapter = createBotAdapter(botAuthentication(null), log);
    const echo = async (context: TurnContext): Promise<void> => {
      await context.sendActivity({ type: ActivityTypes.Message, text: context.activity.text });
    };
    const door = createDoor({
      local: true,
      turn: (authorization, activity) => adapter.turn(authorization, activity, echo),
      checkReady: () => Promise.resolve(),
      api: null,
      localChat: null,
      counters: createCounters(),
      storeMetrics: () => Promise.resolve(''),
      metricsToken: null,
      log,
    });
    return door.listen('127.0.0.1', 0);
  }
}

/** What a bot has used since it began. */
interface Used {
  readonly megabytes: number;
  readonly cpuMs: number;
}

interface Connector {
  readonly serviceUrl: string;
  /** Settles when the first message of a conversation was delivered. */
  readonly answered: (conversation: string) => Promise<void>;
  /** How many calls came so far. */
  readonly calls: () => number;
  readonly close: () => void;
}

/** Takes every message and says when the first of a conversation came; a typing indicator is none. */
async function startConnector(): Promise<Connector> {
  const waiting = new Map<string, () => void>();
  let calls = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls += 1;
      // Two statements: restify, in the same process, gives nothing back from the first.
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: 'sent' }));
      const [, conversation] = /conversations\/([^/]+)\//.exec(request.url ?? '') ?? [];
      const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as { readonly type?: string };
      if (conversation !== undefined && body.type === 'message') waiting.get(decodeURIComponent(conversation))?.();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    answered: (conversation) => new Promise((come) => waiting.set(conversation, come)),
    calls: () => calls,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function measure(): Promise<void> {
  execFileSync(process.execPath, ['bot/cli/build.mjs'], { stdio: 'inherit' });
  const connector = await startConnector();
  const bots = { bare: await startChild('bare'), product: await startChild('product') };
  const found = { bare: nothingYet(), product: nothingYet() };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const kind of KINDS) {
      const before = await bots[kind].ask('used');
      const called = connector.calls();
      const begun = performance.now();
      const taken = await turns(bots[kind].port, connector);
      const tookMs = performance.now() - begun;
      await new Promise((settled) => setTimeout(settled, SETTLE_MS));
      if (round === 0) continue; // warms up
      const { cpuMs } = await bots[kind].ask('used');
      found[kind].rates.push((TURNS_IN_A_ROUND * 1000) / tookMs);
      found[kind].times.push(...taken);
      found[kind].cpuMs.push((cpuMs - before.cpuMs) / TURNS_IN_A_ROUND);
      found[kind].calls.push((connector.calls() - called) / TURNS_IN_A_ROUND);
    }
  }
  for (const kind of KINDS) {
    const { megabytes } = await bots[kind].ask('end');
    const { rates, times, cpuMs, calls } = found[kind];
    process.stdout.write(
      `${kind.padEnd(8)} ${median(rates).toFixed(0).padStart(5)} turns/s   p50 ${median(times).toFixed(0)} ms` +
        `   p99 ${percentile(times, 99).toFixed(0)} ms   ${median(cpuMs).toFixed(1)} ms of processor a turn` +
        `   ${megabytes.toFixed(0)} MB   ${median(calls).toFixed(2)} calls to the connector a turn\n`,
    );
  }
  const ratio = median(found.product.rates) / median(found.bare.rates);
  const cost = median(found.product.cpuMs) / median(found.bare.cpuMs);
  process.stdout.write(
    `product / bare echo: ${ratio.toFixed(2)} of its turns (aim 0.80), ${cost.toFixed(1)} of its processor time; ` +
      `load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores\n`,
  );
  connector.close();
}

interface Found {
  /** One of each round. */
  readonly rates: number[];
  readonly cpuMs: number[];
  readonly calls: number[];
  /** One of each turn. */
  readonly times: number[];
}

const nothingYet = (): Found => ({ rates: [], times: [], cpuMs: [], calls: [] });

interface Child {
  readonly port: number;
  readonly ask: (what: 'used' | 'end') => Promise<Used>;
}

function startChild(kind: Kind): Promise<Child> {
  const child = fork(process.argv[1] ?? '', [kind]);
  return new Promise((started) => {
    child.once('message', (message) => {
      const { port } = message as { readonly port: number };
      const ask = (what: 'used' | 'end'): Promise<Used> =>
        new Promise((told) => {
          child.once('message', (used) => told(used as Used));
          child.send(what);
        });
      started({ port, ask });
    });
  });
}

let activities = 0;

/** Milliseconds of each turn, from the post to the delivery of its answer. */
async function turns(port: number, connector: Connector): Promise<readonly number[]> {
  const taken: number[] = [];
  let left = TURNS_IN_A_ROUND;
  const caller = async (): Promise<void> => {
    while ((left -= 1) >= 0) {
      const conversation = `a:${(activities += 1)}`;
      const begun = performance.now();
      const answered = connector.answered(conversation);
      const { status } = await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activityOf(conversation, connector.serviceUrl)),
      });
      if (status >= 300) throw new Error(`A turn was answered with ${status}.`);
      await answered;
      taken.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  return taken;
}

const activityOf = (conversation: string, serviceUrl: string) => ({
  type: 'message',
  id: `activity-${conversation}`,
  channelId: 'msteams',
  serviceUrl,
  localTimezone: 'Europe/Berlin',
  from: { id: `29:${conversation}`, name: 'Alex', aadObjectId: `person-${conversation}` },
  recipient: { id: '28:bot', name: 'Tunnel Triage' },
  conversation: { id: conversation, conversationType: 'personal', tenantId: 'tenant' },
  text: PASTE,
});

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

const median = (values: readonly number[]): number => percentile(values, 50);

const [, , kind] = process.argv;
void (kind === 'bare' || kind === 'product' ? serve(kind) : measure());
