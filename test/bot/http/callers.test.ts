/** The API of the real bot to those who call it: keys that the operator makes, tokens of Entra ID, pages of other origins, and the log of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readConfig } from '../../../bot/config';
import { keys } from '../../../bot/operate/keys';
import { type RunningBot, startBot } from '../../../bot/start-bot';
import { type BotBundles, bundleBot } from '../../support/bot-bundles';
import { fromNow } from '../../support/bot-issuer';
import { API_ID, API_TENANT, type EntraIssuer, startEntra } from '../../support/entra-issuer';
import { keptLog, type LogLine } from '../../support/kept-log';

const PAGE = 'https://dashboard.example.com';

let bundles: BotBundles;
let folder: string;
let entra: EntraIssuer;
let bot: RunningBot;
let lines: readonly LogLine[];
let api: string;
let notes: jest.SpyInstance;
beforeAll(() => {
  bundles = bundleBot(['worker']);
});
afterAll(() => bundles.remove());
const settings = (): Readonly<Record<string, string>> => ({
  TUNNEL_TRIAGE_DATA: folder,
  PORT: '0',
  TUNNEL_TRIAGE_WORKERS: '1',
  TUNNEL_TRIAGE_API_AUDIENCE: API_ID,
  TUNNEL_TRIAGE_API_TENANT: API_TENANT,
  TUNNEL_TRIAGE_API_ORIGINS: PAGE,
  TUNNEL_TRIAGE_API_REQUESTS_PER_MINUTE: '20',
});
beforeEach(async () => {
  notes = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  entra = await startEntra();
  const kept = keptLog();
  lines = kept.lines;
  // In the middle of a minute, so that none ends while requests are counted.
  const at = Math.floor(Date.now() / 60_000) * 60_000 + 30_000;
  bot = await startBot(readConfig(settings()), kept.log, {
    bundles: bundles.folder,
    authority: entra.authority,
    now: () => at,
  });
  api = `http://127.0.0.1:${bot.port}/api/v1`;
});
afterEach(async () => {
  await bot.stop(5000);
  await entra.close();
  rmSync(folder, { recursive: true, force: true });
  notes.mockRestore();
});

const newKey = (scope = 'cases.read,cases.write'): Promise<string> =>
  keys(readConfig(settings()), ['add', 'Script', '--scope', scope]);

const call = (method: string, path: string, credential: string | null, headers = {}): Promise<Response> =>
  fetch(`${api}${path}`, {
    method,
    headers: { ...(credential === null ? {} : { authorization: `Bearer ${credential}` }), ...headers },
  });

const newCase = async (credential: string): Promise<string> => {
  const made = await call('POST', '/cases', credential);
  expect(made.status).toBe(201);
  return made.headers.get('location')?.replace('/api/v1', '') ?? '';
};

describe('A caller with a key', () => {
  it('is let in by the key that was made beside the running bot, until it is revoked', async () => {
    const key = await newKey();
    const path = await newCase(key);
    expect((await call('GET', path, key)).status).toBe(200);
    await keys(readConfig(settings()), ['revoke', 'K-1']);
    expect((await call('GET', path, key)).status).toBe(401);
  });

  it('sees nothing of the cases of another caller, of whatever kind', async () => {
    const credentials = [await newKey(), await newKey(), entra.token(), entra.token({ oid: 'x-1', sub: 'x-1' })];
    const paths: string[] = [];
    for (const credential of credentials) paths.push(await newCase(credential));
    for (const [own, credential] of credentials.entries()) {
      for (const [of, path] of paths.entries()) {
        expect([of, (await call('GET', path, credential)).status]).toEqual([of, of === own ? 200 : 404]);
      }
      const list = (await (await call('GET', '/cases', credential)).json()) as { readonly cases: readonly unknown[] };
      expect(list.cases).toHaveLength(1);
    }
    expect((await call('DELETE', paths[0] ?? '', credentials[1] ?? '')).status).toBe(404);
    expect((await call('GET', paths[0] ?? '', credentials[0] ?? '')).status).toBe(200);
  });

  it('hears as a problem that it has sent too much, with when to go on', async () => {
    const key = await newKey();
    const answers = await Promise.all(Array.from({ length: 25 }, () => call('GET', '/cases', key)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(5);
    expect(refused[0]?.headers.get('content-type')).toBe('application/problem+json');
    expect(refused[0]?.headers.get('ratelimit')).toBe('"requests";r=0;t=30');
    expect(refused[0]?.headers.get('retry-after')).toBe('30');
  });
});

describe('A caller with a token of Entra ID', () => {
  it('may do what its role allows', async () => {
    await newCase(entra.token());
    const reading = await call('POST', '/cases', entra.token({ roles: ['Cases.Read'] }));
    expect([reading.status, await reading.json()]).toMatchObject([403, { code: 'scope-missing' }]);
  });

  it.each<[string, () => string]>([
    ['expired', () => entra.token({ nbf: fromNow(-7200), exp: fromNow(-3600) })],
    ['forged', () => entra.forged()],
    ['unsigned', () => entra.unsigned()],
    ['confused', () => entra.confused()],
    ['for another API', () => entra.token({ aud: API_TENANT })],
    ['of another tenant', () => entra.token({ tid: API_ID })],
  ])('that is %s is not let in, and makes no case', async (_what, token) => {
    const answer = await call('POST', '/cases', token());
    expect([answer.status, answer.headers.get('www-authenticate'), await answer.json()]).toEqual([
      401,
      'Bearer realm="Tunnel Triage"',
      {
        type: 'about:blank',
        title: 'Unauthorized',
        status: 401,
        code: 'not-authenticated',
        detail: 'The credential is missing or not accepted: send an API key or a token as Authorization: Bearer.',
      },
    ]);
    const list = (await (await call('GET', '/cases', entra.token())).json()) as { readonly cases: readonly unknown[] };
    expect(list.cases).toEqual([]);
  });

  it('hears a problem, and when to try again, where the keys of Entra cannot be had', async () => {
    entra.answerKeysWith(500);
    const answer = await call('GET', '/cases', entra.token());
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10']);
    expect(await answer.json()).toMatchObject({ code: 'signing-keys-unreachable' });
  });
});

describe('A page of another origin', () => {
  /** fetch does not let a test set these headers. */
  const from = (origin: string, method: string, path: string, headers = {}) =>
    new Promise<{ readonly status: number | undefined; readonly allowed: string | undefined }>((resolve, reject) => {
      ask(`http://127.0.0.1:${bot.port}${path}`, { method, headers: { origin, ...headers } }, (answer) => {
        const allowed = answer.headers['access-control-allow-origin'];
        answer.resume().once('end', () => resolve({ status: answer.statusCode, allowed }));
      })
        .once('error', reject)
        .end();
    });
  const PREFLIGHT = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };

  it('that is named may call the API, and nothing else of the bot', async () => {
    const authorization = `Bearer ${await newKey()}`;
    expect(await from(PAGE, 'OPTIONS', '/api/v1/cases', PREFLIGHT)).toEqual({ status: 204, allowed: PAGE });
    expect(await from(PAGE, 'GET', '/api/v1/cases', { authorization })).toEqual({ status: 200, allowed: PAGE });
    expect(await from(PAGE, 'GET', '/chat')).toEqual({ status: 403, allowed: undefined });
    expect(await from(PAGE, 'POST', '/api/messages')).toEqual({ status: 403, allowed: undefined });
  });

  it('that is not named may not, also with a key', async () => {
    const authorization = `Bearer ${await newKey()}`;
    const other = 'https://evil.example.com';
    expect(await from(other, 'OPTIONS', '/api/v1/cases', PREFLIGHT)).toEqual({ status: 403, allowed: undefined });
    expect((await from(other, 'GET', '/api/v1/cases', { authorization })).allowed).toBeUndefined();
  });
});

describe('The log of the API', () => {
  it('has a line for each request of a caller, with the caller, the operation and the status, and no credential', async () => {
    const [key, token] = [await newKey(), entra.token()];
    await newCase(key);
    await call('GET', '/cases/00000000-0000-4000-8000-000000000000', token);
    await call('GET', '/cases', 'tt_MARKER');
    const requests = lines.filter(({ code }) => code === 'api-request');
    expect(requests).toEqual([
      expect.objectContaining({ operation: 'createCase', caller: 'key/K-1', status: 201 }),
      expect.objectContaining({
        operation: 'readCase',
        caller: expect.stringMatching(/^app\//) as string,
        status: 404,
      }),
    ]);
    expect(lines).toContainEqual({ level: 'warn', code: 'api-not-authenticated', reason: 'key-malformed' });
    const all = JSON.stringify(lines);
    for (const secret of [key.slice(3), token.split('.')[2] ?? '', 'MARKER']) expect(all).not.toContain(secret);
  });
});
