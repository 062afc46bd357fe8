/** What an instance that has gone left waiting is done at the pace of those that are there, not at that of the engine's looks. */
import { describeHomes } from '../../support/homes';
import { jobInstances, until } from '../../support/job-instances';

/** By one for each worker and look these would take forty seconds. */
const LEFT = 80;

describeHomes('Jobs that nobody has in hand', (open, of) => {
  const instance = jobInstances(open, of);

  it('are taken up one after the other as long as there are any', async () => {
    const { jobs, start, home } = await instance();
    await home.db.transaction().execute(async (tx) => {
      for (let number = 0; number < LEFT; number += 1) await jobs.enqueue(tx, { kind: 'take-in', payload: null });
    });
    let runs = 0;
    await start({ 'take-in': { run: () => Promise.resolve(void (runs += 1)) } });
    await until(() => runs >= LEFT, 20_000);
    expect(runs).toBe(LEFT);
  });
});
