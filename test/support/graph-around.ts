/** Microsoft Graph on the loopback interface around a bot under test, with files in a SharePoint that nock answers, and faults on demand. */
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import nock from 'nock';

import { answerGraph } from '../../bot/local/graph';
import {
  channelMessagePath,
  chatMessagePath,
  createGraphWorld,
  type GraphItem,
  graphMessage,
  type GraphWorld,
  type LinkedFile,
} from '../../bot/local/graph-world';
import { type GraphAccess } from '../../bot/teams/graph/graph-client';

export const GROUP_ID = '44444444-4444-4444-8444-444444444444';
export const TEAM_ID = '19:team@thread.tacv2';
export const CHANNEL_ID = '19:tickets@thread.tacv2';
export const CHAT_ID = '19:group@thread.v2';
const SHAREPOINT = 'https://contoso.sharepoint.com';
export const SITE = `${SHAREPOINT}/sites/tickets`;

export interface Fault {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface GraphAround {
  readonly access: GraphAccess;
  readonly world: GraphWorld;
  /** Every path that was asked, behind `/v1.0`, decoded. */
  readonly asked: readonly string[];
  /** Answers what matches in the place of the world, so many times. */
  readonly fail: (path: RegExp, fault: Fault, times?: number) => void;
  readonly mend: () => void;
  /** What an administrator has consented to, as the token says it. */
  readonly consent: (roles: readonly string[]) => void;
  /** A file in the library of the channel; `item` changes what the library says of it, `served` what comes. */
  readonly put: (name: string, text: string, item?: Partial<GraphItem>, served?: Served) => LinkedFile;
  /** Takes one thing away from what the library says of a file, and puts others in its place. */
  readonly change: (url: string, without: keyof GraphItem, others: Partial<GraphItem>) => void;
  /** `root` is null where the message is the first of its thread. */
  readonly inChannel: (root: string | null, id: string, files: readonly LinkedFile[], html?: string) => void;
  readonly inChat: (id: string, files: readonly LinkedFile[]) => void;
  /** Milliseconds that Graph itself has taken for all answers so far. */
  readonly spentMs: () => number;
  readonly close: () => Promise<void>;
}

export interface Served {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const forbidden: Fault = { status: 403, body: { error: { code: 'accessDenied', message: 'Access denied' } } };

export async function startGraph(): Promise<GraphAround> {
  const world = createGraphWorld();
  const asked: string[] = [];
  let faults: { readonly path: RegExp; readonly fault: Fault; left: number }[] = [];
  let roles: readonly string[] = [];
  let number = 0;
  let spentMs = 0;
  const server = createServer((request, response) => {
    const begun = performance.now();
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = url.pathname.slice('/v1.0'.length);
    asked.push(decodeURIComponent(path));
    const found = faults.find((each) => each.left > 0 && each.path.test(decodeURIComponent(path)));
    if (found !== undefined) found.left -= 1;
    const { status, body } =
      found === undefined
        ? answerGraph(world, {
            authorization: request.headers.authorization,
            path,
            select: url.searchParams.get('$select'),
          })
        : { status: found.fault.status, body: found.fault.body ?? {} };
    const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
    response.writeHead(status, { 'content-type': type, ...found?.fault.headers });
    response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
    spentMs += performance.now() - begun;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  world.sites.push({ id: 'site-1', webUrl: SITE, drives: [{ id: 'drive-1', webUrl: `${SITE}/Shared%20Documents` }] });

  return {
    access: { baseUrl: () => origin, tokenOf: (tenant) => Promise.resolve(tokenWith(tenant, roles)) },
    world,
    asked,
    fail: (path, fault, times = Infinity) => {
      faults.push({ path, fault, left: times });
    },
    mend: () => {
      faults = [];
    },
    consent: (given) => {
      roles = given;
    },
    put: (name, text, item = {}, served = {}) => {
      number += 1;
      const download = `/sites/tickets/_layouts/15/download.aspx?UniqueId=${number}&tempauth=secret`;
      const url = `${SITE}/Shared%20Documents/General/${number}/${encodeURIComponent(name)}`;
      world.items.set(url, {
        id: `item-${number}`,
        name,
        size: Buffer.byteLength(text),
        cTag: `c:${number}`,
        file: { mimeType: 'text/plain' },
        '@microsoft.graph.downloadUrl': `${SHAREPOINT}${download}`,
        ...item,
      });
      // SharePoint refuses a request that brings a bearer beside the credential of the address.
      nock(SHAREPOINT, { badheaders: ['authorization'] })
        .persist()
        .get(download)
        .reply(served.status ?? 200, served.body ?? text, { ...served.headers });
      return { name, url };
    },
    change: (url, without, others) => {
      const known = Object.entries(world.items.get(url)!).filter(([name]) => name !== without);
      // What is left has at least what a library says of everything.
      world.items.set(url, { ...(Object.fromEntries(known) as unknown as GraphItem), ...others });
    },
    inChannel: (root, id, files, html = 'here it is') => {
      world.messages.set(channelMessagePath(GROUP_ID, CHANNEL_ID, root, id), graphMessage(id, html, files));
    },
    inChat: (id, files) => {
      world.messages.set(chatMessagePath(CHAT_ID, id), graphMessage(id, 'here it is', files));
    },
    spentMs: () => spentMs,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** In the form of a token of Entra; nobody checks its signature but Graph. */
function tokenWith(tenant: string, roles: readonly string[]): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ tid: tenant, roles })}.signature`;
}
