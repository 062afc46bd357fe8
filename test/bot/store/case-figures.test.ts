/** What the statistics count: each case once, alive or gone, without a name, and only where it may be seen. */
import { analyse, emptyCase } from '../../../analyzers/index';
import { caseStatistics } from '../../../bot/cases/case-statistics';
import { allFacts, seenFacts } from '../../../bot/store/case-figures';
import { caseOf, keepCase } from '../../../bot/store/case-rows';
import { caseId } from '../../../bot/store/case-id';
import { prune } from '../../../bot/store/retention';
import { keepCause } from '../../../bot/store/solved-causes';
import { failingClient, healthyClient, windowOf } from '../../support/bot-outputs';
import { erased } from '../../support/erased';
import { ALEX, followUpScene, MEGAN, type Scene } from '../../support/follow-up-scene';
import { describeHomes } from '../../support/homes';
import { everything } from '../../support/stored-rows';

const ASKED = 'netsh advfirewall monitor show mmsa & netsh advfirewall monitor show qmsa';
const STORES = 'certutil -v -store my';
const DAY_MS = 24 * 60 * 60 * 1000;

describeHomes('The figures of cases', (open) => {
  const scene = async (): Promise<Scene> => followUpScene(await open(), '2026-11-24T10:00+01:00');

  /** What a call of the case brings, as the living case keeps it. */
  async function bring({ home, now }: Scene, conversation: string, number: number, text: string): Promise<void> {
    const before = await caseOf(home.db, conversation, caseId(number));
    const context = { at: new Date(now()).toISOString(), earlier: before?.evidence ?? emptyCase };
    const { evidence, diagnosis } = await analyse([{ name: 'paste.txt', bytes: Buffer.from(text) }], context);
    const after = { ...before!, evidence, diagnosis };
    await home.db.transaction().execute((tx) => keepCase(tx, before!, after, { at: now(), person: ALEX }));
  }

  /** A case that failed for an expired certificate, was repaired, and was closed with its cause. */
  async function solvedCase(scene_: Scene, conversation: string, person = ALEX): Promise<number> {
    const number = await scene_.asks(conversation, person);
    await bring(scene_, conversation, number, windowOf(failingClient(), ASKED));
    await bring(scene_, conversation, number, windowOf(failingClient(), STORES));
    await bring(scene_, conversation, number, windowOf(healthyClient(), ASKED));
    await scene_.home.db.transaction().execute((tx) => keepCause(tx, number, 'certificate-expired'));
    return number;
  }

  const totals = async ({ home, now }: Scene) => caseStatistics(await allFacts(home.db), now()).total;

  it('keep the step that failed first and the commands until the cause, whatever the case came to', async () => {
    const told = await scene();
    await solvedCase(told, 'alex');
    expect(await totals(told)).toEqual({
      cases: 1,
      failedSteps: [{ id: 'infra.main-mode', count: 1 }],
      trueCauses: [{ id: 'certificate-expired', count: 1 }],
      commandsToCause: { cases: 1, median: 3 },
    });
  });

  it('stay the same when a case is deleted by its age, and name nobody', async () => {
    const told = await scene();
    await solvedCase(told, 'alex');
    await solvedCase(told, 'megan', MEGAN);
    const before = await totals(told);
    await prune(told.home, told.now() + 31 * DAY_MS, 30);
    expect(await told.home.db.selectFrom('cases').selectAll().execute()).toEqual([]);
    expect(await totals(told)).toEqual(before);
    const kept = (await everything(told.home))['counted_facts'];
    expect(kept).toHaveLength(4);
    expect(Object.keys(kept?.[0] as object).sort()).toEqual(['count', 'fact', 'value', 'week']);
    expect(JSON.stringify(kept)).not.toMatch(/alex|megan|contoso/i);
  });

  it('stay the same when a person is erased', async () => {
    const told = await scene();
    await solvedCase(told, 'alex');
    const before = await totals(told);
    await erased(told.home, { kind: 'person', key: ALEX }, told.now());
    expect(await totals(told)).toEqual(before);
    expect(JSON.stringify(await everything(told.home))).not.toContain(ALEX);
  });

  it('do not count a case in which nothing came', async () => {
    const told = await scene();
    const number = await told.asks('alex');
    await told.home.db.updateTable('cases').set({ calls: 0 }).where('number', '=', number).execute();
    expect((await totals(told)).cases).toBe(0);
  });

  it('of a chat are those that a person may see there', async () => {
    const told = await scene();
    await told.place('alex');
    await told.place('thread', { scope: 'channel', team: '19:team' });
    await told.place('other thread', { scope: 'channel', team: '19:other' });
    await solvedCase(told, 'thread');
    await solvedCase(told, 'megan', MEGAN);
    const seen = async (conversation: string, person: string | null) =>
      caseStatistics(await seenFacts(told.home.db, { conversation, person }), told.now()).total.cases;
    expect(await seen('thread', MEGAN)).toBe(1);
    expect(await seen('other thread', MEGAN)).toBe(0);
    expect(await seen('megan', MEGAN)).toBe(1);
    // Alex opened both.
    expect(await seen('alex', ALEX)).toBe(2);
    expect(await seen('alex', null)).toBe(0);
  });
});

describe('The statistics', () => {
  const week = Date.parse('2026-11-23T00:00:00Z');
  const fact = (at: number, value: string, count: number) =>
    ({ week: at, fact: 'commands-to-cause', value, count }) as const;

  it('have twelve weeks that begin on a Monday, the newest last, empty ones too', () => {
    const { weeks } = caseStatistics([{ week, fact: 'case', value: '', count: 2 }], week + 3 * DAY_MS);
    expect(weeks.map((one) => one.week).slice(-2)).toEqual(['2026-11-16', '2026-11-23']);
    expect(weeks.map(({ cases }) => cases)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
  });

  it('count what is older than the weeks in the total', () => {
    const { total, weeks } = caseStatistics([{ week: 0, fact: 'case', value: '', count: 3 }], week);
    expect([total.cases, weeks.every(({ cases }) => cases === 0)]).toEqual([3, true]);
  });

  it('give the middle number of commands until the cause', () => {
    const median = (...facts: readonly ReturnType<typeof fact>[]) =>
      caseStatistics(facts, week).total.commandsToCause.median;
    expect(median()).toBeNull();
    expect(median(fact(week, '2', 3), fact(week, '10', 2))).toBe(2);
    expect(median(fact(week, '2', 1), fact(week, '10', 2))).toBe(10);
  });
});
