/** The pool of analysis workers: real threads, with scripts in the place of the analysis where one must crash or hang. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createAnalysisPool, MAX_WAITING_ANALYSES } from '../../../bot/workers/analysis-pool';
import { type BotBundles, bundleBot } from '../../support/bot-bundles';

const AT = '2026-11-24T12:00:00Z';
let bundles: BotBundles;
let folder: string;
beforeAll(() => {
  bundles = bundleBot(['worker']);
  folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
});
afterAll(() => {
  bundles.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A worker that ends, hangs or answers, as the first upload's name says. */
function scriptedWorker(): string {
  const file = join(folder, 'scripted-worker.cjs');
  writeFileSync(
    file,
    `const { parentPort } = require('node:worker_threads');
     parentPort.on('message', ({ uploads }) => {
       if (uploads[0].name === 'crash') process.exit(3);
       if (uploads[0].name === 'throw') throw new Error('secret content of an upload');
       if (uploads[0].name === 'hang') for (;;) {}
       parentPort.postMessage({ diagnosis: uploads[0].name, evidence: null });
     });`,
  );
  return file;
}

const upload = (name: string) => [{ name, bytes: new Uint8Array() }];

describe('The pool of analysis workers', () => {
  it('analyses in a real worker', async () => {
    const pool = createAnalysisPool({ workerFile: join(bundles.folder, 'analysis-worker.cjs'), size: 1 });
    const text =
      'C:\\Windows\\system32>netsh advfirewall monitor show mmsa\r\n\r\nNo SAs match the specified criteria.\r\n\r\nC:\\Windows\\system32>';
    const { diagnosis } = await pool.analyse([{ name: 'mmsa.txt', bytes: Buffer.from(text) }], { at: AT });
    expect(diagnosis.failedStep).toBe('infra.main-mode');
    await pool.close();
  });

  it.each(['crash', 'throw'])('answers a worker that ends by "%s" with one sentence, and goes on', async (name) => {
    const pool = createAnalysisPool({ workerFile: scriptedWorker(), size: 1 });
    const [failed, next] = await Promise.allSettled([
      pool.analyse(upload(name), { at: AT }),
      pool.analyse(upload('ok'), { at: AT }),
    ]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { code: 'analysis-crashed' } });
    expect(String((failed as PromiseRejectedResult).reason)).not.toContain('secret');
    expect(next).toMatchObject({ status: 'fulfilled', value: { diagnosis: 'ok' } });
    await pool.close();
  });

  it('stops a worker that takes too long, and goes on', async () => {
    const pool = createAnalysisPool({ workerFile: scriptedWorker(), size: 1, timeLimitMs: 2000 });
    await expect(pool.analyse(upload('hang'), { at: AT })).rejects.toMatchObject({ code: 'analysis-time-limit' });
    await expect(pool.analyse(upload('ok'), { at: AT })).resolves.toMatchObject({ diagnosis: 'ok' });
    await pool.close();
  });

  it('refuses more than it can hold, and answers all others', async () => {
    const pool = createAnalysisPool({ workerFile: scriptedWorker(), size: 1 });
    const all = Array.from({ length: MAX_WAITING_ANALYSES + 2 }, () => pool.analyse(upload('ok'), { at: AT }));
    const results = await Promise.allSettled(all);
    expect(results.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'busy' } });
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(MAX_WAITING_ANALYSES + 1);
    await pool.close();
  });

  it('tells those who wait that it stops', async () => {
    const pool = createAnalysisPool({ workerFile: scriptedWorker(), size: 1 });
    const [running, waiting] = [pool.analyse(upload('hang'), { at: AT }), pool.analyse(upload('ok'), { at: AT })];
    const ended = Promise.allSettled([running, waiting]);
    await pool.close();
    expect(await ended).toMatchObject([{ reason: { code: 'analysis-crashed' } }, { reason: { code: 'stopping' } }]);
  });
});
