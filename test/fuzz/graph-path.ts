/** What Microsoft Graph and a library answer: the real client, and the real reading of a posted message with its files, take damaged answers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { channelMessagePath, graphMessage } from '../../bot/local/graph-world';
import { createGraph } from '../../bot/teams/graph/graph-client';
import { createLinkedFiles } from '../../bot/teams/graph/linked-files';
import { createPostedFiles, type PostedFilesOf } from '../../bot/teams/graph/posted-files';
import { createThreadTitles, type ThreadTitleOf } from '../../bot/teams/graph/thread-titles';
import { RefusedError } from '../../bot/refused-error';
import { WaitError } from '../../bot/teams/wait-error';
import { mutant } from '../support/mutants';
import { type SeededRandom } from '../support/seeded-random';
import { type FuzzPath } from './fuzz-path';
import { type Json, mutatedJson } from './json-mutations';

/** Stands where the address of the loopback service goes, so that no digit of a port is damaged. */
const ORIGIN = 'http://loopback.invalid';
const GROUP = '44444444-4444-4444-8444-444444444444';
const CHANNEL = '19:tickets@thread.tacv2';
const MESSAGE = '1700000000000';
const PLACE = {
  kind: 'channel',
  tenant: '55555555-5555-4555-8555-555555555555',
  group: GROUP,
  team: null,
  channel: CHANNEL,
  channelType: 'standard',
  root: MESSAGE,
  message: MESSAGE,
} as const;
const ROOM_BYTES = 1_000_000;
const MAX_NUMBER = 0xffff_ffff;
/** A sentence that a person reads; the longest have a command of an administrator in them. */
const MAX_SENTENCE_CHARACTERS = 1500;

/** What is asked for a message with two files, a snippet of code and a picture. */
type Asked = 'message' | 'item' | 'site' | 'drives' | 'hosted' | 'file';
const ASKED: readonly Asked[] = ['message', 'item', 'site', 'drives', 'hosted', 'file'];
const LIBRARY = `${ORIGIN}/sites/tickets/Shared%20Documents`;
const FILE_TEXT = 'System error 53 has occurred.\r\n';

function soundAnswers(): Readonly<Record<Asked, Json>> {
  const message = graphMessage(
    MESSAGE,
    `here it is <img src="https://graph.microsoft.com/v1.0/hostedContents/aWQ9/$value">`,
    [
      { name: 'mmsa.txt', url: `${LIBRARY}/General/mmsa.txt` },
      { name: 'a log.zip', url: `${LIBRARY}/General/a%20log.zip` },
    ],
  );
  const snippet = {
    id: 'snippet',
    contentType: 'application/vnd.microsoft.card.codesnippet',
    contentUrl: null,
    content: JSON.stringify({ name: 'mmsa', codeSnippetUrl: `https://graph/hostedContents/c25pcHBldA==/$value` }),
    name: null,
  };
  const whole = { ...message, subject: 'NET-12', attachments: [...message.attachments, snippet] };
  return {
    message: JSON.parse(JSON.stringify(whole)) as Json,
    item: {
      id: 'item-1',
      name: 'mmsa.txt',
      size: FILE_TEXT.length,
      cTag: 'c:1',
      file: { mimeType: 'text/plain' },
      '@microsoft.graph.downloadUrl': `${ORIGIN}/download`,
    },
    site: { id: 'site-1' },
    drives: { value: [{ id: 'drive-1', webUrl: LIBRARY }] },
    hosted: FILE_TEXT,
    file: FILE_TEXT,
  };
}

function askedBy(url: string): Asked {
  const path = decodeURIComponent(url.split('?', 1)[0] ?? '');
  if (path.includes('/hostedContents/')) return 'hosted';
  if (path.includes(channelMessagePath(GROUP, CHANNEL, null, MESSAGE))) return 'message';
  if (/\/sites\/[^/]*:/.test(path)) return 'site';
  if (path.endsWith('/drives')) return 'drives';
  return path === '/download' ? 'file' : 'item';
}

interface Answer {
  readonly status: number;
  readonly body: Uint8Array;
}
interface Running {
  readonly take: (answers: ReadonlyMap<Asked, Answer>, byLink: boolean) => Promise<readonly string[]>;
  readonly close: () => Promise<readonly string[]>;
}

export function graphPath(): FuzzPath {
  const sound = soundAnswers();
  let started: Promise<Running> | null = null;
  return {
    name: 'graph',
    share: 10,
    trial: (random) => {
      const damaged = random.pick(ASKED);
      const status = random.below(8) === 0 ? random.pick([204, 302, 400, 401, 403, 404, 410, 429, 500, 503]) : 200;
      const [how, body] = damagedAnswer(sound[damaged], random);
      // Where the link itself is forbidden, the site and its drives are asked.
      const byLink = damaged !== 'site' && damaged !== 'drives' && random.below(4) > 0;
      const answers = new Map<Asked, Answer>(ASKED.map((asked) => [asked, { status: 200, body: sent(sound[asked]) }]));
      answers.set(damaged, { status, body });
      return {
        what: `${damaged}, ${how}, ${status}${byLink ? '' : ', by the site'}`,
        bytes: body,
        ending: 'json',
        faults: async () => (await (started ??= startRunning())).take(answers, byLink),
      };
    },
    close: async () => (started === null ? [] : (await started).close()),
  };
}

const sent = (value: Json): Uint8Array => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

function damagedAnswer(value: Json, random: SeededRandom): readonly [string, Uint8Array] {
  if (typeof value !== 'string' && random.below(4) > 0) {
    return ['structure', Buffer.from(JSON.stringify(mutatedJson(value, random)))];
  }
  const words = ['"', '{', '}', '[', ']', ',', ':', 'null', '\\u0000'];
  return ['bytes', mutant({ samples: [sent(value)], words }, random.below(MAX_NUMBER))];
}

async function startRunning(): Promise<Running> {
  let answers: ReadonlyMap<Asked, Answer> = new Map();
  let isLinkForbidden = false;
  let origin = '';
  const server: Server = createServer((request, response) => {
    const url = request.url ?? '';
    const { status, body } =
      isLinkForbidden && url.includes('/shares/')
        ? { status: 403, body: Buffer.from('{"error":{"code":"accessDenied"}}') }
        : (answers.get(askedBy(url)) ?? { status: 404, body: Buffer.from('{}') });
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(Buffer.from(Buffer.from(body).toString('latin1').replaceAll(ORIGIN, origin), 'latin1'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-fuzz-graph-'));
  const access = { baseUrl: () => `${origin}/`, tokenOf: () => Promise.resolve('token') };
  /** What a service asked to wait is forgotten with the mutant: the next one is asked for anew. */
  const opened = (): readonly [PostedFilesOf, ThreadTitleOf] => {
    const graphOf = createGraph(access, { graphAsked: () => undefined }, Date.now);
    const linkedFiles = createLinkedFiles({ graphOf, downloads: { local: true, moreHosts: [] }, app: null });
    const groupOf = (): Promise<string> => Promise.resolve(GROUP);
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    return [
      createPostedFiles({ graphOf, groupOf, linkedFiles, app: null }),
      createThreadTitles({ graphOf, groupOf, log, now: Date.now }),
    ];
  };
  let files = 0;
  const room = {
    bytes: ROOM_BYTES,
    heldBytes: ROOM_BYTES,
    newFile: () => Promise.resolve(join(folder, String((files += 1)))),
  };
  return {
    take: async (now, byLink) => {
      answers = now;
      isLinkForbidden = !byLink;
      const [postedFiles, titleOf] = opened();
      // Its time is over, so that what is not there yet is not waited for.
      const patience = { since: 0, now: Date.now };
      const faults = [await faultIn(() => titleOf(PLACE, 'conversation'))];
      const posted = await postedFiles({ place: PLACE, conversation: 'conversation', patience }).catch(
        (error: unknown) => {
          faults.push(faultOf(error));
          return [];
        },
      );
      for (const file of posted) faults.push(await faultIn(() => file.fetch(room)));
      return faults.filter((fault) => fault !== null);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
      return [];
    },
  };
}

async function faultIn(doing: () => Promise<unknown>): Promise<string | null> {
  try {
    await doing();
    return null;
  } catch (error) {
    return faultOf(error);
  }
}

/** A sentence for the person, and a pause, are what may come of a damaged answer. */
function faultOf(error: unknown): string | null {
  if (error instanceof WaitError) return null;
  if (!(error instanceof RefusedError))
    return `rejected with ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  return error.message.length <= MAX_SENTENCE_CHARACTERS
    ? null
    : `a sentence of ${error.message.length} characters: ${error.code}`;
}
