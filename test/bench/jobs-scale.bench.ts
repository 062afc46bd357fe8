/**
 * Follow-ups that fall due all at once, served by 1, 2 and 4 real bots on one PostgreSQL: throughput side by side, each delivery counted by
 * a connector on the loopback interface. `BENCH_FOLLOW_UPS` sets how many (10,000). Processes share the machine's cores with the database
 * and the connector, so the ratios say as much about the machine as about the bot; the milliseconds of a processor for each follow-up say what
 * bounds it. `BENCH_PROCESSES` names other numbers of processes.
 */
import { cpus } from 'node:os';
import { sql } from 'kysely';

import { analyse, emptyCase } from '../../analyzers/index';
import { createFollowUps } from '../../bot/cases/follow-ups';
import { openJobEngine } from '../../bot/jobs/open-job-engine';
import { createLog } from '../../bot/log';
import { caseNumber } from '../../bot/store/case-id';
import { keepCase, openCase } from '../../bot/store/case-rows';
import { rememberConversation } from '../../bot/store/conversations';
import { type Home } from '../../bot/store/home';
import { openHome } from '../../bot/store/open-home';
import { meetPerson } from '../../bot/store/people';
import { readConfig } from '../../bot/config';
import { killedBot } from '../faults/killed-bot';
import { bundleBot } from '../support/bot-bundles';
import { ASSOCIATIONS, failingClient, windowOf } from '../support/bot-outputs';
import { type CountingConnector, startCountingConnector } from '../support/counting-connector';
import { freePort } from '../support/free-port';
import { type PostgresServer, startPostgres } from '../support/postgres';
import { processorMs } from '../support/processor-time';

const COUNT = Number(process.env['BENCH_FOLLOW_UPS'] ?? 10_000);
const PROCESSES = (process.env['BENCH_PROCESSES'] ?? '1,2,4').split(',').map(Number);
const LATENCY_MS = 5;
const CASES_AT_A_TIME = 50;
/** Transactions at a time that make the cases. */
const SEEDERS = 8;
const LIMIT_MS = 20 * 60 * 1000;

/** Any hour will do, so that all of them may be sent now. */
const ANY_HOUR = {
  TUNNEL_TRIAGE_FOLLOW_UP_HOURS: '00:00-24:00',
  TUNNEL_TRIAGE_FOLLOW_UP_DAYS: 'mon-sun',
  TUNNEL_TRIAGE_FOLLOW_UP_QUIET: 'none',
  TUNNEL_TRIAGE_FOLLOW_UP_DELAYS: '4h, 1d, 1d',
};

interface Outcome {
  readonly processes: number;
  readonly seconds: number;
  readonly lost: number;
  readonly doubled: number;
  readonly connections: number;
  /** Milliseconds of a processor for each follow-up. */
  readonly botMs: number;
  readonly databaseMs: number;
}

async function main(): Promise<void> {
  const server = await startPostgres({ flushed: true });
  const connector = await startCountingConnector(LATENCY_MS);
  const bundles = bundleBot(['main', 'worker', 'page']);
  try {
    const seeded = await server.createDatabase();
    const bytes = await seed(seeded, connector.serviceUrl);
    process.stdout.write(
      `${COUNT} cases with a follow-up each, ${(bytes / COUNT / 1024).toFixed(1)} kB of database for each; ${cpus().length} cores\n`,
    );
    const outcomes: Outcome[] = [];
    print(COLUMNS);
    for (const processes of PROCESSES) {
      const outcome = await serve(server, seeded, connector, bundles.folder, processes);
      outcomes.push(outcome);
      printOutcome(outcome, outcomes[0] ?? outcome);
    }
    if (outcomes.some(({ lost, doubled }) => lost + doubled > 0)) process.exitCode = 1;
  } finally {
    await connector.close();
    bundles.remove();
    server.remove();
  }
}

/** The bytes that the cases take in the database. */
async function seed(databaseUrl: string, serviceUrl: string): Promise<number> {
  const log = createLog('silent');
  const home = await openHome({ databaseUrl, dataFolder: '' }, log);
  const jobs = await openJobEngine(home, databaseUrl, Date.now, log);
  const before = await sizeOf(home);
  const followUps = createFollowUps({
    enqueue: jobs.enqueue,
    cancelJob: jobs.cancel,
    outbox: { send: nothing, replace: nothing },
    settings: readConfig(ANY_HOUR).prompts,
    now: Date.now,
  });
  const pasted = { name: 'pasted-1.txt', bytes: Buffer.from(windowOf(failingClient(), ASSOCIATIONS)) };
  const { evidence, diagnosis } = await analyse([pasted], { at: new Date().toISOString(), earlier: emptyCase });
  const seedFrom = (first: number): Promise<void> =>
    jobs.transaction(async (tx) => {
      for (let number = first; number < Math.min(COUNT, first + CASES_AT_A_TIME); number += 1) {
        const at = Date.now();
        const person = `tenant/person-${number}`;
        const conversation = `msteams/a:person-${number}`;
        const place = { tenant: 'tenant', scope: 'personal', team: null } as const;
        await rememberConversation(tx, conversation, referenceTo(number, serviceUrl), place, at);
        await meetPerson(tx, person, { name: `Person ${number}`, timeZone: 'Europe/Berlin', locale: 'en-US' }, at);
        const begun = await openCase(tx, conversation, { at, person });
        await keepCase(tx, begun, { ...begun, evidence, diagnosis }, { at, person });
        await followUps.planFollowUp(tx, { caseNumber: caseNumber(begun.id) ?? 0, conversation, person, at });
      }
    });
  let next = 0;
  const seeder = async (): Promise<void> => {
    while (next < COUNT) {
      const first = next;
      next += CASES_AT_A_TIME;
      await seedFrom(first);
    }
  };
  await Promise.all(Array.from({ length: SEEDERS }, seeder));
  const bytes = (await sizeOf(home)) - before;
  await jobs.stop(0);
  await home.close();
  return bytes;
}

const nothing = (): Promise<void> => Promise.resolve();

/** As the SDK would have kept it. */
const referenceTo = (number: number, serviceUrl: string) => ({
  user: { id: `29:person-${number}`, name: `Person ${number}` },
  bot: { id: '28:bot', name: 'Tunnel Triage' },
  conversation: { id: `a:person-${number}`, conversationType: 'personal', tenantId: 'tenant' },
  channelId: 'msteams',
  serviceUrl,
});

async function sizeOf({ db }: Home): Promise<number> {
  const { rows } = await sql<{ readonly bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(
    db,
  );
  return Number(rows[0]?.bytes);
}

async function serve(
  server: PostgresServer,
  seeded: string,
  connector: CountingConnector,
  bundles: string,
  processes: number,
): Promise<Outcome> {
  const name = `bench_${processes}`;
  await server.run(`create database ${name} template ${new URL(seeded).pathname.slice(1)}`);
  const databaseUrl = server.url(name);
  const keysBefore = new Map([...connector.posted()].map(([key, deliveries]) => [key, deliveries.length]));
  const bots = await Promise.all(
    Array.from({ length: processes }, async () =>
      killedBot(bundles, await freePort(), { ...ANY_HOUR, DATABASE_URL: databaseUrl }),
    ),
  );
  for (const bot of bots) bot.start();
  await Promise.all(bots.map((bot) => bot.listens()));
  const [file] = await server.run(`select pg_read_file('postmaster.pid') as text`);
  const database = Number.parseInt(String(file?.['text']), 10);
  const used = (): readonly [number, number] => [
    bots.reduce((sum, bot) => sum + (processorMs(bot.pid() ?? 0) ?? Number.NaN), 0),
    processorMs(database) ?? Number.NaN,
  ];
  const [botBefore, databaseBefore] = used();
  await server.run(
    `update jobs set due_at = ${Date.now()} where kind = 'prompt';
     update pgboss.job set start_after = now() where name = 'prompt'`,
    databaseUrl,
  );
  const begun = performance.now();
  // The same follow-ups are served in a copy of the database each time, so a key is new as often as it was served before.
  const newOnes = (): readonly number[] =>
    [...connector.posted()]
      .filter(([key]) => key.startsWith('send/prompt/'))
      .map(([key, deliveries]) => deliveries.length - (keysBefore.get(key) ?? 0));
  await waitFor(() => newOnes().filter((count) => count > 0).length >= COUNT);
  const seconds = (performance.now() - begun) / 1000;
  const [botAfter, databaseAfter] = used();
  const [row] = await server.run(
    `select count(*) as connections from pg_stat_activity where datname = '${name}'`,
    databaseUrl,
  );
  for (const bot of bots) await bot.stop();
  const counts = newOnes();
  return {
    processes,
    seconds,
    lost: COUNT - counts.filter((count) => count > 0).length,
    doubled: counts.filter((count) => count > 1).length,
    connections: Number(row?.['connections']),
    botMs: (botAfter - botBefore) / COUNT,
    databaseMs: (databaseAfter - databaseBefore) / COUNT,
  };
}

async function waitFor(met: () => boolean): Promise<void> {
  const end = performance.now() + LIMIT_MS;
  while (!met()) {
    if (performance.now() > end) throw new Error(`It did not end within ${LIMIT_MS} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const COLUMNS = ['processes', 'follow-ups/s', 'of one', 'lost', 'doubled', 'connections', 'bot ms', 'database ms'];

function print(cells: readonly (string | number)[]): void {
  const padded = cells.map((cell, column) => String(cell).padStart(COLUMNS[column]?.length ?? 0));
  process.stdout.write(`${padded.join('  ')}\n`);
}

function printOutcome(outcome: Outcome, first: Outcome): void {
  const { processes, seconds, lost, doubled, connections, botMs, databaseMs } = outcome;
  const [rate, relative] = [COUNT / seconds, first.seconds / seconds];
  const used = [botMs.toFixed(1), databaseMs.toFixed(1)];
  print([processes, rate.toFixed(0), relative.toFixed(2), lost, doubled, connections, ...used]);
}

void main();
