/** The real bot as a process on a port of its own, which is killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface KilledBot {
  readonly origin: string;
  /** Of the process that runs; null where none does. */
  readonly pid: () => number | null;
  readonly start: () => void;
  /** Settles when it listens; false where it is killed before. */
  readonly listens: () => Promise<boolean>;
  /** SIGKILL; settles when it is gone. */
  readonly kill: () => Promise<void>;
  /** SIGSTOP and SIGCONT: it lives, holds what it holds, and does nothing. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** SIGTERM; the exit status. */
  readonly stop: () => Promise<number | null>;
  /** The last lines that it wrote on its standard error. */
  readonly errors: () => string;
}

const KEPT_CHARACTERS = 4000;

export function killedBot(bundles: string, port: number, environment: Readonly<Record<string, string>>): KilledBot {
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let errors = '';
  const gone = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ending = child;
    child = null;
    if (ending === null) return null;
    if (ending.exitCode !== null) return ending.exitCode;
    const exit = once(ending, 'exit') as Promise<[number | null]>;
    ending.kill(signal);
    return (await exit)[0];
  };
  return {
    origin,
    pid: () => child?.pid ?? null,
    start: () => {
      const begun = spawn(process.execPath, [join(bundles, 'main.cjs')], {
        cwd: bundles,
        env: { PATH: process.env['PATH'], PORT: String(port), LOG_LEVEL: 'warn', ...environment },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      begun.stderr.on('data', (chunk: Buffer) => {
        errors = (errors + chunk.toString()).slice(-KEPT_CHARACTERS);
      });
      child = begun;
    },
    listens: async () => {
      const waited = child;
      while (child !== null && child === waited) {
        if (waited.exitCode !== null) throw new Error(`The bot ended with ${waited.exitCode}: ${errors}`);
        const alive = await fetch(`${origin}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        );
        if (alive) return true;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return false;
    },
    kill: async () => {
      await gone('SIGKILL');
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    stop: () => gone('SIGTERM'),
    errors: () => errors,
  };
}
