/** Uploads by the API: what comes is in its case before it is acknowledged, whatever form it comes in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type ApiAround, startApi } from '../../support/api-around';

const sample = (name: string): Buffer => readFileSync(join('bot/teams/sample-case', name));

let api: ApiAround;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
afterEach(() => expect(api.documented.faults).toEqual([]));

const newCase = async (): Promise<string> => (await api.client.POST('/cases', {})).data!.id;

describe('An upload', () => {
  it('comes as the body itself, and its diagnosis is the answer', async () => {
    const id = await newCase();
    const response = await api.call(`/cases/${id}/uploads?name=mmsa.txt`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(sample('mmsa.txt')),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      received: [{ name: 'mmsa.txt', status: 'analysed' }],
      changed: true,
    });
    const { data } = await api.client.GET('/cases/{case}/diagnosis', { params: { path: { case: id } } });
    expect(data).toMatchObject({ schema: 'tunnel-triage/diagnosis/1', uploads: [{ name: 'mmsa.txt' }] });
  });
});
