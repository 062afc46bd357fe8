/** The log of the real program: a line for each event, joined by its id, and nothing of what anybody sent. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type BotBundles, bundleBot } from '../support/bot-bundles';
import { ASSOCIATIONS, failingClient, windowOf } from '../support/bot-outputs';
import { type BotProcess, startBotProcess } from '../support/bot-process';
import { describeHomes } from '../support/homes';

let bundles: BotBundles;
let bot: BotProcess;
let folder: string;
beforeAll(() => {
  bundles = bundleBot(['main', 'worker', 'page']);
});
afterAll(() => bundles.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Line {
  readonly code: string;
  readonly event?: string;
  readonly kind?: string;
  readonly end?: string;
  readonly type?: string;
  readonly outcome?: string;
}

const linesOf = ({ logged }: BotProcess): readonly Line[] =>
  logged()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

const DEADLINE_MS = 20_000;

async function until(met: () => boolean): Promise<void> {
  for (const end = Date.now() + DEADLINE_MS; !met();) {
    if (Date.now() > end) throw new Error(`It did not come: ${bot.logged()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const sentCards = (): number => linesOf(bot).filter(({ code, kind }) => code === 'job' && kind === 'send').length;

const say = async (text: string, name: string): Promise<void> => {
  const answer = await fetch(`${bot.origin}/chat/files?name=${encodeURIComponent(name)}`, {
    method: 'PUT',
    body: text,
  });
  if (!answer.ok) throw new Error(`The file was not taken: ${answer.status} ${await answer.text()}`);
  const { id } = (await answer.json()) as { readonly id: string };
  const sent = await fetch(`${bot.origin}/chat/messages`, {
    method: 'POST',
    body: JSON.stringify({ text: 'the sentence of a person', files: [{ id, name }] }),
  });
  expect(sent.ok).toBe(true);
};

describeHomes('The log', (_open, of) => {
  beforeEach(async () => {
    bot = await startBotProcess(bundles.folder, folder, { LOG_LEVEL: 'trace', ...(await of.settings()) });
    await fetch(`${bot.origin}/chat`);
  });
  afterEach(() => bot.stop());

  it('joins an activity with the jobs that come of it by one id', async () => {
    await say(windowOf(failingClient(), ASSOCIATIONS), 'sas.txt');
    await until(() => linesOf(bot).some(({ code, type }) => code === 'turn' && type === 'message'));
    const turn = linesOf(bot).find(({ code, type }) => code === 'turn' && type === 'message');
    expect(turn).toMatchObject({ outcome: 'answered-later', event: expect.stringMatching(/^[0-9a-f]{16}$/) as string });
    const comeOfIt = (): readonly (string | undefined)[] =>
      linesOf(bot)
        .filter(({ code, event }) => code === 'job' && event === turn?.event)
        .map(({ kind, end }) => `${kind} ${end}`);
    await until(() => comeOfIt().includes('send done'));
    expect(comeOfIt()).toEqual(expect.arrayContaining(['take-in done', 'send done']));
  });

  it('tells events apart that come at the same time', async () => {
    await Promise.all([say('one', 'a.txt'), say('two', 'b.txt'), say('three', 'c.txt')]);
    await until(() => sentCards() >= 3);
    const events = (code: string, wanted: (line: Line) => boolean): readonly (string | undefined)[] =>
      linesOf(bot)
        .filter((line) => line.code === code && wanted(line))
        .map(({ event }) => event)
        .sort();
    const turns = events('turn', ({ type }) => type === 'message');
    expect(new Set(turns).size).toBe(3);
    expect(events('job', ({ kind }) => kind === 'take-in')).toEqual(turns);
  });

  it('has nothing of what anybody sent, at any level', async () => {
    const text = windowOf(failingClient(), ASSOCIATIONS);
    await say(`${text}\nMARKER-7f3a corp.contoso.example\n`, 'LAPTOP-of-Alex.txt');
    await fetch(`${bot.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer MARKER-7f3a.b.c' },
      body: JSON.stringify({ type: 'MARKER-7f3a', text: 'MARKER-7f3a' }),
    });
    await until(() => sentCards() >= 1 && linesOf(bot).some(({ code }) => code === 'no-activity'));
    const logged = bot.logged();
    const told = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.length > 12);
    expect(told.length).toBeGreaterThan(1);
    for (const word of [...told, 'MARKER', 'the sentence of a person', 'LAPTOP', 'Alex', 'contoso']) {
      expect(logged).not.toContain(word);
    }
  });
});
