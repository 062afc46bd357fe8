/** Kills the bot at random moments while it takes uploads and sends prompts, and looks afterwards at what became of each of them. */
import { sql } from 'kysely';

import { type CaseEvidence } from '../../analyzers/index';
import { caseId } from '../../bot/store/case-id';
import { caseOf } from '../../bot/store/case-rows';
import { type Home } from '../../bot/store/home';
import { type CountingConnector, startCountingConnector } from '../support/counting-connector';
import { freePort } from '../support/free-port';
import { killedBot, type KilledBot } from './killed-bot';
import { type UploadActivity, uploadActivity } from './upload-activity';

export interface CrashPlan {
  readonly bundles: string;
  /** Settings by which the bot finds the home. */
  readonly settings: Readonly<Record<string, string>>;
  /** Opens the home itself; on the embedded one only while no bot runs. */
  readonly open: () => Promise<Home>;
  readonly kind: Home['kind'];
  /** How many bots share the home; one is killed at a time. */
  readonly instances: number;
  readonly kills: number;
  readonly seed: number;
  /** In the middle of the kills, while all bots run. */
  readonly inTheMiddle?: () => Promise<void>;
}

export interface CrashReport {
  readonly kills: number;
  /** Of them while the process was starting. */
  readonly killsDuringStart: number;
  readonly acknowledged: number;
  /** How often an upload had to be delivered again, because nobody acknowledged it. */
  readonly deliveredAgain: number;
  readonly lost: readonly number[];
  /** Uploads that stand in their case more than once. */
  readonly takenTwice: readonly number[];
  readonly cases: number;
  readonly unreadableCases: readonly string[];
  readonly promptsSent: number;
  readonly promptsNotSent: readonly number[];
  readonly messages: number;
  /** Keys that were accepted more than once. */
  readonly doubled: readonly string[];
  readonly doubledPrompts: readonly string[];
  /** Of the doubled ones those between whose acceptances no process and no database died. */
  readonly unexplained: readonly string[];
  readonly jobsNotEnded: readonly string[];
  /** How often a start met the end of the database, so that a supervisor had to start the bot again. */
  readonly startedAgain: number;
  readonly seconds: number;
}

const LATENCY_MS = 5;
const UPLOADERS = 3;
/** A quarter of the kills meet a process that is starting, the others one that works. */
const START_SHARE = 0.25;
const LONGEST_START_MS = 1500;
const LONGEST_WORK_MS = 900;
const SETTLE_LIMIT_MS = 120_000;

export async function crashRun(plan: CrashPlan): Promise<CrashReport> {
  const begun = performance.now();
  const random = randomFrom(plan.seed);
  const connector = await startCountingConnector(LATENCY_MS);
  const bots = await Promise.all(
    Array.from({ length: plan.instances }, async () => killedBot(plan.bundles, await freePort(), settingsOf(plan))),
  );
  const uploads = startUploads(connector, bots, random);
  const deaths: number[] = [];
  let killsDuringStart = 0;
  let startedAgain = 0;
  const listens = async (bot: KilledBot): Promise<void> => {
    try {
      await bot.listens();
    } catch (error) {
      startedAgain += 1;
      if (startedAgain > bots.length) throw error;
      bot.start();
      await bot.listens();
    }
  };
  for (const bot of bots) bot.start();
  for (let kill = 0; kill < plan.kills; kill += 1) {
    if (kill === Math.floor(plan.kills / 2) && plan.inTheMiddle !== undefined) {
      await Promise.all(bots.map(listens));
      deaths.push(performance.now());
      await plan.inTheMiddle();
    }
    const bot = bots[Math.floor(random() * bots.length)]!;
    const duringStart = random() < START_SHARE;
    if (duringStart) killsDuringStart += 1;
    else await listens(bot);
    await pause(random() * (duringStart ? LONGEST_START_MS : LONGEST_WORK_MS));
    await bot.kill();
    deaths.push(performance.now());
    if (plan.kind === 'embedded' || kill % 3 === 0) await promptsFallDue(plan);
    bot.start();
  }
  await Promise.all(bots.map(listens));
  await uploads.end();
  await settled(bots);
  for (const bot of bots) await bot.stop();
  await promptsFallDue(plan);
  for (const bot of bots) bot.start();
  await Promise.all(bots.map(listens));
  await settled(bots);
  for (const bot of bots) await bot.stop();
  const report = await lookAt(plan, connector, uploads.acknowledged, deaths);
  await connector.close();
  return {
    ...report,
    kills: plan.kills,
    killsDuringStart,
    deliveredAgain: uploads.deliveredAgain(),
    startedAgain,
    seconds: Math.round((performance.now() - begun) / 1000),
  };
}

/** Prompts may come at any hour, so that setting the time forward is all that makes one due. */
export const settingsOf = ({ settings }: Pick<CrashPlan, 'settings'>): Readonly<Record<string, string>> => ({
  ...settings,
  TUNNEL_TRIAGE_FOLLOW_UP_HOURS: '00:00-24:00',
  TUNNEL_TRIAGE_FOLLOW_UP_DAYS: 'mon-sun',
  TUNNEL_TRIAGE_FOLLOW_UP_QUIET: 'none',
  TUNNEL_TRIAGE_FOLLOW_UP_DELAYS: '4h',
  TUNNEL_TRIAGE_WORKERS: '1',
});

/** Every prompt that is planned is due within a second. */
export async function promptsFallDue({ open, kind }: Pick<CrashPlan, 'open' | 'kind'>): Promise<void> {
  const home = await open();
  try {
    const due = Date.now() + 500;
    await home.db
      .updateTable('jobs')
      .set({ due_at: due })
      .where('kind', '=', 'prompt')
      .where('state', '=', 'pending')
      .where('due_at', '>', due)
      .execute();
    if (kind === 'postgres') {
      await sql`update pgboss.job set start_after = now() where name = 'prompt' and state = 'created'`.execute(home.db);
    }
  } finally {
    await home.close();
  }
}

interface Uploads {
  readonly acknowledged: readonly UploadActivity[];
  readonly deliveredAgain: () => number;
  /** No more uploads; settles when each that was begun is acknowledged. */
  readonly end: () => Promise<void>;
}

/** As Teams does, an activity that was not acknowledged is delivered again, to whichever instance answers. */
function startUploads(connector: CountingConnector, bots: readonly KilledBot[], random: () => number): Uploads {
  const acknowledged: UploadActivity[] = [];
  let next = 0;
  let again = 0;
  let ending = false;
  const uploader = async (): Promise<void> => {
    while (!ending) {
      const upload = uploadActivity(next, connector.serviceUrl);
      next += 1;
      while (!(await delivered(upload, bots[Math.floor(random() * bots.length)]!))) {
        again += 1;
        await pause(100);
      }
      acknowledged.push(upload);
      await pause(50 + random() * 150);
    }
  };
  const all = Promise.all(Array.from({ length: UPLOADERS }, uploader));
  return {
    acknowledged,
    deliveredAgain: () => again,
    end: async () => {
      ending = true;
      await all;
    },
  };
}

/** Whether it was acknowledged. */
export const delivered = (upload: UploadActivity, bot: KilledBot): Promise<boolean> =>
  fetch(`${bot.origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(upload.body),
  }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status === 200;
    },
    () => false,
  );

/** Nothing is due and nothing runs, several times in a row. */
export async function settled(bots: readonly KilledBot[]): Promise<void> {
  const end = performance.now() + SETTLE_LIMIT_MS;
  for (let quiet = 0; quiet < 4;) {
    if (performance.now() > end) throw new Error(`The work did not end: ${bots.map((bot) => bot.errors()).join('\n')}`);
    await pause(400);
    quiet = (await isQuiet(bots[0]!)) ? quiet + 1 : 0;
  }
}

/** Whether nothing is due and nothing runs in the store of a bot; false where it does not say so. */
export async function isQuiet({ origin }: Pick<KilledBot, 'origin'>): Promise<boolean> {
  const text = await fetch(`${origin}/metrics`).then(
    (response) => response.text(),
    () => '',
  );
  const busy = [
    ...text.matchAll(/^tunnel_triage_jobs(?:_due\{kind="[\w-]+"\}|\{kind="[\w-]+",state="running"\}) (\d+)$/gm),
  ];
  return busy.length > 0 && busy.every(([, count]) => count === '0');
}

type Found = Omit<CrashReport, 'kills' | 'killsDuringStart' | 'deliveredAgain' | 'startedAgain' | 'seconds'>;

export async function lookAt(
  { open }: Pick<CrashPlan, 'open'>,
  connector: CountingConnector,
  acknowledged: readonly UploadActivity[],
  deaths: readonly number[],
): Promise<Found> {
  const home = await open();
  try {
    const rows = await home.db.selectFrom('cases').select(['number', 'conversation']).execute();
    const evidence = new Map<string, CaseEvidence>();
    const unreadableCases: string[] = [];
    for (const { number, conversation } of rows) {
      const record = await caseOf(home.db, conversation, caseId(number)).catch(() => null);
      if (record === null) unreadableCases.push(caseId(number));
      else evidence.set(conversation, record.evidence);
    }
    const timesIn = ({ conversation, sha256 }: UploadActivity): number =>
      evidence.get(conversation)?.uploads.filter((report) => report.sha256 === sha256).length ?? 0;
    const posted = connector.posted();
    const prompts = await home.db
      .selectFrom('follow_ups')
      .selectAll()
      .where('state', 'in', ['planned', 'sent'])
      .execute();
    const doubled = [...posted].filter(([, deliveries]) => deliveries.length > 1);
    const notEnded = await home.db
      .selectFrom('jobs')
      .select(['kind', 'state', 'last_error'])
      .where('state', 'in', ['pending', 'running', 'dead'])
      .execute();
    return {
      acknowledged: acknowledged.length,
      lost: acknowledged.filter((upload) => timesIn(upload) === 0).map(({ number }) => number),
      takenTwice: acknowledged.filter((upload) => timesIn(upload) > 1).map(({ number }) => number),
      cases: rows.length,
      unreadableCases,
      promptsSent: [...posted.keys()].filter(isPrompt).length,
      promptsNotSent: prompts.filter(({ id }) => !posted.has(`send/prompt/${id}`)).map(({ id }) => id),
      messages: posted.size,
      doubled: doubled.map(([key]) => key),
      doubledPrompts: doubled.map(([key]) => key).filter(isPrompt),
      unexplained: doubled
        .filter(([, deliveries]) => !deaths.some((at) => at > deliveries[0]!.at && at < deliveries.at(-1)!.at))
        .map(([key]) => key),
      jobsNotEnded: notEnded.map(({ kind, state, last_error }) => `${kind} ${state} ${last_error ?? ''}`),
    };
  } finally {
    await home.close();
  }
}

const isPrompt = (key: string): boolean => key.startsWith('send/prompt/');

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
