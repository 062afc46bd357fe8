/** `npm run status`: what the operator sees of the work that waits, and how dead jobs are tried again, whether the bot runs or not. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

import { insertJob } from '../../../bot/jobs/job-rows';
import { type BotBundles, bundleBot } from '../../support/bot-bundles';
import { startBotProcess } from '../../support/bot-process';
import { describeHomes } from '../../support/homes';
import { until } from '../../support/job-instances';

let bundles: BotBundles;
beforeAll(() => {
  bundles = bundleBot(['main', 'worker', 'page', 'status', 'stats']);
});
afterAll(() => bundles.remove());

interface Said {
  readonly status: number | string | null | undefined;
  readonly output: string;
  readonly errors: string;
}

const statusOf = (settings: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Said> =>
  saidBy('status.cjs', settings, words);

const saidBy = (program: string, settings: Readonly<Record<string, string>>, words: readonly string[]): Promise<Said> =>
  new Promise((resolve) => {
    const options = { cwd: bundles.folder, env: { PATH: process.env['PATH'], ...settings } };
    execFile(process.execPath, [join(bundles.folder, program), ...words], options, (error, output, errors) =>
      resolve({ status: error === null ? 0 : error.code, output, errors }),
    );
  });

describeHomes('The status', (open, of) => {
  /** A message to a conversation that is not known: tried again, it is dropped. */
  async function plantDeadJob(): Promise<string> {
    const home = await open();
    const message = { what: 'card', conversation: 'msteams/nobody', card: {}, shows: null };
    const id = await home.db
      .transaction()
      .execute((tx) => insertJob(tx, { kind: 'send', payload: message }, Date.now()));
    await home.db
      .updateTable('jobs')
      .set({ state: 'dead', attempts: 20, last_error: '502' })
      .where('id', '=', id!)
      .execute();
    await home.close();
    return id!;
  }

  it('lists kinds, states and dead jobs, with the command that tries them again', async () => {
    const id = await plantDeadJob();
    const { status, output } = await statusOf(await of.settings());
    expect(status).toBe(0);
    expect(output).toMatch(
      /^jobs +pending +running +done +dead +cancelled +due +oldest due\nsend +0 +0 +0 +1 +0 +0 +-\n/,
    );
    expect(output).toMatch(new RegExp(`${id} +send +20 attempts +502 +\\d{4}-`));
    expect(output).toContain('npm run status -- --retry ID (or all)');
  });

  it('tries a dead job again while the bot runs', async () => {
    const id = await plantDeadJob();
    const settings = await of.settings();
    const bot = await startBotProcess(bundles.folder, settings['TUNNEL_TRIAGE_DATA'] ?? '.data', settings);
    const retried = await statusOf(settings, '--retry', id);
    expect(retried).toMatchObject({ status: 0, output: '1 job is tried again.\n' });
    await until(async () => /^send +0 +0 +0 +0 +1 /m.test((await statusOf(settings)).output));
    const metrics = await (await fetch(`${bot.origin}/metrics`)).text();
    expect(metrics).toContain('tunnel_triage_jobs{kind="send",state="cancelled"} 1\n');
    await bot.stop();
  });

  it('says in one sentence what cannot be tried again', async () => {
    const settings = await of.settings();
    const unknown = await statusOf(settings, '--retry', '11111111-2222-4333-8444-555555555555');
    expect(unknown.status).toBe(1);
    expect(unknown.errors).toMatch(/^No dead job has the id 11111111-[^\n]+\n$/);
    expect((await statusOf(settings, '--retry')).errors).toMatch(/^Write npm run status[^\n]+\n$/);
  });

  it('stands beside the statistics, which are the same while the bot runs and after it', async () => {
    const home = await open();
    await home.db
      .insertInto('counted_facts')
      .values([
        { week: Date.parse('2026-11-02T00:00:00Z'), fact: 'case', value: '', count: 7 },
        { week: Date.parse('2026-11-02T00:00:00Z'), fact: 'failed-step', value: 'infra.main-mode', count: 4 },
      ])
      .execute();
    await home.close();
    const settings = await of.settings();
    const bot = await startBotProcess(bundles.folder, settings['TUNNEL_TRIAGE_DATA'] ?? '.data', settings);
    const running = await saidBy('stats.cjs', settings, ['--json']);
    await bot.stop();
    const afterwards = await saidBy('stats.cjs', settings, ['--json']);
    expect(JSON.parse(running.output)).toMatchObject({ total: { cases: 7 } });
    expect(afterwards).toEqual(running);
    const table = await saidBy('stats.cjs', settings, []);
    expect(table.output).toMatch(/^week of +cases +failed +solved +commands +most failed step/);
    expect(table.output).toMatch(/\nall +7 +4 +0 +- +infra\.main-mode +-\n/);
    const wrong = await saidBy('stats.cjs', settings, ['--weeks']);
    expect([wrong.status, wrong.errors]).toEqual([1, expect.stringContaining('Write npm run stats')]);
  });
});
