/** ServiceNow, answered by nock: every call and every answer is held against the document. */
import nock from 'nock';

import { openServiceNow } from '../../../bot/tickets/service-now';
import { type TicketNote, type TicketSystem } from '../../../bot/tickets/ticket-system';
import { type DocumentedCalls, documentedCalls } from '../../support/documented-calls';

const URL = 'https://example.service-now.com';
const SYS_ID = '9d385017c611228701d22104cc95c371';
const TABLE = '/api/now/table/incident';
const ONE = {
  sysparm_query: 'number=INC0012345',
  sysparm_fields: 'sys_id,work_notes',
  sysparm_display_value: 'true',
  sysparm_limit: '1',
};
const FIELDS = { sysparm_fields: 'sys_id,number' };
const note: TicketNote = {
  ticket: 'INC0012345',
  caseId: 'C-1',
  occasion: 'failed',
  mark: 'tt-0123456789abcdef',
  text: 'A tunnel fails.\nWritten by Tunnel Triage, tt-0123456789abcdef',
};

let calls: DocumentedCalls;
let system: TicketSystem;
beforeEach(() => {
  nock.disableNetConnect();
  calls = documentedCalls('bot/tickets/service-now.openapi.yaml', URL);
  system = openServiceNow({ url: URL, user: 'triage', secret: 'secret', table: 'incident', fetch: calls.fetch });
});
afterEach(() => {
  expect(calls.faults).toEqual([]);
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
  nock.enableNetConnect();
});
afterAll(() => nock.restore());

const signal = new AbortController().signal;
const write = () => system.write(note, signal);
const signedIn = { reqheaders: { authorization: `Basic ${Buffer.from('triage:secret').toString('base64')}` } };
const refused = { error: { message: 'User Not Authenticated', detail: null }, status: 'failure' };

describe('ServiceNow', () => {
  it('gets the note as a work note of the record with that number', async () => {
    const patched: unknown[] = [];
    nock(URL, signedIn)
      .get(TABLE)
      .query(ONE)
      .reply(200, { result: [{ sys_id: SYS_ID, work_notes: '' }] });
    nock(URL, signedIn)
      .patch(`${TABLE}/${SYS_ID}`, (body) => {
        patched.push(body);
        return true;
      })
      .query(FIELDS)
      .reply(200, { result: { sys_id: SYS_ID, number: 'INC0012345' } });
    expect(await write()).toEqual({ kind: 'written' });
    expect(patched).toEqual([{ work_notes: note.text }]);
  });

  it('is not written to again where a work note has the mark', async () => {
    const journal = `2026-11-24 10:00:00 - Triage (Work notes)\n${note.text}\n\n`;
    nock(URL)
      .get(TABLE)
      .query(ONE)
      .reply(200, { result: [{ sys_id: SYS_ID, work_notes: journal }] });
    expect(await write()).toEqual({ kind: 'there-already' });
  });

  it('that lists no record has none that may be seen', async () => {
    nock(URL).get(TABLE).query(ONE).reply(200, { result: [] });
    expect(await write()).toEqual({ kind: 'never', why: '404' });
  });

  it.each([
    [401, { kind: 'never', why: '401' }],
    [403, { kind: 'never', why: '403' }],
    [500, { kind: 'later', why: '500', afterMs: 0 }],
  ])('answers %d in the way that its meaning asks for', async (status, answer) => {
    nock(URL)
      .get(TABLE)
      .query(ONE)
      .reply(200, { result: [{ sys_id: SYS_ID }] });
    nock(URL).patch(`${TABLE}/${SYS_ID}`).query(FIELDS).reply(status, refused);
    expect(await write()).toEqual(answer);
  });

  it('is left alone for as long as it asks after 429', async () => {
    nock(URL).get(TABLE).query(ONE).reply(429, undefined, { 'retry-after': '60' });
    expect(await write()).toEqual({ kind: 'later', why: '429', afterMs: 60_000 });
  });

  it('that answers with another shape is tried again', async () => {
    nock(URL).get(TABLE).query(ONE).reply(200, { result: 'none' });
    system = openServiceNow({
      url: URL,
      user: 'u',
      secret: 's',
      table: 'incident',
      fetch: (request) => fetch(request),
    });
    await expect(write()).rejects.toMatchObject({ code: 'ticket-answer-unexpected' });
  });

  it('says whether the sign-in holds', async () => {
    const query = { sysparm_fields: 'sys_id', sysparm_limit: '1' };
    nock(URL, signedIn).get(TABLE).query(query).reply(200, { result: [] });
    nock(URL).get(TABLE).query(query).reply(401, refused);
    expect([await system.check(signal), await system.check(signal)]).toEqual([
      { kind: 'ready' },
      { kind: 'never', why: '401' },
    ]);
  });

  it.each([
    ['inc0012345', 'INC0012345'],
    ['INC0012345^ORnumber=INC1', null],
    ['12345', null],
  ])('knows its number in %j as %j', (written, key) => expect(system.keyOf(written)).toBe(key));
});
