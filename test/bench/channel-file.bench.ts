/**
 * A text of 4 KB that is posted in a channel and found by Microsoft Graph: the time from the activity to the first visible reaction, to the card, and what the
 * Graph on the loopback interface took of it for itself; beside the same text pasted, which asks Graph for the message and no file. Local mode: the
 * real process, its adapter, store, jobs, workers and its client of Graph; nothing but this machine.
 */
import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readConfig } from '../../bot/config';
import { answerGraph } from '../../bot/local/graph';
import { channelMessagePath, createGraphWorld, graphMessage } from '../../bot/local/graph-world';
import { createLog } from '../../bot/log';
import { startBot } from '../../bot/start-bot';
import { bundleBot } from '../support/bot-bundles';
import { ASSOCIATIONS, failingClient, windowOf } from '../support/bot-outputs';

const ROUNDS = 40;
const WARM = 5;
const GROUP = '44444444-4444-4444-8444-444444444444';
const CHANNEL = '19:tickets@thread.tacv2';
const TENANT = '11111111-1111-4111-8111-111111111111';

interface Reaction {
  readonly first: number;
  readonly card: number;
  readonly graph: number;
}

async function measure(): Promise<void> {
  const bundles = bundleBot(['worker']);
  const dataFolder = mkdtempSync(join(tmpdir(), 'tunnel-triage-bench-'));
  const world = createGraphWorld();
  const files = new Map<string, string>();
  let graphMs = 0;
  let onActivity: (type: string) => void = () => undefined;
  const server = createServer((request, response) => {
    const begun = performance.now();
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const json = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (url.pathname.startsWith('/v1.0/')) {
      const { status, body } = answerGraph(world, {
        authorization: request.headers.authorization,
        path: url.pathname.slice('/v1.0'.length),
        select: url.searchParams.get('$select'),
      });
      json(status, body);
      graphMs += performance.now() - begun;
    } else if (url.pathname.startsWith('/files/')) {
      response.end(files.get(url.pathname));
      graphMs += performance.now() - begun;
    } else {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        if (request.method === 'POST') onActivity((JSON.parse(text) as { readonly type: string }).type);
        json(201, { id: `sent-${performance.now()}` });
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = readConfig({ PORT: '0', TUNNEL_TRIAGE_DATA: dataFolder, TUNNEL_TRIAGE_WORKERS: '1' });
  const bot = await startBot(config, createLog('silent'), {
    bundles: bundles.folder,
    graph: { baseUrl: () => `${origin}/`, tokenOf: () => Promise.resolve('bench') },
  });
  const output = windowOf(failingClient(), ASSOCIATIONS);
  const posted = `${output}\r\n${'C:\\>rem\r\n'.repeat(Math.max(0, Math.floor((4096 - output.length) / 9)))}`;

  const once = async (round: number, pasted: boolean): Promise<Reaction> => {
    const id = String(1_700_000_000_000 + round * 2 + Number(pasted));
    const url = `${origin}/sites/tickets/${id}.txt`;
    files.set(`/files/${id}`, posted);
    world.items.set(url, {
      id,
      name: `${id}.txt`,
      size: Buffer.byteLength(posted),
      cTag: id,
      '@microsoft.graph.downloadUrl': `${origin}/files/${id}`,
    });
    const message = graphMessage(id, 'here', pasted ? [] : [{ name: `${id}.txt`, url }]);
    world.messages.set(channelMessagePath(GROUP, CHANNEL, null, id), message);
    graphMs = 0;
    const begun = performance.now();
    let first = 0;
    const card = new Promise<number>((resolve) => {
      onActivity = (type) => {
        if (first === 0) first = performance.now() - begun;
        if (type === 'message') resolve(performance.now() - begun);
      };
    });
    await fetch(`http://127.0.0.1:${bot.port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id,
        channelId: 'msteams',
        serviceUrl: `${origin}/`,
        from: { id: '29:alex', name: 'Alex' },
        recipient: { id: '28:bot', name: 'Tunnel Triage' },
        conversation: { id: `${CHANNEL};messageid=${id}`, conversationType: 'channel', tenantId: TENANT },
        channelData: { team: { id: '19:team', aadGroupId: GROUP }, channel: { id: CHANNEL } },
        text: `<at>Tunnel Triage</at> ${pasted ? posted : ''}`,
        entities: [{ type: 'mention', mentioned: { id: '28:bot' }, text: '<at>Tunnel Triage</at>' }],
      }),
    });
    return { card: await card, first, graph: graphMs };
  };

  const byGraph: Reaction[] = [];
  const pastedOnes: Reaction[] = [];
  for (let round = 0; round < ROUNDS + WARM; round += 1) {
    const [one, other] = [await once(round, false), await once(round, true)];
    if (round < WARM) continue;
    byGraph.push(one);
    pastedOnes.push(other);
  }
  console.info(`${Buffer.byteLength(posted)} bytes, ${ROUNDS} interleaved rounds; milliseconds, median (worst)`);
  console.info(`              first reaction     card            Graph itself`);
  for (const [name, all] of [
    ['file by Graph', byGraph],
    ['pasted', pastedOnes],
  ] as const) {
    const column = (of: keyof Reaction): string => spread(all.map((reaction) => reaction[of])).padEnd(16);
    console.info(`${name.padEnd(14)}${column('first')}   ${column('card')}${column('graph')}`);
  }
  await bot.stop(5000);
  server.closeAllConnections();
  server.close();
  bundles.remove();
  rmSync(dataFolder, { recursive: true, force: true });
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  return `${at(0.5)} (${at(1)})`;
}

void measure();
