/** Transactions that share a commit: each has what it did, or nothing, whatever becomes of the others. */
import { commitTogether } from '../../../bot/jobs/commit-together';
import { insertJob } from '../../../bot/jobs/job-rows';
import { type Home } from '../../../bot/store/home';
import { type StoreTransaction } from '../../../bot/store/store-transaction';
import { describeHomes } from '../../support/homes';
import { until } from '../../support/job-instances';

const work = (key: string) => (tx: StoreTransaction) => insertJob(tx, { kind: 'send', key, payload: null }, 0);

describeHomes('Transactions that come at the same time', (open) => {
  it('are each undone alone', async () => {
    const home = await open();
    const transaction = commitTogether(home);
    const results = await Promise.allSettled([
      transaction(work('one')),
      transaction(async (tx) => {
        await work('undone')(tx);
        throw new Error('no');
      }),
      transaction(work('two')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const rows = await home.db.selectFrom('jobs').select('key').orderBy('key').execute();
    expect(rows.map(({ key }) => key)).toEqual(['one', 'two']);
  });

  it('that break the database are undone alone too', async () => {
    const home = await open();
    const transaction = commitTogether(home);
    const results = await Promise.allSettled([
      transaction(work('one')),
      transaction((tx) =>
        tx
          .insertInto('jobs')
          .values({} as never)
          .execute(),
      ),
      transaction(work('two')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('all fail where the commit does', async () => {
    const home = await open();
    const transaction = commitTogether(home);
    await home.check();
    await home.close();
    const results = await Promise.allSettled([transaction(work('one')), transaction(work('two'))]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('are acknowledged when the disk has them, and the next are made meanwhile', async () => {
    const home = await open();
    let arrived = (): void => undefined;
    const disk = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const transaction = commitTogether({ inHaste: home.inHaste, onDisk: () => disk });
    const told: string[] = [];
    const keep = (key: string): Promise<unknown> => transaction(work(key)).then(() => told.push(key));
    const first = keep('one');
    await until(async () => (await keysOf(home)).includes('one'));
    const second = keep('two');
    await until(async () => (await keysOf(home)).includes('two'));
    expect(told).toEqual([]);
    arrived();
    await Promise.all([first, second]);
    expect(told).toEqual(['one', 'two']);
  });

  it('are not acknowledged where the disk fails', async () => {
    const { inHaste } = await open();
    const transaction = commitTogether({ inHaste, onDisk: () => Promise.reject(new Error('EIO')) });
    await expect(transaction(work('one'))).rejects.toThrow('EIO');
  });
});

const keysOf = async ({ db }: Home): Promise<readonly (string | null)[]> =>
  (await db.selectFrom('jobs').select('key').execute()).map(({ key }) => key);
