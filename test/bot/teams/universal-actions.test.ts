/** The actions on the card of a case, through the real adapter with authentication on: by whoever presses, for everybody, and on old cards. */
import { type AdaptiveCard } from '../../../cards/index';
import { channelMessage, message, press, submit } from '../../support/bot-activities';
import { TENANT_ID } from '../../support/bot-issuer';
import { ASSOCIATIONS, failingClient, healthyClient, windowOf } from '../../support/bot-outputs';
import { startTeams, type TeamsAround } from '../../support/bot-teams';
import { parts } from '../../support/card-reading';
import { wordsOf } from '../../support/card-words';
import { type Shown, shownCards } from '../../support/shown-cards';
import { MEGAN } from '../../support/message-actions';

/** A Tuesday, ten in the morning in Berlin. */
const BEGIN = Date.parse('2026-11-24T10:00+01:00');
const ZONE = { localTimezone: 'Europe/Berlin' };
const CERTIFICATE = 'expired on';

let teams: TeamsAround;
let ahead: number;
/** A clock that fails stands for anything of the bot's own that does. */
let isBroken: boolean;
beforeEach(async () => {
  ahead = BEGIN - Date.now();
  isBroken = false;
  teams = await startTeams(undefined, () => {
    if (isBroken) throw new Error('secret fault');
    return Date.now() + ahead;
  });
});
afterEach(() => teams.close());

interface Answer {
  readonly statusCode: number;
  readonly type: string;
  readonly value: AdaptiveCard | string;
}

const { cardsWith, shown, replacedBy } = shownCards(() => teams);

async function pressed(
  verb: string,
  on: { readonly activityId: string },
  data: Readonly<Record<string, unknown>> = {},
  more: object = {},
): Promise<Answer> {
  const { status, body } = await teams.post({
    ...press(verb, { case: 'C-1', ...data }, on.activityId),
    ...ZONE,
    ...more,
  });
  expect(status).toBe(200);
  return JSON.parse(body) as Answer;
}

const MMSA = 'netsh advfirewall monitor show mmsa';
const FAILED = windowOf(failingClient(), `${MMSA} & netsh advfirewall monitor show qmsa`);
const EXPIRED = windowOf(failingClient(), `${MMSA} & certutil -store my`);

/** The case with that output, and the message that shows it, which the case has noted by then. */
async function caseWith(output: string): Promise<Shown> {
  await teams.post({ ...message(output), ...ZONE });
  const card = await shown('failed at main mode');
  await teams.post(message('help'));
  await shown('What you can send and write');
  return card;
}

describe('Not this', () => {
  it('sets the cause aside, asks for the next most telling command, and says so on the card', async () => {
    const own = await caseWith(EXPIRED);
    expect(wordsOf(own.card)).toContain(CERTIFICATE);
    const answer = await pressed('not-this', own, { cause: 'certificate-expired' });
    expect(wordsOf(answer.value as AdaptiveCard)).toContain('Done by Alex Wilber');
    const after = await shown('Set aside: it is not this');
    expect(wordsOf(after.card)).toContain('Run this next');
    expect(wordsOf(after.card).split('\n')[2]).not.toContain(CERTIFICATE);
  });

  it('by another person changes the card for everybody', async () => {
    const own = await caseWith(EXPIRED);
    await pressed('not-this', own, { cause: 'certificate-expired' }, { from: MEGAN });
    const { card: replaced } = await replacedBy(own, 'Done by Megan Bowen');
    expect(JSON.stringify(replaced)).not.toContain('Action.Execute');
  });

  it('stays with the case when more comes, and is taken back by a press', async () => {
    const own = await caseWith(EXPIRED);
    await pressed('not-this', own, { cause: 'certificate-expired' });
    await shown('Set aside: it is not this');
    await teams.post(message(windowOf(failingClient(), 'ipconfig /all')));
    const later = await shown('Set aside: it is not this', 2);
    await teams.post(message('next'));
    await shown('waits for one output');
    await pressed('take-back', later, { cause: 'certificate-expired' });
    await teams.until(() =>
      cardsWith(CERTIFICATE).some(({ card }) => !wordsOf(card).includes('Set aside') && card !== own.card),
    );
  });

  it('is in the note, so that a ticket says it too', async () => {
    const own = await caseWith(EXPIRED);
    await pressed('not-this', own, { cause: 'certificate-expired' });
    await shown('Set aside: it is not this');
    await teams.post(message('note'));
    expect(wordsOf((await shown('Note for the ticket')).card).replaceAll(/\s+/g, ' ')).toContain(
      'A person set this cause aside',
    );
  });

  it('on an old card answers with how the case is now, for everybody, and changes nothing', async () => {
    const old = await caseWith(EXPIRED);
    await teams.post(message(windowOf(failingClient(), 'ipconfig /all')));
    await teams.post(message('next'));
    await teams.until(() =>
      teams.sent.some(({ method, activityId }) => method === 'PUT' && activityId === old.activityId),
    );
    const answer = await pressed('not-this', old, { cause: 'certificate-expired' }, { from: MEGAN });
    expect(wordsOf(answer.value as AdaptiveCard)).toContain('This card was old. The case stands like this now');
    await replacedBy(old, 'This card was old');
    expect(cardsWith('Set aside')).toEqual([]);
  });

  it('of a cause that the case does not have answers with how the case is now', async () => {
    const own = await caseWith(EXPIRED);
    const answer = await pressed('not-this', own, { cause: 'smart-card-required' });
    expect(answer.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(wordsOf(answer.value as AdaptiveCard)).toContain(CERTIFICATE);
    expect(JSON.stringify(answer.value)).toContain('"verb":"not-this"');
  });
});

describe('I ran it', () => {
  it('takes what was pasted, and its card says who did it', async () => {
    const own = await caseWith(FAILED);
    const answer = await pressed('answer', own, { pasted: windowOf(healthyClient(), ASSOCIATIONS) }, { from: MEGAN });
    expect(wordsOf(answer.value as AdaptiveCard)).toContain('Done by Megan Bowen');
    await shown('Both tunnels are up');
  });

  it('with nothing pasted says how to send a file', async () => {
    const own = await caseWith(FAILED);
    expect((await pressed('answer', own, { pasted: ' ' })).value).toBe(
      'Attach the file to your next message here, and I read it as the answer.',
    );
  });

  it('in a channel names the way that a file has there', async () => {
    await teams.post(channelMessage(FAILED, true));
    const own = await shown('failed at main mode');
    const { conversation } = channelMessage('', true);
    expect((await pressed('answer', own, {}, { conversation })).value).toContain('choose Analyze with Tunnel Triage');
  });

  it('takes an output from an old card too', async () => {
    const old = await caseWith(FAILED);
    await teams.post(message(windowOf(failingClient(), 'ipconfig /all')));
    await teams.until(() =>
      teams.sent.some(({ method, activityId }) => method === 'PUT' && activityId === old.activityId),
    );
    await pressed('answer', old, { pasted: windowOf(healthyClient(), ASSOCIATIONS) });
    await shown('Both tunnels are up');
  });
});

describe('Remind me', () => {
  const inHours = (hours: number): void => {
    ahead += hours * 60 * 60 * 1000;
  };

  it('offers an hour, tomorrow and a time of one’s own', async () => {
    const own = await caseWith(FAILED);
    expect((await pressed('remind', own)).value).toBe('Choose below when I ask again.');
    const { card } = await shown('When shall I ask again?');
    expect(parts(card.body).filter(({ type }) => type === 'Input.Date')).toMatchObject([
      { min: '2026-11-24', value: '2026-11-25' },
    ]);
    expect(wordsOf(card)).toContain('An hour from now');
  });

  it('at a chosen time is kept on the person’s own clock, and settles the form for everybody', async () => {
    const own = await caseWith(FAILED);
    await pressed('remind', own);
    const form = await shown('When shall I ask again?');
    const answer = await pressed('remind-at', form, { on: '2026-11-26', clock: '14:30' });
    expect(wordsOf(answer.value as AdaptiveCard)).toContain('I ask again on Thursday, 26 November 2026, at 14:30.');
    await replacedBy(form, 'I ask again on Thursday');
    inHours(2 * 24 + 5);
    await shown('One output is still missing');
  });

  it.each([
    ['2026-11-24', '09:00', 'has passed'],
    ['2028-01-01', '09:00', 'Choose an earlier day.'],
    ['tomorrow', '09:00', 'is no time'],
    ['', '', 'Choose a day and a time'],
  ])('at %s %s says why not, and the form stays', async (on, clock, words) => {
    const own = await caseWith(FAILED);
    await pressed('remind', own);
    const form = await shown('When shall I ask again?');
    const answer = await pressed('remind-at', form, { on, clock });
    expect(answer.value).toContain(words);
    expect(teams.sent.filter(({ method, activityId }) => method === 'PUT' && activityId === form.activityId)).toEqual(
      [],
    );
  });

  it('in an hour, chosen by another person, comes in an hour', async () => {
    const own = await caseWith(FAILED);
    await pressed('remind', own);
    const form = await shown('When shall I ask again?');
    await pressed('hour', form, {}, { from: MEGAN });
    await replacedBy(form, 'Done by Megan Bowen');
    inHours(1.1);
    await shown('One output is still missing');
  });
});

describe('More actions', () => {
  it('lists what has no button, and a form takes its place for everybody', async () => {
    const own = await caseWith(FAILED);
    await pressed('actions', own);
    const list = await shown('What shall I do?');
    await pressed('server', list, {}, { from: MEGAN });
    await replacedBy(list, 'Addresses of the server');
  });

  it('Set server takes the addresses, says what follows, and settles the form for everybody', async () => {
    const own = await caseWith(FAILED);
    await pressed('server', own);
    const form = await shown('Addresses of the server');
    expect((await pressed('set-server', form, { first: '203.0.113', second: '' })).value).toContain(
      'is no IPv4 address',
    );
    expect((await pressed('set-server', form, {})).value).toContain('Write the first public address');
    const answer = await pressed('set-server', form, { first: '203.0.113.5', second: '' }, { from: MEGAN });
    expect(wordsOf(answer.value as AdaptiveCard)).toContain('Done by Megan Bowen');
    await replacedBy(form, 'I take these addresses.');
    await shown("The server's first public address is 203.0.113.5");
  });

  it('Show proof quotes every line under the step that it decided', async () => {
    const own = await caseWith(EXPIRED);
    await pressed('proof', own);
    const { card } = await shown('Why I say what I say in case C-1');
    expect(wordsOf(card)).toContain('Infrastructure main mode: failed');
    expect(wordsOf(card)).toMatch(/pasted-1\.txt, line \d+/);
  });

  it('of a closed case says so', async () => {
    const own = await caseWith(FAILED);
    await pressed('actions', own);
    const list = await shown('What shall I do?');
    await teams.post(message('close'));
    await shown('Case C-1 is closed.');
    const answer = await pressed('server', list);
    expect(wordsOf(answer.value as AdaptiveCard)).toContain('Case C-1 is closed, so there is nothing more to do.');
  });
});

describe('Solved', () => {
  it('on the card of the case leaves the diagnosis, and asks below for the cause that was true', async () => {
    const own = await caseWith(EXPIRED);
    const answer = await pressed('solved', own, {}, { from: MEGAN });
    expect(wordsOf(answer.value as AdaptiveCard)).toContain(CERTIFICATE);
    await replacedBy(own, 'Done by Megan Bowen');
    const question = await shown('What was the cause?');
    await pressed('cause', question, { cause: 'certificate-expired' });
    await replacedBy(question, 'Case C-1 is solved.');
    await teams.post(message('stats'));
    expect(wordsOf((await shown('1 case')).card)).toContain('Certificate expired: 1');
  });
});

describe('A refresh', () => {
  it('names those who have taken part, by the ids that Teams knows', async () => {
    const { card } = await caseWith(FAILED);
    expect(card.refresh).toMatchObject({
      action: { verb: 'refresh', data: { case: 'C-1' } },
      userIds: ['8:orgid:33333333-3333-4333-8333-333333333333'],
    });
  });

  it('is answered from the store with the card as it is, and sends nothing', async () => {
    const own = await caseWith(FAILED);
    const before = teams.sent.length;
    const answer = await pressed('refresh', own);
    expect((answer.value as AdaptiveCard).body).toEqual(own.card.body);
    expect(teams.sent).toHaveLength(before);
  });

  it('of an old card gives the case as it is now, without buttons', async () => {
    const old = await caseWith(FAILED);
    await teams.post(message(windowOf(healthyClient(), ASSOCIATIONS)));
    await shown('Both tunnels are up');
    await teams.until(() =>
      teams.sent.some(({ method, activityId }) => method === 'PUT' && activityId === old.activityId),
    );
    const { value } = await pressed('refresh', old);
    expect(wordsOf(value as AdaptiveCard)).toContain('This card was old.');
    expect(wordsOf(value as AdaptiveCard)).toContain('Both tunnels are up');
    expect(JSON.stringify(value)).not.toContain('Action.Execute');
  });

  it('of a case of another conversation shows nothing of it', async () => {
    const own = await caseWith(FAILED);
    const elsewhere = {
      conversation: { id: 'a:megan', conversationType: 'personal', tenantId: TENANT_ID },
      from: MEGAN,
    };
    expect((await pressed('refresh', own, {}, elsewhere)).value).toContain('belongs to a case of another conversation');
  });
});

describe('A failure of the bot within a press', () => {
  it('is a card with a reference that brings the case back by a press, and nothing of the fault', async () => {
    const own = await caseWith(FAILED);
    isBroken = true;
    const answer = await pressed('note', own);
    isBroken = false;
    expect(answer.type).toBe('application/vnd.microsoft.card.adaptive');
    const card = answer.value as AdaptiveCard;
    expect(wordsOf(card)).toMatch(/I could not finish this[^]*Reference [0-9a-f]{8}/);
    expect(JSON.stringify(card)).not.toContain('secret');
    expect(parts(card.body).find(({ verb }) => verb === 'refresh')).toMatchObject({ data: { case: 'C-1' } });
    expect(((await pressed('refresh', own)).value as AdaptiveCard).body).toEqual(own.card.body);
  });
});

describe('By Action.Submit', () => {
  it('Not this and Set server do the same', async () => {
    const own = await caseWith(EXPIRED);
    await teams.post(submit('not-this', { case: 'C-1', cause: 'certificate-expired' }, own.activityId));
    await shown('Set aside: it is not this');
    await teams.post(submit('set-server', { case: 'C-1', first: '203.0.113.5', second: '' }, 'none'));
    await shown("The server's first public address is 203.0.113.5");
  });
});
