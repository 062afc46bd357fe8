/** `npm run keys`: makes, lists and revokes, in both homes and beside a bot that owns the embedded file; a moved home keeps its keys. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Config, readConfig } from '../../../bot/config';
import { openControl } from '../../../bot/control/control-server';
import { createCallerOf } from '../../../bot/http/create-caller-of';
import { hashOfKey, newApiKey } from '../../../bot/http/api-key';
import { keys, keysRequests } from '../../../bot/operate/keys';
import { keepKey } from '../../../bot/store/api-keys';
import { type Home } from '../../../bot/store/home';
import { moveHome } from '../../../bot/store/move';
import { openHome } from '../../../bot/store/open-home';
import { bundleBot } from '../../support/bot-bundles';
import { describeHomes, type HomeOfTest } from '../../support/homes';
import { keptLog } from '../../support/kept-log';

const configOf = async (of: HomeOfTest): Promise<Config> => readConfig({ ...(await of.settings()) });
const { log } = keptLog();
const nameOf = async (home: Home, key: string): Promise<string> =>
  (await createCallerOf({ home, entra: null, now: Date.now })(`Bearer ${key}`)).name;

let notes: jest.SpyInstance;
beforeEach(() => {
  notes = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => notes.mockRestore());

describeHomes('npm run keys', (open, of) => {
  it('makes a key that opens until it is revoked', async () => {
    const config = await configOf(of);
    const key = await keys(config, ['add', 'Ticket system', '--scope', 'cases.read,cases.write', '--expires', '90d']);
    expect(notes).toHaveBeenCalledWith(expect.stringContaining('K-1 is made: keep the key that follows'));
    let home = await open();
    expect(await nameOf(home, key)).toBe('Ticket system');
    await home.close();
    const inNinetyDays = new Date(Date.now() + 90 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const list = await keys(config, ['list']);
    expect(list.split('\n')).toEqual([
      expect.stringMatching(/^key +name +scopes +made +ends +last used +state$/),
      expect.stringMatching(
        new RegExp(
          `^K-1 +Ticket system +cases\\.read,cases\\.write +\\d{4}-\\d\\d-\\d\\d +${inNinetyDays} +\\d{4}.* +valid$`,
        ),
      ),
    ]);
    expect(list).not.toContain(key);
    expect(list).not.toContain(hashOfKey(key));
    expect(await keys(config, ['revoke', 'K-1'])).toBe('K-1 is revoked: it opens nothing any more.');
    expect(await keys(config, ['list'])).toMatch(/ revoked$/);
    home = await open();
    await expect(nameOf(home, key)).rejects.toMatchObject({ code: 'not-authenticated' });
    await home.close();
    await expect(keys(config, ['revoke', 'K-1'])).rejects.toThrow('No key K-1 is there to revoke.');
  });

  it.each([
    [[]],
    [['add']],
    [['add', 'Name']],
    [['add', 'Name', '--scope', 'all']],
    [['add', 'Name', '--scope', '']],
    [['add', 'Two', 'names', '--scope', 'cases.read']],
    [['add', 'A\nB', '--scope', 'cases.read']],
    [['add', 'Name', '--scope', 'cases.read', '--expires', '90']],
    [['add', 'Name', '--scope', 'cases.read', '--expires', '0d']],
    [['list', 'all']],
    [['revoke']],
    [['revoke', '1']],
    [['delete', 'K-1']],
  ])('with the words %j says what it wants', async (words) => {
    await expect(keys(await configOf(of), words)).rejects.toMatchObject({
      code: 'keys-usage',
      message: expect.stringMatching(/^Write npm run keys -- add NAME --scope cases.read,cases.write .*$/) as string,
    });
  });
});

describe('Of an embedded home', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const config = (data: string): Config => readConfig({ TUNNEL_TRIAGE_DATA: join(folder, data) });

  it('the running bot keeps the key, and neither hears nor logs it', async () => {
    const home = await openHome(config('data'), log);
    const kept = keptLog();
    const heard: unknown[] = [];
    const requests = Object.fromEntries(
      Object.entries(keysRequests(home, Date.now)).map(([name, answer]) => [
        name,
        (argument: unknown) => {
          heard.push(argument);
          return answer(argument);
        },
      ]),
    );
    const control = await openControl(join(folder, 'data'), requests, kept.log);
    const key = await keys(config('data'), ['add', 'Script', '--scope', 'cases.read']);
    expect(await nameOf(home, key)).toBe('Script');
    expect(heard).toHaveLength(1);
    expect(JSON.stringify([heard, kept.lines])).not.toContain(key.slice(3));
    expect(await keys(config('data'), ['revoke', 'K-1'])).toContain('is revoked');
    await control.close();
    await home.close();
  });

  it('the running bot takes no key with a right that does not exist', async () => {
    const home = await openHome(config('data'), log);
    const add = keysRequests(home, Date.now)['keys-add']!;
    const argument = { hash: hashOfKey(newApiKey()), name: 'x', scopes: ['cases.all'], days: null };
    expect(() => add(argument)).toThrow('Write npm run keys');
    await home.close();
  });

  it('a moved one keeps its keys, and gives no number twice', async () => {
    const first = await openHome(config('data'), log);
    const [key, gone] = [newApiKey(), newApiKey()];
    await keepKey(first.db, { hash: hashOfKey(key), name: 'Kept', scopes: ['cases.read'], expiresAt: null }, 1);
    const last = await keepKey(first.db, { hash: hashOfKey(gone), name: 'x', scopes: [], expiresAt: null }, 1);
    await first.db.deleteFrom('api_keys').where('number', '=', last).execute();
    await first.close();
    await moveHome(
      { kind: 'embedded', folder: join(folder, 'data') },
      { kind: 'embedded', folder: join(folder, 'to') },
    );
    const moved = await openHome(config('to'), log);
    expect(await nameOf(moved, key)).toBe('Kept');
    const next = { hash: hashOfKey(newApiKey()), name: 'x', scopes: [], expiresAt: null };
    expect(await keepKey(moved.db, next, 1)).toBe(last + 1);
    await moved.close();
  });

  it('the program prints the key alone on standard output', async () => {
    const bundles = bundleBot(['keys']);
    const words = ['add', 'Script', '--scope', 'cases.read'];
    const said = await new Promise<{ readonly output: string; readonly errors: string }>((resolve) => {
      const env = { PATH: process.env['PATH'], TUNNEL_TRIAGE_DATA: join(folder, 'data') };
      execFile(
        process.execPath,
        [join(bundles.folder, 'keys.cjs'), ...words],
        { cwd: folder, env },
        (_, output, errors) => resolve({ output, errors }),
      );
    });
    bundles.remove();
    expect(said.output).toMatch(/^tt_[A-Za-z0-9_-]{43}\n$/);
    expect(said.errors).toMatch(/^K-1 is made: [^\n]+\n$/);
  });
});
