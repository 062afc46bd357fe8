/** Tokens for Microsoft Graph: Entra's endpoint is answered by nock, everything before it is the real library. */
import nock from 'nock';

import { createTokenOf } from '../../../bot/teams/graph/graph-token';
import { APP_ID, TENANT_ID } from '../../support/bot-issuer';

const APP = { id: APP_ID, type: 'SingleTenant', password: 'a-secret', tenantId: TENANT_ID } as const;
const OTHER_TENANT = '77777777-7777-4888-8999-000000000000';

beforeEach(() => {
  nock.disableNetConnect();
});
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});
afterAll(() => nock.restore());

const asked: string[] = [];
const entra = (tenant: string, status: number, answer: object) =>
  nock('https://login.microsoftonline.com')
    .post(`/${tenant}/oauth2/v2.0/token`, (body: Record<string, string>) => {
      asked.push(`${body['client_id'] ?? ''} ${body['grant_type'] ?? ''} ${body['scope'] ?? ''}`);
      return true;
    })
    .query(true)
    .reply(status, answer);
const good = (token: string) => ({ token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600, access_token: token });
const bad = (code: string) => ({
  error: 'invalid_client',
  error_description: `${code}: it was refused.`,
  error_codes: [],
});

it('comes by client credentials of the bot, and is asked for once while it holds', async () => {
  entra(TENANT_ID, 200, good('first'));
  const tokenOf = createTokenOf(APP);
  expect([await tokenOf(TENANT_ID), await tokenOf(TENANT_ID)]).toEqual(['first', 'first']);
  expect(asked).toEqual([`${APP_ID} client_credentials https://graph.microsoft.com/.default`]);
});

it('is that of the tenant of the team', async () => {
  entra(TENANT_ID, 200, good('ours'));
  entra(OTHER_TENANT, 200, good('theirs'));
  const tokenOf = createTokenOf({ ...APP, type: 'MultiTenant' });
  expect([await tokenOf(TENANT_ID), await tokenOf(OTHER_TENANT)]).toEqual(['ours', 'theirs']);
});

it.each([
  ['AADSTS7000222', 'graph-secret', 'az ad app credential reset --id'],
  ['AADSTS7000215', 'graph-secret', 'az ad app credential reset --id'],
  ['AADSTS700016', 'graph-tenant', 'az ad sp create --id'],
])('that Entra refuses with %s is a sentence with the command that mends it', async (code, refusal, command) => {
  entra(TENANT_ID, 401, bad(code));
  const failure: unknown = await createTokenOf(APP)(TENANT_ID).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: refusal });
  expect(JSON.stringify(failure)).toContain(`${command} ${APP_ID}`);
});

it('that does not come because Entra does not answer is tried again later', async () => {
  entra(TENANT_ID, 400, {
    error: 'temporarily_unavailable',
    error_description: 'AADSTS90033: busy',
    error_codes: [90033],
  });
  await expect(createTokenOf(APP)(TENANT_ID)).rejects.toMatchObject({ name: 'ServiceError', code: 'graph-token' });
});
