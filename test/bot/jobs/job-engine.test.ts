/** Jobs in both homes: when they run, how often, in which order, and what is left when they fail. */
import { JOB_RULES } from '../../../bot/jobs/job';
import { describeHomes } from '../../support/homes';
import { jobInstances, until } from '../../support/job-instances';

/** Longer than the engine's looks are apart, so that it looks before the job is due. */
const PUT_BACK_MS = 3000;
const HOUR_MS = 60 * 60 * 1000;

describeHomes('A job', (open, of) => {
  const instance = jobInstances(open, of);

  it('runs at once when its transaction is committed, with what it was given', async () => {
    const { jobs, start } = await instance();
    const seen: unknown[] = [];
    await start({ send: { run: (job) => Promise.resolve(void seen.push(job.payload)) } });
    const before = performance.now();
    await jobs.transaction((tx) => jobs.enqueue(tx, { kind: 'send', payload: { text: 'ü' } }));
    await until(() => seen.length === 1);
    expect(performance.now() - before).toBeLessThan(2000);
    expect(seen).toEqual([{ text: 'ü' }]);
  });

  it('is not there when its transaction is rolled back', async () => {
    const { jobs, start, home } = await instance();
    await start();
    const failed = jobs.transaction(async (tx) => {
      await jobs.enqueue(tx, { kind: 'send', payload: null });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await home.db.selectFrom('jobs').select('id').where('kind', '=', 'send').execute()).toEqual([]);
  });

  it('is taken once for each key', async () => {
    const { jobs, start } = await instance();
    let runs = 0;
    await start({ send: { run: () => Promise.resolve(void (runs += 1)) } });
    const again = (): Promise<string | null> =>
      jobs.transaction((tx) => jobs.enqueue(tx, { kind: 'send', key: 'one', payload: null }));
    const ids = await Promise.all([again(), again(), again()]);
    await again();
    await until(() => runs > 0);
    expect(ids.filter((id) => id !== null)).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(runs).toBe(1);
  });

  it('waits until it is due', async () => {
    const { jobs, start } = await instance();
    let at = 0;
    await start({ prompt: { run: () => Promise.resolve(void (at = Date.now())) } });
    const dueAt = Date.now() + 1500;
    await jobs.transaction((tx) => jobs.enqueue(tx, { kind: 'prompt', dueAt, payload: null }));
    await until(() => at > 0);
    expect(at).toBeGreaterThanOrEqual(dueAt);
  });

  it('runs alone in its lane, in the order of the commits, whoever runs it', async () => {
    const instances = of.kind === 'postgres' ? [await instance(), await instance()] : [await instance()];
    const order: number[] = [];
    let atOnce = 0;
    let most = 0;
    const run = async (job: { readonly payload: unknown }): Promise<void> => {
      most = Math.max(most, (atOnce += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(job.payload as number);
      atOnce -= 1;
    };
    for (const { start } of instances) await start({ send: { run } });
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    for (const number of numbers) {
      const { jobs } = instances[number % instances.length]!;
      await jobs.transaction((tx) => jobs.enqueue(tx, { kind: 'send', lane: 'alex', payload: number }));
    }
    await until(() => order.length === numbers.length);
    expect(order).toEqual(numbers);
    expect(most).toBe(1);
  });

  it('shares its process with no more of its kind than the rule says', async () => {
    const { jobs, start } = await instance();
    let atOnce = 0;
    let most = 0;
    let done = 0;
    const run = async (): Promise<void> => {
      most = Math.max(most, (atOnce += 1));
      await new Promise((resolve) => setTimeout(resolve, 20));
      atOnce -= 1;
      done += 1;
    };
    await start({ send: { run } });
    await jobs.transaction(async (tx) => {
      for (let number = 0; number < 30; number += 1) await jobs.enqueue(tx, { kind: 'send', payload: null });
    });
    await until(() => done === 30);
    expect(most).toBe(JOB_RULES.send.atOnce);
  });

  it('that failed is tried again, and is dead after the last attempt with what follows from that', async () => {
    const { jobs, start, home } = await instance();
    let runs = 0;
    await start({
      'take-in': {
        run: () => {
          runs += 1;
          return Promise.reject(new TypeError('a secret of an upload'));
        },
        gaveUp: async (tx) => {
          await jobs.enqueue(tx, { kind: 'send', key: 'sorry', payload: null });
        },
      },
    });
    await jobs.transaction((tx) => jobs.enqueue(tx, { kind: 'take-in', key: 'bad', payload: { text: 'output' } }));
    await until(
      async () =>
        (await home.db.selectFrom('jobs').select('state').where('key', '=', 'sorry').executeTakeFirst())?.state ===
        'done',
    );
    expect(runs).toBe(JOB_RULES['take-in'].failures);
    const dead = await home.db.selectFrom('jobs').selectAll().where('key', '=', 'bad').executeTakeFirstOrThrow();
    expect(dead).toMatchObject({ state: 'dead', last_error: 'TypeError', payload: '{"text":"output"}' });
  });

  it('that is put back does not lose an attempt by it', async () => {
    const { jobs, start, home } = await instance();
    let runs = 0;
    await start({
      send: { run: (_job, run) => ((runs += 1) < 3 ? run.postpone(50) : run.finish(() => Promise.resolve())) },
    });
    const id = await jobs.transaction((tx) => jobs.enqueue(tx, { kind: 'send', payload: null }));
    await until(() => runs === 3);
    await until(async () => (await rowOf(home, id)).state === 'done');
    expect((await rowOf(home, id)).attempts).toBe(1);
  });

  it('that is put back before the engine first called for it is called for when it is due', async () => {
    const { jobs, start } = await instance();
    const at: number[] = [];
    await start({
      send: {
        run: (_job, run) =>
          at.push(Date.now()) === 1 ? run.postpone(PUT_BACK_MS) : run.finish(() => Promise.resolve()),
      },
    });
    await jobs.transaction((tx) => jobs.enqueue(tx, { kind: 'send', payload: null }));
    await until(() => at.length === 2, PUT_BACK_MS + 5000);
    expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(PUT_BACK_MS);
  });

  it('that was put back by a clock that is then set back does not wait until the clock is there again', async () => {
    let aheadMs = HOUR_MS;
    const { jobs, start, home } = await instance(() => Date.now() + aheadMs);
    let runs = 0;
    await start({
      send: {
        run: (_job, run) => ((runs += 1) === 1 ? run.postpone(PUT_BACK_MS) : run.finish(() => Promise.resolve())),
      },
    });
    const id = await jobs.transaction((tx) => jobs.enqueue(tx, { kind: 'send', payload: null }));
    await until(async () => runs === 1 && (await rowOf(home, id)).state === 'pending');
    aheadMs = 0;
    await until(() => runs === 2);
  });

  it('keeps nothing of what it was given when it is done', async () => {
    const { jobs, start, home } = await instance();
    await start();
    const id = await jobs.transaction((tx) => jobs.enqueue(tx, { kind: 'send', payload: { text: 'raw' } }));
    await until(async () => (await rowOf(home, id)).state === 'done');
    expect((await rowOf(home, id)).payload).toBe('null');
  });

  it('that is cancelled before its time never runs', async () => {
    const { jobs, start } = await instance();
    let runs = 0;
    await start({ prompt: { run: () => Promise.resolve(void (runs += 1)) } });
    await jobs.transaction((tx) =>
      jobs.enqueue(tx, { kind: 'prompt', key: 'later', dueAt: Date.now() + 300, payload: null }),
    );
    expect(await jobs.transaction((tx) => jobs.cancel(tx, 'later'))).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(runs).toBe(0);
  });

  it('that is cancelled while it runs leaves nothing', async () => {
    const { jobs, start, home } = await instance();
    let begun = false;
    let ended: unknown = null;
    await start({
      'take-in': {
        run: async (_job, run) => {
          begun = true;
          await new Promise((resolve) => setTimeout(resolve, 300));
          ended = await run
            .finish((tx) => jobs.enqueue(tx, { kind: 'send', key: 'effect', payload: null }))
            .catch((error: unknown) => error);
        },
      },
    });
    await jobs.transaction((tx) => jobs.enqueue(tx, { kind: 'take-in', key: 'long', payload: null }));
    await until(() => begun);
    await jobs.transaction((tx) => jobs.cancel(tx, 'long'));
    await until(() => ended !== null);
    expect(ended).toMatchObject({ code: 'job-lost' });
    expect(await home.db.selectFrom('jobs').select('id').where('key', '=', 'effect').execute()).toEqual([]);
  });

  it('is handed back when its process stops, and is taken over without a wait for its lease', async () => {
    const first = await instance();
    let begun = false;
    await first.start({
      send: {
        run: () => {
          begun = true;
          return new Promise(() => undefined);
        },
      },
    });
    const id = await first.jobs.transaction((tx) => first.jobs.enqueue(tx, { kind: 'send', payload: null }));
    await until(() => begun);
    expect(await first.jobs.stop(100)).toBe(false);
    expect(await rowOf(first.home, id)).toMatchObject({ state: 'pending', attempts: 0, owner: null });
    await first.home.close();
    const second = await instance();
    let taken = 0;
    const before = performance.now();
    await second.start({ send: { run: () => Promise.resolve(void (taken += 1)) } });
    await until(() => taken === 1);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it('of a process that is gone is taken over when its lease has ended', async () => {
    const { jobs, start, home } = await instance();
    const id = await jobs.transaction((tx) => jobs.enqueue(tx, { kind: 'send', payload: null }));
    await home.db
      .updateTable('jobs')
      .set({ state: 'running', owner: 'gone', attempts: 1, lease_until: Date.now() + 1500 })
      .where('id', '=', id!)
      .execute();
    let attempts = 0;
    await start({ send: { run: (job) => Promise.resolve(void (attempts = job.attempts)) } });
    await until(() => attempts > 0);
    expect(attempts).toBe(2);
  });
});

const rowOf = (home: Awaited<ReturnType<ReturnType<typeof jobInstances>>>['home'], id: string | null) =>
  home.db.selectFrom('jobs').selectAll().where('id', '=', id!).executeTakeFirstOrThrow();
