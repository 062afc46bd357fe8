/** The message that shows how far a long reading has come, with the clock set forward. */
import { type ReadingProgress } from '../../../analyzers/index';
import {
  CHANGED_EVERY_MS,
  createReadingMessage,
  FIRST_SHOWN_MS,
  type ProgressPoster,
} from '../../../bot/teams/reading-progress';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const MEGABYTE = 1024 * 1024;
const at = (megabytes: number, matches = 14): ReadingProgress => ({
  name: 'Security.evtx',
  totalBytes: 256 * MEGABYTE,
  bytesRead: megabytes * MEGABYTE,
  matches,
  allBytesRead: megabytes * MEGABYTE,
});

/** A conversation that keeps what was posted and changed in it; each takes `delayMs`. */
function conversation(delayMs = 0) {
  const said: string[] = [];
  const slowly = () => new Promise((resolve) => setTimeout(resolve, delayMs));
  const poster: ProgressPoster = {
    post: async ({ speak }) => {
      await slowly();
      said.push(`posted: ${speak}`);
      return 'message-1';
    },
    replace: async (id, { speak }) => {
      await slowly();
      said.push(`${id}: ${speak}`);
    },
  };
  return { said, poster };
}

describe('A long reading', () => {
  it('is shown after two seconds, then changed at a sane rate, and hands its message to the answer', async () => {
    const { said, poster } = conversation();
    const message = createReadingMessage(poster);
    message.onProgress(at(4, 0));
    await jest.advanceTimersByTimeAsync(FIRST_SHOWN_MS - 10);
    expect(said).toEqual([]);
    message.onProgress(at(120));
    await jest.advanceTimersByTimeAsync(20);
    expect(said).toEqual(['posted: Reading Security.evtx, 256 MB: 120 MB read, 14 matches so far.']);
    for (let step = 121; step <= 140; step += 1) {
      message.onProgress(at(step, 15));
      await jest.advanceTimersByTimeAsync((CHANGED_EVERY_MS - 100) / 20);
    }
    expect(said).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(200);
    expect(said[1]).toBe('message-1: Reading Security.evtx, 256 MB: 140 MB read, 15 matches so far.');
    expect(await message.end()).toBe('message-1');
    message.onProgress(at(150));
    await jest.advanceTimersByTimeAsync(10 * CHANGED_EVERY_MS);
    expect(said).toHaveLength(2);
  });

  it('is not changed where it has come no further', async () => {
    const { said, poster } = conversation();
    const message = createReadingMessage(poster);
    message.onProgress(at(4));
    await jest.advanceTimersByTimeAsync(FIRST_SHOWN_MS + 5 * CHANGED_EVERY_MS);
    expect(said).toHaveLength(1);
    await message.end();
  });

  it('that waited for its turn is shown soon after it began', async () => {
    const { said, poster } = conversation();
    const message = createReadingMessage(poster);
    await jest.advanceTimersByTimeAsync(10 * FIRST_SHOWN_MS);
    expect(said).toEqual([]);
    message.onProgress(at(1));
    await jest.advanceTimersByTimeAsync(1000);
    expect(said).toHaveLength(1);
    await message.end();
  });

  it('that ends while its message is on its way waits for it, so that the answer replaces it', async () => {
    const { said, poster } = conversation(3000);
    const message = createReadingMessage(poster);
    message.onProgress(at(4));
    await jest.advanceTimersByTimeAsync(FIRST_SHOWN_MS + 1000);
    const ended = message.end();
    await jest.advanceTimersByTimeAsync(5000);
    expect(await ended).toBe('message-1');
    expect(said).toHaveLength(1);
  });

  it('does not overrun a slow connector', async () => {
    const { said, poster } = conversation(4 * CHANGED_EVERY_MS);
    const message = createReadingMessage(poster);
    for (let step = 1; step <= 60; step += 1) {
      message.onProgress(at(step));
      await jest.advanceTimersByTimeAsync(1000);
    }
    expect(said.length).toBeLessThanOrEqual(3);
    const ended = message.end();
    await jest.advanceTimersByTimeAsync(8 * CHANGED_EVERY_MS);
    expect(await ended).toBe('message-1');
  });
});

describe('A short reading', () => {
  it('shows nothing', async () => {
    const { said, poster } = conversation();
    const message = createReadingMessage(poster);
    message.onProgress(at(4));
    await jest.advanceTimersByTimeAsync(FIRST_SHOWN_MS - 1);
    expect(await message.end()).toBeNull();
    await jest.advanceTimersByTimeAsync(10 * CHANGED_EVERY_MS);
    expect(said).toEqual([]);
  });
});

describe('A message that cannot be shown', () => {
  it('is tried once, and the reading goes on', async () => {
    let tries = 0;
    const message = createReadingMessage({
      post: () => {
        tries += 1;
        return Promise.reject(new Error('429'));
      },
      replace: () => Promise.resolve(),
    });
    for (let step = 1; step <= 20; step += 1) {
      message.onProgress(at(step));
      await jest.advanceTimersByTimeAsync(1000);
    }
    expect(tries).toBe(1);
    expect(await message.end()).toBeNull();
  });

  it('stays as it was where it cannot be changed any more, and the answer still takes its place', async () => {
    let changes = 0;
    const message = createReadingMessage({
      post: () => Promise.resolve('message-1'),
      replace: () => {
        changes += 1;
        return Promise.reject(new Error('404'));
      },
    });
    for (let step = 1; step <= 30; step += 1) {
      message.onProgress(at(step));
      await jest.advanceTimersByTimeAsync(1000);
    }
    expect(changes).toBe(1);
    expect(await message.end()).toBe('message-1');
  });
});
