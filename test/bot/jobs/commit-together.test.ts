/** Transactions that share a commit: each has what it did, or nothing, whatever becomes of the others. */
import { commitTogether } from '../../../bot/jobs/commit-together';
import { insertJob } from '../../../bot/jobs/job-rows';
import { type StoreTransaction } from '../../../bot/store/store-transaction';
import { describeHomes } from '../../support/homes';

const work = (key: string) => (tx: StoreTransaction) => insertJob(tx, { kind: 'send', key, payload: null }, 0);

describeHomes('Transactions that come at the same time', (open) => {
  it('are each undone alone', async () => {
    const { db } = await open();
    const transaction = commitTogether(db);
    const results = await Promise.allSettled([
      transaction(work('one')),
      transaction(async (tx) => {
        await work('undone')(tx);
        throw new Error('no');
      }),
      transaction(work('two')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const rows = await db.selectFrom('jobs').select('key').orderBy('key').execute();
    expect(rows.map(({ key }) => key)).toEqual(['one', 'two']);
  });

  it('that break the database are undone alone too', async () => {
    const { db } = await open();
    const transaction = commitTogether(db);
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
    const transaction = commitTogether(home.db);
    await home.check();
    await home.close();
    const results = await Promise.allSettled([transaction(work('one')), transaction(work('two'))]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
