/** People, settings, the audit trail and rate limits, in both homes. */
import { actionsOfCase, record } from '../../../bot/store/audit-trail';
import { liveReference, markConversationDead, rememberConversation } from '../../../bot/store/conversations';
import { meetPerson, personOf, setPrompts } from '../../../bot/store/people';
import { countOne, type LimitState } from '../../../bot/store/rate-limits';
import { isFirstDelivery } from '../../../bot/store/seen-activities';
import { keepSettings, storedSettings } from '../../../bot/store/stored-settings';
import { describeHomes } from '../../support/homes';

const NOW = 1_800_000_000_000;
const NOBODY = { name: null, timeZone: null, locale: null };

describeHomes('People', (open) => {
  it('keep what one activity told when the next tells less', async () => {
    const { db } = await open();
    await meetPerson(db, 'contoso/alex', { name: 'Alex', timeZone: 'Europe/Berlin', locale: 'de-DE' }, NOW);
    await meetPerson(db, 'contoso/alex', { ...NOBODY, name: 'Alex B.' }, NOW + 1);
    expect(await personOf(db, 'contoso/alex')).toEqual({
      key: 'contoso/alex',
      name: 'Alex B.',
      time_zone: 'Europe/Berlin',
      locale: 'de-DE',
      prompts: 'on',
      updated_at: NOW + 1,
    });
    expect(await personOf(db, 'contoso/bob')).toBeNull();
  });

  it('keep their wish not to be asked over later activities', async () => {
    const { db } = await open();
    await setPrompts(db, 'contoso/alex', 'off', NOW);
    await meetPerson(db, 'contoso/alex', { ...NOBODY, name: 'Alex' }, NOW + 1);
    expect(await personOf(db, 'contoso/alex')).toMatchObject({ name: 'Alex', prompts: 'off' });
  });

  it('may have any name', async () => {
    const { db } = await open();
    await meetPerson(db, 'k', { ...NOBODY, name: `\u0000'; drop table people; -- ${'ü😀'.repeat(200)}` }, NOW);
    const name = (await personOf(db, 'k'))?.name;
    expect(name).toHaveLength(256);
    expect(name).toContain("'; drop table people; -- ü😀");
  });
});

describeHomes('A conversation', (open) => {
  const place = { tenant: 'contoso', scope: 'channel', team: '19:team' } as const;

  it('that is dead is not reached until somebody writes there again', async () => {
    const { db } = await open();
    await rememberConversation(db, 'thread', { serviceUrl: 'https://one.example' }, place, NOW);
    await markConversationDead(db, 'thread', NOW + 1);
    expect(await liveReference(db, 'thread')).toBeNull();
    await rememberConversation(db, 'thread', { serviceUrl: 'https://two.example' }, place, NOW + 2);
    expect(await liveReference(db, 'thread')).toEqual({ serviceUrl: 'https://two.example' });
  });

  it('whose reference is damaged is not known', async () => {
    const { db } = await open();
    await rememberConversation(db, 'thread', {}, place, NOW);
    await db.updateTable('conversations').set({ reference: '{' }).execute();
    expect(await liveReference(db, 'thread')).toBeNull();
  });
});

describeHomes('A delivery', (open) => {
  it('that comes to several at once is the first of one of them', async () => {
    const { db } = await open();
    const first = await Promise.all(
      Array.from({ length: 8 }, () => db.transaction().execute((tx) => isFirstDelivery(tx, 'thread', 'a-1', NOW))),
    );
    expect(first.filter((is) => is)).toHaveLength(1);
  });

  it('whose transaction was rolled back is the first again', async () => {
    const { db } = await open();
    const failing = db.transaction().execute(async (tx) => {
      await isFirstDelivery(tx, 'thread', 'a-1', NOW);
      throw new Error('The disk is full.');
    });
    await expect(failing).rejects.toThrow('The disk is full.');
    expect(await isFirstDelivery(db, 'thread', 'a-1', NOW)).toBe(true);
  });
});

describeHomes('Settings', (open) => {
  it('of everybody and of a team stand beside each other', async () => {
    const { db } = await open();
    await keepSettings(db, 'global', { delayHours: 4 }, NOW);
    await keepSettings(db, 'team/19:a', { delayHours: 2 }, NOW);
    await keepSettings(db, 'global', { delayHours: 5 }, NOW + 1);
    expect([
      await storedSettings(db, 'global'),
      await storedSettings(db, 'team/19:a'),
      await storedSettings(db, 'team/19:b'),
    ]).toEqual([{ delayHours: 5 }, { delayHours: 2 }, null]);
  });

  it('that are damaged are not taken for none', async () => {
    const { db } = await open();
    await keepSettings(db, 'global', {}, NOW);
    await db.updateTable('settings').set({ body: '{' }).execute();
    await expect(storedSettings(db, 'global')).rejects.toMatchObject({ code: 'settings-damaged' });
  });
});

describeHomes('The audit trail', (open) => {
  it('tells what was done in a case, the newest first', async () => {
    const { db } = await open();
    const closed = { at: NOW, action: 'case-closed', caseNumber: 7, person: 'contoso/alex', detail: { solved: true } };
    await record(db, { ...closed, action: 'case-opened', detail: {} });
    await record(db, closed);
    await record(db, { ...closed, caseNumber: 8 });
    const actions = await actionsOfCase(db, 7, 10);
    expect(actions.map(({ action }) => action)).toEqual(['case-closed', 'case-opened']);
    expect(actions[0]).toEqual(closed);
  });

  it('has no trace of what was rolled back', async () => {
    const { db } = await open();
    const failing = db.transaction().execute(async (tx) => {
      await record(tx, { at: NOW, action: 'case-closed', caseNumber: 7, person: null, detail: {} });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await actionsOfCase(db, 7, 10)).toEqual([]);
  });
});

describeHomes('A rate limit', (open) => {
  const limit = { most: 3, windowMs: 1000 };

  it('counts what comes at the same time, and begins anew with the next window', async () => {
    const { db } = await open();
    const isWithin = async (key: string, at: number): Promise<boolean> => (await countOne(db, key, limit, at)).within;
    const now = await Promise.all(Array.from({ length: 6 }, () => isWithin('alex', NOW)));
    expect(now.filter((is) => is)).toHaveLength(3);
    expect(await isWithin('alex', NOW + 999)).toBe(false);
    expect(await isWithin('bob', NOW)).toBe(true);
    expect(await isWithin('alex', NOW + 1000)).toBe(true);
  });

  it('says how many are left, and when it begins anew', async () => {
    const { db } = await open();
    const states: LimitState[] = [];
    for (const at of [0, 100, 200, 999, 1000]) states.push(await countOne(db, 'alex', limit, NOW + at));
    expect(states).toEqual([
      { within: true, left: 2, resetMs: 1000 },
      { within: true, left: 1, resetMs: 900 },
      { within: true, left: 0, resetMs: 800 },
      { within: false, left: 0, resetMs: 1 },
      { within: true, left: 2, resetMs: 1000 },
    ]);
  });
});
