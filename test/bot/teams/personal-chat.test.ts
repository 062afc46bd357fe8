/** The personal chat: files and pasted text in, one card out, through the real adapter with authentication on. */
import nock from 'nock';

import { MAX_FILE_BYTES } from '../../../bot/uploads/upload-bounds';
import { message } from '../../support/bot-activities';
import { ASSOCIATIONS, failingClient, healthyClient, windowOf } from '../../support/bot-outputs';
import { startTeams, type TeamsAround } from '../../support/bot-teams';
import { wordsOf } from '../../support/card-words';

const SHAREPOINT = 'https://contoso-my.sharepoint.com';
const fileUrl = (name: string) => `${SHAREPOINT}/download/${name}?tempauth=secret`;

let teams: TeamsAround;
beforeEach(async () => {
  teams = await startTeams();
});
afterEach(() => teams.close());

/** SharePoint answers with 400 where a bearer is sent along. */
const sharePoint = (name: string, body: string) =>
  nock(SHAREPOINT, { badheaders: ['authorization'] })
    .get(`/download/${name}?tempauth=secret`)
    .reply(200, body);

describe('A file in the personal chat', () => {
  it('is fetched without the token of the bot and answered with the failed step', async () => {
    const download = sharePoint('sas.txt', windowOf(failingClient(), ASSOCIATIONS));
    expect((await teams.post(message('', [{ name: 'sas.txt', url: fileUrl('sas.txt') }]))).status).toBe(200);
    expect(wordsOf((await teams.card(1)).card)).toContain('Infrastructure tunnel failed at main mode');
    expect(download.isDone()).toBe(true);
  });

  it('shows that something is going on before the answer comes', async () => {
    sharePoint('sas.txt', windowOf(failingClient(), ASSOCIATIONS));
    await teams.post(message('', [{ name: 'sas.txt', url: fileUrl('sas.txt') }]));
    await teams.card(1);
    expect(teams.sent.map(({ type }) => type)).toEqual(['typing', 'message']);
  });

  it('makes one answer together with the other files of its message', async () => {
    sharePoint('mmsa.txt', windowOf(healthyClient(), 'netsh advfirewall monitor show mmsa'));
    sharePoint('qmsa.txt', windowOf(healthyClient(), 'netsh advfirewall monitor show qmsa'));
    await teams.post(
      message(
        'here they are',
        ['mmsa.txt', 'qmsa.txt'].map((name) => ({ name, url: fileUrl(name) })),
      ),
    );
    expect(wordsOf((await teams.card(1)).card)).toContain('Both tunnels are up');
  });

  it('keeps its name apart from another of the same name', async () => {
    sharePoint('a', windowOf(healthyClient(), 'netsh advfirewall monitor show mmsa'));
    sharePoint('b', windowOf(healthyClient(), 'netsh advfirewall monitor show qmsa'));
    await teams.post(
      message(
        '',
        ['a', 'b'].map((path) => ({ name: 'out.txt', url: fileUrl(path) })),
      ),
    );
    expect(JSON.stringify((await teams.card(1)).card)).toContain('out (2).txt');
  });

  it('that nobody can read is answered with what can be read', async () => {
    sharePoint('notes.txt', 'Buy milk and bread.');
    await teams.post(message('', [{ name: 'notes.txt', url: fileUrl('notes.txt') }]));
    expect(wordsOf((await teams.card(1)).card)).toContain('I could not read this file');
  });
});

describe('A file that is not fetched', () => {
  const refusalOf = async (url: string): Promise<string> => {
    await teams.post(message('', [{ name: 'sas.txt', url }]));
    return wordsOf((await teams.card(1)).card);
  };

  it.each([
    'https://files.example/sas.txt',
    'http://contoso-my.sharepoint.com/sas.txt',
    'https://169.254.169.254/latest',
    'file:///etc/passwd',
  ])('is named, because %s is no place for files of Teams', async (url) => {
    expect(await refusalOf(url)).toContain('sas.txt is kept at a place that I do not read from.');
  });

  it('is named where its place points to another', async () => {
    nock(SHAREPOINT)
      .get('/download/sas.txt?tempauth=secret')
      .reply(302, '', { location: 'https://files.example/sas.txt' });
    expect(await refusalOf(fileUrl('sas.txt'))).toContain('points to another one, where I do not follow');
  });

  it('is named where its address has lapsed', async () => {
    nock(SHAREPOINT).get('/download/sas.txt?tempauth=secret').reply(403);
    expect(await refusalOf(fileUrl('sas.txt'))).toContain('The address of sas.txt has lapsed. Send the file again.');
  });

  it('is named where it says that it is too large', async () => {
    nock(SHAREPOINT)
      .get('/download/sas.txt?tempauth=secret')
      .reply(200, 'x', { 'content-length': String(MAX_FILE_BYTES + 1) });
    expect(await refusalOf(fileUrl('sas.txt'))).toContain('sas.txt is larger than the 512 MB that I read at once.');
  });

  it('costs the other files of its message nothing', async () => {
    sharePoint('sas.txt', windowOf(failingClient(), ASSOCIATIONS));
    const files = [
      { name: 'bad.txt', url: 'https://files.example/bad.txt' },
      { name: 'sas.txt', url: fileUrl('sas.txt') },
    ];
    await teams.post(message('', files));
    const { card } = await teams.card(1);
    expect(wordsOf(card)).toContain('Infrastructure tunnel failed at main mode');
    expect(JSON.stringify(card)).toContain('bad.txt');
  });
});
