/** What Microsoft Graph answers is bounded, like everything that comes from outside. */
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

import { createGraph } from '../../../bot/teams/graph/graph-client';
import { WaitError } from '../../../bot/teams/wait-error';

const MEBIBYTE = Buffer.alloc(1024 * 1024, ' ');
/** Of which the connection itself may hold some. */
const MOST_SENT = 64;

/** What comes of asking a service that answers without an end, and how many mebibytes it got rid of. */
async function askedOfEndless(status: number): Promise<{ readonly came: unknown; readonly sent: number }> {
  let sent = 0;
  const more = (response: ServerResponse): void => {
    while (sent < 10 * MOST_SENT && !response.destroyed) {
      sent += 1;
      if (!response.write(MEBIBYTE)) return void response.once('drain', () => more(response));
    }
    response.end('{}');
  };
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    more(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const access = { baseUrl: () => `http://127.0.0.1:${port}/`, tokenOf: () => Promise.resolve('token') };
  const graph = createGraph(access, { graphAsked: () => undefined }, Date.now)('tenant');
  const came = await graph.get('/sites/x/drives').catch((error: unknown) => error);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return { came, sent };
}

describe('An answer of Graph without an end', () => {
  it('is not read to it, and is asked for later', async () => {
    const { came, sent } = await askedOfEndless(200);
    expect(came).toBeInstanceOf(WaitError);
    expect(sent).toBeLessThan(MOST_SENT);
  });

  it('is not read to it where Graph refuses', async () => {
    const { came, sent } = await askedOfEndless(403);
    expect(came).toMatchObject({ status: 403, graphCode: '' });
    expect(sent).toBeLessThan(MOST_SENT);
  });
});
