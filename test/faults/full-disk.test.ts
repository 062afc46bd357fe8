/**
 * The disk of the embedded home is full for a while: nothing is acknowledged that could not be kept, what was acknowledged stays, and the bot goes on
 * by itself when there is room again. A file system in memory of a few megabytes is the disk, which takes the right to mount one.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type BotBundles, bundleBot } from '../support/bot-bundles';
import { hasOpenssl, NO_OPENSSL } from '../support/loopback-cloud';
import { cloudScene, pasted } from './cloud-scene';

const TEST_LIMIT_MS = 150_000;
const PIECE = Buffer.alloc(4096, 1);

/** A small file system; null where this account may not mount one. */
function smallDisk(): string | null {
  if (process.platform !== 'linux') return null;
  const folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}

/** Leaves no byte free. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, PIECE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
}

const disk = hasOpenssl ? smallDisk() : null;
const why = hasOpenssl ? 'no file system can be mounted by this account' : NO_OPENSSL;

let bundles: BotBundles;
beforeAll(() => {
  bundles = bundleBot(['main', 'worker', 'page']);
});
afterAll(() => {
  bundles.remove();
  if (disk === null) return;
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

(disk === null ? it.skip : it)(
  disk === null
    ? `SKIPPED: ${why}`
    : 'A full disk loses nothing that was acknowledged, and the bot goes on when there is room',
  async () => {
    const filler = join(disk!, 'filler');
    const scene = await cloudScene(bundles.folder, {}, join(disk!, 'data'));
    const { bot, post } = scene;
    try {
      bot.start();
      await bot.listens();
      expect(await post(pasted('a:person-before', 'before'))).toBe(200);
      await scene.until(() => scene.answers('a:person-before', 'before') > 0);
      await scene.settled();

      fill(filler);
      const statuses: number[] = [];
      // The log of the store may have some room left in what it has already.
      for (let turn = 0; turn < 40; turn += 1) statuses.push(await post(pasted(`a:person-${turn}`, `full-${turn}`)));
      expect(statuses.at(-1)).toBe(500);
      expect(statuses.filter((status) => status !== 200 && status !== 500)).toEqual([]);
      expect((await fetch(`${bot.origin}/healthz`)).status).toBe(200);

      rmSync(filler);
      // As Teams does it: what was not acknowledged comes again.
      for (const [turn, status] of statuses.entries()) {
        if (status === 500) expect(await post(pasted(`a:person-${turn}`, `full-${turn}`))).toBe(200);
      }
      await scene.until(() => statuses.every((_, turn) => scene.answers(`a:person-${turn}`, `full-${turn}`) > 0));
      await scene.settled();
      expect((await fetch(`${bot.origin}/readyz`)).status).toBe(200);
      await bot.stop();
      const people = ['a:person-before', ...statuses.map((_, turn) => `a:person-${turn}`)];
      for (const person of people) expect([person, await scene.uploadsOf(person)]).toEqual([person, 1]);
    } finally {
      await scene.close();
    }
  },
  TEST_LIMIT_MS,
);
