/** The life of a follow-up on both homes: planned, sent, put off, cancelled, one at a time, and never against a person's will. */
import { servePrompt } from '../../../bot/cases/follow-up-prompt';
import { changeSettings, teamsScope } from '../../../bot/cases/follow-up-rules';
import { closeCase } from '../../../bot/cases/case-steps';
import { markConversationDead } from '../../../bot/store/conversations';
import { type Home } from '../../../bot/store/home';
import { ALEX, caseAsItIs, followUpScene, MEGAN, type Scene } from '../../support/follow-up-scene';
import { describeHomes } from '../../support/homes';

/** A Tuesday, ten in the morning in Berlin. */
const TUESDAY = '2026-11-24T10:00+01:00';
const LONG_AFTER = '2026-12-31T12:00+01:00';

const times = ({ sent }: Scene): readonly string[] => sent.map(({ at }) => at);
const openFollowUps = ({ db }: Home) =>
  db.selectFrom('follow_ups').select(['stage', 'due_at']).where('state', 'in', ['planned', 'sent']).execute();

describeHomes('A question that nobody answers', (open) => {
  it('is asked after four working hours, the next morning, once more as the closing question, and then there is silence', async () => {
    const scene = await followUpScene(await open(), TUESDAY);
    await scene.asks('chat');
    await scene.goTo(LONG_AFTER);
    expect(times(scene)).toEqual(['2026-11-24T13:00', '2026-11-25T08:00', '2026-11-26T08:00']);
    expect(scene.sent.map(({ words }) => words.split('\n')[1])).toEqual([
      'One output is still missing',
      'One output is still missing',
      'Is this case solved?',
    ]);
  });

  it('says what is awaited, since when, why, and the command again', async () => {
    const scene = await followUpScene(await open(), TUESDAY);
    await scene.asks('chat');
    await scene.goTo('2026-11-25T09:00+01:00');
    const [first, second] = scene.sent.map(({ words }) => words);
    expect(first).toContain('I asked for it today at 10:00. The infrastructure tunnel failed at main mode');
    expect(first).toContain('netsh advfirewall monitor show consec verbose');
    expect(second).toContain('I asked for it yesterday at 10:00.');
  });

  it('has buttons on its newest prompt only', async () => {
    const scene = await followUpScene(await open(), TUESDAY);
    await scene.asks('chat');
    await scene.goTo('2026-11-25T09:00+01:00');
    expect(scene.replaced).toMatchObject([{ followUp: scene.sent[0]!.followUp, at: '2026-11-25T08:00' }]);
  });

  it("is asked on the clock of the person's own zone", async () => {
    const scene = await followUpScene(await open(), TUESDAY);
    await scene.asks('chat', MEGAN);
    await scene.goTo('2026-11-24T23:00+01:00');
    // Four in the morning in New York: the four hours begin at nine.
    expect(times(scene)).toEqual(['2026-11-24T18:00']);
    expect(scene.sent[0]!.words).toContain('I asked for it today at 04:00.');
  });

  it('is asked by the zone of the settings where the own is not known, and that zone is named', async () => {
    const scene = await followUpScene(await open(), TUESDAY);
    await scene.meet('contoso/new', null);
    await scene.asks('chat', 'contoso/new');
    await scene.goTo('2026-11-24T15:00+01:00');
    expect(scene.sent[0]!.words).toContain('I asked for it today at 10:00 (Europe/Berlin).');
  });

  it('leaves nothing behind where its transaction is undone', async () => {
    const home = await open();
    const scene = await followUpScene(home, TUESDAY);
    const caseNumber = await scene.asks('chat');
    await scene.within((tx) => scene.followUps.cancelFollowUps(tx, caseNumber, 'evidence'));
    const asked = { caseNumber, conversation: 'chat', person: ALEX, at: scene.now() };
    await expect(
      scene.within(async (tx) => {
        await scene.followUps.planFollowUp(tx, asked);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await scene.goTo(LONG_AFTER);
    expect(scene.sent).toEqual([]);
    expect(await openFollowUps(home)).toEqual([]);
  });

  it('is asked once where it is asked for again meanwhile', async () => {
    const scene = await followUpScene(await open(), TUESDAY);
    const caseNumber = await scene.asks('chat');
    await scene.goTo('2026-11-24T11:30+01:00');
    await scene.within((tx) =>
      scene.followUps.planFollowUp(tx, { caseNumber, conversation: 'chat', person: ALEX, at: scene.now() }),
    );
    await scene.goTo('2026-11-24T20:00+01:00');
    expect(times(scene)).toEqual(['2026-11-24T14:30']);
  });
});

describeHomes('A follow-up ends', (open) => {
  it('when the output comes: nothing more is asked, and the prompt that stands there loses its buttons', async () => {
    const home = await open();
    const scene = await followUpScene(home, TUESDAY);
    const caseNumber = await scene.asks('chat');
    await scene.goTo('2026-11-24T14:30+01:00');
    await scene.within((tx) => scene.followUps.cancelFollowUps(tx, caseNumber, 'evidence'));
    await scene.goTo(LONG_AFTER);
    expect(times(scene)).toEqual(['2026-11-24T13:00']);
    expect(scene.replaced.map(({ words }) => words)).toEqual([
      'An output came, so I ask no more for this one.\nAnswered, 24 November 2026, 14:30',
    ]);
    expect(await openFollowUps(home)).toEqual([]);
    expect(await home.db.selectFrom('jobs').select('id').where('state', '=', 'pending').execute()).toEqual([]);
  });

  it.each([
    [
      'its case is closed',
      async (scene: Scene, number: number) => {
        const record = await caseAsItIs(scene, 'chat', number);
        await scene.within((tx) => closeCase(tx, record, { at: scene.now(), person: ALEX }));
      },
    ],
    [
      'nobody can be reached in the conversation',
      (scene: Scene) => markConversationDead(scene.home.db, 'chat', scene.now()),
    ],
    [
      'the case waits for nothing',
      async ({ home }: Scene) => {
        await home.db.updateTable('cases').set({ awaited: null }).execute();
      },
    ],
  ])('where at its time %s, even if nobody cancelled it', async (_what, happens) => {
    const home = await open();
    const scene = await followUpScene(home, TUESDAY);
    const number = await scene.asks('chat');
    await happens(scene, number);
    await scene.goTo(LONG_AFTER);
    expect(scene.sent).toEqual([]);
    expect(await openFollowUps(home)).toEqual([]);
  });
});

describeHomes('A prompt is never sent', (open) => {
  it('twice, however often its job is run', async () => {
    const home = await open();
    const scene = await followUpScene(home, TUESDAY);
    await scene.asks('chat');
    const { id, payload } = await home.db.selectFrom('jobs').selectAll().executeTakeFirstOrThrow();
    scene.sleepUntil('2026-11-24T14:00+01:00');
    const due = { job: id, ...(JSON.parse(payload) as { readonly followUp: number; readonly ownHour: boolean }) };
    const serve = () => scene.within((tx) => servePrompt(tx, scene.parts, due));
    const served = await Promise.all([serve(), serve(), serve()]);
    expect(served.toSorted()).toEqual(['dropped', 'dropped', 'sent']);
    expect(await serve()).toBe('dropped');
    expect(scene.sent).toHaveLength(1);
  });

  it('in the evening because the bot was down in the afternoon: it waits for the morning', async () => {
    const scene = await followUpScene(await open(), TUESDAY);
    await scene.asks('chat');
    scene.sleepUntil('2026-11-24T22:00+01:00');
    await scene.goTo('2026-11-25T08:59+01:00');
    expect(scene.sent).toEqual([]);
    await scene.goTo('2026-11-25T09:00+01:00');
    expect(times(scene)).toEqual(['2026-11-25T08:00']);
  });

  it('on a weekend because the bot was down on Friday', async () => {
    const scene = await followUpScene(await open(), '2026-11-27T10:00+01:00');
    await scene.asks('chat');
    scene.sleepUntil('2026-11-28T11:00+01:00');
    await scene.goTo('2026-11-30T12:00+01:00');
    expect(times(scene)).toEqual(['2026-11-30T08:00']);
  });
});

describeHomes('A case that cannot be read', (open) => {
  it('keeps no other from being asked about', async () => {
    const home = await open();
    const scene = await followUpScene(home, TUESDAY);
    const damaged = await scene.asks('one', ALEX);
    await scene.meet(MEGAN, 'Europe/Berlin');
    await scene.asks('two', MEGAN);
    await home.db.updateTable('cases').set({ awaited: '{' }).where('number', '=', damaged).execute();
    scene.sleepUntil('2026-11-24T15:00+01:00');
    const jobs = await home.db.selectFrom('jobs').selectAll().orderBy('sequence').execute();
    const [first, second] = jobs.map(({ id, payload }) => () => {
      const due = JSON.parse(payload) as { readonly followUp: number; readonly ownHour: boolean };
      return scene.within((tx) => servePrompt(tx, scene.parts, { job: id, ...due }));
    });
    await expect(first!()).rejects.toMatchObject({ code: 'case-unreadable' });
    expect(await second!()).toBe('sent');
    expect(
      await scene.within((tx) =>
        scene.followUps.putOff(tx, { caseNumber: damaged, by: ALEX, until: 'hour', pressed: null }),
      ),
    ).not.toBeNull();
  });
});

describeHomes('A person with three waiting cases', (open) => {
  const three = async (scene: Scene) => {
    const numbers: number[] = [];
    for (const chat of ['one', 'two', 'three']) numbers.push(await scene.asks(chat));
    return numbers;
  };
  const casesAsked = async ({ home, sent }: Scene): Promise<readonly (readonly [string, number])[]> => {
    const rows = await home.db.selectFrom('follow_ups').select(['id', 'case_number']).execute();
    return sent.map(({ at, followUp }) => [at, rows.find(({ id }) => id === followUp)!.case_number]);
  };

  it('gets one prompt, and the next within half an hour of the answer', async () => {
    const scene = await followUpScene(await open(), TUESDAY);
    const [one, two, third] = await three(scene);
    await scene.goTo('2026-11-24T14:50+01:00');
    expect(await casesAsked(scene)).toEqual([['2026-11-24T13:00', one]]);
    await scene.within((tx) => scene.followUps.cancelFollowUps(tx, one!, 'evidence'));
    await scene.goTo('2026-11-24T15:20+01:00');
    expect(await casesAsked(scene)).toEqual([
      ['2026-11-24T13:00', one],
      ['2026-11-24T14:00', two],
    ]);
    await scene.within((tx) => scene.followUps.cancelFollowUps(tx, two!, 'evidence'));
    await scene.goTo('2026-11-24T16:20+01:00');
    expect((await casesAsked(scene)).at(-1)).toEqual(['2026-11-24T14:30', third]);
  });

  it('gets one a day while answering none, each case once before any is asked again', async () => {
    const scene = await followUpScene(await open(), TUESDAY);
    const [one, two, third] = await three(scene);
    await scene.goTo(LONG_AFTER);
    const asked = await casesAsked(scene);
    expect(asked.slice(0, 3).map(([at, number]) => [at.slice(0, 10), number])).toEqual([
      ['2026-11-24', one],
      ['2026-11-25', two],
      ['2026-11-26', third],
    ]);
    expect(asked.map(([, number]) => number).toSorted()).toEqual([one, one, one, two, two, two, third, third, third]);
    expect(new Set(asked.map(([at]) => at.slice(0, 10))).size).toBe(9);
  });

  it('gets one where all become due at the same moment in several instances', async () => {
    const home = await open();
    const scene = await followUpScene(home, TUESDAY);
    await three(scene);
    scene.sleepUntil('2026-11-24T15:00+01:00');
    const jobs = await home.db.selectFrom('jobs').selectAll().where('state', '=', 'pending').execute();
    const served = await Promise.all(
      jobs.map(({ id, payload }) =>
        scene.within((tx) =>
          servePrompt(tx, scene.parts, {
            job: id,
            ...(JSON.parse(payload) as { readonly followUp: number; readonly ownHour: boolean }),
          }),
        ),
      ),
    );
    expect(served.toSorted()).toEqual(['moved', 'moved', 'sent']);
  });

  it('does not stand in the way of another person', async () => {
    const scene = await followUpScene(await open(), '2026-11-24T15:00+01:00');
    await scene.asks('one', ALEX);
    await scene.meet(MEGAN, 'Europe/Berlin');
    await scene.asks('two', MEGAN);
    await scene.goTo('2026-11-25T12:00+01:00');
    expect(times(scene)).toEqual(['2026-11-25T10:00', '2026-11-25T10:00']);
  });
});

describeHomes('Putting off', (open) => {
  const asked = async (home: Home, begin = TUESDAY) => {
    const scene = await followUpScene(home, begin);
    const caseNumber = await scene.asks('chat');
    await scene.goTo('2026-11-24T14:10+01:00');
    return { scene, caseNumber };
  };
  const putOff = ({ scene, caseNumber }: Awaited<ReturnType<typeof asked>>, until: 'tomorrow' | 'hour', by = ALEX) =>
    scene.within((tx) => scene.followUps.putOff(tx, { caseNumber, by, until, pressed: null }));

  it('to tomorrow asks once on the next working morning, and goes on from the stage where it was', async () => {
    const both = await asked(await open());
    await putOff(both, 'tomorrow');
    await both.scene.goTo(LONG_AFTER);
    expect(times(both.scene)).toEqual(['2026-11-24T13:00', '2026-11-25T08:00', '2026-11-26T08:00', '2026-11-27T08:00']);
  });

  it('by an hour asks after an hour, in the evening too', async () => {
    const both = await asked(await open());
    await both.scene.goTo('2026-11-24T17:30+01:00');
    await putOff(both, 'hour');
    await both.scene.goTo('2026-11-24T19:00+01:00');
    expect(times(both.scene)).toEqual(['2026-11-24T13:00', '2026-11-24T17:30']);
  });

  it('by an hour into the quiet hours asks in the morning', async () => {
    const both = await asked(await open());
    await both.scene.goTo('2026-11-24T19:30+01:00');
    await putOff(both, 'hour');
    await both.scene.goTo('2026-11-25T12:00+01:00');
    expect(times(both.scene)).toEqual(['2026-11-24T13:00', '2026-11-25T08:00']);
  });

  it('goes by the clock of who put it off', async () => {
    const both = await asked(await open());
    const then = await putOff(both, 'tomorrow', MEGAN);
    expect(new Date(then!.due).toISOString()).toBe('2026-11-25T14:00:00.000Z');
  });

  it('a case that waits for nothing changes nothing', async () => {
    const home = await open();
    const both = await asked(home);
    await home.db.updateTable('cases').set({ awaited: null }).execute();
    expect(await putOff(both, 'tomorrow')).toBeNull();
  });

  it('at the same moment as the output comes leaves at most one question open, never two', async () => {
    const home = await open();
    for (let round = 0; round < 10; round += 1) {
      const scene = await followUpScene(home, TUESDAY);
      const caseNumber = await scene.asks(`chat-${round}`);
      await Promise.all([
        scene.within((tx) => scene.followUps.putOff(tx, { caseNumber, by: ALEX, until: 'hour', pressed: null })),
        scene.within((tx) => scene.followUps.putOff(tx, { caseNumber, by: ALEX, until: 'tomorrow', pressed: null })),
        scene.within((tx) =>
          scene.followUps.planFollowUp(tx, {
            caseNumber,
            conversation: `chat-${round}`,
            person: ALEX,
            at: scene.now(),
          }),
        ),
      ]);
      expect(await openFollowUps(home)).toHaveLength(1);
      await scene.within((tx) => scene.followUps.cancelFollowUps(tx, caseNumber, 'closed'));
      expect(await openFollowUps(home)).toHaveLength(0);
    }
  });
});

describeHomes('Who does not want to be asked', (open) => {
  it('is asked in no case, neither in those that wait nor in those that come', async () => {
    const scene = await followUpScene(await open(), TUESDAY);
    await scene.asks('one');
    await scene.asks('two');
    await scene.within((tx) => scene.followUps.stopAsking(tx, ALEX));
    await scene.asks('three');
    await scene.goTo(LONG_AFTER);
    expect(scene.sent).toEqual([]);
  });

  it('does not keep others from being asked', async () => {
    const scene = await followUpScene(await open(), TUESDAY);
    await scene.asks('one', MEGAN);
    await scene.within((tx) => scene.followUps.stopAsking(tx, ALEX));
    await scene.goTo('2026-11-24T23:00+01:00');
    expect(scene.sent).toHaveLength(1);
  });

  it('is asked again in every case that still waits, when they say so', async () => {
    const scene = await followUpScene(await open(), TUESDAY);
    await scene.asks('one');
    await scene.within((tx) => scene.followUps.stopAsking(tx, ALEX));
    await scene.asks('two');
    await scene.goTo('2026-11-25T10:00+01:00');
    expect(await scene.within((tx) => scene.followUps.askAgain(tx, ALEX))).toBe(2);
    await scene.goTo('2026-11-25T14:00+01:00');
    expect(times(scene)).toEqual(['2026-11-25T13:00']);
  });
});

describeHomes("A team's own settings", (open) => {
  const TEAM = '19:team@thread.tacv2';
  const changed = async (home: Home, changes: Readonly<Record<string, string>>) => {
    const scene = await followUpScene(home, TUESDAY);
    await scene.place('thread', { scope: 'channel', team: TEAM });
    await scene.within((tx) =>
      changeSettings(tx, { scope: teamsScope(TEAM), team: TEAM, changes, person: ALEX, at: scene.now() }),
    );
    return scene;
  };

  it('hold for its cases and for no others', async () => {
    const scene = await changed(await open(), { hours: '14:00-18:00', delays: '1h' });
    await scene.asks('thread', ALEX);
    await scene.asks('chat', MEGAN);
    await scene.goTo(LONG_AFTER);
    expect(times(scene).slice(0, 2)).toEqual(['2026-11-24T14:00', '2026-11-24T18:00']);
    expect(scene.sent).toHaveLength(4);
  });

  it('can turn prompts off', async () => {
    const scene = await changed(await open(), { delays: 'off' });
    await scene.asks('thread');
    await scene.goTo(LONG_AFTER);
    expect(scene.sent).toEqual([]);
  });

  it('go back to those of the operator by an empty value, and leave a trace of each change', async () => {
    const home = await open();
    const scene = await changed(home, { delays: 'off' });
    const back = { scope: teamsScope(TEAM), team: TEAM, changes: { delays: '' }, person: ALEX, at: scene.now() };
    await scene.within((tx) => changeSettings(tx, back));
    await scene.asks('thread');
    await scene.goTo('2026-11-24T14:00+01:00');
    expect(times(scene)).toEqual(['2026-11-24T13:00']);
    const trail = await home.db
      .selectFrom('audit')
      .select(['person', 'detail'])
      .where('action', '=', 'prompt-setting-changed')
      .orderBy('id')
      .execute();
    expect(trail.map(({ person, detail }) => [person, JSON.parse(detail) as unknown])).toEqual([
      [ALEX, { team: TEAM, field: 'delays', text: 'off' }],
      [ALEX, { team: TEAM, field: 'delays', text: '' }],
    ]);
  });

  it('that an older or newer release wrote and this one cannot read are as if they were not set', async () => {
    const home = await open();
    const scene = await changed(home, {});
    await home.db
      .insertInto('settings')
      .values({ scope: `team/${TEAM}`, body: '{"hours":"dawn to dusk"}', updated_at: 0 })
      .onConflict((conflict) => conflict.column('scope').doUpdateSet({ body: '{"hours":"dawn to dusk"}' }))
      .execute();
    await scene.asks('thread');
    await scene.goTo('2026-11-24T14:00+01:00');
    expect(times(scene)).toEqual(['2026-11-24T13:00']);
  });
});
