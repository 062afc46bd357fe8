/** The door of the bot with authentication on: who may enter, and what those hear who may not. */
import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { readConfig } from '../../bot/config';
import { backUp } from '../../bot/operate/back-up';
import { message, channelMessage } from '../support/bot-activities';
import { fromNow, TENANT_ID } from '../support/bot-issuer';
import { startTeams, type TeamsAround } from '../support/bot-teams';

let teams: TeamsAround;
beforeAll(async () => {
  // The token library prints each key that did not fit; the door's own log says what there is to say.
  jest.spyOn(console, 'error').mockImplementation();
  teams = await startTeams();
});
afterAll(() => teams.close());

const REFUSED = { status: 401, body: 'The sender is not authenticated.' };

/** The rows of everything that a message leaves behind, from a backup: the bot alone may open its file. */
async function keptRows(): Promise<Readonly<Record<string, number>>> {
  const backup = join(teams.dataFolder, `${randomUUID()}.sqlite`);
  await backUp(readConfig({ TUNNEL_TRIAGE_DATA: teams.dataFolder }), [backup]);
  const file = new Database(backup, { readonly: true });
  try {
    const count = (from: string): number => Number(file.prepare(`select count(*) from ${from}`).pluck().get());
    const tables = ['conversations', 'people', 'cases', 'case_entries', 'seen_activities', 'audit'];
    return {
      ...Object.fromEntries(tables.map((table) => [table, count(table)])),
      jobs: count(`jobs where kind <> 'prune'`),
    };
  } finally {
    file.close();
  }
}

const FOREIGN_ID = '99999999-2222-4333-8444-555555555555';

const WRONG_TOKENS: readonly (readonly [string, () => string | null])[] = [
  ['no token', () => null],
  ['no token but a word', () => 'abc'],
  ['an expired token', () => teams.issuer.token({ nbf: fromNow(-7200), exp: fromNow(-3600) })],
  ['a token that does not count yet', () => teams.issuer.token({ nbf: fromNow(3600), exp: fromNow(7200) })],
  ['a token for somebody else', () => teams.issuer.token({ aud: FOREIGN_ID })],
  ['a token of somebody else', () => teams.issuer.token({ iss: 'https://issuer.example' })],
  ['a token for another service', () => teams.issuer.token({ serviceurl: 'https://smba.trafficmanager.net/other/' })],
  ['a forged signature', () => teams.issuer.forged()],
  ['no signature', () => teams.issuer.unsigned()],
  ['the public key taken for a shared secret', () => teams.issuer.confused()],
  ['a key of another channel', () => teams.issuer.ofAnotherChannel()],
];

describe('The door', () => {
  it('keeps nothing of whom it refuses, nor of another tenant, and what a message of ours leaves', async () => {
    const empty = await keptRows();
    expect(new Set(Object.values(empty))).toEqual(new Set([0]));
    for (const [, token] of WRONG_TOKENS) expect(await teams.post(message('help'), token())).toEqual(REFUSED);
    expect(await teams.post({ ...message('help'), serviceUrl: undefined })).toEqual(REFUSED);
    const foreign = { id: 'a:foreign', conversationType: 'personal', tenantId: FOREIGN_ID };
    expect((await teams.post({ ...message('help'), conversation: foreign })).status).toBe(200);
    expect(await keptRows()).toEqual(empty);
    // So that the zeros mean something.
    await teams.post({ ...message('help'), conversation: { ...foreign, id: 'a:ours', tenantId: TENANT_ID } });
    expect(await keptRows()).toMatchObject({ conversations: 1, people: 1, seen_activities: 1 });
  });

  it('lets a token of the Bot Connector in, and answers with a token of its own', async () => {
    expect((await teams.post(message('help'))).status).toBe(200);
    const { authorization, card } = await teams.card(1);
    expect(authorization).toBe('Bearer outbound-token');
    expect(JSON.stringify(card)).toContain('What you can send and write');
  });

  it.each(WRONG_TOKENS)('refuses %s with the same words', async (_what, token) => {
    expect(await teams.post(message('help'), token())).toEqual(REFUSED);
  });

  it('refuses an activity without a service address, whose token could not be tied to it', async () => {
    expect(await teams.post({ ...message('help'), serviceUrl: undefined })).toEqual(REFUSED);
  });

  it.each([
    'http://smba.trafficmanager.net/teams/',
    'https://smba.trafficmanager.net.example/teams/',
    'https://smba.trafficmanager.net:8443/teams/',
    'https://user@smba.trafficmanager.net/teams/',
    'https://127.0.0.1/teams/',
    'nonsense',
  ])('sends no token to the service address %s, even when a token names it', async (serviceUrl) => {
    expect(
      await teams.post({ ...message('help'), serviceUrl }, teams.issuer.token({ serviceurl: serviceUrl })),
    ).toEqual(REFUSED);
  });

  it('refuses a body that is no activity', async () => {
    expect(await teams.post({ text: 'help' })).toEqual({ status: 400, body: 'The body is no activity.' });
  });

  it.each(['conversation', 'recipient'])(
    'refuses an activity without a %s, which could not be answered',
    async (part) => {
      expect(await teams.post({ ...message('help'), [part]: undefined })).toMatchObject({ status: 400 });
    },
  );

  it.each([
    ['an entity without a kind', { entities: [{ mentioned: { id: '28:bot' } }] }],
    ['an entity of nothing', { entities: [null] }],
    ['a mention of nobody', { entities: [{ type: 'Mention', text: '<at>Bot</at>' }] }],
    ['an id that no address can have', { id: 'a\ud800' }],
    ['an id of a conversation that no header can have', { conversation: { id: '19:\u2028' } }],
    ['a text that is an object with a length, which cannot be measured', { text: { length: { toString: 'none' } } }],
  ])('refuses %s, which the libraries would fall over', async (_what, part) => {
    expect(await teams.post({ ...channelMessage('help', true), ...part })).toMatchObject({ status: 400 });
  });

  it.each([
    ['no text', { text: undefined }],
    ['null for a text', { text: null }],
    ['null for its entities', { entities: null }],
  ])('takes a message with %s', async (_what, part) => {
    expect(await teams.post({ ...channelMessage('help', true), ...part })).toMatchObject({ status: 200 });
  });

  it('acknowledges an activity of a kind that has the name of a member of every object', async () => {
    expect(await teams.post({ ...message('help'), type: 'constructor' })).toMatchObject({ status: 200 });
  });

  it('refuses a body that is larger than a message can be', async () => {
    expect((await teams.post(message('x'.repeat(300_000)))).status).toBe(413);
  });

  it('refuses a compressed body before it is unpacked', async () => {
    const response = await fetch(`${teams.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: '{}',
    });
    expect(response.status).toBe(415);
  });

  it('says of broken JSON no more than that it cannot be answered', async () => {
    const response = await fetch(`${teams.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"type": "secret',
    });
    expect([response.status, await response.text()]).toEqual([400, '{"error":"This request cannot be answered."}']);
  });

  it('does not close an idle connection before the front ends of Azure do, after four minutes', async () => {
    const { headers } = await fetch(`${teams.origin}/healthz`);
    expect(Number(/^timeout=(\d+)$/.exec(headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(4 * 60);
  });

  it('has no local chat', async () => {
    expect((await fetch(`${teams.origin}/chat`)).status).toBe(404);
  });

  it('answers that it lives, that it is ready, and what it has counted', async () => {
    const [alive, ready, metrics] = await Promise.all(
      ['healthz', 'readyz', 'metrics'].map((path) => fetch(`${teams.origin}/${path}`)),
    );
    expect([alive?.status, ready?.status]).toEqual([200, 200]);
    expect(await metrics?.text()).toMatch(/^tunnel_triage_turns_refused_total [1-9]\d*$/m);
  });
});
