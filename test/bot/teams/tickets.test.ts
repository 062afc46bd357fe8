/** The bot with authentication on, Teams and Jira around it: from a message to the comment in the ticket, and what the chat says of it. */
import nock from 'nock';

import { channelMessage, message, press, submit } from '../../support/bot-activities';
import { SERVICE_URL, TENANT_ID } from '../../support/bot-issuer';
import { ASSOCIATIONS, failingClient, healthyClient, windowOf } from '../../support/bot-outputs';
import { startTeams, type TeamsAround } from '../../support/bot-teams';
import { buttonsOf } from '../../support/card-reading';
import { wordsOf } from '../../support/card-words';
import { answerJira, JIRA_SETTINGS, type JiraAround } from '../../support/jira-around';

const SETTINGS = { ...JIRA_SETTINGS, TUNNEL_TRIAGE_TICKET_REDACT: 'on' };
const TEAM = '19:team@thread.tacv2';

let jira: JiraAround;
let teams: TeamsAround;

beforeEach(async () => {
  jira = answerJira();
  teams = await startTeams(undefined, Date.now, SETTINGS);
});
afterEach(() => teams.close());

const failing = (): string => windowOf(failingClient(), ASSOCIATIONS);
const said = async (count: number): Promise<string> => wordsOf((await teams.card(count)).card);
const answerTo = async (text: string, count: number): Promise<string> => {
  await teams.post(message(text));
  return said(count);
};
const inChannel = (text: string) => ({
  ...channelMessage(text, true),
  channelData: { tenant: { id: TENANT_ID }, team: { id: TEAM } },
});

describe('A case with a ticket', () => {
  it('found in the name of the channel, which the connector is asked for, gets a note of what failed', async () => {
    const asked = nock(new URL(SERVICE_URL).origin)
      .get(`/teams/v3/teams/${encodeURIComponent(TEAM)}/conversations`)
      .reply(200, { conversations: [{ id: TEAM }, { id: '19:tickets@thread.tacv2', name: 'NET-12 no intranet' }] });
    await teams.post(inChannel(failing()));
    const { card } = await teams.card(1);
    expect(buttonsOf(card)).toContain('Post to ticket');
    await teams.until(() => jira.comments.length === 1);
    expect(asked.isDone()).toBe(true);
    expect(jira.comments[0]!.ticket).toBe('NET-12');
    expect(jira.comments[0]!.text).toContain('infrastructure tunnel failed at main mode');
  });

  it('found in the name of the group chat hears of the failure and of the repair, and of nothing twice', async () => {
    const inGroup = (text: string) => ({
      ...channelMessage(text, true),
      conversation: {
        id: '19:group@thread.v2',
        conversationType: 'groupChat',
        name: 'net-7 Sam at home',
        tenantId: TENANT_ID,
      },
    });
    await teams.post(inGroup(failing()));
    await teams.card(1);
    await teams.post(inGroup(failing()));
    await teams.card(2);
    await teams.post(inGroup(windowOf(healthyClient(), ASSOCIATIONS)));
    await teams.card(3);
    await teams.until(() => jira.comments.length === 2);
    expect(jira.comments.map(({ ticket, text }) => [ticket, text.split('\n')[0]])).toEqual([
      ['NET-7', 'A tunnel fails.'],
      ['NET-7', 'The tunnels work again.'],
    ]);
  });

  it('named by a word gets the note of the case as it stands, and the word shows it', async () => {
    expect(await answerTo('ticket', 1)).toContain('Case C-1 has no ticket.');
    await answerTo(failing(), 2);
    expect(jira.comments).toEqual([]);
    expect(await answerTo('ticket net-5', 3)).toContain(
      'Case C-1 has the ticket NET-5 in Jira now. The note for NET-5 is on its way.',
    );
    await teams.until(() => jira.comments.length === 1);
    expect(await answerTo('ticket', 4)).toContain(
      'has the ticket NET-5 in Jira, as somebody said here. One note was made',
    );
    expect(await answerTo('ticket off', 5)).toContain('Case C-1 has no ticket any more.');
    expect(await answerTo('ticket SHA256', 6)).toContain(
      '"SHA256" is no ticket number of Jira. Write it like this: ticket NET-142.',
    );
  });

  it.each([
    ['Action.Execute', press],
    ['Action.Submit', submit],
  ])('gets no second note of the same state by the button as %s', async (_, pressed) => {
    await teams.post(message(`NET-3\n${failing()}`));
    const { activityId } = await teams.card(1);
    await teams.until(() => jira.comments.length === 1);
    await teams.post(pressed('ticket', { case: 'C-1' }, activityId));
    expect(await said(2)).toContain('The last note for NET-3 says the same, so I wrote none.');
    expect(jira.comments).toHaveLength(1);
  });

  it('that Jira does not know is said in the chat, and the button tries again', async () => {
    jira.answers.push(404);
    await teams.post(message(`NET-3\n${failing()}`));
    const { activityId } = await teams.card(1);
    expect(await said(2)).toContain('Jira shows me no ticket NET-3 (404)');
    await teams.post(press('ticket', { case: 'C-1' }, activityId));
    expect(await said(3)).toContain('The note for NET-3 is on its way.');
    await teams.until(() => jira.comments.length === 1);
  });

  it('hears nothing of the sample case', async () => {
    await answerTo('ticket NET-9', 1);
    await answerTo('sample', 2);
    expect(await answerTo('ticket NET-9', 3)).toContain('Its first note is written when something fails.');
    await teams.close();
    expect(jira.comments).toEqual([]);
  });

  it('gets the names of nobody where they are replaced', async () => {
    await teams.post(message(`NET-3\n${failing()}`));
    await teams.card(1);
    await teams.until(() => jira.comments.length === 1);
    expect(jira.comments[0]!.text).not.toMatch(/contoso|131\.107|2002:836b/i);
  });
});

describe('Without a ticket system', () => {
  it('the word says that there is none', async () => {
    await teams.close();
    teams = await startTeams();
    expect(await answerTo('ticket NET-5', 1)).toContain('No ticket system is set up here.');
  });
});
