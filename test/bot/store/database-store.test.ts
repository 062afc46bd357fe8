/** Cases and conversations in both homes: what is kept over a restart, and who sees what. */
import { createDatabaseStore, type DatabaseStore } from '../../support/database-store';
import { SEEN_FOR_MS } from '../../../bot/store/seen-activities';
import { describeHomes } from '../../support/homes';

describeHomes('The store', (open) => {
  let clock: number;
  beforeEach(() => {
    clock = 1_800_000_000_000;
  });

  async function withStore<Result>(work: (store: DatabaseStore) => Promise<Result>): Promise<Result> {
    const store = createDatabaseStore(await open(), () => clock);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  it('keeps a changed case over a restart', async () => {
    await withStore(async (store) => {
      const begun = await store.openCase('alex');
      expect(await store.keep({ ...begun, cardActivityId: 'm-1', evidence: { ...begun.evidence, calls: 3 } })).toBe(
        true,
      );
    });
    expect(await withStore((store) => store.openCase('alex'))).toMatchObject({
      id: 'C-1',
      cardActivityId: 'm-1',
      evidence: { calls: 3 },
    });
  });

  it('refuses a change that was made from an older version', async () => {
    await withStore(async (store) => {
      const begun = await store.openCase('alex');
      await store.keep(begun);
      expect(await store.keep(begun)).toBe(false);
    });
  });

  it('has one open case for a conversation, also when it is asked for at the same time', async () => {
    const ids = await withStore((store) =>
      Promise.all(['alex', 'alex', 'bob'].map(async (who) => (await store.openCase(who)).id)),
    );
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(2);
  });

  it('shows a case to its own conversation only', async () => {
    await withStore(async (store) => {
      const { id } = await store.openCase('alex');
      expect([
        await store.caseOf('alex', id),
        await store.caseOf('bob', id),
        await store.caseOf('alex', "C-1' or 1"),
      ]).toEqual([expect.objectContaining({ id }), null, null]);
    });
  });

  it('closes the open case when another begins', async () => {
    await withStore(async (store) => {
      const first = await store.openCase('alex');
      expect((await store.beginCase('alex')).id).toBe('C-2');
      expect(await store.caseOf('alex', first.id)).toMatchObject({ state: 'closed' });
    });
  });

  it('knows a delivery again after a restart, and forgets it after a day', async () => {
    expect(await withStore((store) => store.firstDelivery('alex', 'a-1'))).toBe(true);
    expect(await withStore((store) => store.firstDelivery('alex', 'a-1'))).toBe(false);
    clock += SEEN_FOR_MS + 1;
    expect(await withStore((store) => store.firstDelivery('alex', 'a-1'))).toBe(true);
  });

  it('remembers the latest way to reach a conversation', async () => {
    await withStore(async (store) => {
      await store.remember('alex', { serviceUrl: 'https://one.example' });
      await store.remember('alex', { serviceUrl: 'https://two.example' });
      expect(await store.referenceOf('alex')).toEqual({ serviceUrl: 'https://two.example' });
      expect(await store.referenceOf('bob')).toBeNull();
    });
  });
});
