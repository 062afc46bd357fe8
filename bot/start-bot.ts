/** Puts the parts of the bot together: store, workers, cases, adapter, doors. */
import { join } from 'node:path';

import { createPromptWork } from './cases/follow-up-prompt';
import { createFollowUps } from './cases/follow-ups';
import { createCases } from './cases/living-case';
import { type AppRegistration, type Config } from './config';
import { openControl } from './control/control-server';
import { createCounters } from './counters';
import { type CallerOf } from './http/caller';
import { createApi } from './http/create-api';
import { createCallerOf } from './http/create-caller-of';
import { kindFigures } from './jobs/job-figures';
import { createPruneWork } from './jobs/prune-work';
import { cancelWaitingJob } from './jobs/job-ends';
import { openJobEngine } from './jobs/open-job-engine';
import { createLocalChat, type LocalChat } from './local/local-chat';
import { type Log } from './log';
import { backupRequests } from './operate/back-up';
import { eraseRequests } from './operate/erase';
import { standInsRequests } from './operate/stand-ins';
import { keysRequests } from './operate/keys';
import { statsRequests } from './operate/stats';
import { statusRequests } from './operate/status';
import { storeMetricsText } from './metrics/store-metrics';
import { projectFolder } from './project-folder';
import { createDoor } from './server';
import { ServiceError } from './service-error';
import { liveReference } from './store/conversations';
import { openHome } from './store/open-home';
import { type StoreTransaction } from './store/store-transaction';
import { createBackgroundWork } from './teams/background-work';
import { createBotAdapter } from './teams/bot-adapter';
import { botAuthentication } from './teams/bot-authentication';
import { type BotParts } from './teams/bot-parts';
import { createCourier } from './teams/courier';
import { createGraph, type GraphAccess } from './teams/graph/graph-client';
import { createTokenOf } from './teams/graph/graph-token';
import { createLinkedFiles } from './teams/graph/linked-files';
import { createPostedFiles } from './teams/graph/posted-files';
import { createGroupOf } from './teams/graph/team-group';
import { createThreadTitles } from './teams/graph/thread-titles';
import { knownMessages } from './teams/known-messages';
import { createPromptOutbox } from './teams/prompt-outbox';
import { createSendWork } from './teams/send-job';
import { createTakeInWork } from './teams/take-in-job';
import { turn } from './teams/turn';
import { createChannelNames } from './teams/channel-names';
import { sayInChat } from './teams/say-in-chat';
import { createTypingIndicator } from './teams/typing-indicator';
import { createCaseTickets } from './tickets/case-tickets';
import { createNoteWork } from './tickets/note-job';
import { checkTicketSystem, openTicketSystem } from './tickets/open-ticket-system';
import { removeLeftUploads } from './uploads/upload-folder';
import { createAnalysisPool } from './workers/analysis-pool';
import { counted } from './workers/counted-analyses';

export interface RunningBot {
  readonly port: number;
  /** What a person who started it wants to know. */
  readonly greeting: string;
  /** One sentence where something that is set up does not work, and the bot runs without it. */
  readonly warning: string | null;
  /**
   * `limitMs`: how long work that is under way may still take. `drainMs`: for how long at least the door stays open after `/readyz` has begun to
   * fail, so that whoever balances the load has seen it before a connection is refused.
   */
  readonly stop: (limitMs: number, drainMs?: number) => Promise<void>;
}

/** What a test may put in the place of the cloud's. */
export interface StartOptions {
  readonly authentication?: ReturnType<typeof botAuthentication>;
  /** The bundled worker and the bundled page; beside the bundled program unless told. */
  readonly bundles?: string;
  readonly graph?: GraphAccess;
  /** Says who calls the API in the place of keys and tokens. */
  readonly callerOf?: CallerOf;
  /** Who issues the tokens of those who call the API, in the place of Entra ID. */
  readonly authority?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A typing indicator is worth no longer a wait. */
const LAST_WORK_LIMIT_MS = 1000;

/** Rejects with a ServiceError where the store or the port cannot be had. */
export async function startBot(config: Config, log: Log, options: StartOptions = {}): Promise<RunningBot> {
  const local = config.app === null;
  const bundles = options.bundles ?? __dirname;
  const project = projectFolder(__dirname);
  const counters = createCounters();
  const now = options.now ?? Date.now;
  await removeLeftUploads();
  const home = await openHome(config, log);
  const jobs = await openJobEngine(home, config.databaseUrl, now, log);
  const pool = createAnalysisPool({ workerFile: join(bundles, 'analysis-worker.cjs'), size: config.workers });
  const adapter = createBotAdapter(options.authentication ?? botAuthentication(config.app), log);
  const work = createBackgroundWork();
  const referenceOf = (conversation: string): Promise<unknown> => liveReference(home.db, conversation);
  const courier = createCourier({ adapter, appId: config.app?.id ?? '', referenceOf, log, counters });
  const chat = local ? createLocalChat({ project, bundles, log }) : null;
  const downloads = { local, moreHosts: config.downloadHosts };
  const access = options.graph ?? (config.app === null ? (chat?.graph ?? null) : graphOfCloud(config.app));
  const graphParts = (of: GraphAccess) => {
    const graphOf = createGraph(of, counters, now);
    const linkedFiles = createLinkedFiles({ graphOf, downloads, app: config.app });
    return { graphOf, linkedFiles, groupOf: createGroupOf(courier.groupOf) };
  };
  const graph = access === null || !config.channelFiles ? null : graphParts(access);
  const followUpParts = {
    enqueue: jobs.enqueue,
    cancelJob: (tx: StoreTransaction, id: string) => cancelWaitingJob(tx, id, now()),
    outbox: createPromptOutbox(jobs),
    settings: config.prompts,
    now,
  };
  const system = config.tickets === null ? null : openTicketSystem(config.tickets);
  const parts: BotParts = {
    cases: createCases({ home, analyse: counted(pool.analyseWhenFree, counters.analysisBegan), now }),
    followUps: createFollowUps(followUpParts),
    jobs,
    tickets:
      system === null || config.tickets === null
        ? null
        : createCaseTickets({ system, settings: config.tickets, jobs, now }),
    channelName: createChannelNames({ courier, referenceOf, log, now }),
    courier,
    referenceOf,
    typing: createTypingIndicator({ courier, work }),
    log,
    counters,
    downloads,
    postedFiles: graph === null ? null : createPostedFiles({ ...graph, app: config.app }),
    threadTitle: graph === null ? () => Promise.resolve(null) : createThreadTitles({ ...graph, log, now }),
    known: knownMessages(home),
    linkedFiles: graph?.linkedFiles ?? null,
    sampleFolder: join(project, 'bot/teams/sample-case'),
    retentionDays: config.retentionDays,
    now,
  };
  const api = createApi({
    project,
    home,
    cases: parts.cases,
    jobs,
    callerOf: options.callerOf ?? createCallerOf({ home, entra: config.api.entra, authority: options.authority, now }),
    settings: config.api,
    prompts: config.prompts,
    counters,
    log,
    now,
  });
  let stopping = false;
  const door = createDoor({
    local,
    turn: (authorization, activity) =>
      adapter.turn(authorization, activity, (context) => turn(parts, config.allowedTenants, activity, context)),
    checkReady: () => (stopping ? Promise.reject(new ServiceError('stopping', 'The bot stops.')) : home.check()),
    localChat: chat?.handle ?? null,
    api,
    counters,
    storeMetrics: () => storeMetricsText(() => kindFigures(home.db, now()), log),
    metricsToken: config.metricsToken,
    log,
  });
  const port = await door.listen(config.host, config.port).catch(async (error: unknown) => {
    await jobs.stop(0);
    await home.close();
    throw notListening(config, error);
  });
  chat?.openAt(port);
  await jobs.start({
    'take-in': createTakeInWork(parts, home),
    send: createSendWork({ home, jobs, courier, log, now }),
    prompt: createPromptWork(followUpParts),
    note: createNoteWork({
      home,
      open: system === null || config.tickets === null ? null : { name: config.tickets.system, system },
      say: sayInChat(jobs),
      log,
      now,
    }),
    prune: createPruneWork({ home, retentionDays: config.retentionDays, log, now }),
  });
  // Only the owner of the embedded file can answer for it; a PostgreSQL can be asked by anybody who has the URL.
  const requests = {
    ...backupRequests(home),
    ...statusRequests(home, jobs, now),
    ...eraseRequests(home, now),
    ...statsRequests(home, now),
    ...standInsRequests(home),
    ...keysRequests(home, now),
  };
  const control = home.kind === 'embedded' ? await openControl(config.dataFolder, requests, log) : null;
  const warning = system === null ? null : await checkTicketSystem(system);
  if (warning !== null) log.error('ticket-system-refused');
  log.info('started', { port, local });

  return {
    port,
    warning,
    greeting: greeting(config, port, chat),
    stop: async (limitMs, drainMs = 0) => {
      // The door stays open meanwhile: what comes is kept for the next process, and a load balancer is told to ask another.
      stopping = true;
      const drained = new Promise((resolve) => setTimeout(resolve, drainMs));
      const [ended] = await Promise.all([jobs.stop(limitMs), api.close(limitMs)]);
      if (!ended) log.warn('jobs-handed-back');
      await drained;
      await work.finish(LAST_WORK_LIMIT_MS);
      await control?.close();
      chat?.close();
      await door.close();
      await pool.close();
      await home.close();
      log.info('stopped');
    },
  };
}

const graphOfCloud = (app: AppRegistration): GraphAccess => ({
  baseUrl: () => 'https://graph.microsoft.com/',
  tokenOf: createTokenOf(app),
});

function notListening({ host, port }: Config, cause: unknown): ServiceError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  return new ServiceError(
    'not-listening',
    `Port ${port} on ${host} cannot be listened on (${code}): stop what uses it, or set PORT to another, for example PORT=4000.`,
    cause,
  );
}

const greeting = ({ host }: Config, port: number, chat: LocalChat | null): string =>
  chat === null
    ? `Tunnel Triage takes messages at http://${host}:${port}/api/messages.`
    : `Tunnel Triage runs in local mode. Open http://127.0.0.1:${port}/chat`;
