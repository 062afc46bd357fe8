/** The pool of analysis workers: real threads, with scripts in the place of the analysis where one must crash or hang. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type ReadingProgress } from '../../../analyzers/index';
import { createAnalysisPool, MAX_WAITING_ANALYSES, type PoolWatch } from '../../../bot/workers/analysis-pool';
import { type BotBundles, bundleBot } from '../../support/bot-bundles';
import { sampleEvents, xmlLog } from '../../support/sample-logs';

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
       if (uploads[0].name === 'throw later') setTimeout(() => { throw new Error('after its answer'); }, 20);
       const progress = (allBytesRead) =>
         parentPort.postMessage({
           progress: { name: uploads[0].name, totalBytes: null, bytesRead: allBytesRead, matches: 0, allBytesRead },
         });
       if (uploads[0].name === 'stuck') {
         progress(1024);
         for (;;) {}
       }
       if (uploads[0].name === 'long') {
         progress(100 * 1024 * 1024);
         const end = Date.now() + 3000;
         while (Date.now() < end);
       }
       parentPort.postMessage({ diagnosis: uploads[0].name, evidence: null });
     });`,
  );
  return file;
}

const upload = (name: string) => [{ name, bytes: new Uint8Array() }];
const taskOf = (name: string) => ({ uploads: upload(name), context: { at: AT } });

describe('The pool of analysis workers', () => {
  it('analyses in a real worker', async () => {
    const pool = createAnalysisPool({ workerFile: join(bundles.folder, 'analysis-worker.cjs'), size: 1 });
    const text =
      'C:\\Windows\\system32>netsh advfirewall monitor show mmsa\r\n\r\nNo SAs match the specified criteria.\r\n\r\nC:\\Windows\\system32>';
    const { diagnosis } = await pool.analyse([{ name: 'mmsa.txt', bytes: Buffer.from(text) }], { at: AT });
    expect(diagnosis.failedStep).toBe('infra.main-mode');
    await pool.close();
  });

  it('says which case it is of which nothing can be read, and goes on with the same thread', async () => {
    const pool = createAnalysisPool({ workerFile: join(bundles.folder, 'analysis-worker.cjs'), size: 1 });
    const { head } = await pool.analyse([], { at: AT });
    const read = (log: readonly string[]) => pool.analyse([], { at: AT, kept: { id: 'C-7', head, log } });
    await expect(read(['{"schema":"tunnel-triage/case/1","readings":[{]}'])).rejects.toMatchObject({
      name: 'ServiceError',
      code: 'case-unreadable',
      message: expect.stringContaining('Case C-7 ') as string,
    });
    expect((await read([])).head.calls).toBe(head.calls + 1);
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

  it('goes on after a worker that crashed when it had answered, and gives its thread no more to do', async () => {
    const pool = createAnalysisPool({ workerFile: scriptedWorker(), size: 1 });
    await pool.analyse(upload('throw later'), { at: AT });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await pool.analyse(upload('after'), { at: AT })).toMatchObject({ diagnosis: 'after' });
    await pool.close();
  });

  it('says of what cannot be given to a thread that it cannot, and goes on', async () => {
    const pool = createAnalysisPool({ workerFile: scriptedWorker(), size: 1 });
    const uncloneable = { ...taskOf('never'), context: { at: AT, kept: (): void => undefined } } as never;
    await expect(pool.analyseWhenFree(() => Promise.resolve(uncloneable))).rejects.toThrow('could not be cloned');
    expect(await pool.analyse(upload('after'), { at: AT })).toMatchObject({ diagnosis: 'after' });
    await pool.close();
  });

  it('stops a worker that takes too long, and goes on', async () => {
    const pool = createAnalysisPool({ workerFile: scriptedWorker(), size: 1, timeLimitMs: 2000 });
    await expect(pool.analyse(upload('hang'), { at: AT })).rejects.toMatchObject({ code: 'analysis-time-limit' });
    await expect(pool.analyse(upload('ok'), { at: AT })).resolves.toMatchObject({ diagnosis: 'ok' });
    await pool.close();
  });

  it('gives more time to who reads more, and none to who is stuck', async () => {
    const pool = createAnalysisPool({ workerFile: scriptedWorker(), size: 1, timeLimitMs: 2000 });
    await expect(pool.analyse(upload('long'), { at: AT })).resolves.toMatchObject({ diagnosis: 'long' });
    await expect(pool.analyse(upload('stuck'), { at: AT })).rejects.toMatchObject({ code: 'analysis-time-limit' });
    await pool.close();
  });

  it('ends an analysis for which nobody waits any more, running or waiting, and goes on', async () => {
    const pool = createAnalysisPool({ workerFile: scriptedWorker(), size: 1 });
    const [first, second] = [new AbortController(), new AbortController()];
    const running = new Promise<void>((resolve) => {
      const watch = { signal: first.signal, onProgress: () => first.abort() };
      pool.analyse(upload('stuck'), { at: AT }, watch).catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'analysis-cancelled' });
        resolve();
      });
    });
    const waiting = pool.analyse(upload('ok'), { at: AT }, { signal: second.signal });
    second.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'analysis-cancelled' });
    await running;
    await expect(pool.analyse(upload('ok'), { at: AT })).resolves.toMatchObject({ diagnosis: 'ok' });
    await expect(pool.analyse(upload('ok'), { at: AT }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'analysis-cancelled',
    });
    await pool.close();
  });

  it('reads a log that lies on the disk as it reads one in memory, and tells how far it has come', async () => {
    const pool = createAnalysisPool({ workerFile: join(bundles.folder, 'analysis-worker.cjs'), size: 1 });
    const bytes = xmlLog(sampleEvents(60_000));
    const path = join(folder, 'kept');
    writeFileSync(path, bytes);
    const told: ReadingProgress[] = [];
    const kept = await pool.analyse(
      [{ name: 'Security.xml', path, size: bytes.length }],
      { at: AT },
      {
        onProgress: (progress) => told.push(progress),
      },
    );
    const held = await pool.analyse([{ name: 'Security.xml', bytes }], { at: AT });
    expect(kept).toEqual(held);
    expect(kept.diagnosis.uploads).toMatchObject([{ name: 'Security.xml', bytes: bytes.length, status: 'analysed' }]);
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ name, totalBytes }) => name === 'Security.xml' && totalBytes === bytes.length)).toBe(true);
    await pool.close();
  }, 60_000);

  it('says of a file that is gone that it could not be read, and reads the others', async () => {
    const pool = createAnalysisPool({ workerFile: join(bundles.folder, 'analysis-worker.cjs'), size: 1 });
    const gone = { name: 'Security.evtx', path: join(folder, 'gone'), size: 1000 };
    const { diagnosis } = await pool.analyse([gone, { name: 'a.txt', bytes: Buffer.from('Hello.') }], { at: AT });
    expect(diagnosis.uploads).toMatchObject([
      { name: 'Security.evtx', status: 'rejected', problems: [{ code: 'unreadable' }] },
      { name: 'a.txt', status: 'unrecognised' },
    ]);
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

  it('asks for what it analyses when a thread is free for it, and goes on where that cannot be had', async () => {
    const pool = createAnalysisPool({ workerFile: scriptedWorker(), size: 1 });
    const asked: string[] = [];
    const named = (name: string, watch?: PoolWatch) =>
      pool.analyseWhenFree(() => {
        asked.push(name);
        return name === 'gone' ? Promise.reject(new Error(name)) : Promise.resolve(taskOf(name));
      }, watch);
    const ending = new AbortController();
    const whileItRuns: (readonly string[])[] = [];
    const onProgress = (): void => {
      whileItRuns.push([...asked]);
      ending.abort();
    };
    const all = [named('stuck', { signal: ending.signal, onProgress }), named('gone'), named('ok')];
    expect(await Promise.allSettled(all)).toMatchObject([
      { reason: { code: 'analysis-cancelled' } },
      { reason: { message: 'gone' } },
      { value: { diagnosis: 'ok' } },
    ]);
    expect(whileItRuns).toEqual([['stuck']]);
    expect(asked).toEqual(['stuck', 'gone', 'ok']);
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
