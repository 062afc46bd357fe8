/** An answer within the time that a client waits for it. */
import { answeredInTime, INVOKE_LIMIT_MS } from '../../../bot/teams/answer-in-time';
import { DIALOG_WAIT_MS } from '../../../bot/teams/answer-in-dialog';
import { ROSTER_LIMIT_MS } from '../../../bot/teams/roster';

const later = <Value>(milliseconds: number, value: Value): Promise<Value> =>
  new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));

describe('An answer to an invoke', () => {
  it('is that of the work where it comes in time', async () => {
    expect(await answeredInTime(later(1, 'done'), 1000, () => 'late')).toBe('done');
  });

  it('is a word of its own where the work takes longer, and the work goes on', async () => {
    let ended = false;
    const work = later(120, 'done').then((value) => {
      ended = true;
      return value;
    });
    expect(await answeredInTime(work, 20, () => 'late')).toBe('late');
    expect(ended).toBe(false);
    expect(await work).toBe('done');
  });

  it('fails as the work does', async () => {
    await expect(answeredInTime(Promise.reject(new Error('broken')), 1000, () => 'late')).rejects.toThrow('broken');
  });

  it('has room for the question to the roster and for the wait in a dialog, and stays below five seconds', () => {
    expect(ROSTER_LIMIT_MS + DIALOG_WAIT_MS).toBeLessThan(INVOKE_LIMIT_MS);
    expect(INVOKE_LIMIT_MS).toBeLessThan(5000);
  });
});
