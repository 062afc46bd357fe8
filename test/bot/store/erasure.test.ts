/** Retention and erasure: what goes is gone from every table, and from the bytes of the embedded file; what stays is untouched. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { type Home } from '../../../bot/store/home';
import { setPrompts } from '../../../bot/store/people';
import { prune } from '../../../bot/store/retention';
import { erased } from '../../support/erased';
import { describeHomes } from '../../support/homes';
import { everything, tablesWith, tellStory } from '../../support/stored-rows';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = 1_800_000_000_000;
const LONG_AGO = NOW - 31 * DAY_MS;

/** The files of an embedded home that hold a text; another home has no files of ours. */
function filesWith(home: Home, text: string): readonly string[] {
  if (home.kind !== 'embedded') return [];
  const folder = dirname(home.file.name);
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text));
}

const ALEX = { conversation: 'msteams/a:1', person: 'contoso/alex', marker: 'ALEX-LAPTOP-7', at: NOW };
const BOB = { conversation: 'msteams/a:12', person: 'contoso/bob', marker: 'BOBS-DESKTOP', at: NOW };

describeHomes('Retention', (open) => {
  it('deletes a case after its last activity with all that belongs to it, and its bytes', async () => {
    const home = await open();
    await tellStory(home, { ...ALEX, at: LONG_AGO });
    await tellStory(home, BOB);
    await home.db.updateTable('jobs').set({ state: 'dead' }).where('id', '!=', 'prompt-1').execute();
    const others = await everythingOf(home, 'BOBS-DESKTOP');
    expect(await prune(home, NOW, 30)).toEqual({
      case_stand_ins: 1,
      idempotency_keys: 1,
      cases: 1,
      case_entries: 2,
      follow_ups: 1,
      audit: 2,
      jobs: 4,
      ticket_stand_ins: 1,
      seen_activities: 1,
      rate_limits: 1,
      conversations: 1,
      people: 1,
    });
    expect([await tablesWith(home, 'ALEX-LAPTOP-7'), filesWith(home, 'ALEX-LAPTOP-7')]).toEqual([[], []]);
    expect(await everythingOf(home, 'BOBS-DESKTOP')).toEqual(others);
  });

  it('keeps a case to its last day', async () => {
    const home = await open();
    await tellStory(home, { ...ALEX, at: NOW - 30 * DAY_MS });
    const { cases } = await everything(home);
    await prune(home, NOW, 30);
    expect((await everything(home))['cases']).toEqual(cases);
  });

  it('deletes more cases than fit into one transaction', async () => {
    const home = await open();
    const row = {
      conversation: 'c',
      state: 'closed',
      version: 1,
      calls: 0,
      opened_at: 0,
      updated_at: LONG_AGO,
    } as const;
    await home.db
      .insertInto('cases')
      .values(Array.from({ length: 120 }, () => row))
      .execute();
    expect(await prune(home, NOW, 30)).toEqual({ cases: 120 });
    expect(await prune(home, NOW, 30)).toEqual({});
  });

  it('remembers who does not want to be asked, without a name', async () => {
    const home = await open();
    await tellStory(home, { ...ALEX, at: LONG_AGO });
    await setPrompts(home.db, ALEX.person, 'off', LONG_AGO);
    await prune(home, NOW, 30);
    expect((await everything(home))['people']).toEqual([
      expect.objectContaining({ key: ALEX.person, prompts: 'off', name: null }),
    ]);
  });

  it('may be done by several at the same time', async () => {
    const home = await open();
    for (let index = 0; index < 5; index += 1) await tellStory(home, { ...ALEX, at: LONG_AGO });
    const counts = await Promise.all([prune(home, NOW, 30), prune(home, NOW, 30)]);
    expect((counts[0].cases ?? 0) + (counts[1].cases ?? 0)).toBe(5);
  });
});

describeHomes('Erasure', (open) => {
  it('of a case leaves nothing of it, and the other cases of its conversation as they were', async () => {
    const home = await open();
    const number = await tellStory(home, { ...ALEX, at: NOW - DAY_MS });
    await tellStory(home, { ...ALEX, marker: 'ANOTHER-CASE' });
    await erased(home, { kind: 'case', id: `C-${number}` }, NOW);
    // How the conversation and the person are reached is no part of the case.
    expect(await tablesWith(home, 'ALEX-LAPTOP-7')).toEqual(['people', 'seen_activities']);
    expect(await tablesWith(home, 'ANOTHER-CASE')).toEqual(
      expect.arrayContaining(['cases', 'case_entries', 'jobs', 'audit']) as string[],
    );
    expect(await erased(home, { kind: 'case', id: `C-${number}` }, NOW)).toEqual({});
  });

  it('of a case takes what stands for its names in the notes of a ticket that another case has too', async () => {
    const home = await open();
    const number = await tellStory(home, { ...ALEX, ticket: 'NET-1' });
    await tellStory(home, { ...BOB, ticket: 'NET-1' });
    const others = await everythingOf(home, 'BOBS-DESKTOP');
    await erased(home, { kind: 'case', id: `C-${number}` }, NOW);
    expect(await tablesWith(home, 'ALEX-LAPTOP-7')).not.toContain('ticket_stand_ins');
    expect(await everythingOf(home, 'BOBS-DESKTOP')).toEqual(others);
  });

  it('of a conversation leaves nothing of it, and nothing is taken from one whose key begins the same', async () => {
    const home = await open();
    await tellStory(home, ALEX);
    await tellStory(home, BOB);
    const others = await everythingOf(home, 'BOBS-DESKTOP');
    await erased(home, { kind: 'conversation', key: ALEX.conversation }, NOW);
    expect(await tablesWith(home, 'ALEX-LAPTOP-7')).toEqual(['people']);
    expect(await everythingOf(home, 'BOBS-DESKTOP')).toEqual(others);
  });

  it('of a person leaves nothing of them, and its bytes are gone', async () => {
    const home = await open();
    await tellStory(home, ALEX);
    await tellStory(home, BOB);
    const others = await everythingOf(home, 'BOBS-DESKTOP');
    if (home.kind === 'embedded') {
      home.file.pragma('wal_checkpoint(TRUNCATE)'); // so that it stands in the file itself, and not in the log alone
      expect(filesWith(home, 'ALEX-LAPTOP-7')).toEqual(['tunnel-triage.sqlite']);
    }
    await erased(home, { kind: 'person', key: ALEX.person }, NOW);
    expect([await tablesWith(home, 'ALEX-LAPTOP-7'), await tablesWith(home, 'alex')]).toEqual([[], []]);
    expect([filesWith(home, 'ALEX-LAPTOP-7'), filesWith(home, 'contoso/alex')]).toEqual([[], []]);
    expect(await everythingOf(home, 'BOBS-DESKTOP')).toEqual(others);
  });

  it('of a person takes what they sent out of the cases of others', async () => {
    const home = await open();
    const thread = { conversation: 'msteams/19:thread', scope: 'channel' } as const;
    const number = await tellStory(home, { ...BOB, ...thread });
    const entry = {
      case_number: number,
      call: 2,
      at: NOW,
      kind: 'evidence',
      body: '{"from":"ALEX-LAPTOP-7"}',
    } as const;
    await home.db
      .insertInto('case_entries')
      .values({ ...entry, person: ALEX.person })
      .execute();
    const quoting = {
      conversation: thread.conversation,
      note: { caseId: `C-${number}`, text: 'ALEX-LAPTOP-7 fails.' },
    };
    await home.db
      .updateTable('jobs')
      .set({ state: 'dead', payload: JSON.stringify(quoting) })
      .where('id', '=', `note-${number}`)
      .execute();
    await home.db.updateTable('ticket_stand_ins').set({ map: '{"names":{"ALEX-LAPTOP-7":"client2"}}' }).execute();
    await tellStory(home, { ...ALEX, ...thread, at: NOW + DAY_MS });
    await erased(home, { kind: 'person', key: ALEX.person }, NOW + DAY_MS);
    expect([await tablesWith(home, 'ALEX-LAPTOP-7'), await tablesWith(home, 'contoso/alex')]).toEqual([
      ['seen_activities'],
      [],
    ]);
    const row = await home.db.selectFrom('cases').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ number, opened_by: BOB.person, diagnosis: null, version: 2 });
    const { reference } = await home.db.selectFrom('conversations').select('reference').executeTakeFirstOrThrow();
    expect(JSON.parse(reference)).toEqual({ conversation: { id: thread.conversation }, bot: { id: 'bot' } });
  });
});

/** What is kept of one story, by its marker. */
async function everythingOf(home: Home, marker: string): Promise<unknown> {
  const tables = Object.entries(await everything(home));
  return tables.map(([table, rows]) => [table, rows.filter((row) => JSON.stringify(row).includes(marker))]);
}
