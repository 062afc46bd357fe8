/** API keys at the door of the API, in both homes. */
import { createCallerOf } from '../../../bot/http/create-caller-of';
import { hashOfKey, newApiKey } from '../../../bot/http/api-key';
import { type CallerOf } from '../../../bot/http/caller';
import { NotAuthenticated } from '../../../bot/http/refusal';
import { allKeys, keepKey, revokeKey } from '../../../bot/store/api-keys';
import { type Home } from '../../../bot/store/home';
import { describeHomes } from '../../support/homes';
import { everything } from '../../support/stored-rows';

const NOW = Date.parse('2026-11-28T12:00:00Z');

const doorOf = (home: Home, now = NOW): CallerOf => createCallerOf({ home, entra: null, now: () => now });

const reasonOf = (callerOf: CallerOf, header: string | undefined): Promise<unknown> =>
  callerOf(header).catch((error: unknown) => (error instanceof NotAuthenticated ? error.reason : error));

const NEW = { name: 'Dashboard', scopes: ['cases.read'], expiresAt: null };

describeHomes('An API key', (open) => {
  it('names its caller and what it may, and is nowhere in the store', async () => {
    const home = await open();
    const key = newApiKey();
    const number = await keepKey(home.db, { ...NEW, hash: hashOfKey(key) }, NOW);
    expect(await doorOf(home)(`Bearer ${key}`)).toEqual({
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
    const callerOf = doorOf(home);
    expect((await callerOf(`bearer ${key}`)).name).toBe('Dashboard');
    for (const header of [key, `Basic ${key}`, `Bearer ${key}, Bearer ${key}`, 'Bearer', '']) {
      expect(await reasonOf(callerOf, header)).toBe('not-bearer');
    }
    expect(await reasonOf(callerOf, undefined)).toBe('no-credential');
  });

  it('that is unknown, cut, revoked or has ended opens nothing', async () => {
    const home = await open();
    const [good, revoked, ended] = [newApiKey(), newApiKey(), newApiKey()];
    await keepKey(home.db, { ...NEW, hash: hashOfKey(good) }, NOW);
    const number = await keepKey(home.db, { ...NEW, hash: hashOfKey(revoked) }, NOW);
    await keepKey(home.db, { ...NEW, hash: hashOfKey(ended), expiresAt: NOW }, NOW - 1000);
    expect([await revokeKey(home.db, number, NOW), await revokeKey(home.db, number, NOW)]).toEqual([true, false]);
    const callerOf = doorOf(home);
    const offered = [newApiKey(), good.slice(0, -1), `${good}A`, revoked, ended, 'eyJ.eyJ.x', hashOfKey(good)];
    const reasons: unknown[] = [];
    for (const key of offered) reasons.push(await reasonOf(callerOf, `Bearer ${key}`));
    expect(reasons).toEqual([
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
    await doorOf(home)(`Bearer ${key}`);
    expect(await lastUsed()).toBe('2026-11-28');
    await doorOf(home, NOW + 24 * 60 * 60 * 1000)(`Bearer ${key}`);
    expect(await lastUsed()).toBe('2026-11-29');
  });

  it('gets no right from a scope that this release does not know, or that is damaged', async () => {
    const home = await open();
    const [newer, damaged] = [newApiKey(), newApiKey()];
    await keepKey(home.db, { ...NEW, scopes: ['cases.read', 'cases.own-all'], hash: hashOfKey(newer) }, NOW);
    const number = await keepKey(home.db, { ...NEW, hash: hashOfKey(damaged) }, NOW);
    await home.db.updateTable('api_keys').set({ scopes: '{' }).where('number', '=', number).execute();
    const callerOf = doorOf(home);
    expect((await callerOf(`Bearer ${newer}`)).scopes).toEqual(new Set(['cases.read']));
    expect((await callerOf(`Bearer ${damaged}`)).scopes).toEqual(new Set());
  });
});
