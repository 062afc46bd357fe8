/** Puts the parts of the bot together: store, workers, cases, adapter, doors. */
import { join } from 'node:path';

import { createCases } from './cases/living-case';
import { createSerialByKey } from './cases/serial-by-key';
import { type Config } from './config';
import { createCounters } from './counters';
import { createLocalChat, type LocalChat } from './local/local-chat';
import { type Log } from './log';
import { projectFolder } from './project-folder';
import { createDoor } from './server';
import { ServiceError } from './service-error';
import { createDatabaseStore } from './store/database-store';
import { openHome } from './store/open-home';
import { createBackgroundWork } from './teams/background-work';
import { createBotAdapter } from './teams/bot-adapter';
import { botAuthentication } from './teams/bot-authentication';
import { type BotParts } from './teams/bot-parts';
import { createCourier } from './teams/courier';
import { turn } from './teams/turn';
import { createAnalysisPool } from './workers/analysis-pool';

export interface RunningBot {
  readonly port: number;
  /** What a person who started it wants to know. */
  readonly greeting: string;
  /** `limitMs`: how long work that is under way may still take. */
  readonly stop: (limitMs: number) => Promise<void>;
}

/** What a test may put in the place of the cloud's. */
export interface StartOptions {
  readonly authentication?: ReturnType<typeof botAuthentication>;
  /** The bundled worker and the bundled page; beside the bundled program unless told. */
  readonly bundles?: string;
}

/** Rejects with a ServiceError where the store or the port cannot be had. */
export async function startBot(config: Config, log: Log, options: StartOptions = {}): Promise<RunningBot> {
  const local = config.app === null;
  const bundles = options.bundles ?? __dirname;
  const project = projectFolder(__dirname);
  const counters = createCounters();
  const store = createDatabaseStore(await openHome(config, log), Date.now);
  const pool = createAnalysisPool({ workerFile: join(bundles, 'analysis-worker.cjs'), size: config.workers });
  const adapter = createBotAdapter(options.authentication ?? botAuthentication(config.app), log);
  const work = createBackgroundWork();
  const now = (): string => new Date().toISOString();
  const parts: BotParts = {
    cases: createCases({ store, analyse: counted(pool.analyse, counters.count), now }),
    shown: createSerialByKey(),
    courier: createCourier({ adapter, appId: config.app?.id ?? '', store, log, counters }),
    work,
    log,
    counters,
    downloads: { local, moreHosts: config.downloadHosts },
    sampleFolder: join(project, 'bot/teams/sample-case'),
    now,
  };
  const turnOptions = { conversations: store, allowedTenants: config.allowedTenants };
  const chat = local ? createLocalChat({ project, bundles, log }) : null;
  const door = createDoor({
    local,
    turn: (authorization, activity) =>
      adapter.turn(authorization, activity, (context) => turn(parts, turnOptions, activity, context)),
    checkStore: store.check,
    localChat: chat?.handle ?? null,
    counters,
    log,
  });
  const port = await door.listen(config.host, config.port).catch((error: unknown) => {
    throw notListening(config, error);
  });
  chat?.openAt(port);
  log.info('started', { port, local });

  return {
    port,
    greeting: greeting(config, port, chat),
    stop: async (limitMs) => {
      const closed = door.close();
      chat?.close();
      if (!(await work.finish(limitMs))) log.warn('stopped-with-work-under-way');
      await pool.close();
      await closed;
      await store.close();
      log.info('stopped');
    },
  };
}

function counted<Arguments extends unknown[], Result>(
  analyse: (...given: Arguments) => Promise<Result>,
  count: (counter: 'analyses' | 'analyses_failed') => void,
): (...given: Arguments) => Promise<Result> {
  return async (...given) => {
    try {
      const result = await analyse(...given);
      count('analyses');
      return result;
    } catch (error) {
      count('analyses_failed');
      throw error;
    }
  };
}

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
