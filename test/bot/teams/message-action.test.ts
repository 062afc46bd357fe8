/** The message action "Analyze with Tunnel Triage" through the real adapter with authentication on. */
import nock from 'nock';

import { type AdaptiveCard } from '../../../cards/index';
import { message } from '../../support/bot-activities';
import { ASSOCIATIONS, failingClient, healthyClient, windowOf } from '../../support/bot-outputs';
import { startTeams, type TeamsAround } from '../../support/bot-teams';
import { parts } from '../../support/card-reading';
import { wordsOf } from '../../support/card-words';
import {
  asCodeBlock,
  chosenOn,
  composing,
  download,
  type PayloadOf,
  type Place,
  reference,
  submitted,
} from '../../support/message-actions';

let teams: TeamsAround;
beforeEach(async () => {
  teams = await startTeams();
});
afterEach(() => teams.close());

interface Task {
  readonly type: 'continue' | 'message';
  readonly value: string | { readonly title: string; readonly card: { readonly content: AdaptiveCard } };
}

async function asked(activity: object): Promise<Task> {
  const { status, body } = await teams.post(activity);
  expect(status).toBe(200);
  return (JSON.parse(body) as { readonly task: Task }).task;
}

const dialogOf = ({ type, value }: Task): AdaptiveCard => {
  expect(type).toBe('continue');
  if (typeof value === 'string') throw new Error(`A sentence and no dialog: ${value}`);
  return value.card.content;
};
const inputsOf = (card: AdaptiveCard): readonly unknown[] =>
  parts(card.body)
    .filter(({ type }) => String(type).startsWith('Input.'))
    .map(({ id }) => id);

const FAILING = windowOf(failingClient(), ASSOCIATIONS);
const pasted: PayloadOf = { html: asCodeBlock(FAILING) };
const READING = { type: 'message', value: 'I am reading it. The answer comes into this conversation.' };

describe('The action on a message with a pasted output', () => {
  it('asks for the address of the server where nobody has told it, and says what will be read', async () => {
    const dialog = dialogOf(await asked(chosenOn('channel', pasted)));
    expect(inputsOf(dialog)).toEqual(['first', 'second']);
    expect(wordsOf(dialog)).toMatch(/I read the message of Megan Bowen: \d+ lines of text\./);
    expect(teams.sent).toEqual([]);
  });

  it('answers with the card in the thread of the message, and nothing before the dialog is sent', async () => {
    expect(await asked(submitted('channel', { first: '', second: '' }, pasted))).toEqual(READING);
    const { card, conversation } = await teams.card(1);
    expect(wordsOf(card)).toContain('Infrastructure tunnel failed at main mode');
    expect(conversation).toBe('19:tickets@thread.tacv2;messageid=1700');
  });

  it('on a reply answers in the thread that the reply stands in', async () => {
    await asked(submitted('channel', {}, { ...pasted, id: '1900', replyToId: '1700' }));
    expect((await teams.card(1)).conversation).toBe('19:tickets@thread.tacv2;messageid=1700');
  });

  it.each(['personal', 'group'] as const)('in a %s chat answers there', async (place) => {
    await asked(submitted(place, {}, pasted));
    const { card, conversation } = await teams.card(1);
    expect(wordsOf(card)).toContain('Infrastructure tunnel failed at main mode');
    expect(conversation).toBe(place === 'personal' ? 'a:alex' : '19:group@thread.v2');
  });

  it('takes the addresses of the dialog into the case', async () => {
    await asked(submitted('personal', { first: '203.0.113.5', second: '' }, pasted));
    await teams.card(1);
    // With the address known, nothing is left to ask: the action on the next message is taken at once.
    expect(await asked(chosenOn('personal', { html: asCodeBlock(windowOf(healthyClient(), ASSOCIATIONS)) }))).toEqual(
      READING,
    );
    await teams.until(() =>
      teams.sent.some(({ card }) => card !== null && wordsOf(card).includes('Both tunnels are up')),
    );
  });

  it('says what is wrong with an address, and keeps what was written', async () => {
    const dialog = dialogOf(await asked(submitted('channel', { first: '131.107', second: '131.107.0.3' }, pasted)));
    expect(wordsOf(dialog)).toContain('"131.107" is no IPv4 address.');
    expect(JSON.stringify(dialog)).toContain('"value":"131.107.0.3"');
    expect(teams.sent).toEqual([]);
  });

  it('is taken once, however often Teams delivers it', async () => {
    const activity = submitted('group', {}, pasted);
    expect(await asked(activity)).toEqual(READING);
    expect(await asked(activity)).toEqual(READING);
    await teams.card(1);
    await teams.post({ ...message('note'), conversation: activity.conversation, entities: [MENTION] });
    await teams.card(2);
    expect(teams.sent.filter(({ card }) => card !== null && wordsOf(card).includes('Steps: stopped'))).toHaveLength(1);
  });

  it('takes words of a message for an output, and never for a command', async () => {
    await asked(submitted('personal', {}, pasted));
    await teams.card(1);
    await asked(submitted('personal', {}, { html: '<p>close</p>' }));
    await teams.card(2);
    await teams.post(message('note'));
    expect(wordsOf((await teams.card(3)).card)).toContain('infrastructure tunnel failed at main mode');
  });
});

const MENTION = { type: 'mention', mentioned: { id: '28:bot' }, text: '<at>Tunnel Triage</at>' };

describe('The action on a message with a file', () => {
  it('reads a file that can be downloaded, and the remark beside it is no output', async () => {
    nock('https://contoso-my.sharepoint.com').get('/sas.txt').reply(200, FAILING);
    const file = download('sas.txt', 'https://contoso-my.sharepoint.com/sas.txt');
    const chosen: PayloadOf = { html: '<p>here it is</p>', attachments: [file] };
    expect(wordsOf(dialogOf(await asked(chosenOn('group', chosen))))).toContain(
      'I read the message of Megan Bowen: sas.txt.',
    );
    expect(await asked(submitted('group', {}, chosen))).toEqual(READING);
    const words = wordsOf((await teams.card(1)).card);
    expect(words).toContain('Infrastructure tunnel failed at main mode');
    expect(words).not.toContain('not understood');
  });

  it('of SharePoint says that it has no right there, and goes on with the text', async () => {
    const chosen: PayloadOf = { ...pasted, attachments: [reference('mmsa.txt')] };
    await asked(submitted('channel', {}, chosen));
    const { card } = await teams.card(1);
    expect(wordsOf(card)).toContain('Infrastructure tunnel failed at main mode');
    expect(JSON.stringify(card)).toContain('where I may not read it');
  });

  it('of a foreign host is not fetched', async () => {
    const file = download('mmsa.txt', 'https://sharepoint.com.evil.example/mmsa.txt');
    await asked(submitted('group', {}, { attachments: [file] }));
    expect(wordsOf((await teams.card(1)).card)).toContain('is kept at a place that I do not read from');
  });
});

describe('The action from the compose box', () => {
  it('asks for the output, and answers in the conversation', async () => {
    const dialog = dialogOf(await asked(composing('group')));
    expect(inputsOf(dialog)).toEqual(['pasted', 'first', 'second']);
    expect(await asked(submitted('group', { pasted: FAILING }, null))).toEqual(READING);
    const { card, conversation } = await teams.card(1);
    expect(wordsOf(card)).toContain('Infrastructure tunnel failed at main mode');
    expect(conversation).toBe('19:group@thread.v2');
  });

  it('with nothing pasted asks again', async () => {
    const dialog = dialogOf(await asked(submitted('group', { pasted: '  ' }, null)));
    expect(wordsOf(dialog)).toContain('There is nothing to read yet.');
  });

  it('on a message without text and file asks for the output too', async () => {
    const dialog = dialogOf(await asked(chosenOn('group', {})));
    expect(wordsOf(dialog)).toContain('has no text and no file that Teams hands to me');
    expect(inputsOf(dialog)).toEqual(['pasted', 'first', 'second']);
  });
});

describe('Where the bot is no member', () => {
  const place: Place = 'withoutBot';

  it('answers in the dialog, and says what to do to have it in the conversation', async () => {
    const dialog = dialogOf(await asked(submitted(place, {}, pasted)));
    expect(wordsOf(dialog)).toContain('Tunnel Triage is not in this conversation, so the answer stands only here.');
    expect(wordsOf(dialog)).toContain('Infrastructure tunnel failed at main mode');
    expect(JSON.stringify(dialog)).not.toContain('Action.Execute');
    expect(teams.sent).toEqual([]);
  });

  it('says in the dialog what could not be read', async () => {
    const dialog = dialogOf(await asked(submitted(place, { pasted: 'it does not work' }, null)));
    expect(wordsOf(dialog)).toContain('I could not read this file');
  });

  it('says in the dialog what could not be read now, where something was read before', async () => {
    await asked(submitted(place, {}, pasted));
    const dialog = dialogOf(await asked(submitted(place, { pasted: 'it does not work' }, null)));
    expect(wordsOf(dialog)).toContain('I could not read this file');
    const read = dialogOf(
      await asked(submitted(place, {}, { html: asCodeBlock(windowOf(healthyClient(), ASSOCIATIONS)) })),
    );
    expect(wordsOf(read)).toContain('Both tunnels are up');
  });

  it('answers in the dialog of an action that is delivered again what it answered before', async () => {
    const activity = submitted(place, {}, pasted);
    const [first, again] = [await asked(activity), await asked(activity)];
    expect(wordsOf(dialogOf(again))).toBe(wordsOf(dialogOf(first)));
  });

  it('says of a key of another conversation that it belongs there', async () => {
    const look = submitted(place, { step: 'look', key: 'msteams/a:alex/1' }, null);
    expect((await asked(look)).value).toContain('belongs to another conversation');
  });

  it('finds a reading again by its key', async () => {
    const activity = submitted(place, {}, pasted);
    await asked(activity);
    const look = submitted(place, { step: 'look', key: `msteams/${activity.conversation.id}/${activity.id}` }, null);
    expect(wordsOf(dialogOf(await asked(look)))).toContain('Infrastructure tunnel failed at main mode');
  });
});

describe('In German', () => {
  it('the dialog asks, and complains, as Teams speaks to the person', async () => {
    const german = { locale: 'de-DE' };
    const opened = await asked({ ...chosenOn('group', pasted), ...german });
    expect(opened.value).toMatchObject({ title: 'Mit Tunnel Triage analysieren' });
    expect(wordsOf(dialogOf(opened))).toMatch(/Zu lesen ist die Nachricht von Megan Bowen: \d+ Zeilen Text\./);
    const wrong = await asked({ ...submitted('group', { first: '203.0.113' }, pasted), ...german });
    expect(wordsOf(dialogOf(wrong))).toContain('„203.0.113“ ist keine IPv4-Adresse.');
  });
});

describe('An action that the manifest does not have', () => {
  it('is not implemented', async () => {
    const activity = chosenOn('personal', pasted);
    const { status } = await teams.post({ ...activity, value: { ...activity.value, commandId: 'other' } });
    expect(status).toBe(501);
  });
});
