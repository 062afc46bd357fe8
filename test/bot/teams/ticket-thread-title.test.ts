/** The ticket in the title of a channel's thread: Teams does not send the title along, so Graph is asked for it. */
import { channelPost } from '../../support/channel-activities';
import { ASSOCIATIONS, failingClient, windowOf } from '../../support/bot-outputs';
import { type TeamsAround } from '../../support/bot-teams';
import { CHANNEL_ID, forbidden, GROUP_ID, type GraphAround } from '../../support/graph-around';
import { answerJira, JIRA_SETTINGS, type JiraAround } from '../../support/jira-around';
import { startTeamsWithGraph } from '../../support/teams-with-graph';

const FAILING = windowOf(failingClient(), ASSOCIATIONS);

let graph: GraphAround;
let teams: TeamsAround;
let jira: JiraAround;
beforeEach(() => {
  jira = answerJira();
});
startTeamsWithGraph((around) => ({ graph, teams } = around), JIRA_SETTINGS);

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
  await teams.until(() => jira.comments.length === 1);
  expect(jira.comments.map(({ ticket }) => ticket)).toEqual(['NET-31']);
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
  expect(jira.comments).toEqual([]);
});
