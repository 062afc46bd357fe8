/** The cases of the API in both homes: made, listed, changed, kept from others, and deleted with everything in them. */
import { readFileSync } from 'node:fs';

import { prune } from '../../../bot/store/retention';
import { type Home } from '../../../bot/store/home';
import { type ApiAround, type CALLERS, startApi } from '../../support/api-around';
import { describeHomes } from '../../support/homes';
import { everything, tablesWith } from '../../support/stored-rows';

const MMSA = new Uint8Array(readFileSync('bot/teams/sample-case/mmsa.txt'));
/** Stands in the file that is sent. */
const NAMED = 'ALEX-LAPTOP-7.txt';

describeHomes('The cases of the API', (open, { settings }) => {
  let api: ApiAround;
  const start = async (): Promise<void> => {
    api = await startApi({ settings: await settings() });
  };
  /** The store itself, once the bot has stopped. */
  const stopped = async (): Promise<Home> => {
    await api.stop();
    return open();
  };
  beforeEach(start);
  afterEach(async () => {
    expect(api.documented.faults).toEqual([]);
    await api.stop().catch(() => undefined);
  });

  const newCase = async (of: keyof typeof CALLERS = 'alex'): Promise<string> =>
    (await api.clientOf(of).POST('/cases', {})).data!.id;
  const upload = (id: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    api.call(`/cases/${id}/uploads?name=${NAMED}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', ...headers },
      body: MMSA,
    });

  it('begin with the addresses of the server', async () => {
    const { data, response } = await api.client.POST('/cases', { body: { server: { first: '131.107.0.2' } } });
    expect(response.headers.get('location')).toBe(`/api/v1/cases/${data!.id}`);
    expect(data).toMatchObject({ server: { first: '131.107.0.2', second: null }, outcome: null, uploads: 0 });
    await upload(data!.id);
    const changed = await api.client.PUT('/cases/{case}/server', {
      params: { path: { case: data!.id } },
      body: { first: '131.107.0.2', second: '131.107.0.9' },
    });
    expect(changed.data).toMatchObject({ server: { second: '131.107.0.9' }, outcome: 'failed' });
  });

  it('are listed page by page, the newest first, each once', async () => {
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) made.push(await newCase());
    await newCase('robin');
    const listed: string[] = [];
    let path: string | null = '/cases?limit=2';
    while (path !== null) {
      const response = await api.call(path);
      const page = (await response.json()) as { readonly cases: readonly { readonly id: string }[] };
      listed.push(...page.cases.map(({ id }) => id));
      path = /^<\/api\/v1(.*)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1] ?? null;
    }
    expect(listed).toEqual([...made].reverse());
  });

  it('are known to nobody else, who hears what they would hear of none', async () => {
    const id = await newCase();
    const answers = await Promise.all(
      ['', '/diagnosis', '/ladder', '/follow-ups', '/redacted'].map((path) =>
        api.call(`/cases/${id}${path}`, { headers: { authorization: 'Bearer robin' } }),
      ),
    );
    const bodies = await Promise.all(answers.map((each) => each.text()));
    const none = await (await api.call('/cases/00000000-0000-4000-8000-000000000000')).text();
    expect(bodies).toEqual(bodies.map(() => none));
    const { response } = await api.clientOf('robin').DELETE('/cases/{case}', { params: { path: { case: id } } });
    expect([response.status, (await api.call(`/cases/${id}`)).status]).toEqual([404, 200]);
  });

  it('are the same after the bot has started again', async () => {
    const id = await newCase();
    await upload(id);
    const before = await (await api.call(`/cases/${id}/diagnosis`)).text();
    await api.stop();
    await start();
    expect(await (await api.call(`/cases/${id}/diagnosis`)).text()).toBe(before);
  });

  it('are deleted with everything in them', async () => {
    const id = await newCase();
    await upload(id, { 'idempotency-key': 'upload' });
    await api.call(`/cases/${id}/redacted`);
    const kept = await newCase();
    const { response } = await api.client.DELETE('/cases/{case}', { params: { path: { case: id } } });
    expect(response.status).toBe(204);
    expect((await api.call(`/cases/${id}`)).status).toBe(404);
    const home = await stopped();
    expect(await tablesWith(home, id)).toEqual([]);
    expect(await tablesWith(home, 'ALEX-LAPTOP-7')).toEqual([]);
    const left = await everything(home);
    expect([left['cases']?.length, left['idempotency_keys'], left['case_stand_ins']]).toEqual([1, [], []]);
    expect(await tablesWith(home, kept)).toEqual(['cases']);
  });

  it('do not come back where an upload ends after the deletion', async () => {
    const id = await newCase();
    const uploads = Array.from({ length: 3 }, () => upload(id));
    const deletion = api.client.DELETE('/cases/{case}', { params: { path: { case: id } } });
    const statuses = (await Promise.all(uploads)).map(({ status }) => status);
    expect((await deletion).response.status).toBe(204);
    expect(statuses.every((status) => status === 200 || status === 404)).toBe(true);
    expect((await api.call(`/cases/${id}`)).status).toBe(404);
    expect(await tablesWith(await stopped(), id)).toEqual([]);
  });

  it('made with a key are made once, also where both requests come at once', async () => {
    const make = () => api.client.POST('/cases', { params: { header: { 'Idempotency-Key': 'once' } } });
    const answers = await Promise.all([make(), make(), make()]);
    const again = await make();
    const made = new Set([...answers, again].flatMap(({ data }) => (data === undefined ? [] : [data.id])));
    expect(made.size).toBe(1);
    expect(answers.every(({ response }) => [201, 409].includes(response.status))).toBe(true);
    expect(again.response.headers.get('location')).toContain([...made][0]);
    expect((await api.client.GET('/cases')).data!.cases).toHaveLength(1);
  });

  it('have keys of their own for each caller', async () => {
    const header = { 'Idempotency-Key': 'same' };
    const one = await api.client.POST('/cases', { params: { header } });
    const other = await api.clientOf('robin').POST('/cases', { params: { header } });
    expect(one.data!.id).not.toBe(other.data!.id);
  });

  it('lose their keys after a day, and themselves after the days that cases are kept for', async () => {
    await upload(await newCase(), { 'idempotency-key': 'old' });
    const home = await stopped();
    const day = 24 * 60 * 60 * 1000;
    await prune(home, Date.now() + 1.5 * day, 30);
    expect((await everything(home))['idempotency_keys']).toEqual([]);
    expect((await everything(home))['cases']).toHaveLength(1);
    await prune(home, Date.now() + 32 * day, 30);
    expect((await everything(home))['cases']).toEqual([]);
    expect((await everything(home))['case_entries']).toEqual([]);
  });
});
