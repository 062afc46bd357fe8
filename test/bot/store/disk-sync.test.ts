/** Waiting for the disk: nobody is told that something is kept by a sync that may have begun before it was written, or after one that failed. */
import { createDiskSync } from '../../../bot/store/disk-sync';

/** A disk whose syncs end when they are told to: a real one cannot be made to fail, nor to wait. */
function slowDisk() {
  const begun: { readonly end: () => void; readonly fail: (error: Error) => void }[] = [];
  let closed = false;
  const disk = createDiskSync({
    datasync: () =>
      new Promise<void>((resolve, reject) => {
        begun.push({ end: resolve, fail: reject });
      }),
    close: () => {
      closed = true;
      return Promise.resolve();
    },
  });
  return { disk, begun, isClosed: () => closed };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Whoever waits for the disk', () => {
  it('while a sync runs waits for the next one, together with all others who came meanwhile', async () => {
    const { disk, begun } = slowDisk();
    const told: string[] = [];
    const first = disk.synced().then(() => told.push('first'));
    await turn();
    const later = ['second', 'third'].map((name) => disk.synced().then(() => told.push(name)));
    await turn();
    expect(begun).toHaveLength(1);
    begun[0]?.end();
    await first;
    await turn();
    expect([told, begun.length]).toEqual([['first'], 2]);
    begun[1]?.end();
    await Promise.all(later);
    expect(begun).toHaveLength(2);
  });

  it('is told of a failure, and so is everybody after it', async () => {
    const { disk, begun } = slowDisk();
    const first = disk.synced();
    await turn();
    const second = disk.synced();
    begun[0]?.fail(new Error('EIO'));
    await expect(first).rejects.toThrow('EIO');
    await expect(second).rejects.toThrow('EIO');
    await expect(disk.synced()).rejects.toThrow('EIO');
    expect(begun).toHaveLength(1);
  });

  it('keeps the file open until the sync that runs is over', async () => {
    const { disk, begun, isClosed } = slowDisk();
    const waiting = disk.synced();
    await turn();
    const closing = disk.close();
    await turn();
    expect(isClosed()).toBe(false);
    begun[0]?.end();
    await Promise.all([waiting, closing]);
    expect(isClosed()).toBe(true);
  });
});
