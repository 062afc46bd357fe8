/** The script as a file in the personal chat: offered, taken or declined, and put where Teams said and nowhere else. */
import nock from 'nock';

import { collectScript } from '../../../analyzers/index';
import { channelMessage, consent, message, press } from '../../support/bot-activities';
import { type Sent, startTeams, type TeamsAround } from '../../support/bot-teams';
import { wordsOf } from '../../support/card-words';

const SHAREPOINT = 'https://contoso-my.sharepoint.com';
const UPLOAD_PATH = '/personal/alex/_api/v2.0/drive/items/01/uploadSession?guid=1&tempauth=secret';
const CLIENT = { shell: 'cmd', on: 'client' } as const;
const { script } = collectScript(CLIENT);
const SIZE = Buffer.byteLength(script);

const place = (uploadUrl = `${SHAREPOINT}${UPLOAD_PATH}`) => ({
  uploadUrl,
  contentUrl: `${SHAREPOINT}/personal/alex/Documents/collect-client.cmd`,
  name: 'collect-client.cmd',
  uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D',
  fileType: 'cmd',
});

let teams: TeamsAround;
beforeEach(async () => {
  teams = await startTeams();
});
afterEach(() => teams.close());

const attached = (kind: 'consent' | 'info'): readonly Sent[] =>
  teams.sent.filter(
    ({ attachment }) => attachment?.contentType === `application/vnd.microsoft.teams.card.file.${kind}`,
  );
const removed = (): readonly string[] =>
  teams.sent.filter(({ method }) => method === 'DELETE').map(({ activityId }) => activityId);

async function offered(): Promise<Sent> {
  await teams.until(() => attached('consent').length > 0);
  return attached('consent')[0]!;
}
const accept = (to: object, offer = 'sent-2') =>
  teams.post(consent({ action: 'accept', context: CLIENT, uploadInfo: to }, offer));

/** SharePoint answers with 400 where a bearer is sent along. */
const storage = (status: number) =>
  nock(SHAREPOINT, { badheaders: ['authorization'], reqheaders: { 'content-range': `bytes 0-${SIZE - 1}/${SIZE}` } })
    .put(UPLOAD_PATH, script)
    .reply(status, '{}');

describe('The script as a file', () => {
  it('is offered below the card, with its size and what it does', async () => {
    await teams.post(message('script'));
    const offer = await offered();
    expect(wordsOf((await teams.card(1)).card)).toContain('Gather everything at once');
    expect(offer.attachment).toMatchObject({
      name: 'collect-client.cmd',
      content: { sizeInBytes: SIZE, acceptContext: CLIENT, declineContext: CLIENT },
    });
  });

  it.each([
    ['script server powershell', 'collect-server.ps1'],
    ['script powershell', 'collect-client.ps1'],
  ])('is that of the machine and the shell that was asked for: %s', async (text, name) => {
    await teams.post(message(text));
    expect((await offered()).attachment?.name).toBe(name);
  });

  it('comes by the button of the welcome card too', async () => {
    await teams.post(message('hello'));
    const { activityId, card } = await teams.card(1);
    expect(wordsOf(card)).toContain('Or collect everything at once');
    const { body } = await teams.post(press('collect', { case: 'C-1' }, activityId));
    expect(JSON.parse(body)).toMatchObject({ value: 'The script is below.' });
    expect((await offered()).attachment?.name).toBe('collect-client.cmd');
  });

  it('is not offered in a channel, where Teams takes no file of a bot', async () => {
    await teams.post(channelMessage('script', true));
    expect(wordsOf((await teams.card(1)).card)).toContain('Gather everything at once');
    await teams.post(channelMessage('steps', true));
    await teams.card(2);
    expect(attached('consent')).toEqual([]);
  });
});

describe('A script that is taken', () => {
  it('is put where Teams said, in one range and without the token of the bot, and shown there', async () => {
    const put = storage(201);
    const { status, body } = await accept(place());
    expect([status, body]).toEqual([200, '']);
    await teams.until(() => attached('info').length > 0 && removed().length > 0);
    expect(put.isDone()).toBe(true);
    expect(attached('info')[0]?.attachment).toEqual({
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      name: 'collect-client.cmd',
      contentUrl: place().contentUrl,
      content: { uniqueId: place().uniqueId, fileType: 'cmd' },
    });
    expect(removed()).toEqual(['sent-2']);
  });

  it('is tried again where the storage cannot take it at the moment', async () => {
    storage(503);
    const put = storage(200);
    await accept(place());
    await teams.until(() => attached('info').length > 0);
    expect(put.isDone()).toBe(true);
  });

  it('is told of with a reference where the storage never takes it', async () => {
    for (let time = 0; time < 3; time += 1) storage(503);
    await accept(place());
    expect(wordsOf((await teams.card(1)).card)).toContain('I could not finish this');
    expect([attached('info'), removed()]).toEqual([[], []]);
  });

  it('whose place has lapsed is told of in one sentence', async () => {
    storage(404);
    await accept(place());
    expect(wordsOf((await teams.card(1)).card)).toContain(
      'the place for it has lapsed. Write script to be asked again.',
    );
  });

  it('is put once, however often the answer is delivered', async () => {
    storage(201);
    const answer = consent({ action: 'accept', context: CLIENT, uploadInfo: place() }, 'sent-2');
    await teams.post(answer);
    expect((await teams.post(answer)).status).toBe(200);
    await teams.until(() => attached('info').length > 0);
    await teams.post(message('steps'));
    await teams.card(1);
    expect(attached('info')).toHaveLength(1);
  });

  it.each([
    'https://files.example/upload',
    'http://contoso-my.sharepoint.com/upload',
    'https://169.254.169.254/latest',
    'https://contoso-my.sharepoint.com.evil.example/upload',
    'http://127.0.0.1:3978/api/messages',
  ])('is not put at %s', async (address) => {
    await accept(place(address));
    expect(wordsOf((await teams.card(1)).card)).toContain('was to be put at a place that I do not write to.');
  });
});

describe('A script that is declined', () => {
  it('goes nowhere, and the question goes away', async () => {
    await teams.post(consent({ action: 'decline', context: CLIENT }, 'sent-2'));
    expect(wordsOf((await teams.card(1)).card)).toContain('The line to paste gathers the same');
    await teams.until(() => removed().length > 0);
    expect(removed()).toEqual(['sent-2']);
  });
});

it.each([
  {},
  { action: 'accept', context: CLIENT },
  { action: 'accept', context: { shell: 'sh', on: 'client' }, uploadInfo: place() },
  { action: 'take', context: CLIENT, uploadInfo: place() },
])('An answer that no question of the bot can have is not taken in: %j', async (value) => {
  expect((await teams.post(consent(value, 'sent-2'))).status).toBe(501);
});
