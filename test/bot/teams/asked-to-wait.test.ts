/** Microsoft 365 asks the bot to wait: it does, as long as nobody in the conversation waits for something else. */
import nock from 'nock';

import { channelPost } from '../../support/channel-activities';
import { ASSOCIATIONS, failingClient, windowOf } from '../../support/bot-outputs';
import { startTeams, type TeamsAround } from '../../support/bot-teams';
import { wordsOf } from '../../support/card-words';
import { type GraphAround } from '../../support/graph-around';
import { startTeamsWithGraph } from '../../support/teams-with-graph';

let graph: GraphAround;
let teams: TeamsAround;
/** Added to the clock of the bot. */
let later = 0;
const now = (): number => Date.now() + later;
// Before the bot is there: what it begins with is not set back.
beforeEach(() => {
  later = 0;
});
// Also the bot that a test has started anew.
afterEach(() => teams.close());
startTeamsWithGraph((around) => ({ graph, teams } = around), {}, now);

const FAILING = windowOf(failingClient(), ASSOCIATIONS);
const words = async (count: number): Promise<string> => wordsOf((await teams.card(count)).card);

/** A message of a thread, a file for it, and the place of the file's bytes, which answers as the test has it. */
async function postWithFile() {
  const file = graph.put('sas.txt', FAILING);
  nock.cleanAll();
  await teams.close();
  teams = await startTeams(undefined, now, {}, graph.access);
  const { origin, pathname, search } = new URL(graph.world.items.get(file.url)!['@microsoft.graph.downloadUrl']!);
  return { post: channelPost({}), file, place: () => nock(origin).get(`${pathname}${search}`) };
}

describe('A service that asks to wait', () => {
  const throttled = { status: 429, headers: { 'retry-after': '2' } };

  it('is not asked again before that, by this thread or another, and is asked then', async () => {
    graph.fail(/^\/teams\//, throttled, 1);
    const posts = [channelPost({}), channelPost({})];
    for (const post of posts) graph.inChannel(null, post.id, [graph.put('sas.txt', FAILING)]);
    await teams.post(posts[0]!);
    await teams.until(() => graph.asked.length > 0);
    const begun = Date.now();
    await teams.post(posts[1]!);
    await teams.until(() => graph.asked.length > 1);
    expect(Date.now() - begun).toBeGreaterThan(1500);
    await teams.card(2);
    expect(await words(2)).toContain('Infrastructure tunnel failed at main mode');
  });

  it('for no time at all is not asked without a pause', async () => {
    graph.fail(/^\/teams\//, { status: 429, headers: { 'retry-after': '0' } });
    await teams.post(channelPost({}));
    await teams.until(() => graph.asked.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(graph.asked).toHaveLength(1);
  });

  it('for the bytes of a file is obeyed too', async () => {
    const { post, file, place } = await postWithFile();
    place().reply(429, '', { 'retry-after': '1' });
    place().reply(200, FAILING);
    graph.inChannel(null, post.id, [file]);
    await teams.post(post);
    expect(await words(1)).toContain('Infrastructure tunnel failed at main mode');
  });

  it('does not hold back a pasted output for long', async () => {
    graph.fail(/^\/teams\//, { status: 429, headers: { 'retry-after': '300' } });
    await teams.post(channelPost({ text: FAILING }));
    expect(await words(1)).toContain('Infrastructure tunnel failed at main mode');
    expect(JSON.stringify((await teams.card(1)).card)).toContain('Microsoft 365 asks me to wait');
  });

  it('does not hold back for long what is pasted after the message that waits for it', async () => {
    graph.fail(/^\/teams\//, { status: 429, headers: { 'retry-after': '300' } });
    const waits = channelPost({});
    await teams.post(waits);
    await teams.until(() => graph.asked.length > 0);
    await teams.post(channelPost({ root: waits.id, text: FAILING }));
    later = 61_000;
    expect(await words(1)).toContain('have not read the files of the message before it');
    expect(await words(2)).toContain('Infrastructure tunnel failed at main mode');
  });

  it('holds back a word that no answer waits for, as long as it takes', async () => {
    graph.fail(/^\/teams\//, { status: 429, headers: { 'retry-after': '100' } }, 1);
    const waits = channelPost({});
    graph.inChannel(null, waits.id, [graph.put('sas.txt', FAILING)]);
    await teams.post(waits);
    await teams.until(() => graph.asked.length > 0);
    await teams.post(channelPost({ root: waits.id, text: 'thanks' }));
    later = 62_000;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    later = 102_000;
    expect(await words(1)).toContain('Infrastructure tunnel failed at main mode');
  });

  it('for the bytes of a file is not asked again when the bot looks who waits behind', async () => {
    const { post, file, place } = await postWithFile();
    let asked = 0;
    place()
      .times(2)
      .reply(() => (asked++ === 0 ? [429, '', { 'retry-after': '100' }] : [200, FAILING]));
    graph.inChannel(null, post.id, [file]);
    await teams.post(post);
    await teams.until(() => asked === 1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    later = 30_000;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(asked).toBe(1);
    // Also where the job was put back only after the clock had gone on.
    later = 140_000;
    expect(await words(1)).toContain('Infrastructure tunnel failed at main mode');
  });

  it('for a quarter of an hour is given up with a sentence', async () => {
    graph.fail(/^\/teams\//, throttled);
    await teams.post(channelPost({}));
    await teams.until(() => graph.asked.length > 0);
    later = 16 * 60_000;
    expect(await words(1)).toContain('Microsoft 365 has asked me to wait for 15 minutes');
  });
});
