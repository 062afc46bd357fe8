/** Request Tracker 5, the real one: with an account that has the least rights, and every call and answer held against the document. */
import { openRequestTracker } from '../../../bot/tickets/request-tracker';
import { type TicketNote, type TicketSystem } from '../../../bot/tickets/ticket-system';
import { type DocumentedCalls, documentedCalls } from '../../support/documented-calls';
import {
  hasRequestTracker,
  NO_REQUEST_TRACKER,
  NOBODY,
  READER,
  type RequestTracker,
  startRequestTracker,
  WRITER,
} from '../../support/request-tracker';

const START_LIMIT_MS = 120_000;
/** Of RT, where nobody asks for more. */
const MESSAGES_OF_A_PAGE = 20;
const signal = new AbortController().signal;
const noteFor = (ticket: string, mark = 'tt-0123456789abcdef'): TicketNote => ({
  ticket,
  caseId: 'C-1',
  occasion: 'failed',
  mark,
  text: `A tunnel fails: Ä ✗\nWritten by Tunnel Triage, ${mark}`,
});

(hasRequestTracker ? describe : describe.skip)(
  hasRequestTracker ? 'Request Tracker' : `Request Tracker (SKIPPED: ${NO_REQUEST_TRACKER})`,
  () => {
    let tracker: RequestTracker;
    let calls: DocumentedCalls;
    beforeAll(async () => {
      tracker = await startRequestTracker();
    }, START_LIMIT_MS);
    afterAll(() => tracker.remove());
    beforeEach(() => {
      calls = documentedCalls('bot/tickets/request-tracker.openapi.yaml', tracker.url);
    });
    afterEach(() => expect(calls.faults).toEqual([]));

    const as = (account: { readonly user: string | null; readonly secret: string }): TicketSystem =>
      openRequestTracker({ url: tracker.url, ...account, table: '', fetch: calls.fetch });

    it('gets the note as a comment of the ticket, with the least rights', async () => {
      const ticket = await tracker.createTicket('No intranet');
      expect(await as(WRITER).write(noteFor(ticket), signal)).toEqual({ kind: 'written' });
      expect(await tracker.comments(ticket)).toEqual([
        { subject: 'Tunnel Triage tt-0123456789abcdef', text: noteFor(ticket).text },
      ]);
      expect(calls.called).toEqual(['ticket 200', 'subjects 200', 'comment 201']);
    });

    it('takes a token in the place of user and password', async () => {
      const ticket = await tracker.createTicket('No intranet');
      const system = as({ user: null, secret: tracker.token });
      expect(await system.check(signal)).toEqual({ kind: 'ready' });
      expect(await system.write(noteFor(ticket), signal)).toEqual({ kind: 'written' });
      expect(await tracker.comments(ticket)).toHaveLength(1);
    });

    it('gets a note once, however often it is tried, and another beside it', async () => {
      const ticket = await tracker.createTicket('No intranet');
      await as(WRITER).write(noteFor(ticket), signal);
      expect(await as(WRITER).write(noteFor(ticket), signal)).toEqual({ kind: 'there-already' });
      expect(await as(WRITER).write(noteFor(ticket, 'tt-fedcba9876543210'), signal)).toEqual({ kind: 'written' });
      expect(await tracker.comments(ticket)).toHaveLength(2);
    });

    it(
      'finds the mark again among more messages than one page of the web interface has',
      async () => {
        const ticket = await tracker.createTicket('No intranet');
        await as(WRITER).write(noteFor(ticket), signal);
        await tracker.comment(ticket, MESSAGES_OF_A_PAGE);
        expect(await as(WRITER).write(noteFor(ticket), signal)).toEqual({ kind: 'there-already' });
      },
      START_LIMIT_MS,
    );

    it.each([
      ['a wrong password', { user: WRITER.user, secret: 'wrong' }, { kind: 'never', why: '401' }],
      ['an account without any right', NOBODY, { kind: 'never', why: '403' }],
      ['an account that may only read', READER, { kind: 'never', why: '400' }],
    ])('refuses %s, and gets nothing', async (_, account, answer) => {
      const ticket = await tracker.createTicket('No intranet');
      expect(await as(account).write(noteFor(ticket), signal)).toEqual(answer);
      expect(await tracker.comments(ticket)).toEqual([]);
    });

    it('has no ticket of a number that was never given', async () => {
      expect(await as(WRITER).write(noteFor('4711'), signal)).toEqual({ kind: 'never', why: '404' });
    });

    it('says whether the sign-in holds', async () => {
      expect(await as(WRITER).check(signal)).toEqual({ kind: 'ready' });
      expect(await as({ user: WRITER.user, secret: 'wrong' }).check(signal)).toEqual({ kind: 'never', why: '401' });
    });
  },
);

describe('The number of a ticket of Request Tracker', () => {
  const { keyOf } = openRequestTracker({ url: 'https://rt.example.com', user: null, secret: '', table: '', fetch });
  it.each([
    ['12345', '12345'],
    ['#12', '12'],
    ['RT#0012', '12'],
    ['ticket 7', '7'],
    ['0', null],
    ['12/comment', null],
    ['INC12', null],
  ])('is known in %j as %j', (written, key) => expect(keyOf(written)).toBe(key));
});
