/**
 * What a pasted `mmsa` of 4 KB costs until its answer is delivered: turns per second, p50, p99 and memory of the whole product, and of a bare
 * echo bot on the same restify, in interleaved rounds of one run; each bot is a process of its own.
 */
import { execFileSync, fork } from 'node:child_process';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
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
const PASTE = `${endlessListing(3900).toString('utf8').slice(0, 4080)}\r\nOk.\r\n`;
const KINDS = ['bare', 'product'] as const;
type Kind = (typeof KINDS)[number];

async function serve(kind: Kind): Promise<void> {
  const log = createLog('silent');
  const folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-bench-'));
  const port = kind === 'product' ? await product(folder) : await bare();
  process.send?.({ port });
  process.once('message', () => {
    process.send?.({ megabytes: process.memoryUsage().rss / 1024 / 1024 }, () => {
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
      localChat: null,
      counters: createCounters(),
      storeMetrics: () => Promise.resolve(''),
      log,
    });
    return door.listen('127.0.0.1', 0);
  }
}

interface Connector {
  readonly serviceUrl: string;
  /** Settles when the first message of a conversation was delivered. */
  readonly answered: (conversation: string) => Promise<void>;
  readonly close: () => void;
}

/** Takes every message and says when the first of a conversation came; a typing indicator is none. */
async function startConnector(): Promise<Connector> {
  const waiting = new Map<string, () => void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
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
  const rates: Record<Kind, number[]> = { bare: [], product: [] };
  const times: Record<Kind, number[]> = { bare: [], product: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const kind of KINDS) {
      const begun = performance.now();
      const taken = await turns(bots[kind].port, connector);
      if (round === 0) continue; // warms up
      rates[kind].push((TURNS_IN_A_ROUND * 1000) / (performance.now() - begun));
      times[kind].push(...taken);
    }
  }
  for (const kind of KINDS) {
    const megabytes = await bots[kind].end();
    process.stdout.write(
      `${kind.padEnd(8)} ${percentile(rates[kind], 50).toFixed(0).padStart(5)} turns/s   p50 ${percentile(times[kind], 50).toFixed(0)} ms` +
        `   p99 ${percentile(times[kind], 99).toFixed(0)} ms   ${megabytes.toFixed(0)} MB\n`,
    );
  }
  const ratio = percentile(rates.product, 50) / percentile(rates.bare, 50);
  process.stdout.write(`product / bare echo: ${ratio.toFixed(2)} of its turns (aim 0.80)\n`);
  connector.close();
}

function startChild(kind: Kind): Promise<{ readonly port: number; readonly end: () => Promise<number> }> {
  const child = fork(process.argv[1] ?? '', [kind]);
  return new Promise((started) => {
    child.once('message', (message) => {
      const { port } = message as { readonly port: number };
      const end = (): Promise<number> =>
        new Promise((ended) => {
          child.once('message', (last) => ended((last as { readonly megabytes: number }).megabytes));
          child.send('end');
        });
      started({ port, end });
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

const [, , kind] = process.argv;
void (kind === 'bare' || kind === 'product' ? serve(kind) : measure());
