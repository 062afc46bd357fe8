/** What becomes of a message that the connector refuses: tried again, given up, or the conversation is gone. */
import { refusalOf } from '../../../bot/teams/delivery';

const answered = (statusCode: number, retryAfter?: string): Error =>
  Object.assign(new Error(), {
    statusCode,
    response: { headers: new Headers(retryAfter === undefined ? {} : { 'retry-after': retryAfter }) },
  });

describe('A message that was refused', () => {
  it.each([412, 429, 502, 504])('with %d is tried again', (status) => {
    expect(refusalOf(answered(status), false)).toMatchObject({ kind: 'later', why: String(status) });
  });

  it('waits as long as the connector says, in seconds or until a date', () => {
    expect(refusalOf(answered(429, '7'), false)).toMatchObject({ afterMs: 7000 });
    const date = new Date(Date.now() + 90_000).toUTCString();
    const refusal = refusalOf(answered(429, date), false);
    expect(refusal).toMatchObject({ kind: 'later' });
    expect('afterMs' in refusal ? refusal.afterMs : 0).toBeGreaterThan(80_000);
  });

  it('is tried again where nobody answered at all', () => {
    const refused = Object.assign(new Error(), { code: 'ECONNREFUSED' });
    expect(refusalOf(refused, false)).toEqual({ kind: 'later', why: 'ECONNREFUSED', afterMs: 0 });
  });

  it.each([403, 404])('with %d is never sent again, and neither is anything else there', (status) => {
    expect(refusalOf(answered(status), false).kind).toBe('gone');
  });

  it('because the message that it replaces was deleted says nothing of the conversation', () => {
    expect(refusalOf(answered(404), true).kind).toBe('never');
  });

  it.each([400, 413])('with %d would be refused again', (status) => {
    expect(refusalOf(answered(status), false).kind).toBe('never');
  });
});
