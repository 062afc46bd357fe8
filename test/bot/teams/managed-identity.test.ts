/** A bot of type UserAssignedMSI has no secret: its token comes from the host, as on Azure App Service, and goes to the connector. */
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

import { readConfig } from '../../../bot/config';
import { createCounters } from '../../../bot/counters';
import { createLog } from '../../../bot/log';
import { botAuthentication } from '../../../bot/teams/bot-authentication';
import { createBotAdapter } from '../../../bot/teams/bot-adapter';
import { createCourier } from '../../../bot/teams/courier';
import { messageCard } from '../../../cards/index';
import { APP_ID, TENANT_ID } from '../../support/bot-issuer';

/** One server is both the host's identity endpoint and the connector. */
let server: Server;
let origin: string;
let identityAsked: URL[];
let authorization: string | undefined;
beforeAll(async () => {
  identityAsked = [];
  server = createServer((request, response) => {
    request.resume();
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    response.setHeader('content-type', 'application/json');
    if (url.pathname === '/msi/token' && request.headers['x-identity-header'] === 'of-the-host') {
      identityAsked.push(url);
      response.end(
        JSON.stringify({
          access_token: 'of-the-identity',
          token_type: 'Bearer',
          expires_on: '1893456000',
          resource: url.searchParams.get('resource'),
        }),
      );
      return;
    }
    authorization = request.headers.authorization;
    // By hand: restify, where it is loaded, replaces writeHead with one that does not return the response.
    response.statusCode = 201;
    response.end(JSON.stringify({ id: 'sent-1' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env['IDENTITY_ENDPOINT'] = `${origin}/msi/token`;
  process.env['IDENTITY_HEADER'] = 'of-the-host';
});
afterAll(async () => {
  delete process.env['IDENTITY_ENDPOINT'];
  delete process.env['IDENTITY_HEADER'];
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('sends with the token of the managed identity that is registered as the bot', async () => {
  const { app } = readConfig({
    MicrosoftAppType: 'UserAssignedMSI',
    MicrosoftAppId: APP_ID,
    MicrosoftAppTenantId: TENANT_ID,
  });
  const log = createLog('silent');
  const courier = createCourier({
    adapter: createBotAdapter(botAuthentication(app), log),
    appId: APP_ID,
    referenceOf: () => Promise.resolve(null),
    log,
    counters: createCounters(),
  });
  const reference = {
    bot: { id: `28:${APP_ID}` },
    conversation: { id: 'a:alex', conversationType: 'personal', tenantId: TENANT_ID },
    channelId: 'msteams',
    serviceUrl: `${origin}/`,
  };
  expect(await courier.card(reference, { key: 'one', card: messageCard('hello', null) })).toBe('sent-1');
  expect(authorization).toBe('Bearer of-the-identity');
  expect(
    identityAsked.map(({ searchParams }) => [searchParams.get('client_id'), searchParams.get('resource')]),
  ).toEqual([[APP_ID, 'https://api.botframework.com']]);
});
