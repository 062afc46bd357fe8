/**
 * Microsoft's clouds on the loopback interface, over https, for a bot that runs as a process of its own with its registration and its authentication:
 * the login, the keys of the Bot Connector, the connector, SharePoint and Graph, with faults on demand.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { answerGraph } from '../../bot/local/graph';
import { chatMessagePath, createGraphWorld, graphMessage, type LinkedFile } from '../../bot/local/graph-world';
import { APP_ID, SERVICE_URL, startIssuer, TENANT_ID } from './bot-issuer';
import { type Delivery, postedByKey } from './counting-connector';

export type Part = 'connector' | 'files' | 'graph';

/** What a part of the cloud answers in the place of its own answer; `silent` never answers, `reset` ends the connection. */
export type CloudFault =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: object }
  | 'silent'
  | 'reset';

export interface LoopbackCloud {
  /** Settings with which a process finds it. */
  readonly environment: Readonly<Record<string, string>>;
  /** For the header of a request to the bot. */
  readonly authorization: () => string;
  /** Everything that the connector accepted. */
  readonly deliveries: readonly Delivery[];
  /** By key, those that were posted. */
  readonly posted: () => ReadonlyMap<string, readonly Delivery[]>;
  /** A file in SharePoint, with the address that the message hands over. Of `slowMs` its bytes come in pieces over so long a time. */
  readonly put: (name: string, bytes: Uint8Array, slowMs?: number) => string;
  /** A message of a group chat with a file that only Graph tells of. */
  readonly inChat: (chat: string, message: string, name: string, bytes: Uint8Array, slowMs?: number) => void;
  /** The next `times` calls of that part; it may decide for each. */
  readonly fail: (part: Part, fault: CloudFault | (() => CloudFault | null), times?: number) => void;
  readonly mend: () => void;
  /** How many calls each part has had, those that failed included. */
  readonly calls: () => Readonly<Record<Part, number>>;
  /** How many bodies of files are on their way. */
  readonly streaming: () => number;
  readonly close: () => Promise<void>;
}

/** null where no certificate can be made. */
export const NO_OPENSSL = 'no openssl in PATH: install the package openssl';
export const hasOpenssl = ((): boolean => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const NAMES = [
  'login.microsoftonline.com',
  'login.botframework.com',
  'smba.trafficmanager.net',
  'contoso.sharepoint.com',
  'graph.microsoft.com',
];
const SITE = 'https://contoso.sharepoint.com';
const TOKEN_LIFE_MS = 1_200_000;
const PIECES = 20;

/** A certificate of its own for all names; nothing trusts it but who is told to. */
function certificate(folder: string): { readonly key: Buffer; readonly cert: Buffer; readonly path: string } {
  const [keyPath, path] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = NAMES.map((name) => `DNS:${name}`).join(',');
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=loopback',
      '-addext',
      `subjectAltName=${names}`,
      '-keyout',
      keyPath,
      '-out',
      path,
    ],
    { stdio: 'ignore' },
  );
  return { key: readFileSync(keyPath), cert: readFileSync(path), path };
}

/** `latencyMs` is what the connector takes to answer. */
export async function startLoopbackCloud(latencyMs: number): Promise<LoopbackCloud> {
  const folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-cloud-'));
  const { key, cert, path } = certificate(folder);
  const issuer = await startIssuer();
  const world = createGraphWorld();
  const files = new Map<string, { readonly bytes: Uint8Array; readonly slowMs: number }>();
  const deliveries: Delivery[] = [];
  const calls: Record<Part, number> = { connector: 0, files: 0, graph: 0 };
  let faults: { readonly part: Part; readonly fault: CloudFault | (() => CloudFault | null); left: number }[] = [];
  let streaming = 0;
  let last = 0;

  const failed = (part: Part, response: ServerResponse): boolean => {
    calls[part] += 1;
    const found = faults.find((each) => each.part === part && each.left > 0);
    const fault = typeof found?.fault === 'function' ? found.fault() : found?.fault;
    if (found === undefined || fault === undefined || fault === null) return false;
    found.left -= 1;
    if (fault === 'reset') response.destroy();
    else if (fault !== 'silent') answer(response, fault.status, fault.body ?? {}, fault.headers);
    return true;
  };
  const connector = (request: IncomingMessage, response: ServerResponse, body: string): void => {
    if (request.method === 'GET') {
      answer(response, 200, { members: [] });
      return;
    }
    setTimeout(() => {
      const conversation = decodeURIComponent(/\/v3\/conversations\/([^/]+)\//.exec(request.url ?? '')?.[1] ?? '');
      const method = request.method === 'PUT' ? 'PUT' : 'POST';
      const sendKey = /"sendKey":("(?:[^"\\]|\\.)*")/.exec(body)?.[1];
      const sent = sendKey === undefined ? null : (JSON.parse(sendKey) as string);
      deliveries.push({ method, conversation, key: sent, card: null, at: performance.now() });
      last += 1;
      answer(response, 201, { id: `sent-${last}` });
    }, latencyMs);
  };
  const sharePoint = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const file = files.get(request.url ?? '');
    if (file === undefined) {
      answer(response, 404, {});
      return;
    }
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file.bytes.length });
    if (file.slowMs === 0) {
      response.end(file.bytes);
      return;
    }
    streaming += 1;
    const piece = Math.ceil(file.bytes.length / PIECES);
    for (let at = 0; at < file.bytes.length && !response.destroyed; at += piece) {
      response.write(file.bytes.subarray(at, at + piece));
      await new Promise((resolve) => setTimeout(resolve, file.slowMs / PIECES));
    }
    streaming -= 1;
    response.end();
  };
  const login = (request: IncomingMessage, response: ServerResponse): void => {
    const base = `https://login.microsoftonline.com/${TENANT_ID}`;
    if (request.method === 'POST') {
      answer(response, 200, { token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600, access_token: graphToken });
      return;
    }
    answer(response, 200, {
      token_endpoint: `${base}/oauth2/v2.0/token`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      issuer: `${base}/v2.0`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      tenant_discovery_endpoint: `${base}/v2.0/.well-known/openid-configuration`,
      metadata: [],
    });
  };
  const server = createServer({ key, cert }, (request, response) => {
    void bodyOf(request).then(async (body) => {
      const url = new URL(request.url ?? '/', `https://${request.headers.host ?? ''}`);
      switch (url.hostname) {
        case 'login.botframework.com': {
          const keys = await fetch(issuer.metadataUrl);
          answer(response, 200, (await keys.json()) as object);
          return;
        }
        case 'login.microsoftonline.com':
          login(request, response);
          return;
        case 'smba.trafficmanager.net':
          if (!failed('connector', response)) connector(request, response, body);
          return;
        case 'contoso.sharepoint.com':
          if (!failed('files', response)) await sharePoint(request, response);
          return;
        default: {
          if (failed('graph', response)) return;
          const { status, body: told } = answerGraph(world, {
            authorization: request.headers.authorization,
            path: url.pathname.slice('/v1.0'.length),
            select: url.searchParams.get('$select'),
          });
          answer(response, status, told);
        }
      }
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let token = { text: '', until: 0 };
  const put = (name: string, bytes: Uint8Array, slowMs = 0): string => {
    const at = `/sites/tickets/download.aspx?UniqueId=${files.size}-${encodeURIComponent(name)}&tempauth=secret`;
    files.set(at, { bytes, slowMs });
    return `${SITE}${at}`;
  };

  return {
    environment: {
      MicrosoftAppId: APP_ID,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppPassword: 'a-secret',
      MicrosoftAppTenantId: TENANT_ID,
      TUNNEL_TRIAGE_HOST: '127.0.0.1',
      NODE_EXTRA_CA_CERTS: path,
      NODE_OPTIONS: `--require ${join(__dirname, '../../test/support/redirect-to-loopback.cjs')}`,
      LOOPBACK_PORT: String((server.address() as AddressInfo).port),
    },
    authorization: () => {
      if (Date.now() > token.until) token = { text: issuer.token(), until: Date.now() + TOKEN_LIFE_MS };
      return `Bearer ${token.text}`;
    },
    deliveries,
    posted: () => postedByKey(deliveries),
    put,
    inChat: (chat, message, name, bytes, slowMs = 0) => {
      const link: LinkedFile = {
        name,
        url: `${SITE}/sites/tickets/Shared%20Documents/${message}/${encodeURIComponent(name)}`,
      };
      world.items.set(link.url, {
        id: `item-${message}`,
        name,
        size: bytes.length,
        cTag: `c:${message}`,
        file: { mimeType: 'text/plain' },
        '@microsoft.graph.downloadUrl': put(name, bytes, slowMs),
      });
      world.messages.set(chatMessagePath(chat, message), graphMessage(message, 'here it is', [link]));
    },
    fail: (part, fault, times = Infinity) => {
      faults.push({ part, fault, left: times });
    },
    mend: () => {
      faults = [];
    },
    calls: () => ({ ...calls }),
    streaming: () => streaming,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await issuer.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** In the form of a token of Entra, with the rights that channel files need. */
const graphToken = [
  'header',
  { tid: TENANT_ID, roles: ['ChatMessage.Read.All', 'ChannelMessage.Read.All', 'Files.Read.All', 'Sites.Read.All'] },
  'signature',
]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.');

function answer(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.destroyed) return;
  const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** What every message to the bot says of where it comes from. */
export const fromTeams = (person: number | string) => ({
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  timestamp: '2026-11-24T11:50:00.000Z',
  localTimestamp: '2026-11-24T12:50:00.000+01:00',
  localTimezone: 'Europe/Berlin',
  from: { id: `29:person-${person}`, name: `Person ${person}`, aadObjectId: `person-${person}` },
  recipient: { id: '28:bot', name: 'Tunnel Triage' },
  conversation: { id: `a:person-${person}`, conversationType: 'personal', tenantId: TENANT_ID },
  channelData: { tenant: { id: TENANT_ID } },
});
