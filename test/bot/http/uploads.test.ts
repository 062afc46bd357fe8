/** Uploads by the API: what comes is in its case before it is acknowledged, whatever form it comes in. */
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type UploadReport } from '../../../analyzers/index';
import { uploadFiles } from '../../../bot/http/api-client';
import { streamedEvents } from '../../../bot/http/event-stream';
import { MAX_FILES_PER_MESSAGE } from '../../../bot/uploads/upload-bounds';
import { type ApiAround, startApi } from '../../support/api-around';
import { zip } from '../../support/zip';

const sample = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join('bot/teams/sample-case', name)));

let api: ApiAround;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
afterEach(() => {
  expect(api.documented.faults).toEqual([]);
  // Nothing of any upload stays on the disk, whatever became of it.
  expect(leftUploads()).toEqual([]);
});

/** What lies in the folders of this very process. */
const leftUploads = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`tunnel-triage-uploads-${process.pid}-`));

const newCase = async (): Promise<string> => (await api.client.POST('/cases', {})).data!.id;

const OCTETS = { 'content-type': 'application/octet-stream' };

interface Taken {
  readonly received: readonly UploadReport[];
  readonly changed: boolean;
  readonly case: { readonly version: number; readonly uploads: number };
  readonly diagnosis: { readonly uploads: readonly UploadReport[] };
  readonly code?: string;
  readonly detail?: string;
}

interface Answered {
  readonly status: number;
  readonly body: Taken;
}

async function post(id: string, init: RequestInit, query = ''): Promise<Answered> {
  const response = await api.call(`/cases/${id}/uploads${query}`, { method: 'POST', ...init });
  return { status: response.status, body: (await response.json()) as Taken };
}

function formOf(files: readonly (readonly [name: string, bytes: Uint8Array<ArrayBuffer>])[]): FormData {
  const form = new FormData();
  for (const [name, bytes] of files) form.append('file', new Blob([bytes]), name);
  return form;
}

const diagnosisOf = async (id: string): Promise<Taken['diagnosis']> =>
  (await (await api.call(`/cases/${id}/diagnosis`)).json()) as Taken['diagnosis'];

describe('An upload', () => {
  it('comes as the body itself, and its diagnosis is the answer', async () => {
    const id = await newCase();
    const { status, body } = await post(id, { headers: OCTETS, body: sample('mmsa.txt') }, '?name=mmsa.txt');
    expect([status, body.changed]).toEqual([200, true]);
    const readings = [{ command: 'netsh-mmsa', data: { sas: expect.any(Array) as unknown } }];
    expect(body.received).toMatchObject([{ name: 'mmsa.txt', status: 'analysed', readings }]);
    expect(body.diagnosis.uploads).toEqual(body.received);
    expect(await diagnosisOf(id)).toEqual(body.diagnosis);
  });

  it('comes as text, named by Content-Disposition', async () => {
    const headers = {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="mmsa.txt"; filename*=UTF-8''m%C3%BCnchen.txt`,
    };
    const { body } = await post(await newCase(), { headers, body: sample('mmsa.txt') });
    expect(body.received.map(({ name }) => name)).toEqual(['münchen.txt']);
  });

  it('comes as several files of one form, read together, with the folders that they lie in', async () => {
    const names = ['mmsa.txt', 'consec-active.txt', 'currentprofile.txt', 'certutil-my.txt'];
    const id = await newCase();
    const { status, body } = await post(id, { body: formOf(names.map((name) => [`client/${name}`, sample(name)])) });
    expect(status).toBe(200);
    expect(body.received.map(({ name }) => name).sort()).toEqual(names.map((name) => `client/${name}`).sort());
    expect(body.diagnosis).toMatchObject({ outcome: 'failed', failedStep: 'infra.main-mode' });
    expect(body.case.uploads).toBe(4);
  });

  it('comes as a form behind whose end more is sent', async () => {
    const part =
      '--x\r\ncontent-disposition: form-data; name="f"; filename="mmsa.txt"\r\n\r\nMain Mode SA\r\n--x--\r\n';
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(Buffer.from(part));
        await new Promise((resolve) => setTimeout(resolve, 100));
        controller.enqueue(Buffer.from(`more\r\n${part}`));
        controller.close();
      },
    });
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const response = await api.call(`/cases/${await newCase()}/uploads`, {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    });
    expect(response.status).toBe(200);
    expect(((await response.json()) as Taken).received.map(({ name }) => name)).toEqual(['mmsa.txt']);
  });

  it('may be an archive, of which every member is told', async () => {
    const archive = new Uint8Array(zip({ 'mmsa.txt': sample('mmsa.txt') }));
    const { body } = await post(await newCase(), { headers: OCTETS, body: archive }, '?name=evidence.zip');
    expect(body.received.map(({ name }) => name)).toEqual(['evidence.zip!/mmsa.txt']);
  });

  it('goes on with the case that it comes into, beside others that come at the same moment', async () => {
    const id = await newCase();
    const names = ['mmsa.txt', 'consec-active.txt', 'currentprofile.txt', 'certutil-my.txt'];
    const answers = await Promise.all(
      names.map((name) => post(id, { headers: OCTETS, body: sample(name) }, `?name=${name}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const uploads = (await diagnosisOf(id)).uploads.map(({ name }) => name);
    expect([...uploads].sort()).toEqual([...names].sort());
  });

  it('larger than what is kept in memory is read from the disk all the same', async () => {
    const lines = new TextEncoder().encode('Nothing of any command.\r\n'.repeat(40_000));
    const padded = new Uint8Array([...sample('mmsa.txt'), ...lines]);
    const { body } = await post(await newCase(), { body: formOf([['mmsa.txt', padded]]) });
    expect(body.received).toMatchObject([{ bytes: padded.byteLength }]);
    expect(body.received[0]!.readings.map(({ command }) => command)).toContain('netsh-mmsa');
  });
});

describe('An upload is refused as a whole', () => {
  const refused = async (init: RequestInit, query = ''): Promise<readonly unknown[]> => {
    const id = await newCase();
    const { status, body } = await post(id, init, query);
    const { data } = await api.client.GET('/cases/{case}', { params: { path: { case: id } } });
    expect(data).toMatchObject({ version: 1, uploads: 0 });
    return [status, body.code];
  };

  it('without a name', async () => {
    expect(await refused({ headers: OCTETS, body: 'x' })).toEqual([400, 'no-name']);
  });

  it('with a name that could change a line of a log', async () => {
    expect(await refused({ headers: OCTETS, body: 'x' }, '?name=a%0Ab')).toEqual([400, 'bad-name']);
  });

  it('with a part that has no file name', async () => {
    const form = formOf([['mmsa.txt', sample('mmsa.txt')]]);
    form.append('note', 'the printer is broken');
    expect(await refused({ body: form })).toEqual([400, 'no-name']);
  });

  it('with more files than are taken at once', async () => {
    const files = Array.from(
      { length: MAX_FILES_PER_MESSAGE + 1 },
      (_, at) => [`${at}.txt`, sample('mmsa.txt')] as const,
    );
    expect(await refused({ body: formOf(files) })).toEqual([422, 'too-many-files']);
  });

  it('without a file in its form', async () => {
    expect(await refused({ body: new FormData() })).toEqual([400, 'no-file']);
  });

  it('in a form that is cut off', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const body = '--x\r\ncontent-disposition: form-data; name="f"; filename="mmsa.txt"\r\n\r\nMain Mode SA';
    expect(await refused({ headers, body })).toEqual([400, 'broken-body']);
  });

  it('in a form that has an end, no part before it, and another end behind it', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const body = `--y\r\nMain Mode SA\r\n\r\n--x--\r\n${'more '.repeat(50)}\r\n--x--\r\n`;
    expect(await refused({ headers, body })).toEqual([400, 'no-file']);
  });

  it('in a form without a boundary', async () => {
    const headers = { 'content-type': 'multipart/form-data' };
    expect(await refused({ headers, body: 'x' })).toEqual([400, 'broken-body']);
  });

  it('in an encoding that could unpack to any size', async () => {
    const headers = { ...OCTETS, 'content-encoding': 'gzip' };
    expect(await refused({ headers, body: 'x' }, '?name=a.txt')).toEqual([415, 'wrong-media-type']);
  });

  it('where its sender goes away before its end', async () => {
    const id = await newCase();
    const sent = httpRequest(`${api.origin}/api/v1/cases/${id}/uploads`, {
      method: 'POST',
      headers: { authorization: 'Bearer alex', 'content-type': 'multipart/form-data; boundary=x' },
    });
    sent.once('error', () => undefined);
    sent.write('--x\r\ncontent-disposition: form-data; name="f"; filename="mmsa.txt"\r\n\r\n');
    // More than is kept in memory.
    sent.write('Main Mode SA at \r\n'.repeat(20_000));
    await untilFolder((count) => count === 1);
    sent.destroy();
    await untilFolder((count) => count === 0);
    const { data } = await api.client.GET('/cases/{case}', { params: { path: { case: id } } });
    expect(data).toMatchObject({ version: 1 });
  });
});

async function untilFolder(met: (count: number) => boolean): Promise<void> {
  const end = Date.now() + 5000;
  while (!met(leftUploads().length)) {
    if (Date.now() > end) throw new Error(`There are ${leftUploads().length} folders.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('An upload that is listened to', () => {
  const listen = async (id: string, init: RequestInit, query = '') => {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), accept: 'text/event-stream' };
    const response = await api.call(`/cases/${id}/uploads${query}`, { method: 'POST', ...init, headers });
    const events = [];
    // Node's body can be iterated, which its type does not say.
    for await (const event of streamedEvents(response.body as unknown as AsyncIterable<Uint8Array>)) events.push(event);
    return { response, events: events.map(({ name, data }) => ({ name, data: JSON.parse(data) as unknown })) };
  };

  it('tells how much has come and how far it is read, and ends with the diagnosis', async () => {
    const large = new TextEncoder().encode('An event of no interest.\r\n'.repeat(400_000));
    const id = await newCase();
    const { response, events } = await listen(id, {
      body: formOf([
        ['large.txt', large],
        ['mmsa.txt', sample('mmsa.txt')],
      ]),
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(events[0]).toMatchObject({ name: 'progress', data: { phase: 'receiving', matches: 0 } });
    expect(events.at(-1)).toMatchObject({
      name: 'diagnosis',
      data: { received: [{ name: 'large.txt' }, { name: 'mmsa.txt' }], diagnosis: await diagnosisOf(id) },
    });
  });

  it('ends with the problem where it is refused on the way', async () => {
    const { response, events } = await listen(await newCase(), { body: new FormData() });
    expect(response.status).toBe(200);
    expect(events).toMatchObject([{ name: 'problem', data: { status: 400, code: 'no-file' } }]);
  });

  it('is answered by its status where it is refused before it begins', async () => {
    const response = await api.call('/cases/00000000-0000-4000-8000-000000000000/uploads', {
      method: 'POST',
      headers: { accept: 'text/event-stream' },
      body: formOf([['mmsa.txt', sample('mmsa.txt')]]),
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });

  it('is taken in where nobody listens any more when its body has come to its end', async () => {
    const id = await newCase();
    const body = sample('mmsa.txt');
    const sent = httpRequest(`${api.origin}/api/v1/cases/${id}/uploads?name=mmsa.txt`, {
      method: 'POST',
      headers: {
        ...OCTETS,
        authorization: 'Bearer alex',
        accept: 'text/event-stream',
        'content-length': body.byteLength,
      },
    });
    sent.once('error', () => undefined);
    sent.end(body);
    // The first thing that is heard is that something has come.
    const [response] = (await once(sent, 'response')) as [NodeJS.ReadableStream];
    await once(response, 'data');
    sent.destroy();
    const end = Date.now() + 10_000;
    let uploads = 0;
    while (uploads === 0 && Date.now() < end) {
      uploads = (await api.client.GET('/cases/{case}', { params: { path: { case: id } } })).data!.uploads;
    }
    expect(uploads).toBe(1);
  });

  it('is what the client sends, from files of any size', async () => {
    const phases = new Set<string>();
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < 64; at += 1) yield await Promise.resolve(new Uint8Array(64 * 1024).fill(65));
      yield sample('mmsa.txt');
    }
    const files = [
      { name: 'a "quoted" name.txt', chunks },
      { name: 'mmsa.txt', chunks: () => chunksOf(sample('mmsa.txt')) },
    ];
    const result = await uploadFiles(api.client, await newCase(), files, ({ phase }) => phases.add(phase));
    expect(result.received.map(({ name }) => name)).toEqual(['a "quoted" name.txt', 'mmsa.txt']);
    expect(phases).toContain('receiving');
  });
});

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

describe('An upload with a key', () => {
  const keyed = (key: string) => ({ headers: { ...OCTETS, 'idempotency-key': key }, body: sample('mmsa.txt') });

  it('has one effect, and the same answer each time', async () => {
    const id = await newCase();
    const first = await post(id, keyed('once'), '?name=mmsa.txt');
    const again = await post(id, keyed('once'), '?name=mmsa.txt');
    expect(first.status).toBe(200);
    expect(again).toEqual(first);
    const { data } = await api.client.GET('/cases/{case}', { params: { path: { case: id } } });
    expect(data).toMatchObject({ version: 2, uploads: 1 });
  });

  it('is refused with another file or in another case', async () => {
    const id = await newCase();
    await post(id, keyed('other'), '?name=mmsa.txt');
    const another = await post(id, { ...keyed('other'), body: sample('consec-active.txt') }, '?name=mmsa.txt');
    const elsewhere = await post(await newCase(), keyed('other'), '?name=mmsa.txt');
    expect([another, elsewhere].map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'key-of-another-request'],
      [422, 'key-of-another-request'],
    ]);
  });

  it('leaves no key behind where it was refused', async () => {
    const id = await newCase();
    expect((await post(id, keyed('after'))).status).toBe(400);
    expect((await post(id, keyed('after'), '?name=mmsa.txt')).status).toBe(200);
  });
});

describe('An upload on a condition', () => {
  it('is taken where the case is what its sender knows, and once only', async () => {
    const id = await newCase();
    const init = { headers: { ...OCTETS, 'if-match': '"1"' }, body: sample('mmsa.txt') };
    expect((await post(id, init, '?name=mmsa.txt')).body.case.version).toBe(2);
    const late = await post(id, init, '?name=mmsa.txt');
    expect([late.status, late.body.code]).toEqual([412, 'changed-since']);
  });

  it('has one winner among those that know the same', async () => {
    const id = await newCase();
    const init = { headers: { ...OCTETS, 'if-match': '"1"' }, body: sample('mmsa.txt') };
    const all = await Promise.all(Array.from({ length: 4 }, () => post(id, init, '?name=mmsa.txt')));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });
});
