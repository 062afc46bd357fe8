/** What goes wrong with files in channels: each is one sentence that says what to do, and the case goes on. */
import nock from 'nock';

import { channelPost } from '../../support/channel-activities';
import { ASSOCIATIONS, failingClient, windowOf } from '../../support/bot-outputs';
import { startTeams, type TeamsAround } from '../../support/bot-teams';
import { wordsOf } from '../../support/card-words';
import { forbidden, type GraphAround, SITE, startGraph } from '../../support/graph-around';
import { type LinkedFile } from '../../../bot/local/graph-world';

let graph: GraphAround;
let teams: TeamsAround;
/** Added to the clock of the bot. */
let later = 0;
beforeEach(async () => {
  later = 0;
  graph = await startGraph();
  teams = await startTeams(undefined, () => Date.now() + later, {}, graph.access);
});
afterEach(async () => {
  await teams.close();
  await graph.close();
});

const FAILING = windowOf(failingClient(), ASSOCIATIONS);
const words = async (count: number): Promise<string> => wordsOf((await teams.card(count)).card);

/** What the bot says to a file in a new thread; then a good file is read in the same thread. */
async function refusalOf(file: LinkedFile, cards = 1): Promise<string> {
  const post = channelPost({});
  graph.inChannel(null, post.id, [file]);
  await teams.post(post);
  const said = (await words(1)) + (cards > 1 ? await words(2) : '');
  graph.mend();
  const reply = channelPost({ root: post.id });
  graph.inChannel(post.id, reply.id, [graph.put('sas.txt', FAILING)]);
  await teams.post(reply);
  expect(await words(cards + 1)).toContain('Infrastructure tunnel failed at main mode');
  return said;
}

describe('A file that is not read', () => {
  it.each([
    'https://files.example/sas.txt',
    'http://contoso.sharepoint.com/sites/tickets/sas.txt',
    'https://contoso.sharepoint.com.evil.example/sas.txt',
    'https://169.254.169.254/latest/sas.txt',
    'not an address',
  ])('is named, because %s is no place for files of Teams', async (url) => {
    expect(await refusalOf({ name: 'sas.txt', url })).toContain('sas.txt is kept at a place that I do not read from.');
    expect(graph.asked.filter((path) => path.startsWith('/shares/'))).toHaveLength(1); // that of the good file
  });

  it('is named where its bytes are to come from a foreign host', async () => {
    const file = graph.put('sas.txt', FAILING, { '@microsoft.graph.downloadUrl': 'https://files.example/sas.txt' });
    expect(await refusalOf(file)).toContain('sas.txt is kept at a place that I do not read from.');
  });

  it('is named where its place points to another', async () => {
    const file = graph.put('sas.txt', FAILING, {}, { status: 302, headers: { location: 'https://files.example/x' } });
    expect(await refusalOf(file)).toContain('points to another one, where I do not follow');
  });

  it('is named where it grows while it is read', async () => {
    const file = graph.put('sas.txt', FAILING, {}, { body: FAILING + FAILING });
    expect(await refusalOf(file)).toContain('sas.txt changed while I read it, so I took nothing of it.');
  });

  it('is named where only a part of it comes', async () => {
    const file = graph.put('sas.txt', FAILING, {}, { body: FAILING.slice(0, 100) });
    expect(await refusalOf(file)).toContain('sas.txt changed while I read it');
  });

  it('is named where it is larger than what is read at once, and is not fetched', async () => {
    const file = graph.put('huge.evtx', '', { size: 600 * 1024 * 1024 });
    expect(await refusalOf(file)).toContain('huge.evtx is larger than the 512 MB that I read at once.');
  });

  it('is named where its name lies about what it is', async () => {
    const program = `MZ${'\u0000'.repeat(100)}This program cannot be run in DOS mode.`;
    expect(await refusalOf(graph.put('sas.txt', program))).toContain('sas.txt');
    expect(await words(1)).toContain('I could not read this file');
  });

  it('is named where it is a folder', async () => {
    const { url, name } = graph.put('logs', '');
    graph.change(url, 'file', { folder: { childCount: 3 } });
    expect(await refusalOf({ name, url })).toContain('logs is a folder. Attach the files themselves, or a zip of it.');
  });

  it('is named where it is a page of OneNote', async () => {
    const { url } = graph.put('Notes', '');
    graph.change(url, 'file', { package: { type: 'oneNote' } });
    expect(await refusalOf({ name: 'Notes', url })).toContain('Notes is a OneNote page');
  });

  it('is named where a policy forbids to download it', async () => {
    const { url } = graph.put('sas.txt', FAILING);
    graph.change(url, '@microsoft.graph.downloadUrl', {});
    expect(await refusalOf({ name: 'sas.txt', url })).toContain('sas.txt may not be downloaded');
  });

  it('is named where it was deleted since', async () => {
    const file = graph.put('sas.txt', FAILING);
    graph.world.items.delete(file.url);
    later = 0;
    const post = channelPost({});
    graph.inChannel(null, post.id, [file]);
    await teams.post(post);
    await teams.until(() => graph.asked.some((path) => path.startsWith('/shares/')));
    later = 60_000;
    expect(await words(1)).toContain('sas.txt is not where the message says: it was moved or deleted.');
  });

  it('costs the other files of its message nothing', async () => {
    const post = channelPost({});
    const foreign = { name: 'bad.txt', url: 'https://files.example/bad.txt' };
    graph.inChannel(null, post.id, [foreign, graph.put('sas.txt', FAILING)]);
    await teams.post(post);
    expect(await words(1)).toContain('Infrastructure tunnel failed at main mode');
    expect(JSON.stringify((await teams.card(1)).card)).toContain('bad.txt');
  });
});

describe('A right that is missing', () => {
  const COMMAND = 'az ad app permission add --id 11111111-2222-4333-8444-555555555555';

  it('to the messages of the team is named, with who grants it and by which command', async () => {
    graph.fail(/^\/teams\//, forbidden);
    const said = await refusalOf(graph.put('sas.txt', FAILING));
    expect(said).toContain('ChannelMessage.Read.Group is missing.');
    expect(said).toContain('An owner of the team removes Tunnel Triage');
    expect(said).toContain(`${COMMAND} --api 00000003-0000-0000-c000-000000000000`);
    expect(said).toContain('Until then paste the output');
  });

  it('to the messages of a private channel is named, with who adds the bot to it', async () => {
    graph.fail(/^\/teams\//, forbidden);
    const post = channelPost({});
    const channelData = { ...post.channelData, channel: { ...post.channelData.channel, type: 'private' } };
    await teams.post({ ...post, channelData });
    expect(await words(1)).toContain('An owner of the channel adds Tunnel Triage to it');
  });

  it('to all files is named where nothing was consented', async () => {
    graph.fail(/^\/(?:shares|sites)\//, forbidden);
    const said = await refusalOf(graph.put('sas.txt', FAILING), 2);
    expect(said).toContain('I may not read sas.txt: the right to its site is missing');
    expect(said).toContain(`Grant-PnPAzureADAppSitePermission -AppId 11111111-2222-4333-8444-555555555555`);
    expect(said).toContain(`${COMMAND} --api`);
  });

  it('to one site is named with its address where sites are opened one by one', async () => {
    graph.consent(['Sites.Selected']);
    graph.fail(/^\/(?:shares|sites)\//, forbidden);
    const said = await refusalOf(graph.put('sas.txt', FAILING), 2);
    expect(said).toContain('A SharePoint administrator opens this one site to me');
    expect(said).toContain(`-Site ${SITE} -Permissions Read`);
  });

  it.each([
    ['no object', 17],
    ['half a character in its id', { id: 'contoso,\ud800' }],
  ])('to one site is named too where Graph answers for it with %s', async (_, body) => {
    graph.consent(['Sites.Selected']);
    graph.fail(/^\/shares\//, forbidden);
    graph.fail(/^\/sites\//, { status: 200, body });
    expect(await refusalOf(graph.put('sas.txt', FAILING), 2)).toContain(`-Site ${SITE} -Permissions Read`);
  });

  it('is not blamed where files may be read and this one is not given', async () => {
    graph.consent(['Files.Read.All']);
    graph.fail(/^\/(?:shares|sites)\//, forbidden);
    expect(await refusalOf(graph.put('sas.txt', FAILING))).toContain(
      'though I may read files: it was removed, or a policy',
    );
  });

  it('because it was taken away in the middle of a case is named, and what was read stays', async () => {
    const first = channelPost({});
    graph.inChannel(null, first.id, [graph.put('sas.txt', FAILING)]);
    await teams.post(first);
    await teams.card(1);
    graph.fail(/^\/(?:shares|sites|teams)\//, forbidden);
    const second = channelPost({ root: first.id });
    graph.inChannel(first.id, second.id, [graph.put('more.txt', FAILING)]);
    await teams.post(second);
    expect(await words(2)).toContain('ChannelMessage.Read.Group is missing');
    await teams.post(channelPost({ root: first.id, text: 'steps' }));
    expect(await words(3)).toContain('Steps: stopped at 10 of 20');
    await teams.post(channelPost({ root: first.id, text: FAILING }));
    expect(await words(4)).toContain('Nothing changed');
  });

  it('is named where the token is not taken', async () => {
    graph.fail(/^\/teams\//, { status: 401, body: { error: { code: 'InvalidAuthenticationToken', message: '' } } });
    expect(await refusalOf(graph.put('sas.txt', FAILING))).toContain('Microsoft Graph does not take my token');
  });

  it('because the bot is in no team is named', async () => {
    nock('https://smba.trafficmanager.net')
      .get(/\/teams\/v3\/teams\//)
      .reply(403, { error: { code: 'BotNotInConversationRoster' } });
    await teams.post(channelPost({}, false));
    expect(await words(1)).toContain('an owner of the team adds Tunnel Triage to it');
  });
});

describe('What is not there yet', () => {
  it('is waited for: a message that Graph has a moment later', async () => {
    const post = channelPost({});
    await teams.post(post);
    await teams.until(() => graph.asked.length > 0);
    graph.inChannel(null, post.id, [graph.put('sas.txt', FAILING)]);
    expect(await words(1)).toContain('Infrastructure tunnel failed at main mode');
  });

  it('is waited for: a file that the library has a moment later', async () => {
    const post = channelPost({});
    const file = graph.put('sas.txt', FAILING);
    const item = graph.world.items.get(file.url)!;
    graph.world.items.delete(file.url);
    graph.inChannel(null, post.id, [file]);
    await teams.post(post);
    await teams.until(() => graph.asked.some((path) => path.startsWith('/shares/')));
    graph.world.items.set(file.url, item);
    expect(await words(1)).toContain('Infrastructure tunnel failed at main mode');
  });
});
