/** A job that was told to wait looks behind itself meanwhile, and asks nobody before the time. */
import { createToldToWait, WaitError } from '../../../bot/teams/wait-error';

const told = new WaitError('throttled', 100_000);

describe('A job that was told to wait', () => {
  it('looks behind itself in a while, is told the rest of its time then, and may ask when that is up', () => {
    let now = 0;
    const waits = createToldToWait(() => now);
    expect(waits.pause('job', told)).toBe(15_000);
    now = 15_000;
    expect(() => waits.check('job')).toThrow(expect.objectContaining({ code: 'throttled', afterMs: 85_000 }) as Error);
    expect(waits.pause('job', new WaitError('throttled', 85_000))).toBe(15_000);
    now = 100_000;
    expect(() => waits.check('job')).not.toThrow();
  });

  it('comes back no later than it was told', () => {
    expect(createToldToWait(() => 0).pause('job', new WaitError('away', 2000))).toBe(2000);
  });

  it('keeps nobody else waiting', () => {
    const waits = createToldToWait(() => 0);
    waits.pause('job', told);
    expect(() => waits.check('other')).not.toThrow();
  });

  it('does not wait by a clock that was set back', () => {
    let now = 3_600_000;
    const waits = createToldToWait(() => now);
    waits.pause('job', told);
    now = 0;
    expect(() => waits.check('job')).not.toThrow();
  });
});
