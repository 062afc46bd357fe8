/** The real bot with its API on the loopback interface: two callers are known by their keys, every call is held against the document. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Caller, type CallerOf, SCOPES, type Scope } from '../../bot/http/caller';
import { type ApiClient, createApiClient } from '../../bot/http/api-client';
import { readConfig } from '../../bot/config';
import { createLog } from '../../bot/log';
import { LaterError } from '../../bot/http/problem';
import { NotAuthenticated } from '../../bot/http/refusal';
import { type RunningBot, startBot } from '../../bot/start-bot';
import { type BotBundles, bundleBot } from './bot-bundles';
import { type DocumentedCalls, documentedCalls } from './documented-calls';

export interface ApiAround {
  readonly origin: string;
  /** Of the caller `key/alex`, who may do everything. */
  readonly client: ApiClient;
  /** Of another caller of the known ones. */
  readonly clientOf: (credential: keyof typeof CALLERS) => ApiClient;
  /** Calls by hand what no client would send; held against the document too where it is documented. */
  readonly call: (path: string, init?: RequestInit & { readonly duplex?: 'half' }) => Promise<Response>;
  readonly documented: DocumentedCalls;
  readonly bot: RunningBot;
  /** `limitMs`: how long what is under way may still take. */
  readonly stop: (limitMs?: number) => Promise<void>;
}

const caller = (key: string, scopes: readonly Scope[]): Caller => ({ key, name: key, scopes: new Set(scopes) });

export const CALLERS = {
  alex: caller('key/alex', SCOPES),
  robin: caller('key/robin', SCOPES),
  reader: caller('key/reader', ['cases.read']),
  writer: caller('key/writer', ['cases.write']),
  scopeless: caller('key/scopeless', []),
} as const;

const callerOf: CallerOf = (authorization) => {
  const name = /^Bearer (\w+)$/.exec(authorization ?? '')?.[1] ?? '';
  if (name === 'hasty') return Promise.reject(new LaterError('too-many-requests', 'Ask again in a minute.', 60));
  if (name === 'broken') return Promise.reject(new Error('The store of keys at db.example is away.'));
  // The store of keys is another's; here it is a handful of names.
  const found = Object.entries(CALLERS).find(([known]) => known === name)?.[1];
  return found === undefined ? Promise.reject(new NotAuthenticated('key-unknown')) : Promise.resolve(found);
};

export interface ApiOptions {
  readonly settings?: Readonly<Record<string, string>>;
  readonly now?: () => number;
  /** A folder with another worker, for an analysis that fails. */
  readonly bundles?: string;
}

export async function startApi({ settings, now, bundles: folder }: ApiOptions = {}): Promise<ApiAround> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  const config = readConfig({
    TUNNEL_TRIAGE_DATA: dataFolder,
    TUNNEL_TRIAGE_WORKERS: '1',
    ...settings,
    PORT: '0',
    TUNNEL_TRIAGE_API_REQUESTS_PER_MINUTE: '10000',
  });
  const bot = await startBot(config, createLog('silent'), {
    bundles: folder ?? shared().folder,
    callerOf,
    ...(now === undefined ? {} : { now }),
  });
  const origin = `http://127.0.0.1:${bot.port}`;
  const documented = documentedCalls('bot/http/openapi.yaml', `${origin}/api/v1`, true);
  const clientOf = (credential: string): ApiClient =>
    createApiClient({ server: origin, credential, fetch: documented.fetch });
  return {
    origin,
    client: clientOf('alex'),
    clientOf,
    call: (path, init = {}) => {
      const headers = new Headers(init.headers);
      if (!headers.has('authorization')) headers.set('authorization', 'Bearer alex');
      return documented.fetch(new Request(`${origin}/api/v1${path}`, { ...init, headers }));
    },
    documented,
    bot,
    stop: async (limitMs = 5000) => {
      await bot.stop(limitMs);
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

let bundles: BotBundles | null = null;
const shared = (): BotBundles => (bundles ??= bundleBot(['worker']));
afterAll(() => bundles?.remove());
