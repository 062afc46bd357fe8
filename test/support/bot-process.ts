/** The real product as a child process on a free port, with a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface BotProcess {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** What it has logged so far: all of standard error. */
  readonly logged: () => string;
  /** SIGTERM unless another; settles with the exit status, null where a signal ended it. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

export interface Ended {
  readonly status: number | null;
  readonly errors: string;
}

/** Local mode: nothing of the test's own environment but where programs are. */
const environmentWith = (more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  PORT: '0',
  ...more,
});

/** Settles when it has printed its address. */
export async function startBotProcess(
  bundles: string,
  dataFolder: string,
  more: Readonly<Record<string, string>> = {},
): Promise<BotProcess> {
  const child = spawnBot(bundles, { TUNNEL_TRIAGE_DATA: dataFolder, ...more });
  let logged = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    logged += chunk.toString();
  });
  const origin = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (status) => reject(new Error(`The bot ended with ${status} before it listened.`)));
  });
  return {
    origin,
    logged: () => logged,
    stop: async (signal = 'SIGTERM') => {
      const ended = once(child, 'exit');
      child.kill(signal);
      const [status] = (await ended) as [number | null];
      return status;
    },
  };
}

/** For a bot that is expected to refuse to start. */
export async function runBotProcess(bundles: string, environment: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawnBot(bundles, environment);
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, errors };
}

/** In the folder of the bundles, so that no .env of the checkout is read. */
const spawnBot = (bundles: string, more: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, [join(bundles, 'main.cjs')], {
    cwd: bundles,
    env: environmentWith(more),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
