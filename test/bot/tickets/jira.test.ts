/** Jira, answered by nock: every call and every answer is held against the document. */
import nock from 'nock';

import { openJira } from '../../../bot/tickets/jira';
import { type TicketNote, type TicketSystem } from '../../../bot/tickets/ticket-system';
import { type DocumentedCalls, documentedCalls } from '../../support/documented-calls';

const URL = 'https://example.atlassian.net';
const COMMENTS = '/rest/api/3/issue/NET-12/comment';
const NEWEST = { orderBy: '-created', maxResults: '50' };
const note: TicketNote = {
  ticket: 'NET-12',
  caseId: 'C-1',
  occasion: 'failed',
  mark: 'tt-0123456789abcdef',
  text: 'A tunnel fails.\nWritten by Tunnel Triage, tt-0123456789abcdef',
};
const ours = {
  type: 'doc',
  version: 1,
  content: [{ type: 'codeBlock', content: [{ type: 'text', text: note.text }] }],
};

let calls: DocumentedCalls;
let jira: TicketSystem;
beforeEach(() => {
  nock.disableNetConnect();
  calls = documentedCalls('bot/tickets/jira.openapi.yaml', URL);
  jira = openJira({ url: URL, user: 'bot@example.com', secret: 'token', table: '', fetch: calls.fetch });
});
afterEach(() => {
  expect(calls.faults).toEqual([]);
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
  nock.enableNetConnect();
});
afterAll(() => nock.restore());

const signal = new AbortController().signal;
const write = () => jira.write(note, signal);
const signedIn = { reqheaders: { authorization: `Basic ${Buffer.from('bot@example.com:token').toString('base64')}` } };
const listed = (...bodies: readonly object[]) => ({
  total: bodies.length,
  comments: bodies.map((body, index) => ({ id: String(index + 1), body })),
});

describe('Jira', () => {
  it('gets the note as an internal comment in the Atlassian Document Format', async () => {
    const posted: unknown[] = [];
    nock(URL, signedIn).get(COMMENTS).query(NEWEST).reply(200, listed());
    nock(URL, signedIn)
      .post(COMMENTS, (body) => {
        posted.push(body);
        return true;
      })
      .reply(201, { id: '7', jsdPublic: false });
    expect(await write()).toEqual({ kind: 'written' });
    expect(posted).toEqual([{ body: ours, properties: [{ key: 'sd.public.comment', value: { internal: true } }] }]);
    expect(calls.called).toEqual(['comments 200', 'addComment 201']);
  });

  it('is not written to again where the mark of the note is there', async () => {
    nock(URL)
      .get(COMMENTS)
      .query(NEWEST)
      .reply(200, listed({ type: 'doc', content: [] }, ours));
    expect(await write()).toEqual({ kind: 'there-already' });
  });

  it.each([
    [401, { kind: 'never', why: '401' }],
    [403, { kind: 'never', why: '403' }],
    [404, { kind: 'never', why: '404' }],
    [503, { kind: 'later', why: '503', afterMs: 0 }],
  ])('answers %d in the way that its meaning asks for', async (status, answer) => {
    nock(URL)
      .get(COMMENTS)
      .query(NEWEST)
      .reply(status, { errorMessages: ['Not this one.'] });
    expect(await write()).toEqual(answer);
  });

  it('is left alone for as long as it asks after 429', async () => {
    nock(URL).get(COMMENTS).query(NEWEST).reply(200, listed());
    nock(URL).post(COMMENTS).reply(429, undefined, { 'retry-after': '17' });
    expect(await write()).toEqual({ kind: 'later', why: '429', afterMs: 17_000 });
  });

  it('that answers with a page instead of JSON is tried again', async () => {
    nock(URL).get('/rest/api/3/myself').reply(200, '<html>Sign in</html>', { 'content-type': 'text/html' });
    // The document is not asked: a page is no answer of the API.
    jira = openJira({ url: URL, user: 'u', secret: 's', table: '', fetch: (request) => fetch(request) });
    await expect(jira.check(signal)).rejects.toMatchObject({ code: 'ticket-answer-no-json' });
  });

  it('that leads elsewhere is not followed, because the token would go along', async () => {
    nock(URL).get('/rest/api/3/myself').reply(302, '', { location: 'https://elsewhere.example.com/' });
    jira = openJira({ url: URL, user: 'u', secret: 's', table: '', fetch: (request) => fetch(request) });
    expect(await jira.check(signal)).toEqual({ kind: 'never', why: '302' });
  });

  it('that answers with more than can be read is tried again', async () => {
    nock(URL)
      .get(COMMENTS)
      .query(NEWEST)
      .reply(200, `{"comments":[],"total":0,"x":"${'x'.repeat(5_000_000)}"}`);
    await expect(write()).rejects.toMatchObject({ code: 'ticket-answer-too-large' });
  });

  it('says whether the sign-in holds', async () => {
    nock(URL, signedIn).get('/rest/api/3/myself').reply(200, { accountId: '5b10' });
    nock(URL).get('/rest/api/3/myself').reply(401, { message: 'no' });
    expect([await jira.check(signal), await jira.check(signal)]).toEqual([
      { kind: 'ready' },
      { kind: 'never', why: '401' },
    ]);
  });

  it.each([
    ['net-12', 'NET-12'],
    [' NET-12 ', 'NET-12'],
    ['NET-0', null],
    ['NET-12/../13', null],
    ['12', null],
  ])('knows its key in %j as %j', (written, key) => expect(jira.keyOf(written)).toBe(key));
});
