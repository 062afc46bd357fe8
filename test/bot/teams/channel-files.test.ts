/** Files in channels and group chats, by Microsoft Graph: through the real adapter with authentication on, against a Graph on loopback. */
import nock from 'nock';

import { ALEX, channelPost, chatPost, deleted, edited, MEGAN } from '../../support/channel-activities';
import { ASSOCIATIONS, failingClient, healthyClient, windowOf } from '../../support/bot-outputs';
import { type TeamsAround } from '../../support/bot-teams';
import { wordsOf } from '../../support/card-words';
import { CHANNEL_ID, forbidden, GROUP_ID, type GraphAround, TEAM_ID } from '../../support/graph-around';
import { startTeamsWithGraph } from '../../support/teams-with-graph';

let graph: GraphAround;
let teams: TeamsAround;
startTeamsWithGraph((around) => ({ graph, teams } = around));

const FAILING = windowOf(failingClient(), ASSOCIATIONS);
const HEALTHY = windowOf(healthyClient(), ASSOCIATIONS);
const words = async (count: number): Promise<string> => wordsOf((await teams.card(count)).card);
const cards = () => teams.sent.filter(({ card, method }) => card !== null && method === 'POST');

describe('A file in a channel', () => {
  it('posted with the first message of a thread is answered in that thread', async () => {
    const post = channelPost({ text: 'what is this?' });
    graph.inChannel(null, post.id, [graph.put('sas.txt', FAILING)]);
    await teams.post(post);
    expect(await words(1)).toContain('Infrastructure tunnel failed at main mode');
    expect((await teams.card(1)).conversation).toBe(`${CHANNEL_ID};messageid=${post.id}`);
  });

  it('posted with a reply is read from the reply, not from the first message', async () => {
    const root = channelPost({});
    graph.inChannel(null, root.id, [graph.put('old.txt', HEALTHY)]);
    const reply = channelPost({ root: root.id });
    graph.inChannel(root.id, reply.id, [graph.put('sas.txt', FAILING)]);
    await teams.post(reply);
    expect(await words(1)).toContain('Infrastructure tunnel failed at main mode');
    expect(graph.asked[0]).toBe(`/teams/${GROUP_ID}/channels/${CHANNEL_ID}/messages/${root.id}/replies/${reply.id}`);
  });

  it('is found where the activity does not tell the group of the team, which is asked once', async () => {
    const details = nock('https://smba.trafficmanager.net')
      .get(`/teams/v3/teams/${encodeURIComponent(TEAM_ID)}`)
      .reply(200, { id: TEAM_ID, name: 'Support', aadGroupId: GROUP_ID });
    for (const [index, text] of [FAILING, HEALTHY].entries()) {
      const post = channelPost({}, false);
      graph.inChannel(null, post.id, [graph.put(`sas-${index}.txt`, text)]);
      await teams.post(post);
      await teams.card(index + 1);
    }
    expect(details.isDone()).toBe(true);
    expect(await words(2)).toContain('Both tunnels are up');
  });

  it('makes one answer together with the other files of its message', async () => {
    const post = channelPost({});
    const listings = ['mmsa', 'qmsa'].map((kind) =>
      graph.put(`${kind}.txt`, windowOf(healthyClient(), `netsh advfirewall monitor show ${kind}`)),
    );
    graph.inChannel(null, post.id, listings);
    await teams.post(post);
    expect(await words(1)).toContain('Both tunnels are up');
  });

  it('is read where it is a snippet of code that Teams keeps with the message', async () => {
    const post = channelPost({});
    graph.inChannel(null, post.id, []);
    const path = `teams/${GROUP_ID}/channels/${CHANNEL_ID}/messages/${post.id}`;
    const codeSnippetUrl = `https://graph.microsoft.com/v1.0/${path}/hostedContents/abc=/$value`;
    const message = graph.world.messages.get(path)!;
    graph.world.messages.set(path, {
      ...message,
      attachments: [
        {
          id: '1',
          contentType: 'application/vnd.microsoft.card.codesnippet',
          contentUrl: null,
          content: JSON.stringify({ name: 'sas', language: 'PlainText', codeSnippetUrl }),
          name: null,
        },
      ],
    });
    graph.world.hosted.set(`${path}/abc=`, Buffer.from(FAILING));
    await teams.post(post);
    expect(await words(1)).toContain('Infrastructure tunnel failed at main mode');
  });

  it('is read with Sites.Selected from a site that was opened, where links are forbidden', async () => {
    graph.fail(/^\/shares\//, forbidden);
    const post = channelPost({});
    graph.inChannel(null, post.id, [graph.put('sas (1).txt', FAILING)]);
    await teams.post(post);
    expect(await words(1)).toContain('Infrastructure tunnel failed at main mode');
  });

  it('that a pasted picture is, is told that it has no text', async () => {
    const post = channelPost({});
    const path = `teams/${GROUP_ID}/channels/${CHANNEL_ID}/messages/${post.id}`;
    const address = `https://graph.microsoft.com/v1.0/${path}/hostedContents/pic/$value`;
    graph.inChannel(null, post.id, [], `<img src="${address}" alt="image">`);
    graph.world.hosted.set(`${path}/pic`, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    await teams.post(post);
    expect(await words(1)).toContain('This is a picture.');
  });
});

describe('A file in a group chat', () => {
  it('is answered in the chat', async () => {
    const post = chatPost({});
    graph.inChat(post.id, [graph.put('sas.txt', FAILING)]);
    await teams.post(post);
    expect(await words(1)).toContain('Infrastructure tunnel failed at main mode');
    expect((await teams.card(1)).conversation).toBe(post.conversation.id);
  });

  it('is not read where the right to the chat is missing, and the pasted text is', async () => {
    graph.fail(/^\/chats\//, forbidden);
    await teams.post(chatPost({}));
    expect(await words(1)).toContain('Anybody in the chat removes Tunnel Triage');
    await teams.post(chatPost({ text: FAILING }));
    expect(await words(2)).toContain('Infrastructure tunnel failed at main mode');
    expect(JSON.stringify((await teams.card(2)).card)).toContain('ChatMessage.Read.Chat is missing');
  });
});

describe('Two technicians in one thread', () => {
  it('see the same case: one card, and the one before says that it has moved', async () => {
    const first = channelPost({ from: ALEX });
    graph.inChannel(null, first.id, [graph.put('sas.txt', FAILING)]);
    await teams.post(first);
    const before = await teams.card(1);
    const second = channelPost({ root: first.id, from: MEGAN });
    graph.inChannel(first.id, second.id, [graph.put('after.txt', HEALTHY)]);
    await teams.post(second);
    expect(await words(2)).toContain('Your repair worked.');
    await teams.until(() =>
      teams.sent.some(({ method, activityId }) => method === 'PUT' && activityId === before.activityId),
    );
    const replaced = teams.sent.find(({ method }) => method === 'PUT')!;
    expect(wordsOf(replaced.card!)).toContain('This card has moved');
    expect(JSON.stringify(replaced.card)).not.toContain('Action.Execute');
    await teams.post(channelPost({ root: first.id, from: ALEX, text: 'note' }));
    expect(await words(3)).toContain('C-1');
    expect(new Set(teams.sent.map(({ conversation }) => conversation))).toEqual(new Set([first.conversation.id]));
  });

  it('who write at the same time lose nothing', async () => {
    const root = channelPost({});
    const posts = ['mmsa', 'qmsa'].map((kind, index) => {
      const reply = channelPost({ root: root.id, from: index === 0 ? ALEX : MEGAN });
      const text = windowOf(healthyClient(), `netsh advfirewall monitor show ${kind}`);
      graph.inChannel(root.id, reply.id, [graph.put(`${kind}.txt`, text)]);
      return reply;
    });
    await Promise.all(posts.map((post) => teams.post(post)));
    expect(await words(2)).toContain('Both tunnels are up');
  });
});

describe('A thread', () => {
  it('in which the bot is only mentioned is shown what can be sent', async () => {
    const post = channelPost({});
    graph.inChannel(null, post.id, []);
    await teams.post(post);
    expect(await words(1)).toContain('What you can send and write');
  });

  it('in which nobody speaks to the bot is not read: nothing is asked, kept or counted', async () => {
    const post = channelPost({ mention: false, text: 'lunch?' });
    graph.inChannel(null, post.id, [graph.put('sas.txt', FAILING)]);
    expect((await teams.post(post)).status).toBe(200);
    await teams.post(edited(post, '2026-11-24T12:00:00.000Z'));
    await teams.post(deleted(post));
    expect(graph.asked).toEqual([]);
    expect(teams.sent).toEqual([]);
    const metrics = await (await fetch(`${teams.origin}/metrics`)).text();
    expect(metrics).toMatch(/^tunnel_triage_turns(?:_total)? 0$/m);
  });

  it('in which somebody replies to a message of the bot is answered without a mention', async () => {
    const root = channelPost({});
    const reply = channelPost({ root: root.id, mention: false });
    graph.inChannel(root.id, reply.id, [graph.put('sas.txt', FAILING)]);
    const quote =
      '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong itemprop="mri" itemid="28:bot">Tunnel Triage</strong></blockquote><p>here</p>';
    await teams.post({ ...reply, attachments: [{ contentType: 'text/html', content: quote }] });
    expect(await words(1)).toContain('Infrastructure tunnel failed at main mode');
  });

  it('in which somebody replies to the card of the case is answered without a mention', async () => {
    const first = channelPost({});
    graph.inChannel(null, first.id, [graph.put('sas.txt', FAILING)]);
    await teams.post(first);
    const { activityId } = await teams.card(1);
    await teams.until(() => cards().length === 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const reply = channelPost({ root: first.id, mention: false });
    graph.inChannel(first.id, reply.id, [graph.put('after.txt', HEALTHY)]);
    await teams.post({ ...reply, replyToId: activityId });
    expect(await words(2)).toContain('Your repair worked.');
  });
});

describe('A message that its author changes', () => {
  it('by a file that was edited in is read for the file', async () => {
    const post = channelPost({});
    graph.inChannel(null, post.id, []);
    await teams.post(post);
    await teams.card(1);
    graph.inChannel(null, post.id, [graph.put('sas.txt', FAILING)]);
    await teams.post(edited(post, '2026-11-24T12:00:00.000Z'));
    expect(await words(2)).toContain('Infrastructure tunnel failed at main mode');
  });

  it('by something else is not answered again', async () => {
    const post = channelPost({ text: 'look' });
    graph.inChannel(null, post.id, [graph.put('sas.txt', FAILING)]);
    await teams.post(post);
    await teams.card(1);
    await teams.post(edited(post, '2026-11-24T12:00:00.000Z'));
    await teams.post(channelPost({ root: post.id, text: 'steps' }));
    await teams.card(2);
    expect(await words(2)).toContain('Steps');
    expect(cards()).toHaveLength(2);
  });

  it('by an edit that is delivered twice is read once', async () => {
    const post = channelPost({});
    graph.inChannel(null, post.id, [graph.put('sas.txt', FAILING)]);
    const edit = edited(post, '2026-11-24T12:00:00.000Z');
    await teams.post(edit);
    await teams.post(edit);
    await teams.card(1);
    expect(graph.asked.filter((path) => path.startsWith('/teams/'))).toHaveLength(1);
  });

  it('by deleting it takes out of the case what it had brought', async () => {
    const first = channelPost({});
    graph.inChannel(null, first.id, [graph.put('before.txt', FAILING)]);
    await teams.post(first);
    await teams.card(1);
    const second = channelPost({ root: first.id });
    graph.inChannel(first.id, second.id, [graph.put('wrong-client.txt', HEALTHY)]);
    await teams.post(second);
    await teams.card(2);
    await teams.post(deleted(second));
    expect(await words(3)).toContain('A message was deleted, so I took out of case C-1 what it had brought.');
    const shown = await teams.card(4);
    expect(wordsOf(shown.card)).toContain('failed at main mode');
    expect(JSON.stringify(shown.card)).not.toContain('wrong-client.txt');
  });

  it('by deleting it before it was read is told so once, and the case goes on', async () => {
    const post = channelPost({});
    graph.inChannel(null, post.id, []);
    const path = `teams/${GROUP_ID}/channels/${CHANNEL_ID}/messages/${post.id}`;
    graph.world.messages.set(path, { ...graph.world.messages.get(path)!, deletedDateTime: '2026-11-24T12:00:00Z' });
    await teams.post(post);
    await teams.post(deleted(post));
    expect(await words(1)).toContain('The message was deleted before I had read it');
    const reply = channelPost({ root: post.id });
    graph.inChannel(post.id, reply.id, [graph.put('sas.txt', FAILING)]);
    await teams.post(reply);
    expect(await words(2)).toContain('Infrastructure tunnel failed at main mode');
    expect(cards()).toHaveLength(2);
  });
});
