/** The message action on a message that has only the link of its file: Microsoft Graph is asked for it, with the rights of the bot. */
import { ASSOCIATIONS, failingClient, windowOf } from '../../support/bot-outputs';
import { type TeamsAround } from '../../support/bot-teams';
import { wordsOf } from '../../support/card-words';
import { forbidden, type GraphAround, SITE } from '../../support/graph-around';
import { asCodeBlock, submitted } from '../../support/message-actions';
import { startTeamsWithGraph } from '../../support/teams-with-graph';

let graph: GraphAround;
let teams: TeamsAround;
startTeamsWithGraph((around) => ({ graph, teams } = around));

const FAILING = windowOf(failingClient(), ASSOCIATIONS);
const words = async (count: number): Promise<string> => wordsOf((await teams.card(count)).card);

/** As Teams hands over a file that was posted in a channel. */
const linkTo = ({ name, url }: { readonly name: string; readonly url: string }) => ({
  id: '1150d938-8870-4044-9f2c-5bbdeba70c9d',
  contentType: 'reference',
  contentUrl: url,
  name,
});

describe('A file of which a message has only the link', () => {
  it('is read by Microsoft Graph, and answered in the thread of the message', async () => {
    await teams.post(submitted('channel', {}, { attachments: [linkTo(graph.put('sas.txt', FAILING))] }));
    expect(await words(1)).toContain('Infrastructure tunnel failed at main mode');
    expect((await teams.card(1)).conversation).toBe('19:tickets@thread.tacv2;messageid=1700');
  });

  it('is not read where a right is missing, which is named with who grants it, and the text is', async () => {
    graph.fail(/^\/(?:shares|sites)\//, forbidden);
    const attachments = [linkTo(graph.put('sas.txt', FAILING))];
    await teams.post(submitted('channel', {}, { html: asCodeBlock(FAILING), attachments }));
    expect(await words(1)).toContain('Infrastructure tunnel failed at main mode');
    const missing = await words(2);
    expect(missing).toContain('I may not read sas.txt: the right to its site is missing');
    expect(missing).toContain(`-Site ${SITE} -Permissions Read`);
  });

  it('is not asked for where the link leads to a foreign host', async () => {
    const file = { name: 'sas.txt', url: 'https://files.example/sas.txt' };
    await teams.post(submitted('channel', {}, { attachments: [linkTo(file)] }));
    expect(await words(1)).toContain('sas.txt is kept at a place that I do not read from.');
    expect(graph.asked).toEqual([]);
  });
  it('has the name that stands in the link where Teams tells none', async () => {
    const link = { ...linkTo({ name: '', url: 'https://files.example/logs/sas%201.txt' }), name: null };
    await teams.post(submitted('channel', {}, { attachments: [link] }));
    expect(await words(1)).toContain('sas 1.txt is kept at a place that I do not read from.');
  });
});
