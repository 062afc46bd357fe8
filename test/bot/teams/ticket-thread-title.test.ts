/** The ticket in the title of a channel's thread: Teams does not send the title along, so Graph is asked for it. */
import nock from 'nock';

import { channelPost } from '../../support/channel-activities';
import { ASSOCIATIONS, failingClient, windowOf } from '../../support/bot-outputs';
import { startTeams, type TeamsAround } from '../../support/bot-teams';
import { CHANNEL_ID, forbidden, GROUP_ID, type GraphAround, startGraph } from '../../support/graph-around';

const JIRA = 'https://example.atlassian.net';
const SETTINGS = {
  TUNNEL_TRIAGE_TICKET_SYSTEM: 'jira',
  TUNNEL_TRIAGE_TICKET_URL: JIRA,
  TUNNEL_TRIAGE_TICKET_USER: 'bot@example.com',
  TUNNEL_TRIAGE_TICKET_SECRET: 'token',
  TUNNEL_TRIAGE_TICKET_PATTERN: String.raw`\bNET-\d+\b`,
};
const FAILING = windowOf(failingClient(), ASSOCIATIONS);

let graph: GraphAround;
let teams: TeamsAround;
/** The tickets that got a comment. */
let commented: string[];
beforeEach(async () => {
  commented = [];
  const path = /^\/rest\/api\/3\/issue\/([^/]+)\/comment/;
  nock(JIRA).persist().get('/rest/api/3/myself').reply(200, { accountId: '5b10' });
  nock(JIRA).persist().get(path).query(true).reply(200, { total: 0, comments: [] });
  nock(JIRA)
    .persist()
    .post(path)
    .reply((uri) => {
      commented.push(path.exec(uri)?.[1] ?? '');
      return [201, { id: '1' }];
    });
  graph = await startGraph();
  teams = await startTeams(undefined, Date.now, SETTINGS, graph.access);
});
afterEach(async () => {
  await teams.close();
  await graph.close();
});

/** A thread with that title, and a reply in it with the output. */
function threadWith(subject: string) {
  const root = channelPost({});
  graph.inChannel(null, root.id, []);
  const path = `teams/${GROUP_ID}/channels/${CHANNEL_ID}/messages/${root.id}`;
  graph.world.messages.set(path, { ...graph.world.messages.get(path)!, subject });
  const reply = channelPost({ root: root.id });
  graph.inChannel(root.id, reply.id, [graph.put('sas.txt', FAILING)]);
  return { reply, root: root.id };
}

it('gets the note of a case whose files come in a reply', async () => {
  await teams.post(threadWith('NET-31 Megan has no intranet').reply);
  await teams.card(1);
  await teams.until(() => commented.length === 1);
  expect(commented).toEqual(['NET-31']);
});

it('is asked for once in a thread', async () => {
  const { reply, root } = threadWith('NET-32');
  await teams.post(reply);
  await teams.card(1);
  const again = channelPost({ root });
  graph.inChannel(root, again.id, [graph.put('more.txt', FAILING)]);
  await teams.post(again);
  await teams.card(2);
  const title = `/teams/${GROUP_ID}/channels/${CHANNEL_ID}/messages/${root}`;
  expect(graph.asked.filter((asked) => asked === title)).toHaveLength(1);
});

it('is not missed where Graph may not tell the title: the output is read all the same', async () => {
  const { reply, root } = threadWith('NET-33');
  graph.fail(new RegExp(`/messages/${root}$`), forbidden);
  await teams.post(reply);
  await teams.card(1);
  expect(commented).toEqual([]);
});
