/** Every status that the document promises is provoked, one by one, on the real bot. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

import { MAX_UPLOADS_OF_CALLER } from '../../../bot/http/upload-places';
import { MAX_FILE_BYTES } from '../../../bot/uploads/upload-bounds';
import { MAX_WAITING_ANALYSES } from '../../../bot/workers/analysis-pool';
import { type ApiAround, startApi } from '../../support/api-around';

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, unknown>>;
}
const document = parse(readFileSync('bot/http/openapi.yaml', 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};
const METHODS = ['get', 'put', 'post', 'delete'];
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => METHODS.includes(method))
    .map(([method, operation]) => ({ path, method: method.toUpperCase(), ...(operation as Operation) })),
);
type Documented = (typeof operations)[number];

const MMSA = new Uint8Array(readFileSync('bot/teams/sample-case/mmsa.txt'));
const NOWHERE = '00000000-0000-4000-8000-000000000000';
const SERVER = { first: '131.107.0.2' };
const OF_ANOTHER = '"999"';

let api: ApiAround;
let id = '';
/** Begun first, because it takes the time limit of a body. */
let slow: Readonly<Record<string, Promise<Response>>>;

beforeAll(async () => {
  api = await startApi();
  id = await newCase(api);
  await upload(api, id);
  slow = Object.fromEntries(
    operations
      .filter(({ responses }) => '408' in responses)
      .map((operation) => [operation.operationId, sendSilently(operation)]),
  );
});
afterAll(() => api.stop());

const newCase = async ({ client }: ApiAround): Promise<string> => (await client.POST('/cases', {})).data!.id;

const upload = (of: ApiAround, to: string): Promise<Response> =>
  of.call(`/cases/${to}/uploads?name=mmsa.txt`, { method: 'POST', headers: OCTETS, body: MMSA });

const OCTETS = { 'content-type': 'application/octet-stream' };

/** By hand, because whoever holds it against the document waits for its end. */
const sendSilently = ({ path, method, operationId }: Documented): Promise<Response> => {
  const { headers, query } = bodyOf(operationId);
  const address = `${api.origin}/api/v1${path.replace('{case}', id)}${query}`;
  // What is sent half at a time is no part of the type of a request yet.
  const half = { method, headers: { ...headers, authorization: 'Bearer alex' }, body: silent(), duplex: 'half' };
  return fetch(address, half);
};

/** A body whose first byte comes and whose second never does. */
const silent = (): ReadableStream<Uint8Array> =>
  new ReadableStream({ start: (control) => control.enqueue(new Uint8Array(['{'.charCodeAt(0)])) });

interface How {
  readonly credential?: string;
  readonly case?: string;
  readonly code?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit | null;
  readonly of?: ApiAround;
}

/** A call of the operation that would succeed, but for what is given. */
function call({ path, method, operationId }: Documented, how: How = {}): Promise<Response> {
  const { credential = 'alex', query = '', headers = {}, of = api } = how;
  const address = path
    .replace('{case}', how.case ?? id)
    .replace('{cause}', 'certificate-expired')
    .replace('{code}', how.code ?? '13801');
  const own = bodyOf(operationId);
  const body = how.body === undefined ? own.body : how.body;
  return of.call(`${address}${query === '' ? own.query : query}`, {
    method,
    headers: { ...(body === null ? {} : own.headers), authorization: `Bearer ${credential}`, ...headers },
    ...(body === null ? {} : { body, duplex: 'half' }),
  });
}

function bodyOf(operation: string): {
  readonly body: BodyInit | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
} {
  const json = { headers: { 'content-type': 'application/json' }, query: '' };
  if (operation === 'addUploads') return { body: MMSA, headers: OCTETS, query: '?name=mmsa.txt' };
  if (operation === 'setServer') return { ...json, body: JSON.stringify(SERVER) };
  if (operation === 'createCase') return { ...json, body: JSON.stringify({ server: SERVER }) };
  return { body: null, headers: {}, query: '' };
}

const PROVOKED: Readonly<Record<string, (operation: Documented) => Promise<Response>>> = {
  '200': (operation) => call(operation),
  '201': (operation) => call(operation),
  '204': async (operation) => call(operation, { case: await newCase(api) }),
  '304': async (operation) => {
    const etag = (await call(operation)).headers.get('etag')!;
    return call(operation, { headers: { 'if-none-match': `"other", W/${etag}` } });
  },
  '400': (operation) => call(operation, { query: '?nonsense=1' }),
  '401': (operation) => call(operation, { credential: 'nobody' }),
  '403': (operation) => call(operation, { credential: operation.method === 'GET' ? 'writer' : 'reader' }),
  '404': (operation) => call(operation, { case: NOWHERE, code: 'nonsense' }),
  '406': (operation) => call(operation, { headers: { accept: 'image/png' } }),
  '408': ({ operationId }) => slow[operationId]!,
  '409': (operation) =>
    operation.operationId === 'createCase' || operation.operationId === 'addUploads'
      ? whileItsKeyRuns(operation)
      : againstManyOthers(operation),
  '412': (operation) => call(operation, { headers: { 'if-match': OF_ANOTHER } }),
  '413': (operation) =>
    operation.operationId === 'addUploads'
      ? tooLargeFile()
      : call(operation, { body: JSON.stringify('x'.repeat(17_000)) }),
  '415': (operation) =>
    call(operation, { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
  '422': (operation) =>
    operation.operationId === 'createCase' ? withTheKeyOfAnother(operation) : whileWorkersCrash(operation),
  '429': (operation) => call(operation, { credential: 'hasty' }),
  '503': (operation) =>
    operation.operationId === 'addUploads' ? besideManyUploads(operation) : whileAnalysesQueue(operation),
  default: (operation) => call(operation, { credential: 'broken' }),
};

/** An upload that does not end has the key; then it ends, so that nothing of it is left. */
async function whileItsKeyRuns(operation: Documented): Promise<Response> {
  const headers = { 'idempotency-key': `running-${operation.operationId}` };
  const to = await newCase(api);
  const path = `/cases/${to}/uploads?name=slow.txt`;
  const body = endless();
  // Its answer begins when the key is its own.
  const first = await api.call(path, {
    method: 'POST',
    headers: { ...OCTETS, ...headers, accept: 'text/event-stream' },
    body: body.stream,
    duplex: 'half',
  });
  try {
    return await call(operation, { headers, case: to });
  } finally {
    body.end();
    await first.text();
  }
}

function endless(): { readonly stream: ReadableStream<Uint8Array>; readonly end: () => void } {
  let control: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: (given) => {
      control = given;
      given.enqueue(new Uint8Array([65]));
    },
  });
  return { stream, end: () => control?.close() };
}

/** So many change one case at once, in as many threads as see it before the first has changed it, that one of them comes too late every time. */
async function againstManyOthers(operation: Documented): Promise<Response> {
  const of = await startApi({ settings: { TUNNEL_TRIAGE_WORKERS: '6' } });
  try {
    const to = await newCase(of);
    const all = await Promise.all(Array.from({ length: 60 }, () => call(operation, { of, case: to })));
    expect(of.documented.faults).toEqual([]);
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200, 409]));
    return all.find(({ status }) => status === 409)!;
  } finally {
    await of.stop();
  }
}

async function withTheKeyOfAnother(operation: Documented): Promise<Response> {
  const headers = { 'idempotency-key': 'of-another' };
  await call(operation, { headers });
  return call(operation, { headers, body: '{}' });
}

/** Announced only: nothing of it is sent. */
const tooLargeFile = (): Promise<Response> =>
  new Promise((resolve, reject) => {
    const headers = { ...OCTETS, authorization: 'Bearer alex', 'content-length': MAX_FILE_BYTES + 1 };
    const sent = httpRequest(`${api.origin}/api/v1/cases/${id}/uploads?name=large.evtx`, { method: 'POST', headers });
    sent.once('error', reject).once('response', (response) => {
      let text = '';
      response.on('data', (piece: Buffer) => (text += piece.toString()));
      response.once('end', () => {
        sent.destroy();
        resolve(
          new Response(text, {
            status: response.statusCode!,
            headers: new Headers([['content-type', response.headers['content-type']!]]),
          }),
        );
      });
    });
    sent.flushHeaders();
  });

async function besideManyUploads(operation: Documented): Promise<Response> {
  const bodies = Array.from({ length: MAX_UPLOADS_OF_CALLER }, endless);
  const all = bodies.map(({ stream }) => call(operation, { body: stream }));
  const last = endless();
  try {
    // All are on their way when one of them is told that there is no place.
    return await Promise.race([...all, call(operation, { body: last.stream })]);
  } finally {
    for (const { end } of [...bodies, last]) end();
    await Promise.all(all);
  }
}

async function withWorker(source: string, work: (of: ApiAround) => Promise<Response>): Promise<Response> {
  const bundles = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  writeFileSync(join(bundles, 'analysis-worker.cjs'), source);
  const of = await startApi({ bundles });
  try {
    const response = await work(of);
    expect(of.documented.faults).toEqual([]);
    return response;
  } finally {
    await of.stop();
    rmSync(bundles, { recursive: true, force: true });
  }
}

const whileWorkersCrash = (operation: Documented): Promise<Response> =>
  withWorker(`require('node:worker_threads').parentPort.on('message', () => process.exit(1));`, async (of) =>
    call(operation, { of, case: await newCase(of) }),
  );

/** The only worker never answers, and as many wait for it as may. */
const whileAnalysesQueue = (operation: Documented): Promise<Response> =>
  withWorker(`require('node:worker_threads').parentPort.on('message', () => undefined);`, async (of) => {
    const to = await newCase(of);
    const all = Array.from({ length: MAX_WAITING_ANALYSES + 2 }, () => call(operation, { of, case: to }));
    for (const each of all) each.catch(() => undefined);
    return Promise.race(all);
  });

describe.each(operations)('$operationId', (operation) => {
  it.each(Object.keys(operation.responses))(
    'answers %s',
    async (status) => {
      const response = await PROVOKED[status]!(operation);
      expect(response.status).toBe(status === 'default' ? 500 : Number(status));
      if (response.status >= 400) {
        const problem = (await response.json()) as { readonly status: number; readonly detail: string };
        expect(problem).toMatchObject({ type: 'about:blank', status: response.status });
        expect(problem.detail).toMatch(/^[\p{L}\d].*\.$/su);
        expect(problem.detail).not.toContain('db.example');
      }
      expect(api.documented.faults).toEqual([]);
    },
    60_000,
  );
});
