/** `/readyz` and `/healthz`: what a load balancer and a supervisor hear of a real bot while its store is away and while it stops. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type BotBundles, bundleBot } from '../support/bot-bundles';
import { message } from '../support/bot-activities';
import { APP_ID, TENANT_ID } from '../support/bot-issuer';
import { type BotProcess, startBotProcess } from '../support/bot-process';
import { expositionOf } from '../support/exposition';
import { until } from '../support/job-instances';
import { NO_POSTGRES, postgresBinaries, type PostgresServer, startPostgres } from '../support/postgres';

let bundles: BotBundles;
beforeAll(() => {
  bundles = bundleBot(['main', 'worker', 'page']);
});
afterAll(() => bundles.remove());

const statusAt = async ({ origin }: BotProcess, path: string): Promise<number> =>
  (await fetch(`${origin}${path}`)).status;

const REGISTERED = {
  MicrosoftAppId: APP_ID,
  MicrosoftAppPassword: 'a-secret',
  MicrosoftAppTenantId: TENANT_ID,
  TUNNEL_TRIAGE_HOST: '127.0.0.1',
};

describe('A bot that is told to stop', () => {
  it('is not ready at once, still answers for a while, and has ended within ten seconds', async () => {
    const data = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
    const bot = await startBotProcess(bundles.folder, data, REGISTERED);
    expect(await statusAt(bot, '/readyz')).toBe(200);
    const began = performance.now();
    const ended = bot.stop();
    await until(async () => (await statusAt(bot, '/readyz')) === 503);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(await statusAt(bot, '/healthz')).toBe(200);
    // Whoever was not told yet is answered, here with a refusal, because there is no token.
    const turn = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message('help')),
    };
    expect((await fetch(`${bot.origin}/api/messages`, turn)).status).toBe(401);
    expect(await ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    await expect(fetch(`${bot.origin}/readyz`)).rejects.toThrow('fetch failed');
    rmSync(data, { recursive: true, force: true });
  });
});

const withPostgres = postgresBinaries === null ? describe.skip : describe;

withPostgres(`A bot whose PostgreSQL goes away${postgresBinaries === null ? ` (SKIPPED: ${NO_POSTGRES})` : ''}`, () => {
  let postgres: PostgresServer;
  let bot: BotProcess;
  beforeEach(async () => {
    postgres = await startPostgres();
    bot = await startBotProcess(bundles.folder, '', { DATABASE_URL: await postgres.createDatabase() });
  });
  afterEach(async () => {
    await bot.stop();
    postgres.remove();
  });

  it('is alive and not ready, says so in its metrics, and is ready again when the server is back', async () => {
    expect(await statusAt(bot, '/readyz')).toBe(200);
    postgres.halt('immediate');
    expect(await statusAt(bot, '/readyz')).toBe(503);
    expect(await statusAt(bot, '/healthz')).toBe(200);
    expect((await expositionOf(bot.origin)).value('tunnel_triage_store_up')).toBe(0);
    postgres.resume();
    await until(async () => (await statusAt(bot, '/readyz')) === 200);
    expect((await expositionOf(bot.origin)).value('tunnel_triage_store_up')).toBe(1);
  });

  it('is not ready within three seconds where the server hangs', async () => {
    postgres.freeze();
    const began = performance.now();
    try {
      expect(await statusAt(bot, '/readyz')).toBe(503);
      expect(performance.now() - began).toBeLessThan(3000);
    } finally {
      postgres.thaw();
    }
    await until(async () => (await statusAt(bot, '/readyz')) === 200);
  });
});
