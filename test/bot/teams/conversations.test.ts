/** What the bot keeps of a conversation: whether it may still write there, and whom it talks to. */
import { added, message } from '../../support/bot-activities';
import { startTeams, type TeamsAround } from '../../support/bot-teams';

let teams: TeamsAround;
beforeEach(async () => {
  teams = await startTeams();
});
afterEach(() => teams.close());

describe('A bot that was removed', () => {
  it.each([
    ['by a change of members', { type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] }],
    ['by an installation update', { type: 'installationUpdate', action: 'remove' }],
  ])('%s writes no more until somebody writes to it', async (_how, removal) => {
    await teams.post(added());
    await teams.card(1);
    await teams.post({ ...added(), membersAdded: [], ...removal });
    const quiet = teams.sent.length;
    await teams.post({ ...added(), membersAdded: [] });
    expect(teams.sent).toHaveLength(quiet);
    await teams.post(message('help'));
    await teams.card(2);
  });
});
