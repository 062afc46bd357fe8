/** The product as a process: what it says when it starts, what survives a restart, when it refuses to start, how it stops. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type ChatEvent, type ChatMessage } from '../../bot/local/chat-message';
import { type BotBundles, bundleBot } from '../support/bot-bundles';
import { APP_ID } from '../support/bot-issuer';
import { ASSOCIATIONS, failingClient, windowOf } from '../support/bot-outputs';
import { runBotProcess, startBotProcess } from '../support/bot-process';
import { wordsOf } from '../support/card-words';

let bundles: BotBundles;
let data: string;
beforeAll(() => {
  bundles = bundleBot(['main', 'worker', 'page']);
});
afterAll(() => bundles.remove());
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const say = (origin: string, text: string): Promise<Response> =>
  fetch(`${origin}/chat/messages`, { method: 'POST', body: JSON.stringify({ text, files: [] }) });

/** The words of the first card that has `sought` among them, from the page's own stream of events. */
async function cardWith(origin: string, sought: string): Promise<string> {
  const stop = new AbortController();
  const response = await fetch(`${origin}/chat/events`, { signal: stop.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`The stream ended without "${sought}".`);
    text += value;
    const found = text
      .split('\n\n')
      .slice(0, -1)
      .flatMap(messagesOf)
      .map(({ card }) => (card === null ? '' : wordsOf(card)))
      .find((words) => words.includes(sought));
    if (found !== undefined) {
      stop.abort();
      return found;
    }
  }
}

function messagesOf(line: string): readonly ChatMessage[] {
  const event = JSON.parse(line.replace(/^data: /, '')) as ChatEvent;
  if (event.kind === 'all') return event.messages;
  return event.kind === 'message' ? [event.message] : [];
}

describe('The process', () => {
  it('keeps the case over a restart', async () => {
    const first = await startBotProcess(bundles.folder, data);
    await say(first.origin, windowOf(failingClient(), ASSOCIATIONS));
    await cardWith(first.origin, 'Infrastructure tunnel failed at main mode');
    expect(await first.stop()).toBe(0);

    const second = await startBotProcess(bundles.folder, data);
    await say(second.origin, 'steps');
    expect(await cardWith(second.origin, 'Steps: stopped at 10 of 20')).toContain(
      'Infrastructure tunnel failed at main mode',
    );
    await second.stop();
  });

  it('keeps the case when it is killed', async () => {
    const first = await startBotProcess(bundles.folder, data);
    await say(first.origin, windowOf(failingClient(), ASSOCIATIONS));
    await cardWith(first.origin, 'Infrastructure tunnel failed at main mode');
    expect(await first.stop('SIGKILL')).toBeNull();

    const second = await startBotProcess(bundles.folder, data);
    await say(second.origin, 'steps');
    await cardWith(second.origin, 'Steps: stopped at 10 of 20');
    await second.stop();
  });

  it('answers what it has begun before it stops', async () => {
    const bot = await startBotProcess(bundles.folder, data);
    const answer = cardWith(bot.origin, 'Infrastructure tunnel failed at main mode');
    await say(bot.origin, windowOf(failingClient(), ASSOCIATIONS));
    const [status] = await Promise.all([bot.stop(), answer.catch(() => '')]);
    expect(status).toBe(0);
    const again = await startBotProcess(bundles.folder, data);
    await say(again.origin, 'note');
    await cardWith(again.origin, 'infrastructure tunnel failed at main mode');
    await again.stop();
  });

  it('refuses a second one on the same store with one sentence', async () => {
    const bot = await startBotProcess(bundles.folder, data);
    const { status, errors } = await runBotProcess(bundles.folder, { TUNNEL_TRIAGE_DATA: data });
    expect(status).toBe(1);
    expect(errors).toMatch(/^\S+ is in use by another process: [^\n]+\n$/);
    await bot.stop();
  });

  it('refuses a port that is taken with one sentence', async () => {
    const bot = await startBotProcess(bundles.folder, data);
    const { port } = new URL(bot.origin);
    const { status, errors } = await runBotProcess(bundles.folder, {
      TUNNEL_TRIAGE_DATA: join(data, 'other'),
      PORT: port,
    });
    expect(status).toBe(1);
    expect(errors).toMatch(
      new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 cannot be listened on \\(EADDRINUSE\\): [^\\n]+\\n$`),
    );
    await bot.stop();
  });

  it('ends where its start fails after it has opened its port, so that nobody takes it for one that works', async () => {
    const faulty = join(data, 'faulty.cjs');
    // The engine of the jobs is started after the port is open, and needs a timer.
    writeFileSync(
      faulty,
      `const { Server } = require('node:net');
       const { listen } = Server.prototype;
       Server.prototype.listen = function (...given) {
         globalThis.setInterval = () => { throw new Error('There are no timers.'); };
         return listen.apply(this, given);
       };`,
    );
    const { status, errors } = await runBotProcess(bundles.folder, {
      TUNNEL_TRIAGE_DATA: data,
      NODE_OPTIONS: `--require=${faulty}`,
    });
    expect(status).toBe(1);
    expect(errors).toContain('There are no timers.');
  });

  it('ends also where something never comes to its end when it stops, and logs that', async () => {
    const faulty = join(data, 'faulty.cjs');
    writeFileSync(
      faulty,
      "require('node:worker_threads').Worker.prototype.terminate = () => new Promise(() => undefined);",
    );
    const bot = await startBotProcess(bundles.folder, data, { NODE_OPTIONS: `--require=${faulty}` });
    await say(bot.origin, windowOf(failingClient(), ASSOCIATIONS));
    await cardWith(bot.origin, 'Infrastructure tunnel failed at main mode');
    expect(await bot.stop()).toBe(1);
    expect(bot.logged()).toContain('"code":"stop-late"');
  });

  it('refuses to be open to others without authentication', async () => {
    const { status, errors } = await runBotProcess(bundles.folder, {
      TUNNEL_TRIAGE_DATA: data,
      TUNNEL_TRIAGE_HOST: '0.0.0.0',
    });
    expect(status).toBe(1);
    expect(errors).toContain('without authentication the bot listens on loopback only');
  });

  it('names every setting that is missing beside an app id', async () => {
    const { status, errors } = await runBotProcess(bundles.folder, {
      TUNNEL_TRIAGE_DATA: data,
      MicrosoftAppId: APP_ID,
    });
    expect(status).toBe(1);
    expect(errors).toContain('MicrosoftAppPassword is unset');
    expect(errors).toContain('MicrosoftAppTenantId is unset');
  });

  it('lets no page of another site reach the local chat', async () => {
    const bot = await startBotProcess(bundles.folder, data);
    const foreign = await fetch(`${bot.origin}/chat/messages`, {
      method: 'POST',
      body: '{}',
      headers: { origin: 'https://site.example' },
    });
    expect(foreign.status).toBe(403);
    expect(await statusWithHost(bot.origin, 'rebound.example')).toBe(403);
    await bot.stop();
  });
});

/** A name that was made to point at this machine arrives with that name as its host. */
const statusWithHost = (origin: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(`${origin}/chat`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
