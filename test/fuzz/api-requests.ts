/** Requests to the HTTP API, damaged as a whole: paths, queries, headers, JSON, forms and files. */
import { connect } from 'node:net';

import { mutant } from '../support/mutants';
import { type SeededRandom } from '../support/seeded-random';
import { type Json, mutatedJson } from './json-mutations';
import { mutatedText } from './text-mutations';

/** What is sent over the connection, without the head's own lines for the connection. */
export interface ApiRequest {
  readonly what: string;
  /** `METHOD /path` */
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const MAX_NUMBER = 0xffff_ffff;
const BOUNDARY = 'fuzzboundary';
/** Stands where the id of a case goes. */
export const CASE = '{case}';
const ODD = [
  '%',
  '%00',
  '%ff',
  '..',
  '%2e%2e%2f',
  '//',
  '?',
  '&',
  '=',
  "'",
  '"',
  ' ',
  'é',
  'a'.repeat(2000),
  '__proto__',
  '-1',
  '1e9',
  '0',
  'null',
  '{case}',
  '*',
  'W/"1"',
  ',',
  ';',
  'bytes=0-',
];
const ACCEPTS = [
  'application/json',
  'text/plain',
  'application/vnd.microsoft.card.adaptive+json',
  'text/event-stream',
  '*/*;q=0',
  'a/b',
];

/** Of every kind there is; `texts` are outputs. */
export function apiRequest(random: SeededRandom, texts: readonly string[]): ApiRequest {
  const made = random.pick(KINDS)(random, texts);
  return random.below(3) === 0 ? made : damaged(made, random);
}

type Kind = (random: SeededRandom, texts: readonly string[]) => ApiRequest;

const json = (what: string, line: string, value: Json): ApiRequest => ({
  what,
  line,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify(value)),
});
const get =
  (path: string): Kind =>
  (random) => ({
    what: `get ${path}`,
    line: `GET ${path}`,
    headers: { accept: random.pick(ACCEPTS) },
    body: new Uint8Array(),
  });

const KINDS: readonly Kind[] = [
  (random) => json('create', 'POST /cases', mutatedJson({ serverIpv4: '131.107.0.2' }, random)),
  (random) =>
    json(
      'server',
      `PUT /cases/${CASE}/server`,
      mutatedJson({ serverIpv4: '131.107.0.2', serverIpv4Second: '131.107.0.3' }, random),
    ),
  (random, texts) => ({
    what: 'upload',
    line: `POST /cases/${CASE}/uploads?name=mmsa.txt`,
    headers: { 'content-type': 'application/octet-stream', accept: random.pick(ACCEPTS) },
    body: Buffer.from(mutatedText(random.pick(texts), random, texts)),
  }),
  (random, texts) => ({
    what: 'form',
    line: `POST /cases/${CASE}/uploads`,
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: form(random, texts),
  }),
  (random) => ({
    ...json('set aside', `PUT /cases/${CASE}/set-aside/${random.pick(['client-certificate-expired', 'x'])}`, null),
    body: new Uint8Array(),
  }),
  get('/cases?limit=5&cursor=abc'),
  get(`/cases/${CASE}`),
  get(`/cases/${CASE}/diagnosis`),
  get(`/cases/${CASE}/ladder`),
  get(`/cases/${CASE}/follow-ups`),
  get(`/cases/${CASE}/redacted?map=true`),
  get('/steps'),
  get('/explain/0x80092013'),
];

function form(random: SeededRandom, texts: readonly string[]): Uint8Array {
  const parts = Array.from({ length: 1 + random.below(4) }, (_, place) => {
    const name = random.below(3) === 0 ? random.pick(ODD) : `output-${place}.txt`;
    return `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/plain\r\n\r\n${random.pick(texts)}\r\n`;
  });
  return Buffer.from(`${parts.join('')}--${BOUNDARY}--\r\n`);
}

function damaged(made: ApiRequest, random: SeededRandom): ApiRequest {
  switch (random.below(4)) {
    case 0:
      return { ...made, what: `${made.what}, line`, line: spliced(made.line, random) };
    case 1: {
      const name = random.pick([
        'accept',
        'content-type',
        'if-none-match',
        'if-match',
        'idempotency-key',
        'content-disposition',
        'range',
        'origin',
        'expect',
        'content-encoding',
      ]);
      return {
        ...made,
        what: `${made.what}, ${name}`,
        headers: { ...made.headers, [name]: random.pick(ODD).replaceAll(/[^\x20-\x7e]/g, '') },
      };
    }
    default:
      return made.body.length === 0
        ? { ...made, what: `${made.what}, line`, line: spliced(made.line, random) }
        : {
            ...made,
            what: `${made.what}, body`,
            body: mutant(
              { samples: [made.body], words: [`--${BOUNDARY}`, '\r\n\r\n', 'filename="', '{', '"'] },
              random.below(MAX_NUMBER),
            ),
          };
  }
}

/** No blank and no line end, or it would be another request. */
function spliced(line: string, random: SeededRandom): string {
  const from = line.indexOf('/') + 1;
  const at = from + random.below(line.length - from + 1);
  return line.slice(0, at) + random.pick(ODD).replaceAll(/\s/g, '') + line.slice(at + random.below(4));
}

/** The status line and what follows; empty where the other side only hangs up. Rejects where it says nothing in time. */
export function sentRaw(
  port: number,
  { line, headers, body }: ApiRequest,
  caseId: string,
  limitMs: number,
): Promise<string> {
  const lines = Object.entries({
    host: `127.0.0.1:${port}`,
    authorization: 'Bearer fuzz',
    connection: 'close',
    'content-length': String(body.length),
    ...headers,
  });
  const [method = '', path = ''] = line.replaceAll(CASE, caseId).split(' ');
  const head = `${method} /api/v1${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    const done = (): void => resolve(Buffer.concat(pieces).toString('latin1'));
    socket.setTimeout(limitMs, () => {
      socket.destroy();
      reject(new Error(`Nothing was answered within ${limitMs} ms.`));
    });
    socket.on('data', (piece) => pieces.push(piece));
    // It may hang up before all was sent.
    socket.once('error', done).once('close', done);
    socket.write(Buffer.concat([Buffer.from(head, 'utf8'), body]));
  });
}
