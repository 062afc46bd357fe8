/** Activities as they come over the wire: the real bot with its store, its jobs and its analyses takes them at its real door. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

import { readConfig } from '../../bot/config';
import { type CallerOf, SCOPES } from '../../bot/http/caller';
import { type Log } from '../../bot/log';
import { startBot } from '../../bot/start-bot';
import { VERBS } from '../../cards/index';
import { added, channelMessage, consent, message, press, submit } from '../support/bot-activities';
import { channelPost, chatPost, deleted, edited } from '../support/channel-activities';
import { asCodeBlock, chosenOn, composing, download, reference, submitted } from '../support/message-actions';
import { mutant } from '../support/mutants';
import { type SeededRandom } from '../support/seeded-random';
import { type ApiRequest, apiRequest, sentRaw } from './api-requests';
import { type FuzzPath, type Trial } from './fuzz-path';
import { type Json, mutatedJson } from './json-mutations';
import { type TextSample } from './samples';
import { mutatedText } from './text-mutations';

/** What the door may answer: taken, not for it, not well formed, nobody it knows, too large, not implemented. */
const STATUSES: ReadonlySet<number> = new Set([200, 202, 400, 401, 413, 415, 501]);
/** A frame of an error, also within JSON. */
const STACK = /(?:\\n|\n)\s+at .{1,300}:\d+:\d+|node_modules/;
const ANSWER_LIMIT_MS = 10_000;
/** Nobody else is answered meanwhile. This machine may be busy, and the process may have the last place in its queue. */
const MAX_STANDSTILL_MS = 3000;
/** An edit waits for Graph, which is not there, and holds back what comes behind it in its conversation for up to 75 s. */
const SETTLE_LIMIT_MS = 90_000;
/** After so many the answers that are made behind the turns are waited for. */
const UNANSWERED = 10;
const MAX_NUMBER = 0xffff_ffff;
const MAX_SAMPLE_CHARACTERS = 8000;

/** `bundles` has the bundled worker. The one bot of both paths starts with the first mutant that goes one of them. */
export function doorPaths(samples: readonly TextSample[], bundles: string): readonly FuzzPath[] {
  const texts = samples.map(({ text }) => text).filter((text) => text.length < MAX_SAMPLE_CHARACTERS);
  let started: Promise<Running> | null = null;
  let since = 0;
  const trial = (what: string, bytes: Uint8Array, take: (bot: Running) => Promise<readonly string[]>): Trial => ({
    what,
    bytes,
    ending: 'txt',
    isShared: true,
    faults: async () => {
      const bot = await (started ??= startRunning(bundles));
      const faults = await take(bot);
      since += 1;
      if (since % UNANSWERED === 0) await bot.settle();
      return faults;
    },
  });
  // Whichever of the two goes first ends the bot of both.
  const close = async (): Promise<readonly string[]> => {
    const ending = started;
    started = null;
    return ending === null ? [] : (await ending).close();
  };
  return [
    {
      name: 'activity',
      share: 12,
      trial: (random, index) => {
        const [what, body] = bodyOf(random, index, texts);
        return trial(what, body, (bot) => bot.post(body));
      },
      close,
    },
    {
      name: 'api',
      share: 10,
      trial: (random) => {
        const made = apiRequest(random, texts);
        const bytes = Buffer.concat([Buffer.from(`${made.line}\n${JSON.stringify(made.headers)}\n\n`), made.body]);
        return trial(made.what, bytes, (bot) => bot.call(made));
      },
      close,
    },
  ];
}

/** Stands where the address of the loopback service goes, so that no digit of a port is damaged. */
const ORIGIN = 'http://loopback.invalid';

function bodyOf(random: SeededRandom, index: number, texts: readonly string[]): readonly [string, Uint8Array] {
  const [what, activity] = activityOf(random, texts);
  const own = { ...activity, id: `f-${index}`, serviceUrl: `${ORIGIN}/` };
  // A press needs a case, which its conversation keeps; everything else has a conversation of its own.
  const placed =
    what.startsWith('press') || own.conversation.conversationType !== 'personal'
      ? own
      : { ...own, conversation: { ...own.conversation, id: `a:f-${index}` } };
  const json = JSON.parse(JSON.stringify(placed)) as Json;
  if (random.below(3) > 0) return [`${what}, structure`, Buffer.from(JSON.stringify(mutatedJson(json, random)))];
  if (random.below(4) === 0) return [what, Buffer.from(JSON.stringify(json))];
  const bytes = mutant(
    { samples: [Buffer.from(JSON.stringify(json))], words: ['"', '{', '}', '[', ']', ',', ':', 'null', '\\u0000'] },
    random.below(MAX_NUMBER),
  );
  return [`${what}, bytes`, bytes];
}

const WORDS = [
  'help',
  'steps',
  'next',
  'note',
  'new case',
  'close',
  'again',
  'stats',
  'sample',
  'server 131.107.0.2',
  'explain 0x80092013',
  'script',
  'settings hours 08:00-16:00',
  'my zone Europe/Berlin',
  'ticket NET-12',
  'cases',
  'remind',
  'hallo',
  'hilfe',
  '',
];

type Activity = Readonly<Record<string, unknown>> & {
  readonly conversation: { readonly id: string; readonly conversationType: string };
};

function activityOf(random: SeededRandom, texts: readonly string[]): readonly [string, Activity] {
  const text =
    random.below(3) === 0 ? random.pick(WORDS) : mutatedText(random.pick(texts), random, texts).slice(0, 60_000);
  const pressed = {
    case: 'C-1',
    pasted: text.slice(0, 25_000),
    first: '131.107.0.2',
    second: '',
    cause: 'client-certificate-expired',
    on: '2026-12-01',
    clock: '09:00',
    hours: '08:00-16:00',
  };
  const verb = random.pick(VERBS);
  const withFiles = message(text, [
    { name: 'mmsa.txt', url: `${ORIGIN}/files/mmsa.txt` },
    { name: 'x.zip', url: `${ORIGIN}/files/x.zip` },
  ]);
  const chosen = {
    html: asCodeBlock(text),
    attachments: [reference('mmsa.txt'), download('mmsa.txt', `${ORIGIN}/files/mmsa.txt`)],
  };
  const making: Readonly<Record<string, () => Activity>> = {
    message: () => message(text),
    'message with files': () => withFiles,
    'channel message': () => channelMessage(text, true),
    'channel post': () => channelPost({ text }),
    'edited chat post': () => edited(chatPost({ text }), '2026-11-24T12:00:00.000Z'),
    'deleted chat post': () => deleted(chatPost({ text })),
    [`press ${verb}`]: () => press(verb, pressed, 'sent-1'),
    [`press submitted ${verb}`]: () => submit(verb, pressed, 'sent-1'),
    consent: () =>
      consent(
        {
          action: 'accept',
          context: { shell: 'cmd', on: 'client' },
          uploadInfo: {
            uploadUrl: `${ORIGIN}/files/up`,
            contentUrl: `${ORIGIN}/files/up`,
            name: 'a.cmd',
            uniqueId: '1',
            fileType: 'cmd',
          },
        },
        'sent-1',
      ),
    added: () => added(),
    'action chosen': () => chosenOn(random.pick(['personal', 'group', 'channel']), chosen),
    'action composing': () => composing('personal'),
    'action submitted': () =>
      submitted('personal', { first: '131.107.0.2', pasted: text }, random.below(2) === 0 ? null : chosen),
  };
  const what = random.pick(Object.keys(making));
  return [what, making[what]!()];
}

interface Running {
  readonly call: (request: ApiRequest) => Promise<readonly string[]>;
  readonly post: (body: Uint8Array) => Promise<readonly string[]>;
  /** Settles when nothing is due any more. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<readonly string[]>;
}

async function startRunning(bundles: string): Promise<Running> {
  const keys: string[] = [];
  const errors: string[] = [];
  const service = await startService((key) => keys.push(key));
  const origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  const dataFolder = mkdtempSync(join(tmpdir(), 'tunnel-triage-fuzz-'));
  const config = readConfig({
    PORT: '0',
    TUNNEL_TRIAGE_DATA: dataFolder,
    TUNNEL_TRIAGE_WORKERS: '1',
    TUNNEL_TRIAGE_API_REQUESTS_PER_MINUTE: '10000',
  });
  const bot = await startBot(config, listening(errors), { bundles, callerOf });
  const standstill = monitorEventLoopDelay();
  standstill.enable();
  const door = `http://127.0.0.1:${bot.port}`;
  const due = async (): Promise<boolean> => {
    const text = await (await fetch(`${door}/metrics`)).text();
    return /^tunnel_triage_jobs(?:_due\{kind="[\w-]+"\}|\{kind="[\w-]+",state="running"\}) [1-9]/m.test(text);
  };
  const settle = async (): Promise<void> => {
    const end = performance.now() + SETTLE_LIMIT_MS;
    while (await due()) {
      if (performance.now() > end) throw new Error(`What was taken was not answered within ${SETTLE_LIMIT_MS} ms.`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const post = async (body: Uint8Array): Promise<readonly string[]> => {
    const sent = Buffer.from(Buffer.from(body).toString('latin1').replaceAll(ORIGIN, origin), 'latin1');
    // What other mutants took meanwhile is not this one's.
    standstill.reset();
    const response = await fetch(`${door}/api/messages`, {
      method: 'POST',
      // The process is busy for longer than a connection is kept.
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: sent,
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    const answer = await response.text();
    return [
      ...(STATUSES.has(response.status) ? [] : [`answered ${response.status}`]),
      ...(STACK.test(answer) ? [`an error leaves with the answer: ${answer.slice(0, 200)}`] : []),
      ...errors.splice(0),
      ...stoodStill(),
    ];
  };
  const stoodStill = (): readonly string[] => {
    const ms = standstill.max / 1e6;
    return ms > MAX_STANDSTILL_MS ? [`the event loop stood still for ${Math.round(ms)} ms`] : [];
  };
  const idOfCase = async (): Promise<string> => {
    const made = await sentRaw(bot.port, CREATING, '', ANSWER_LIMIT_MS);
    return /^location: .*\/([^/\s]+)\s*$/im.exec(made)?.[1] ?? '';
  };
  const caseId = await idOfCase();
  if (caseId === '') throw new Error('The API made no case.');
  const call = async (request: ApiRequest): Promise<readonly string[]> => {
    standstill.reset();
    const answer = await sentRaw(bot.port, request, caseId, ANSWER_LIMIT_MS);
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
    return [
      ...(status >= 500 ? [`answered ${status}: ${answer.slice(0, 300)}`] : []),
      ...(STACK.test(answer) ? [`an error leaves with the answer: ${answer.slice(0, 300)}`] : []),
      ...errors.splice(0),
      ...stoodStill(),
    ];
  };
  // The case of the presses.
  await post(Buffer.from(JSON.stringify({ ...message('help'), id: 'first', serviceUrl: `${ORIGIN}/` })));
  await settle();
  return {
    post,
    call,
    settle,
    close: async () => {
      await settle();
      await bot.stop(SETTLE_LIMIT_MS);
      service.closeAllConnections();
      await new Promise((resolve) => service.close(resolve));
      rmSync(dataFolder, { recursive: true, force: true });
      return [
        ...errors,
        ...keys.filter((key) => key.includes('/failed-')).map((key) => `ended in an error card: ${key}`),
      ];
    },
  };
}

/** Everybody is the same caller here: who may call is not what is damaged. */
const callerOf: CallerOf = () => Promise.resolve({ key: 'key/fuzz', name: 'fuzz', scopes: new Set(SCOPES) });

const CREATING: ApiRequest = {
  what: 'create',
  line: 'POST /cases',
  headers: { 'content-type': 'application/json' },
  body: Buffer.from('{}'),
};

/** A log that keeps what should never happen. */
const listening = (errors: string[]): Log => ({
  info: () => undefined,
  warn: () => undefined,
  error: (code, _facts, cause) => {
    errors.push(`logged ${code}: ${cause instanceof Error ? (cause.stack ?? cause.message) : ''}`);
  },
});

/** The connector and the place of files in one. */
async function startService(posted: (key: string) => void): Promise<Server> {
  let last = 0;
  const server = createServer((request, response) => {
    void bodyOfRequest(request).then((body) => {
      const key = /"sendKey":"((?:[^"\\]|\\.)*)"/.exec(body)?.[1];
      if (key !== undefined) posted(key);
      last += 1;
      const isFile = request.url?.startsWith('/files/') === true;
      response.writeHead(request.method === 'GET' || isFile ? 200 : 201, { 'content-type': 'application/json' });
      response.end(isFile ? 'System error 53 has occurred.\r\n' : JSON.stringify({ id: `sent-${last}`, members: [] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function bodyOfRequest(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
