/** A bot that stops while uploads are under way: each is answered, with its diagnosis or with when to send it again. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { streamedEvents } from '../../../bot/http/event-stream';
import { type ApiAround, type ApiOptions, startApi } from '../../support/api-around';

const MMSA = new Uint8Array(readFileSync('bot/teams/sample-case/mmsa.txt'));
const HALF = MMSA.byteLength / 2;
/** Long enough for everything that ends at all. */
const ENOUGH_MS = 10_000;
/** Nothing of what is under way ends in it. */
const TOO_SHORT_MS = 200;
/** Never answers. */
const ENDLESS_WORKER = `require('node:worker_threads').parentPort.on('message', () => undefined);`;

let api: ApiAround;
let id: string;
let folder: string;
const start = async (options: ApiOptions = {}): Promise<void> => {
  api = await startApi(options);
  id = (await api.client.POST('/cases', {})).data!.id;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
});
afterEach(async () => {
  expect(api.documented.faults).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
  await api.stop().catch(() => undefined);
});

/** A body of which the first half is there. */
function halfSent(): { readonly body: ReadableStream<Uint8Array>; readonly sendRest: () => void } {
  let control: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      control = given;
      given.enqueue(MMSA.slice(0, HALF));
    },
  });
  const sendRest = (): void => {
    control?.enqueue(MMSA.slice(HALF));
    control?.close();
  };
  return { body, sendRest };
}

const upload = (body: BodyInit, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  api.call(`/cases/${id}/uploads?name=mmsa.txt`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...headers },
    body,
    duplex: 'half',
  });

/** Its answer begins when it has its place. */
async function listened(body: BodyInit): Promise<() => Promise<readonly { name: string; data: unknown }[]>> {
  const response = await upload(body, { accept: 'text/event-stream' });
  return async () => {
    const events = [];
    // Node's body can be iterated, which its type does not say.
    for await (const { name, data } of streamedEvents(response.body as unknown as AsyncIterable<Uint8Array>)) {
      events.push({ name, data: JSON.parse(data) as unknown });
    }
    return events;
  };
}

const answerOf = async (response: Response): Promise<readonly unknown[]> => [
  response.status,
  response.headers.get('retry-after'),
  ((await response.json()) as { readonly code?: string }).code,
];

/** The first answer of a bot that takes no more uploads. */
async function untilClosed(): Promise<Response> {
  for (;;) {
    const response = await upload(MMSA);
    if (response.status !== 200) return response;
    await response.text();
  }
}

describe('An upload of the API at a stop', () => {
  it('that is under way is answered with its diagnosis, while a new one is told when to come again', async () => {
    await start();
    const { body, sendRest } = halfSent();
    const heard = await listened(body);
    const stopped = api.stop(ENOUGH_MS);
    expect(await answerOf(await untilClosed())).toEqual([503, '30', 'stopping']);
    sendRest();
    expect((await heard()).at(-1)).toMatchObject({
      name: 'diagnosis',
      data: { received: [{ name: 'mmsa.txt', status: 'analysed' }] },
    });
    await stopped;
  });

  it('whose body does not come to its end in time is told when to send it again', async () => {
    await start();
    const answer = upload(halfSent().body);
    const heard = await listened(halfSent().body);
    await Promise.all([
      api.stop(TOO_SHORT_MS),
      expect(answer.then(answerOf)).resolves.toEqual([503, '30', 'stopping']),
      expect(heard()).resolves.toContainEqual({
        name: 'problem',
        data: expect.objectContaining({ status: 503, code: 'stopping' }) as unknown,
      }),
    ]);
  });

  it('as a form that does not come to its end in time is told when to send it again', async () => {
    await start();
    const part = '--x\r\ncontent-disposition: form-data; name="f"; filename="mmsa.txt"\r\n\r\nMain Mode SA';
    const body = new ReadableStream<Uint8Array>({ start: (control) => control.enqueue(Buffer.from(part)) });
    const answer = upload(body, { 'content-type': 'multipart/form-data; boundary=x' });
    const heard = await listened(halfSent().body);
    await Promise.all([
      api.stop(TOO_SHORT_MS),
      expect(answer.then(answerOf)).resolves.toEqual([503, '30', 'stopping']),
      expect(heard()).resolves.toContainEqual(expect.objectContaining({ name: 'problem' })),
    ]);
  });

  it('that is not read in time, or waits to be read, is told when to send it again', async () => {
    writeFileSync(join(folder, 'analysis-worker.cjs'), ENDLESS_WORKER);
    await start({ bundles: folder });
    const [reading, waiting] = [await listened(MMSA), await listened(MMSA)];
    const problem = {
      name: 'problem',
      data: expect.objectContaining({ status: 503, code: 'stopping' }) as unknown,
    };
    await Promise.all([
      api.stop(TOO_SHORT_MS),
      expect(reading()).resolves.toContainEqual(problem),
      expect(waiting()).resolves.toContainEqual(problem),
    ]);
  });
});
