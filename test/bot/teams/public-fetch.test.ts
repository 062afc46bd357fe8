/** Where a download may connect to: names that lead into a private network, at once or the second time, reach nobody. */
import { request as ask } from 'node:https';
import { type AddressInfo, createServer, type Server } from 'node:net';

import { createPublicFetch, isPublicAddress, publicLookup, type Resolve } from '../../../bot/teams/public-fetch';

describe('An address', () => {
  it.each([
    '127.0.0.1',
    '127.255.0.9',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.2.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fec0::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:169.254.169.254',
    '64:ff9b::a00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::1',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
    'localhost',
    '',
  ])('%s is not of the public internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['13.107.136.10', '8.8.8.8', '172.32.0.1', '2620:1ec:8f8::10', '64:ff9b::d6b:880a'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('A host name', () => {
  let server: Server;
  let connections: number;
  beforeEach(async () => {
    connections = 0;
    server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));
  const url = (): URL => new URL(`https://files.sharepoint.com:${(server.address() as AddressInfo).port}/a.txt`);

  /** Leads to one list of addresses after the other; the last one stays. */
  const leadingTo = (
    ...lists: readonly (readonly string[])[]
  ): { readonly resolve: Resolve; readonly asked: () => number } => {
    let asked = 0;
    return {
      resolve: (_host, _options, found) => {
        const list = lists[Math.min(asked, lists.length - 1)] ?? [];
        asked += 1;
        found(
          null,
          list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        );
      },
      asked: () => asked,
    };
  };
  const get = (resolve: Resolve): Promise<Response> =>
    createPublicFetch(resolve)(url(), { method: 'GET', signal: AbortSignal.timeout(5000) });

  it('that leads to this machine reaches it without the check, so that the others mean something', async () => {
    const { resolve } = leadingTo(['127.0.0.1']);
    await new Promise<void>((settle) => {
      ask(url(), {
        lookup: (host, options, found) =>
          resolve(host, { ...options, all: true }, (error, all = []) => found(error, all)),
      })
        .once('error', () => settle())
        .end();
    });
    expect(connections).toBe(1);
  });

  it.each([[['127.0.0.1']], [['::ffff:127.0.0.1']], [['13.107.136.10', '127.0.0.1']]])(
    'that leads to %j is connected to by nobody',
    async (addresses) => {
      await expect(get(leadingTo(addresses).resolve)).rejects.toMatchObject({ code: 'private-address' });
      expect(connections).toBe(0);
    },
  );

  it('is asked for once, and connected to at what was checked: a second answer is never used', async () => {
    const { resolve, asked } = leadingTo(['13.107.136.10'], ['127.0.0.1']);
    const found = await new Promise<unknown>((settle) => {
      publicLookup(resolve)('files.sharepoint.com', { all: true }, (error, addresses) => settle(error ?? addresses));
    });
    expect([found, asked()]).toEqual([[{ address: '13.107.136.10', family: 4 }], 1]);
    await expect(get(resolve)).rejects.toMatchObject({ code: 'private-address' });
    expect([connections, asked()]).toEqual([0, 2]);
  });

  it('without an address is a fault like another', async () => {
    await expect(get(leadingTo([]).resolve)).rejects.toThrow('The host has no address.');
  });
});
