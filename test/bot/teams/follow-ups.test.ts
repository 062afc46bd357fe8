/** Prompts, lists and settings as Teams sees them: they come by themselves, and each button acts on the case as it is now or says why not. */
import { type AdaptiveCard } from '../../../cards/index';
import { channelMessage, message, press, submit } from '../../support/bot-activities';
import { ASSOCIATIONS, failingClient, healthyClient, windowOf } from '../../support/bot-outputs';
import { startTeams, type TeamsAround } from '../../support/bot-teams';
import { parts } from '../../support/card-reading';
import { wordsOf } from '../../support/card-words';
import { type Shown, shownCards } from '../../support/shown-cards';

/** A Tuesday, ten in the morning in Berlin. */
const BEGIN = '2026-11-24T10:00+01:00';
const TEAM = { channelData: { tenant: { id: '66666666-7777-4888-8999-000000000000' }, team: { id: '19:team' } } };
const ZONE = { localTimezone: 'Europe/Berlin' };
const MEGAN = { from: { id: '29:megan', name: 'Megan Bowen', aadObjectId: '44444444-4444-4444-8444-444444444444' } };
const inBobsChat = (activity: object) => ({
  ...activity,
  ...MEGAN,
  conversation: { id: 'a:megan', conversationType: 'personal', tenantId: '66666666-7777-4888-8999-000000000000' },
});

/** How much later it is for the bot than for this machine, in milliseconds. The clock runs, or no limit of sends in a second would ever end. */
let ahead: number;
let teams: TeamsAround;
beforeEach(async () => {
  goTo(BEGIN);
  teams = await startTeams(undefined, () => Date.now() + ahead);
});
afterEach(() => teams.close());

const { cardsWith, shown, replacedBy } = shownCards(() => teams);

function goTo(iso: string): void {
  ahead = Date.parse(iso) - Date.now();
}

interface Answer {
  readonly type: string;
  readonly value: AdaptiveCard | string;
}

async function pressed(verb: string, on: Shown, data: Readonly<Record<string, unknown>> = {}, more: object = {}) {
  const given = { case: 'C-1', ...data };
  const { status, body } = await teams.post({ ...press(verb, given, on.activityId), ...ZONE, ...more });
  expect(status).toBe(200);
  const { value } = JSON.parse(body) as Answer;
  return typeof value === 'string' ? value : wordsOf(value);
}

const failing = windowOf(failingClient(), ASSOCIATIONS);
const healthy = windowOf(healthyClient(), ASSOCIATIONS);
const MISSING = 'One output is still missing';

/** The first prompt of a case, at two in the afternoon. */
async function prompted(): Promise<Shown> {
  await teams.post({ ...message(failing), ...ZONE });
  await shown('Infrastructure tunnel failed at main mode');
  goTo('2026-11-24T14:00+01:00');
  return shown(MISSING);
}

describe('A prompt', () => {
  it('comes by itself, in the conversation in which the question was asked', async () => {
    const { card } = await prompted();
    expect(wordsOf(card)).toContain('I asked for it today at 10:00.');
    expect(card.speak).toContain(MISSING);
  });

  it('is put off to tomorrow, and comes back then', async () => {
    const prompt = await prompted();
    expect(await pressed('tomorrow', prompt)).toBe(
      'I ask again tomorrow at 09:00.\nDone by Alex Wilber, 24 November 2026, 12:50',
    );
    await replacedBy(prompt, 'I ask again tomorrow at 09:00.');
    goTo('2026-11-25T09:00+01:00');
    expect(wordsOf((await shown(MISSING, 2)).card)).toContain('I asked for it yesterday at 10:00.');
  });

  it('is put off by an hour', async () => {
    expect(await pressed('hour', await prompted())).toContain('I ask again today at 15:00.');
    goTo('2026-11-24T15:01+01:00');
    await shown(MISSING, 2);
  });

  it('takes the output that is pasted into it, and the case goes on', async () => {
    const prompt = await prompted();
    expect(await pressed('ran', prompt, { pasted: healthy })).toContain('I am reading what you pasted.');
    await shown('Both tunnels are up');
    await replacedBy(prompt, 'I am reading what you pasted.');
  });

  it('asks for the output where nothing was pasted', async () => {
    expect(await pressed('ran', await prompted(), { pasted: ' ' })).toBe(
      'Paste the output into the box first, or attach it as a file.',
    );
  });

  it('loses its buttons when the output comes another way, and says so to whoever presses it all the same', async () => {
    const prompt = await prompted();
    await teams.post({ ...message(healthy), ...ZONE });
    const settled = await replacedBy(prompt, 'An output came, so I ask no more for this one.');
    expect(JSON.stringify(settled.card)).not.toContain('Action.Execute');
    expect(await pressed('tomorrow', prompt)).toContain('Case C-1 waits for nothing now: what I asked for has come.');
  });

  it('of a closed case says that there is nothing left to ask', async () => {
    const prompt = await prompted();
    await teams.post(message('close'));
    await replacedBy(prompt, 'The case is closed, so I ask no more.');
    for (const verb of ['tomorrow', 'hour', 'ran', 'solved']) {
      expect(await pressed(verb, prompt, { pasted: 'anything' })).toContain(
        'Case C-1 is closed, so I ask nothing more.',
      );
    }
  });

  it('of another conversation does nothing', async () => {
    const prompt = await prompted();
    expect(await pressed('tomorrow', prompt, {}, inBobsChat({}))).toContain('a case of another conversation');
  });

  it('works by Action.Submit too, whose answer is the replaced card', async () => {
    const prompt = await prompted();
    await teams.post({ ...submit('tomorrow', { case: 'C-1' }, prompt.activityId), ...ZONE });
    await replacedBy(prompt, 'I ask again tomorrow at 09:00.');
  });
});

describe('Whoever is told to stop', () => {
  it('asks nothing in any case, until it is told to ask again', async () => {
    const prompt = await prompted();
    expect(await pressed('stop-asking', prompt)).toContain('I do not ask you again, in any case.');
    await teams.post(message('new case'));
    await shown('Case C-2 is open');
    await teams.post({ ...message(failing), ...ZONE });
    await teams.until(() => cardsWith('Infrastructure tunnel failed at main mode').length === 2);
    await teams.post(message('tomorrow'));
    await shown('You told me to stop asking');
    goTo('2026-11-26T12:00+01:00');
    await teams.post(message('ask me again'));
    await shown('One case waits for an output of yours.');
    expect(cardsWith(MISSING)).toHaveLength(1);
    goTo('2026-11-26T16:00+01:00');
    await shown(MISSING, 2);
  });

  it('by somebody else goes on asking the one whom it asked', async () => {
    await teams.post({ ...channelMessage(failing, true), ...TEAM, ...ZONE });
    await shown('Infrastructure tunnel failed at main mode');
    goTo('2026-11-24T14:00+01:00');
    const prompt = await shown(MISSING);
    const { conversation } = channelMessage('', true);
    expect(await pressed('stop-asking', prompt, {}, { ...MEGAN, conversation, ...TEAM })).toContain(
      'This question is for somebody else, so it stays.',
    );
    expect(await pressed('hour', prompt, {}, { conversation, ...TEAM })).toContain('I ask again today at 15:00.');
  });
});

describe('Solved', () => {
  const certificate = 'certificate-expired';

  it('closes the case and asks its cause, and the first answer stays', async () => {
    const prompt = await prompted();
    const question = await pressed('solved', prompt);
    expect(question).toContain('Case C-1 is closed.');
    expect(question).toContain('What was the cause?');
    await replacedBy(prompt, 'What was the cause?');
    expect(await pressed('cause', prompt, { cause: certificate })).toContain(
      'Case C-1 is solved. The cause: certificate expired.',
    );
    expect(await pressed('cause', prompt, { cause: 'other' })).toContain(
      'Case C-1 was solved before, with the cause: certificate expired.',
    );
    goTo('2026-11-30T12:00+01:00');
    await teams.post(message('waiting'));
    await shown('No open cases');
    expect(cardsWith(MISSING)).toHaveLength(1);
  });

  it('can be answered in one press at the closing question', async () => {
    await prompted();
    goTo('2026-11-25T09:00+01:00');
    await shown(MISSING, 2);
    goTo('2026-11-26T09:00+01:00');
    const closing = await shown('Is this case solved?');
    expect(await pressed('cause', closing, { cause: 'unknown' })).toContain(
      'Case C-1 is solved. The cause: nobody knows.',
    );
    expect(await pressed('tomorrow', closing)).toContain('Case C-1 is closed');
  });

  it('takes no cause that nobody knows of', async () => {
    expect(await pressed('cause', await prompted(), { cause: 'gremlins' })).toContain('of another release');
  });

  it('can be said in words', async () => {
    await prompted();
    await teams.post(message('Solved.'));
    await shown('What was the cause?');
  });
});

describe('What is waiting?', () => {
  const inThread = (text: string, thread: number, more: object = {}) => {
    const sent = channelMessage(text, true);
    const id = `19:tickets@thread.tacv2;messageid=${thread}`;
    return { ...sent, ...TEAM, ...ZONE, conversation: { ...sent.conversation, id }, ...more };
  };

  it("lists a person's open cases in the chat, wherever they are, the oldest first, and no others", async () => {
    await teams.post(inThread(failing, 1));
    await teams.post(inBobsChat({ ...message(failing), ...ZONE }));
    await teams.until(() => cardsWith('Infrastructure tunnel failed').length === 2);
    goTo('2026-11-24T10:05+01:00');
    await teams.post({ ...message(failing), ...ZONE });
    await teams.until(() => cardsWith('Infrastructure tunnel failed').length === 3);
    await teams.post({ ...message('What is waiting?'), ...ZONE });
    const list = wordsOf((await shown('2 open cases')).card);
    expect(list).toContain('2 wait for an output. The oldest comes first.');
    expect(list.match(/C-\d/g)).toEqual(['C-1', 'C-3']);
    expect(list).toContain('Alex Wilber · asked today at 10:05');
  });

  it("lists a team's open cases in its channel, and shows one of them without buttons", async () => {
    await teams.post(inThread(failing, 1));
    await teams.post(inBobsChat({ ...message(failing), ...ZONE }));
    await teams.until(() => cardsWith('Infrastructure tunnel failed').length === 2);
    await teams.post(inThread('waiting', 2, MEGAN));
    const list = await shown('1 open case');
    expect(wordsOf(list.card)).toContain('Case C-1');
    const { conversation } = inThread('', 2);
    const sentence = await pressed('open', list, { case: 'C-1' }, { ...MEGAN, ...TEAM, conversation });
    expect(sentence).toBe('Case C-1 is below. It belongs to another conversation: send its outputs there.');
    await teams.until(() => cardsWith('Infrastructure tunnel failed').length === 4);
    const copy = cardsWith('Infrastructure tunnel failed').at(-1)!;
    expect(JSON.stringify(copy.card)).not.toContain('Action.Execute');
    expect(await pressed('open', list, { case: 'C-2' }, { ...MEGAN, ...TEAM, conversation })).toContain(
      'C-2 is not among the open cases',
    );
  });

  it('shows five at a time, and the rest on a press', async () => {
    for (let thread = 1; thread <= 7; thread += 1) {
      await teams.post(inThread(failing, thread));
      await teams.until(() => cardsWith('Infrastructure tunnel failed').length === thread);
    }
    await teams.post({ ...message('open cases'), ...ZONE });
    const list = await shown('7 open cases');
    expect(wordsOf(list.card)).toContain('Show 2 more');
    const rest = await pressed('more', list, { from: 5 });
    expect(rest.match(/C-\d/g)).toEqual(['C-6', 'C-7']);
  });

  it('says that nothing is open', async () => {
    await teams.post(message('waiting'));
    expect(wordsOf((await shown('No open cases')).card)).toContain('Send me an output and I open one.');
  });
});

describe('The settings', () => {
  const inTeam = (text: string) => ({ ...channelMessage(text, true), ...TEAM, ...ZONE });

  it("of a team are changed by a member's message", async () => {
    await teams.post(inTeam('settings hours 8-16:30'));
    expect(wordsOf((await shown('When I ask again')).card)).toContain('08:00 to 16:30');
  });

  it('are changed by the form, all or none of them', async () => {
    await teams.post(inTeam('settings'));
    const card = await shown('When I ask again');
    const inputs = parts(card.card.body).filter(({ type }) => type === 'Input.Text');
    expect(inputs.map(({ id }) => id)).toEqual(['hours', 'days', 'holidays', 'quiet', 'delays', 'zone']);
    const { conversation } = inTeam('');
    const form = {
      hours: '10-18',
      days: 'mon-thu',
      holidays: 'DE-BY',
      quiet: 'none',
      delays: '2h',
      zone: 'Asia/Tokyo',
    };
    const wrong = await pressed('save-settings', card, { ...form, days: 'someday' }, { ...TEAM, conversation });
    expect(wrong).toContain('Nothing was changed. "someday" does not do for days');
    const saved = await pressed('save-settings', card, form, { ...TEAM, conversation });
    expect(saved).toContain('10:00 to 18:00');
    expect(saved).toContain('Monday to Thursday');
    expect(saved).toContain('after 2 working hours');
  });

  it.each([
    ['settings hours noon', '"noon" does not do for hours: it must be the working hours of a day'],
    ['settings quiet 08:00-18:00', 'The quiet hours leave less than an hour of the working hours'],
    ['settings colour blue', '"colour" is no setting with a value.'],
    ['settings hours', '"hours" is no setting with a value.'],
  ])('refuse "%s" with a sentence that says what to write', async (text, sentence) => {
    await teams.post(inTeam(text));
    await shown(sentence);
  });

  it('that a person sets go before what Teams told and before those of the team', async () => {
    await teams.post({ ...message('my zone Asia/Tokyo'), ...ZONE });
    await teams.post({ ...message('settings days mon-thu'), ...ZONE });
    const own = wordsOf((await shown('Monday to Thursday')).card);
    expect(own).toContain('Asia/Tokyo');
    expect(own).not.toContain('for whoever has told Teams none');
    await teams.post(inTeam('settings days sun-thu'));
    expect(wordsOf((await shown('When I ask again')).card)).toContain('Thursday, Sunday');
    await teams.post({ ...message(failing), ...ZONE });
    await shown('Infrastructure tunnel failed at main mode');
    // Ten in Berlin is six in the evening in Tokyo: four working hours end there at one on the next day, in the middle of Berlin's night.
    goTo('2026-11-25T05:01+01:00');
    await shown(MISSING);
  });

  it('of a person take the zone that Teams tells anew at each message where none was set', async () => {
    await teams.post({ ...message('settings'), ...ZONE });
    expect(wordsOf((await shown('I ask you again')).card)).toContain('Europe/Berlin');
    await teams.post({ ...message('settings'), localTimezone: 'America/Denver' });
    await shown('America/Denver');
    await teams.post({ ...message('settings'), localTimezone: 'Nowhere/AtAll' });
    await teams.until(() => cardsWith('America/Denver').length === 2);
  });

  it('of a team cannot be changed from a chat, where a person sees their own', async () => {
    await teams.post(message('settings delays 2h'));
    await shown('How often I ask belongs to a team');
    await teams.post(message('settings'));
    const own = await shown('I ask you again');
    const off = await pressed('stop-asking', own);
    expect(off).toContain('I do not ask you again, in any case.');
    expect(await pressed('ask-again', own)).toContain('I ask you again');
  });
});
