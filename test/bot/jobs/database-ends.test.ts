/** A database that ends while the engine of the jobs starts: whoever runs the bot reads a sentence, and no stack of a library. */
import { openJobEngine } from '../../../bot/jobs/open-job-engine';
import { createLog } from '../../../bot/log';
import { openHome } from '../../../bot/store/open-home';
import { NO_POSTGRES, postgresBinaries, type PostgresServer, startPostgres } from '../../support/postgres';

const UNREACHABLE = {
  code: 'store-unreachable',
  message: expect.stringMatching(/^The PostgreSQL that DATABASE_URL names /) as string,
};
const NO_WORK = { run: () => Promise.resolve() };

(postgresBinaries === null ? describe.skip : describe)(
  postgresBinaries === null ? `SKIPPED: ${NO_POSTGRES}` : 'A PostgreSQL that ends',
  () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server.remove());

    it('before the engine is opened is one sentence', async () => {
      const databaseUrl = await server.createDatabase();
      const home = await openHome({ databaseUrl, dataFolder: '' }, createLog('silent'));
      server.halt('immediate');
      await expect(openJobEngine(home, databaseUrl, Date.now, createLog('silent'))).rejects.toMatchObject(UNREACHABLE);
      server.resume();
      await home.close();
    });

    it('between the opening and the start of the engine is one sentence', async () => {
      const databaseUrl = await server.createDatabase();
      const home = await openHome({ databaseUrl, dataFolder: '' }, createLog('silent'));
      const jobs = await openJobEngine(home, databaseUrl, Date.now, createLog('silent'));
      server.halt('immediate');
      const started = jobs.start({ 'take-in': NO_WORK, send: NO_WORK, prompt: NO_WORK, note: NO_WORK, prune: NO_WORK });
      await expect(started).rejects.toMatchObject(UNREACHABLE);
      server.resume();
      await jobs.stop(0);
      await home.close();
    });
  },
);
