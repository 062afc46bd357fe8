/** API keys at the door of the API, in both homes. */
import { createCallerOf } from '../../../bot/http/create-caller-of';
import { hashOfKey, newApiKey } from '../../../bot/http/api-key';
import { type CallerOf } from '../../../bot/http/caller';
import { allKeys, keepKey, revokeKey } from '../../../bot/store/api-keys';
import { type Home } from '../../../bot/store/home';
import { describeHomes } from '../../support/homes';
import { keptLog } from '../../support/kept-log';
import { everything } from '../../support/stored-rows';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const REFUSED = { code: 'not-authenticated' };

const doorOf = (home: Home, now = NOW): { readonly callerOf: CallerOf; readonly reasons: () => readonly unknown[] } => {
  const { log, lines } = keptLog();
  return {
    callerOf: createCallerOf({ home, entra: null, log, now: () => now }),
    reasons: () => lines.map(({ reason }) => reason),
  };
};

const NEW = { name: 'Dashboard', scopes: ['cases.read'], expiresAt: null };

describeHomes('An API key', (open) => {
  it('names its caller and what it may, and is nowhere in the store', async () => {
    const home = await open();
    const key = newApiKey();
    const number = await keepKey(home.db, { ...NEW, hash: hashOfKey(key) }, NOW);
    expect(await doorOf(home).callerOf(`Bearer ${key}`)).toEqual({
      key: `key/K-${number}`,
      name: 'Dashboard',
      scopes: new Set(['cases.read']),
    });
    expect(key).toMatch(/^tt_[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(await everything(home))).not.toContain(key.slice(3, 20));
  });

  it('is taken with the scheme in any case, and never without', async () => {
    const home = await open();
    const key = newApiKey();
    await keepKey(home.db, { ...NEW, hash: hashOfKey(key) }, NOW);
    const { callerOf, reasons } = doorOf(home);
    expect((await callerOf(`bearer ${key}`)).name).toBe('Dashboard');
    for (const header of [key, `Basic ${key}`, `Bearer ${key}, Bearer ${key}`, 'Bearer', '']) {
      await expect(callerOf(header)).rejects.toMatchObject(REFUSED);
    }
    await expect(callerOf(undefined)).rejects.toMatchObject(REFUSED);
    expect(reasons()).toEqual([...Array<string>(5).fill('not-bearer'), 'no-credential']);
  });

  it('that is unknown, cut, revoked or has ended opens nothing, and only the log knows why', async () => {
    const home = await open();
    const [good, revoked, ended] = [newApiKey(), newApiKey(), newApiKey()];
    await keepKey(home.db, { ...NEW, hash: hashOfKey(good) }, NOW);
    const number = await keepKey(home.db, { ...NEW, hash: hashOfKey(revoked) }, NOW);
    await keepKey(home.db, { ...NEW, hash: hashOfKey(ended), expiresAt: NOW }, NOW - 1000);
    expect([await revokeKey(home.db, number, NOW), await revokeKey(home.db, number, NOW)]).toEqual([true, false]);
    const { callerOf, reasons } = doorOf(home);
    for (const key of [newApiKey(), good.slice(0, -1), `${good}A`, revoked, ended, 'eyJ.eyJ.x', hashOfKey(good)]) {
      await expect(callerOf(`Bearer ${key}`)).rejects.toMatchObject(REFUSED);
    }
    expect(reasons()).toEqual([
      'key-unknown',
      'key-malformed',
      'key-malformed',
      'key-revoked',
      'key-expired',
      'credential-unknown',
      'credential-unknown',
    ]);
  });

  it('keeps the day of its last use', async () => {
    const home = await open();
    const key = newApiKey();
    await keepKey(home.db, { ...NEW, hash: hashOfKey(key) }, NOW);
    const lastUsed = async () => (await allKeys(home.db))[0]?.last_used_day;
    expect(await lastUsed()).toBeNull();
    await doorOf(home).callerOf(`Bearer ${key}`);
    expect(await lastUsed()).toBe('2026-11-28');
    await doorOf(home, NOW + 24 * 60 * 60 * 1000).callerOf(`Bearer ${key}`);
    expect(await lastUsed()).toBe('2026-11-29');
  });

  it('gets no right from a scope that this release does not know, or that is damaged', async () => {
    const home = await open();
    const [newer, damaged] = [newApiKey(), newApiKey()];
    await keepKey(home.db, { ...NEW, scopes: ['cases.read', 'cases.own-all'], hash: hashOfKey(newer) }, NOW);
    const number = await keepKey(home.db, { ...NEW, hash: hashOfKey(damaged) }, NOW);
    await home.db.updateTable('api_keys').set({ scopes: '{' }).where('number', '=', number).execute();
    const { callerOf } = doorOf(home);
    expect((await callerOf(`Bearer ${newer}`)).scopes).toEqual(new Set(['cases.read']));
    expect((await callerOf(`Bearer ${damaged}`)).scopes).toEqual(new Set());
  });
});
