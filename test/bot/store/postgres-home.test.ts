/** PostgreSQL as a home: the sentence with which a start is refused, which never has anything of the URL, and what a restart of the server costs. */
import { createServer } from 'node:net';

import { type Log, type LogFacts } from '../../../bot/log';
import { type ServiceError } from '../../../bot/service-error';
import { openPostgresHome } from '../../../bot/store/postgres-home';
import { postgresFault } from '../../../bot/store/postgres-faults';
import {
  NO_POSTGRES,
  postgresBinaries,
  type PostgresServer,
  sharedPostgres,
  startPostgres,
} from '../../support/postgres';

const said: { readonly code: string; readonly facts: LogFacts | undefined }[] = [];
const say = (code: string, facts?: LogFacts): void => void said.push({ code, facts });
const log: Log = { info: say, warn: say, error: say };

const refusal = async (url: string): Promise<ServiceError> => {
  const home = await openPostgresHome(url, log).catch((error: unknown) => error as ServiceError);
  if ('kind' in home) {
    await home.close();
    throw new Error('It was opened.');
  }
  return home;
};

const withPostgres = postgresBinaries === null ? describe.skip : describe;

withPostgres(`A PostgreSQL that cannot be used${postgresBinaries === null ? `: SKIPPED, ${NO_POSTGRES}` : ''}`, () => {
  let server: PostgresServer;
  let url: string;
  beforeEach(async () => {
    server = await sharedPostgres();
    url = await server.createDatabase();
    said.length = 0;
  });
  afterEach(async () => {
    await server.run('drop owned by guest cascade; drop role guest', url).catch(() => undefined);
    await server.dropDatabase(url);
  });
  const name = (): string => new URL(url).pathname.slice(1);
  const tables = async (): Promise<unknown> =>
    server.run(`select tablename from pg_tables where schemaname = 'public'`, url);

  it.each<[string, string, () => Promise<string>, string]>([
    [
      'does not answer',
      'store-unreachable',
      async () => {
        const closed = createServer();
        await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
        const address = closed.address();
        await new Promise((resolve) => closed.close(resolve));
        return `postgres://triage:hidden-secret@127.0.0.1:${typeof address === 'object' ? address?.port : 0}/cases`;
      },
      'check that it runs',
    ],
    [
      'has no such name',
      'store-unreachable',
      () => Promise.resolve('postgres://triage:hidden-secret@host.invalid/cases'),
      'the host',
    ],
    [
      'refuses the password',
      'store-refused',
      () => Promise.resolve(server.url(name(), { password: 'hidden-secret' })),
      'the password',
    ],
    [
      'does not know the account',
      'store-refused',
      () => Promise.resolve(server.url(name(), { user: 'nobody', password: 'hidden-secret' })),
      'the user name',
    ],
    ['has no such database', 'store-missing', () => Promise.resolve(server.url('hidden-secret')), 'createdb'],
    [
      'gives no right to make tables',
      'store-no-rights',
      async () => {
        await server.run(
          `create role guest login password 'hidden-secret'; revoke create on schema public from public`,
          url,
        );
        return server.url(name(), { user: 'guest', password: 'hidden-secret' });
      },
      'grant it CREATE',
    ],
    [
      'takes no writes',
      'store-read-only',
      async () => {
        await server.run(`alter database ${name()} set default_transaction_read_only = on`);
        return url;
      },
      'name the primary',
    ],
  ])('because it %s is refused with one sentence, and nothing was changed', async (_, code, where, sentence) => {
    const error = await refusal(await where());
    expect(error).toMatchObject({ code, message: expect.stringContaining(sentence) as string });
    expect(error.message).not.toContain('\n');
    for (const secret of ['hidden-secret', 'p@ss', 'p%40ss', name(), '127.0.0.1', 'triage:']) {
      expect(error.message + JSON.stringify(said)).not.toContain(secret);
    }
    expect(await tables()).toEqual([]);
  });

  it('because it keeps texts in another encoding is refused', async () => {
    const other = `${name()}_latin`;
    await server.run(`create database ${other} encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0`);
    const { code, message } = await refusal(server.url(other));
    await server.dropDatabase(server.url(other));
    expect([code, message]).toEqual(['store-encoding', expect.stringContaining("encoding 'UTF8'")]);
  });
});

describe('What PostgreSQL answers', () => {
  it.each([
    ['57P03', 'store-unreachable'],
    ['53300', 'store-full'],
    ['53100', 'store-full'],
    ['22021', 'store-text'],
    ['XX000', 'store-unreachable'],
  ])('with %s is %s', (code, is) => {
    expect(postgresFault({ code, message: 'password authentication failed for user "hidden-secret"' })).toMatchObject({
      code: is,
      message: expect.not.stringContaining('hidden-secret') as string,
    });
  });
});

withPostgres('A PostgreSQL that crashes and comes again', () => {
  it('costs what was under way, is told by a code, and is used again', async () => {
    const server = await startPostgres();
    try {
      const home = await openPostgresHome(await server.createDatabase(), log);
      said.length = 0;
      await home.check();
      server.halt('immediate');
      await expect(home.check()).rejects.toBeDefined();
      server.resume();
      await home.check();
      expect(new Set(said.map(({ code }) => code))).toEqual(new Set(['database-connection-lost']));
      await home.close();
    } finally {
      server.remove();
    }
  });
});
