/** A job that its maker does at once is in its hands from the commit on, and is let go of where nothing comes of that. */
import { JOB_RULES } from '../../../bot/jobs/job';
import { type StoreTransaction } from '../../../bot/store/store-transaction';
import { describeHomes } from '../../support/homes';
import { jobInstances, until } from '../../support/job-instances';

describeHomes('A job that is made', (open, of) => {
  const instance = jobInstances(open, of);
  const standing = (tx: StoreTransaction) =>
    tx.selectFrom('jobs').select(['state', 'attempts']).where('kind', '=', 'send').orderBy('sequence').execute();

  it('is in hand within its transaction, and nobody has to claim it', async () => {
    const { jobs, start, home } = await instance();
    const attempts: number[] = [];
    await start({ send: { run: (job) => Promise.resolve(void attempts.push(job.attempts)) } });
    const made = await jobs.transaction(async (tx) => {
      await jobs.enqueue(tx, { kind: 'send', payload: null });
      return standing(tx);
    });
    expect(made).toEqual([{ state: 'running', attempts: 1 }]);
    await until(async () => (await home.db.transaction().execute(standing))[0]?.state === 'done');
    expect(attempts).toEqual([1]);
  });

  it('waits for another of its lane, which is before it', async () => {
    const { jobs, start } = await instance();
    const order: unknown[] = [];
    await start({ send: { run: ({ payload }) => Promise.resolve(void order.push(payload)) } });
    const made = await jobs.transaction(async (tx) => {
      for (const payload of [1, 2]) await jobs.enqueue(tx, { kind: 'send', lane: 'alex', payload });
      return standing(tx);
    });
    expect(made.map(({ state }) => state)).toEqual(['running', 'pending']);
    await until(() => order.length === 2);
    expect(order).toEqual([1, 2]);
  });

  it('waits where as many were made in hand as may run at a time', async () => {
    const { jobs, start, home } = await instance();
    await start();
    const made = await jobs.transaction(async (tx) => {
      for (let number = 0; number <= JOB_RULES.send.atOnce; number += 1) {
        await jobs.enqueue(tx, { kind: 'send', payload: null });
      }
      return standing(tx);
    });
    expect(made.map(({ state }) => state)).toEqual([
      ...Array.from({ length: JOB_RULES.send.atOnce }, () => 'running'),
      'pending',
    ]);
    await until(async () => (await home.db.transaction().execute(standing)).every(({ state }) => state === 'done'));
  });

  it('leaves its place to the next where its transaction was undone, or it had ended', async () => {
    const { jobs, start, home } = await instance();
    await start();
    const undone = jobs.transaction(async (tx) => {
      for (let number = 0; number < JOB_RULES.send.atOnce; number += 1) {
        await jobs.enqueue(tx, { kind: 'send', payload: null });
      }
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    for (let number = 0; number < 2 * JOB_RULES.send.atOnce; number += 1) {
      const made = await jobs.transaction(async (tx) => {
        await jobs.enqueue(tx, { kind: 'send', payload: null });
        return standing(tx);
      });
      expect(made[number]).toEqual({ state: 'running', attempts: 1 });
      await until(async () => (await home.db.transaction().execute(standing))[number]?.state === 'done');
    }
  });

  it('is handed back where its process has stopped by the time of the commit', async () => {
    const { jobs, start, home } = await instance();
    let runs = 0;
    await start({ send: { run: () => Promise.resolve(void (runs += 1)) } });
    const stops: Promise<boolean>[] = [];
    const made = await jobs.transaction(async (tx) => {
      await jobs.enqueue(tx, { kind: 'send', payload: null });
      stops.push(jobs.stop(0));
      await new Promise((resolve) => setTimeout(resolve, 100));
      return standing(tx);
    });
    expect(made).toEqual([{ state: 'running', attempts: 1 }]);
    await Promise.all(stops);
    await until(async () => (await home.db.transaction().execute(standing))[0]?.state === 'pending');
    expect(await home.db.transaction().execute(standing)).toEqual([{ state: 'pending', attempts: 0 }]);
    expect(runs).toBe(0);
  });
});
