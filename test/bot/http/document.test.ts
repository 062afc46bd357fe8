/** The document of the API: linted, held against the words of the analyzers, and what the types make of it. */
import { createConfig, lint } from '@redocly/openapi-core';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

import { CAUSE_IDS, DEPLOYMENT_TRAITS, type Explanation, STEP_IDS } from '../../../analyzers/index';
import { type CaseDiagnosis } from '../../../bot/cases/case-record';
import { readApiDocument } from '../../../bot/http/api-document';
import { SCOPES } from '../../../bot/http/caller';
import { type components } from '../../../bot/http/openapi';
import { type Handlers } from '../../../bot/http/operation';
import { type ApiAround, startApi } from '../../support/api-around';

const FILE = 'bot/http/openapi.yaml';
type Schemas = components['schemas'];

interface Read {
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly enum?: readonly string[]; readonly properties?: object }>>;
  };
}
const document = parse(readFileSync(FILE, 'utf8')) as Read;

describe('The document', () => {
  it('breaks none of the recommended rules of Redocly', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    expect((await lint({ ref: FILE, config })).map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  it('knows every step, cause and trait of a deployment, and no other', () => {
    const { StepId, CauseId, DeploymentTrait } = document.components.schemas;
    expect(StepId?.enum).toEqual(STEP_IDS);
    expect(CauseId?.enum).toEqual(CAUSE_IDS);
    expect(DeploymentTrait?.properties).toMatchObject({ id: { enum: [...DEPLOYMENT_TRAITS] } });
  });

  it('asks for known scopes, to read where something is read and to write where something is changed', () => {
    const operations = readApiDocument(process.cwd());
    const wanted = operations.map(({ id, method, scope }) => [id, scope, method] as const);
    const ofCases = wanted.filter(([, scope]) => scope !== null);
    expect(ofCases.filter(([, scope, method]) => scope !== SCOPES[method === 'get' ? 0 : 1])).toEqual([]);
    expect(wanted.filter(([, scope]) => scope === null).map(([id]) => id)).toEqual(['listSteps', 'explainCode']);
  });
});

/** Both ways: neither says what the other does not. */
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;

describe('The types', () => {
  it('are those of the analyzers', () => {
    const same: readonly [Same<Schemas['Diagnosis'], CaseDiagnosis>, Same<Schemas['Explanation'], Explanation>] = [
      true,
      true,
    ];
    expect(same).toEqual([true, true]);
  });

  it('let no handler be missing or misnamed, answer another status, or another body', () => {
    const reply = { status: 204 } as const;
    const one: Pick<Handlers, 'deleteCase'> = { deleteCase: () => Promise.resolve(reply) };
    // @ts-expect-error -- the others are missing
    const missing: Handlers = one;
    // @ts-expect-error -- there is no such operation
    const misnamed: Pick<Handlers, 'deleteCase'> = { removeCase: () => Promise.resolve(reply) };
    const others: Partial<Handlers> = {
      // @ts-expect-error -- the document has no 200 here
      deleteCase: () => Promise.resolve({ status: 200 }),
      // @ts-expect-error -- a card is none of its forms
      readLadder: () => Promise.resolve({ status: 200, type: 'text/plain', body: '' }),
      // @ts-expect-error -- a case has more than an id
      readCase: () => Promise.resolve({ status: 200, type: 'application/json', body: { id: '' } }),
    };
    expect([missing, misnamed, others].length).toBe(3);
  });
});

describe('An address below the base of the API', () => {
  let api: ApiAround;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const ask = (path: string, method = 'GET') =>
    fetch(`${api.origin}/api/v1${path}`, { method, headers: { authorization: 'Bearer alex' } });

  it.each(['', '/', '/nothing', '/cases/a/b/c'])('that is not documented is a problem: %s', async (path) => {
    const response = await ask(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(await response.json()).toMatchObject({ code: 'no-such-path' });
  });

  it('says which methods it takes', async () => {
    const response = await ask('/cases/00000000-0000-4000-8000-000000000000', 'PATCH');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, DELETE']);
  });

  it('that is encoded badly is a problem', async () => {
    expect(await (await ask('/explain/%%8222')).json()).toMatchObject({ status: 400, code: 'bad-request' });
  });

  it('is answered to HEAD as to GET, without a body', async () => {
    const [head, get] = [await ask('/steps', 'HEAD'), await ask('/steps')];
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'));
  });

  it('names the word that is wrong', async () => {
    const response = await ask('/cases?limit=1000');
    expect(await response.json()).toMatchObject({
      detail: 'In the query, limit must be <= 100: see the document of the API.',
    });
  });

  it('keeps every answer from being kept on the way', async () => {
    expect((await ask('/steps')).headers.get('cache-control')).toBe('no-store');
  });

  it('has the document and its page, which need no credential', async () => {
    const [page, text] = await Promise.all(
      ['docs', 'openapi.yaml'].map((path) => fetch(`${api.origin}/api/v1/${path}`)),
    );
    expect([page!.status, text!.status]).toEqual([200, 200]);
    expect(await text!.text()).toBe(readFileSync(FILE, 'utf8'));
  });
});

describe('Without a caller', () => {
  it('nothing is answered but 401, whatever is asked for', async () => {
    const api = await startApi();
    const asked = readApiDocument(process.cwd()).map(({ method, path }) =>
      fetch(`${api.origin}/api/v1${path.replace(/\{\w+\}/g, '1')}`, { method: method.toUpperCase() }),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    await api.stop();
    expect(new Set(statuses)).toEqual(new Set([401]));
  });
});
