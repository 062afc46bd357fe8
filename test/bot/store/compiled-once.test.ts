/** Statements whose text is made once: each call has its own values, in both homes. */
import { compiledOnce, type Given } from '../../../bot/store/compiled-once';
import { describeHomes } from '../../support/homes';

interface Written {
  readonly scope: string;
  readonly body: string;
  readonly at: number;
}

describeHomes('A statement that is compiled once', (open) => {
  it('has the values of each call, in the database and in a transaction', async () => {
    const { db } = await open();
    let builds = 0;
    const write = compiledOnce((home, given: Given<Written>) => {
      builds += 1;
      return home
        .insertInto('settings')
        .values({ scope: given('scope'), body: given('body'), updated_at: given('at') })
        .onConflict((conflict) => conflict.column('scope').doUpdateSet({ body: given('body') }));
    });
    const read = compiledOnce((home, given: Given<{ readonly from: number }>) =>
      home
        .selectFrom('settings')
        .select(['scope', 'body'])
        .where('updated_at', '>=', given('from'))
        .where('scope', 'in', ['team/a', 'team/b'])
        .orderBy('scope'),
    );
    await write(db, { scope: 'team/a', body: '1', at: 1 });
    await db.transaction().execute((tx) => write(tx, { scope: 'team/b', body: '2', at: 2 }));
    await write(db, { scope: 'team/c', body: '3', at: 3 });
    const { numAffectedRows } = await write(db, { scope: 'team/a', body: '4', at: 4 });

    expect(numAffectedRows).toBe(1n);
    expect((await read(db, { from: 0 })).rows).toEqual([
      { scope: 'team/a', body: '4' },
      { scope: 'team/b', body: '2' },
    ]);
    expect((await db.transaction().execute((tx) => read(tx, { from: 2 }))).rows).toEqual([
      { scope: 'team/b', body: '2' },
    ]);
    expect(builds).toBe(1);
  });

  it('keeps nothing where a transaction is undone', async () => {
    const { db } = await open();
    const write = compiledOnce((home, given: Given<Written>) =>
      home.insertInto('settings').values({ scope: given('scope'), body: given('body'), updated_at: given('at') }),
    );
    const undone = db.transaction().execute(async (tx) => {
      await write(tx, { scope: 'team/a', body: '1', at: 1 });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(await db.selectFrom('settings').select('scope').execute()).toEqual([]);
  });
});
