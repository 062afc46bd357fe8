/** Who waits long may ask whether anybody stands behind: what its lane still has to do after it, and nothing of other lanes. */
import { waitingBehind } from '../../../bot/jobs/job-lanes';
import { describeHomes } from '../../support/homes';
import { jobInstances, until } from '../../support/job-instances';

describeHomes('What waits behind a job', (open, of) => {
  const instance = jobInstances(open, of);

  it('is the rest of its lane, in its order', async () => {
    const { jobs, start, home } = await instance();
    const enqueue = (lane: string | undefined, payload: string): Promise<string | null> =>
      jobs.transaction((tx) =>
        jobs.enqueue(tx, {
          kind: 'take-in',
          payload,
          dueAt: Date.now() + 60_000,
          ...(lane === undefined ? {} : { lane }),
        }),
      );
    await start({});
    await enqueue('one', 'before');
    const id = await enqueue('one', 'itself');
    for (const [lane, payload] of [
      ['one', 'first'],
      ['other', 'of another lane'],
      [undefined, 'of none'],
      ['one', 'second'],
    ] as const)
      await enqueue(lane, payload);
    expect(await waitingBehind(home.db, { id: id!, lane: 'one' })).toEqual(['first', 'second']);
    expect(await waitingBehind(home.db, { id: id!, lane: null })).toEqual([]);
  });

  it('is nothing that was cancelled', async () => {
    const { jobs, start, home } = await instance();
    await start({});
    const make = (key: string): Promise<string | null> =>
      jobs.transaction((tx) =>
        jobs.enqueue(tx, { kind: 'take-in', key, lane: 'one', payload: key, dueAt: Date.now() + 60_000 }),
      );
    const id = await make('first');
    await make('second');
    await jobs.transaction((tx) => jobs.cancel(tx, 'second'));
    await until(async () => (await waitingBehind(home.db, { id: id!, lane: 'one' })).length === 0);
    expect(await waitingBehind(home.db, { id: id!, lane: 'one' })).toEqual([]);
  });
});
