/** Which open cases somebody may see, on both homes. */
import { openCaseRow, openCaseRows, openCaseTotals } from '../../../bot/store/open-cases';
import { ALEX, followUpScene, MEGAN, type Scene } from '../../support/follow-up-scene';
import { describeHomes } from '../../support/homes';

const TEAM = '19:team';

describeHomes('The open cases', (open) => {
  /** Alex has a case in his chat and one in a thread of the team; Megan has one in her chat; another tenant has a team of the same id. */
  async function everybody(): Promise<Scene> {
    const scene = await followUpScene(await open(), '2026-11-24T10:00+01:00');
    await scene.place('thread', { scope: 'channel', team: TEAM });
    await scene.place('empty thread', { scope: 'channel', team: TEAM });
    await scene.place('foreign thread', { scope: 'channel', team: TEAM, tenant: 'fabrikam' });
    await scene.place('group', { scope: 'group' });
    for (const [conversation, person] of [
      ['thread', ALEX],
      ['alex', ALEX],
      ['megan', MEGAN],
      ['foreign thread', 'fabrikam/alex'],
      ['group', MEGAN],
    ] as const) {
      await scene.asks(conversation, person);
      scene.sleepUntil(new Date(scene.now() + 60_000).toISOString());
    }
    return scene;
  }

  const seen = async ({ home }: Scene, conversation: string, person: string | null) =>
    (await openCaseRows(home.db, { conversation, person }, 0, 10)).map((row) => row.conversation);

  it('of a person are those that they opened or are asked in, wherever they are, the oldest first', async () => {
    const scene = await everybody();
    expect(await seen(scene, 'alex', ALEX)).toEqual(['thread', 'alex']);
    expect(await seen(scene, 'megan', MEGAN)).toEqual(['megan', 'group']);
    expect(await seen(scene, 'alex', null)).toEqual(['alex']);
  });

  it('of a team are those of its threads, and never those of another tenant', async () => {
    const scene = await everybody();
    expect(await seen(scene, 'empty thread', MEGAN)).toEqual(['thread']);
    expect(await seen(scene, 'foreign thread', 'fabrikam/alex')).toEqual(['foreign thread']);
  });

  it('of a group chat are its own', async () => {
    expect(await seen(await everybody(), 'group', ALEX)).toEqual(['group']);
  });

  it('of a conversation that is not known are none', async () => {
    expect(await seen(await everybody(), 'nowhere', ALEX)).toEqual([]);
  });

  it('are counted as they are listed, with those that wait for an output', async () => {
    const scene = await everybody();
    const viewer = { conversation: 'alex', person: ALEX };
    expect(await openCaseTotals(scene.home.db, viewer)).toEqual({ all: 2, waiting: 2 });
    await scene.within((tx) => scene.followUps.cancelFollowUps(tx, 1, 'evidence'));
    expect(await openCaseTotals(scene.home.db, viewer)).toEqual({ all: 2, waiting: 1 });
    expect(await openCaseRows(scene.home.db, viewer, 1, 1)).toMatchObject([
      { conversation: 'alex', name: 'Alex Wilber' },
    ]);
  });

  it('that are closed, or may not be seen, cannot be opened', async () => {
    const { home } = await everybody();
    const viewer = { conversation: 'alex', person: ALEX };
    expect(await openCaseRow(home.db, viewer, 1)).toMatchObject({ number: 1 });
    expect(await openCaseRow(home.db, viewer, 3)).toBeUndefined();
    await home.db.updateTable('cases').set({ state: 'closed' }).where('number', '=', 1).execute();
    expect(await openCaseRow(home.db, viewer, 1)).toBeUndefined();
  });

  it('have no case in which nothing has happened yet', async () => {
    const { home } = await everybody();
    await home.db.updateTable('cases').set({ calls: 0, awaited: null }).where('conversation', '=', 'alex').execute();
    expect(await openCaseTotals(home.db, { conversation: 'alex', person: ALEX })).toMatchObject({ all: 1 });
  });
});
