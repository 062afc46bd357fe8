/** `npm run erase`: what it counts, hands out and erases, in both homes and beside a bot that owns the embedded file. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { type Config, readConfig } from '../../../bot/config';
import { openControl } from '../../../bot/control/control-server';
import { createLog } from '../../../bot/log';
import { eraseRequests, eraseSubject } from '../../../bot/operate/erase';
import { type Home } from '../../../bot/store/home';
import { type KeptData } from '../../../bot/store/kept-data';
import { describeHomes, type HomeOfTest } from '../../support/homes';
import { everything, tablesWith, tellStory } from '../../support/stored-rows';

const NOW = Date.now();
const ALEX = { conversation: 'msteams/a:1', person: 'contoso/alex', marker: 'ALEX-LAPTOP-7', at: NOW - 1000 };
const BOB = { conversation: 'msteams/a:12', person: 'contoso/bob', marker: 'BOBS-DESKTOP', at: NOW - 1000 };
/** Bob has a case in Alex's channel, in which Alex has sent something too. */
const SHARED = {
  conversation: 'msteams/19:c',
  scope: 'channel',
  person: BOB.person,
  marker: 'SHARED',
  at: NOW - 1000,
} as const;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const configOf = async (of: HomeOfTest): Promise<Config> => readConfig({ ...(await of.settings()) });

/** The file can have one owner, so it is closed before the command opens it. */
async function told(open: () => Promise<Home>): Promise<{ readonly alexs: number }> {
  const home = await open();
  const alexs = await tellStory(home, ALEX);
  await tellStory(home, BOB);
  const shared = await tellStory(home, SHARED);
  const entry = { case_number: shared, call: 1, at: NOW, kind: 'evidence', body: '{"said":"ALEX-TOO"}' } as const;
  await home.db
    .insertInto('case_entries')
    .values({ ...entry, person: ALEX.person })
    .execute();
  await home.close();
  return { alexs };
}

async function looked<Result>(open: () => Promise<Home>, look: (home: Home) => Promise<Result>): Promise<Result> {
  const home = await open();
  const result = await look(home);
  await home.close();
  return result;
}

const exported = (file: string): KeptData => JSON.parse(readFileSync(file, 'utf8')) as KeptData;

const countsIn = (output: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...output.matchAll(/^(\w+) +(\d+) rows$/gm)].map(([, table = '', count]) => [table, Number(count)]),
  );

describeHomes('The command that erases', (open, of) => {
  it('only counts until it is told that it is meant', async () => {
    await told(open);
    const before = await looked(open, everything);
    const said = await eraseSubject(await configOf(of), ['--person', ALEX.person]);
    expect(countsIn(said)).toMatchObject({
      cases: 1,
      case_entries: 3,
      people: 1,
      jobs: 5,
      audit: 2,
      ticket_stand_ins: 2,
    });
    expect(said).toMatch(/Nothing was erased\. These \d+ rows go with: npm run erase -- --person contoso\/alex --yes$/);
    expect(await looked(open, everything)).toEqual(before);
  });

  it('hands out every row that it erases of a person, and then none of them is left', async () => {
    await told(open);
    const file = join(folder, 'alex.json');
    const words = ['--person', 'alex', '--export', file, '--yes'];
    const said = await eraseSubject(await configOf(of), words);
    const { schema, subject, tables } = exported(file);
    expect([schema, subject]).toEqual(['tunnel-triage/kept-data/1', { kind: 'person', key: ALEX.person }]);
    const counts = Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.length]));
    expect(counts).toEqual(countsIn(said));
    expect(JSON.stringify(tables)).toContain('ALEX-TOO');
    expect(JSON.stringify(tables)).not.toContain('BOBS-DESKTOP');
    expect(await looked(open, (home) => tablesWith(home, 'alex'))).toEqual([]);
    expect(await looked(open, (home) => tablesWith(home, 'ALEX'))).toEqual([]);
    expect(await looked(open, (home) => tablesWith(home, 'BOBS-DESKTOP'))).toEqual(
      expect.arrayContaining(['cases', 'case_entries', 'people']) as string[],
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each(['case', 'conversation'] as const)('hands out every row that it erases of a %s', async (kind) => {
    const { alexs } = await told(open);
    const file = join(folder, 'kept.json');
    const name = kind === 'case' ? `C-${alexs}` : ALEX.conversation;
    const said = await eraseSubject(await configOf(of), [`--${kind}`, name, '--export', file, '--yes']);
    const { tables } = exported(file);
    expect(Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.length]))).toEqual(
      countsIn(said),
    );
    expect(countsIn(said)).toMatchObject({ cases: 1, case_entries: 2, follow_ups: 1, jobs: 4, ticket_stand_ins: 1 });
    expect(await looked(open, (home) => tablesWith(home, 'ALEX-LAPTOP-7'))).not.toContain('cases');
  });

  it('leaves a line in the trail that names nobody', async () => {
    await told(open);
    await eraseSubject(await configOf(of), ['--person', ALEX.person, '--yes']);
    const { audit } = await looked(open, everything);
    const line = (audit as readonly { readonly action: string }[]).find(({ action }) => action === 'erased');
    expect(line).toMatchObject({ action: 'erased', person: null, case_number: null });
    expect(line).toMatchObject({
      detail: expect.stringMatching(/^\{"what":"person","[^{}]*"cases":1[^{}]*\}$/) as string,
    });
  });

  it('erases nothing where the export cannot be written', async () => {
    await told(open);
    const before = await looked(open, everything);
    const file = join(folder, 'there.json');
    writeFileSync(file, 'of somebody else');
    const config = await configOf(of);
    const words = (name: string): readonly string[] => ['--person', ALEX.person, '--export', name, '--yes'];
    await expect(eraseSubject(config, words(file))).rejects.toThrow(/exists already/);
    await expect(eraseSubject(config, words(join(folder, 'no', 'folder.json')))).rejects.toThrow(
      /cannot be written \(ENOENT\).* Nothing was erased\.$/,
    );
    expect(readFileSync(file, 'utf8')).toBe('of somebody else');
    expect(await looked(open, everything)).toEqual(before);
  });

  it('says that nothing is kept of whom it does not know, and asks which of several is meant', async () => {
    const home = await open();
    await tellStory(home, ALEX);
    await tellStory(home, { ...BOB, person: 'fabrikam/alex' });
    await home.close();
    const config = await configOf(of);
    await expect(eraseSubject(config, ['--person', 'nobody', '--yes'])).rejects.toThrow(
      /^Nothing is kept about this person/,
    );
    await expect(eraseSubject(config, ['--person', 'alex', '--yes'])).rejects.toThrow(/contoso\/alex, fabrikam\/alex/);
    expect(existsSync(join(folder, 'alex.json'))).toBe(false);
  });

  if (of.kind === 'postgres') return; // whoever has its URL may do it
  it('has the bot that owns the file do it', async () => {
    const home = await open();
    await tellStory(home, ALEX);
    if (home.kind !== 'embedded') throw new Error('The home is another.');
    const control = await openControl(dirname(home.file.name), eraseRequests(home, Date.now), createLog('silent'));
    const file = join(folder, 'alex.json');
    await eraseSubject(await configOf(of), ['--person', ALEX.person, '--export', file, '--yes']);
    expect([await tablesWith(home, 'alex'), exported(file).tables.cases?.length]).toEqual([[], 1]);
    await control.close();
  });
});

describe('The words of the command that erases', () => {
  it.each([
    [[]],
    [['--case', '12']],
    [['--case', 'C-1', '--person', 'x']],
    [['--yes']],
    [['--everything', '--yes']],
    [['C-1']],
  ])('are refused where they are %j', async (words) => {
    await expect(eraseSubject(readConfig({ TUNNEL_TRIAGE_DATA: folder }), words)).rejects.toThrow(
      /^Say what, for example/,
    );
  });
});
