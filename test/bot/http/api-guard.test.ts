/** The guard of the API on a real server: what each answer says of limits and credentials, and which pages may call. */
import { type IncomingMessage, request as ask } from 'node:http';
import { type AddressInfo } from 'node:net';
import { createServer, type Next, type Request, type Response, type Server } from 'restify';

import { createAdmit, FAILURE_LIMIT } from '../../../bot/http/api-guard';
import { type ApiSettings } from '../../../bot/http/api-settings';
import { hashOfKey, newApiKey } from '../../../bot/http/api-key';
import { createCallerOf } from '../../../bot/http/create-caller-of';
import { answerCrossOrigin } from '../../../bot/http/cross-origin';
import { type RefusedError } from '../../../bot/refused-error';
import { keepKey } from '../../../bot/store/api-keys';
import { type Home } from '../../../bot/store/home';
import { API_ID, API_TENANT, type EntraIssuer, startEntra } from '../../support/entra-issuer';
import { describeHomes, type OpenHome } from '../../support/homes';
import { keptLog, type LogLine } from '../../support/kept-log';

/** In the middle of a minute, and of five. */
const NOW = Date.parse('2026-11-28T12:01:30Z');
const SETTINGS: ApiSettings = { entra: null, origins: [], requestsPerMinute: 3, proxies: 0 };

interface Api {
  readonly address: string;
  readonly lines: readonly LogLine[];
  readonly key: string;
  /** A request with a key, or without where it is null. */
  readonly get: (key: string | null, headers?: Readonly<Record<string, string>>) => Promise<globalThis.Response>;
  /** Moves the clock. */
  readonly pass: (ms: number) => void;
  readonly newKey: (scopes?: readonly string[]) => Promise<string>;
}

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(
    servers.splice(0).map(
      (server) =>
        new Promise<void>((resolve) => {
          server.server.closeAllConnections();
          server.close(() => resolve());
        }),
    ),
  );
});

async function startApi(home: Home, settings: Partial<ApiSettings> = {}, authority?: string): Promise<Api> {
  let at = NOW;
  const now = (): number => at;
  const { log, lines } = keptLog();
  const all = { ...SETTINGS, ...settings };
  const callerOf = createCallerOf({ home, entra: all.entra, now, ...(authority === undefined ? {} : { authority }) });
  const admit = createAdmit({ home, callerOf, settings: all, log, now });
  const server = createServer();
  servers.push(server);
  server.pre((request: Request, response: Response, next: Next) => {
    if (answerCrossOrigin(request, response, all.origins)) next(false);
    else next();
  });
  server.get('/api/v1/cases', async (request: Request, response: Response) => {
    try {
      const caller = await admit(request, response, 'cases.read');
      response.send(200, { key: caller.key });
    } catch (error) {
      const { code, message } = error as RefusedError;
      const status = { 'not-authenticated': 401, 'scope-missing': 403, 'too-many-requests': 429 }[code] ?? 503;
      response.send(status, { code, detail: message });
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port }: AddressInfo = server.address();
  const address = `http://127.0.0.1:${port}/api/v1/cases`;
  const newKey = async (scopes: readonly string[] = ['cases.read']): Promise<string> => {
    const key = newApiKey();
    await keepKey(home.db, { hash: hashOfKey(key), name: 'Script', scopes, expiresAt: null }, NOW);
    return key;
  };
  return {
    address,
    lines,
    key: await newKey(),
    get: (key, headers = {}) =>
      fetch(address, { headers: { ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...headers } }),
    pass: (ms) => {
      at += ms;
    },
    newKey,
  };
}

const limitsOf = ({ status, headers }: globalThis.Response): readonly unknown[] => [
  status,
  headers.get('ratelimit'),
  headers.get('retry-after'),
];

describeHomes('A caller of the API', (open: OpenHome) => {
  it('hears with every answer how many requests are left, and is let in again with the next minute', async () => {
    const api = await startApi(await open());
    const first = await api.get(api.key);
    expect(first.headers.get('ratelimit-policy')).toBe('"requests";q=3;w=60');
    expect(limitsOf(first)).toEqual([200, '"requests";r=2;t=30', null]);
    api.pass(10_000);
    expect(limitsOf(await api.get(api.key))).toEqual([200, '"requests";r=1;t=20', null]);
    expect(limitsOf(await api.get(api.key))).toEqual([200, '"requests";r=0;t=20', null]);
    const over = await api.get(api.key);
    expect(limitsOf(over)).toEqual([429, '"requests";r=0;t=20', '20']);
    expect(await over.json()).toEqual({
      code: 'too-many-requests',
      detail: 'This caller has sent its 3 requests of this minute: wait 20 seconds, then go on.',
    });
    api.pass(20_000);
    expect(limitsOf(await api.get(api.key))).toEqual([200, '"requests";r=2;t=60', null]);
  });

  it('takes nothing from another caller, and shares its limit with itself on every instance', async () => {
    const home = await open();
    const one = await startApi(home);
    const other = await startApi(home);
    for (const api of [one, other, one]) expect((await api.get(one.key)).status).toBe(200);
    expect((await other.get(one.key)).status).toBe(429);
    expect((await other.get(other.key)).status).toBe(200);
  });

  it('that sends many requests at once gets as many answers as it may', async () => {
    const api = await startApi(await open());
    const answers = await Promise.all(Array.from({ length: 10 }, () => api.get(api.key)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, ...Array<number>(7).fill(429)]);
  });

  it('without the scope is known, and told which one is missing', async () => {
    const api = await startApi(await open());
    const answer = await api.get(await api.newKey([]));
    expect([answer.status, await answer.json()]).toEqual([
      403,
      {
        code: 'scope-missing',
        detail: 'Script may not do this: it needs a key with the scope cases.read, or the app role for it.',
      },
    ]);
  });
});

describeHomes('Who is not authenticated', (open: OpenHome) => {
  it('hears the same of an unknown key as of none, and the log has the reason and no credential', async () => {
    const api = await startApi(await open());
    const unknown = newApiKey();
    const answers = await Promise.all([api.get(null), api.get(unknown), api.get('eyJ.eyJ.x')]);
    expect(answers.map(({ status, headers }) => [status, headers.get('www-authenticate')])).toEqual(
      Array(3).fill([401, 'Bearer realm="Tunnel Triage"']),
    );
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toContain('"not-authenticated"');
    expect(api.lines.map(({ code, reason }) => [code, reason]).sort()).toEqual([
      ['api-not-authenticated', 'credential-unknown'],
      ['api-not-authenticated', 'key-unknown'],
      ['api-not-authenticated', 'no-credential'],
    ]);
    expect(JSON.stringify(api.lines)).not.toContain(unknown.slice(3));
  });

  it('too often from one address is told to wait, fills no log, and keeps nobody out who has a key', async () => {
    const api = await startApi(await open());
    for (let time = 0; time < FAILURE_LIMIT.most; time += 1) expect((await api.get(newApiKey())).status).toBe(401);
    const over = await api.get(newApiKey());
    expect(limitsOf(over)).toEqual([429, null, '210']);
    expect(await over.json()).toEqual({
      code: 'too-many-requests',
      detail: 'Too many requests from this address had no valid credential: wait 210 seconds, then go on.',
    });
    expect(api.lines).toHaveLength(FAILURE_LIMIT.most);
    expect((await api.get(api.key)).status).toBe(200);
    api.pass(210_000);
    expect((await api.get(newApiKey())).status).toBe(401);
  });

  it('is counted by the address that the outermost proxy of ours saw, whatever stands before it', async () => {
    const home = await open();
    const api = await startApi(home, { proxies: 2 });
    const counted = async (forwarded: string): Promise<readonly string[]> => {
      await home.db.deleteFrom('rate_limits').execute();
      await api.get(null, { 'x-forwarded-for': forwarded });
      return (await home.db.selectFrom('rate_limits').select('key').execute()).map(({ key }) => key);
    };
    expect(await counted('198.51.100.7, 203.0.113.9, 10.0.0.4')).toEqual(['api-refused/203.0.113.9']);
    expect(await counted('203.0.113.9:51234, 10.0.0.4')).toEqual(['api-refused/203.0.113.9']);
    expect(await counted('[2001:db8:1:2:3:4:5:6]:443, 10.0.0.4')).toEqual(['api-refused/2001:db8:1:2::/64']);
    expect(await counted('::ffff:203.0.113.9, 10.0.0.4')).toEqual(['api-refused/203.0.113.9']);
    expect(await counted(`${'x'.repeat(5000)}, 10.0.0.4`)).toEqual(['api-refused/unknown']);
    expect(await counted('10.0.0.4')).toEqual(['api-refused/unknown']);
  });
});

describeHomes('Without the published keys', (open: OpenHome) => {
  let entra: EntraIssuer;
  beforeEach(async () => {
    entra = await startEntra();
  });
  afterEach(() => entra.close());

  it('a token is answered with 503 and when to try again, and an API key opens all the same', async () => {
    const home = await open();
    const api = await startApi(home, { entra: { audience: API_ID, tenant: API_TENANT } }, entra.authority);
    entra.answerKeysWith(500);
    const answer = await api.get(entra.token());
    expect(limitsOf(answer)).toEqual([503, null, '10']);
    expect(await answer.json()).toMatchObject({
      code: 'signing-keys-unreachable',
      detail: expect.stringMatching(
        /^The token cannot be checked now, .* Try again in a minute, or use an API key\.$/,
      ) as string,
    });
    expect((await api.get(api.key)).status).toBe(200);
  });
});

describeHomes('A page of another origin', (open: OpenHome) => {
  const PAGE = 'https://dashboard.example.com';

  /** fetch does not let a test set these headers. */
  const from = (
    address: string,
    method: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number | undefined; readonly headers: IncomingMessage['headers'] }> =>
    new Promise((resolve, reject) => {
      ask(address, { method, headers }, (answer) => {
        answer.resume().once('end', () => resolve({ status: answer.statusCode, headers: answer.headers }));
      })
        .once('error', reject)
        .end();
    });
  const PREFLIGHT = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };

  it('may not call unless it is named', async () => {
    const api = await startApi(await open());
    const asked = await from(api.address, 'OPTIONS', { origin: PAGE, ...PREFLIGHT });
    expect(asked.status).toBe(403);
    const called = await from(api.address, 'GET', { origin: PAGE, authorization: `Bearer ${api.key}` });
    for (const { headers } of [asked, called]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('that is named may ask without a credential, call with one, and read what stands in the headers', async () => {
    const api = await startApi(await open(), { origins: [PAGE, 'http://localhost:8080'] });
    const asked = await from(api.address, 'OPTIONS', { origin: PAGE, ...PREFLIGHT });
    expect(asked).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': PAGE,
        'access-control-allow-methods': 'GET, POST, PUT, DELETE',
        'access-control-allow-headers': expect.stringContaining('authorization') as string,
        'access-control-max-age': '600',
        vary: 'origin',
      },
    });
    expect(asked.headers['access-control-allow-credentials']).toBeUndefined();
    const called = await from(api.address, 'GET', { origin: PAGE, authorization: `Bearer ${api.key}` });
    expect(called).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': PAGE } });
    expect(called.headers['access-control-expose-headers']).toContain('ratelimit');
    const refused = await from(api.address, 'GET', { origin: PAGE });
    expect(refused).toMatchObject({ status: 401, headers: { 'access-control-allow-origin': PAGE } });
  });

  it.each([
    'http://dashboard.example.com',
    'https://dashboard.example.com:8443',
    'https://dashboard.example.com.evil.example',
    'https://evil-dashboard.example.com',
    'https://DASHBOARD.example.com',
    'null',
  ])('that is called %s is not the one that is named', async (origin) => {
    const api = await startApi(await open(), { origins: [PAGE] });
    const asked = await from(api.address, 'OPTIONS', { origin, ...PREFLIGHT });
    expect([asked.status, asked.headers['access-control-allow-origin']]).toEqual([403, undefined]);
  });
});
