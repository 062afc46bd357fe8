/** A real PostgreSQL for tests: a server of their own in a temporary folder, on the loopback interface, gone with the process that asked for it. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, chownSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

import { freePort } from './free-port';

export interface PostgresServer {
  readonly port: number;
  /** The URL of a database; nothing is created. */
  readonly url: (database: string, account?: { readonly user?: string; readonly password?: string }) => string;
  /** Creates an empty database and gives its URL. */
  readonly createDatabase: () => Promise<string>;
  readonly dropDatabase: (url: string) => Promise<void>;
  /** SQL as the administrator, in the database of `url` or in the one of the server. */
  readonly run: (statement: string, url?: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** `immediate` is a crash: the server does not even tell its clients. */
  readonly halt: (how: 'fast' | 'immediate') => void;
  /** After `halt`, on the same port with the same data. */
  readonly resume: () => void;
  /** It lives, holds its connections, takes new ones, and answers nothing; Linux only. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** Ends it for good. */
  readonly remove: () => void;
}

const USER = 'triage';
const PASSWORD = 'p@ss/w:rd#1'; // what must be escaped in a URL must work too
const INSTALLED = '/usr/lib/postgresql';

/** The folder of the newest PostgreSQL of this machine that has `initdb`; null where there is none. */
export const postgresBinaries: string | null =
  [...(process.env['PATH'] ?? '').split(':'), ...installedBinaries()].find((folder) =>
    existsSync(join(folder, 'initdb')),
  ) ?? null;

/** Said in the title of what is skipped. */
export const NO_POSTGRES = `no initdb in PATH or ${INSTALLED}/*/bin: install the package postgresql`;

function installedBinaries(): readonly string[] {
  if (!existsSync(INSTALLED)) return [];
  return readdirSync(INSTALLED)
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(INSTALLED, version, 'bin'));
}

/** The registry of modules is another for each test file, the process is the same. */
const SHARED_KEY = Symbol.for('tunnel-triage.postgres');

/** One server for all test files that run in this process. */
export function sharedPostgres(): Promise<PostgresServer> {
  const holder = process as unknown as Record<symbol, Promise<PostgresServer> | undefined>;
  return (holder[SHARED_KEY] ??= startPostgres());
}

/** What is committed is handed to the operating system, and so survives a crash of the server; that of the machine no test brings about. */
const UNFLUSHED = ['-c fsync=off', '-c full_page_writes=off'];

/** A server of its own, for a test that halts it; `flushed` for a measurement of what a commit costs. */
export async function startPostgres({ flushed = false } = {}): Promise<PostgresServer> {
  if (postgresBinaries === null) throw new Error(NO_POSTGRES);
  const binaries = postgresBinaries;
  const owner = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-postgres-'));
  const data = join(folder, 'data');
  const secret = join(folder, 'password');
  writeFileSync(secret, PASSWORD);
  if (owner !== null) for (const path of [folder, secret]) chownSync(path, owner.uid, owner.gid);
  const call = (program: string, ...options: readonly string[]): void => {
    execFileSync(join(binaries, program), options, { ...(owner ?? {}), cwd: folder, stdio: 'pipe' });
  };
  call(
    'initdb',
    '-D',
    data,
    '-U',
    USER,
    '-A',
    'scram-sha-256',
    `--pwfile=${secret}`,
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  );
  const port = await freePort();
  const settings = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    `-c unix_socket_directories=${folder}`,
    '-c max_connections=200',
    ...(flushed ? [] : UNFLUSHED),
  ];
  const resume = (): void =>
    call('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings.join(' '), 'start');
  resume();
  removeAfter(process.pid, folder);
  const url: PostgresServer['url'] = (database, { user = USER, password = PASSWORD } = {}) =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const run: PostgresServer['run'] = async (statement, at = url('postgres')) => {
    const client = new pg.Client(at);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(statement)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    port,
    url,
    run,
    resume,
    freeze: () => signalAll(data, 'SIGSTOP'),
    thaw: () => signalAll(data, 'SIGCONT'),
    createDatabase: async () => {
      const name = `triage_${process.pid}_${process.hrtime.bigint()}`;
      await run(`create database ${name}`);
      return url(name);
    },
    dropDatabase: async (at) => {
      await run(`drop database if exists ${new URL(at).pathname.slice(1)} with (force)`);
    },
    halt: (how) => call('pg_ctl', '-D', data, '-w', '-m', how, 'stop'),
    remove: () => {
      if (existsSync(join(data, 'postmaster.pid'))) call('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Each connection is a process of its own, a child of the first one. */
function signalAll(data: string, signal: NodeJS.Signals): void {
  const first = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const children = readFileSync(`/proc/${first}/task/${first}/children`, 'utf8').trim().split(' ').map(Number);
  for (const pid of [first, ...children]) process.kill(pid, signal);
}

/** PostgreSQL refuses to run as root; null where this process is not. */
function unprivileged(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = ['postgres', 'nobody'].flatMap((name) => accounts.filter(([each]) => each === name))[0];
  if (account === undefined) throw new Error('There is no account postgres or nobody to run PostgreSQL as.');
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** However the process ends, its server ends within a second and its folder goes: jest kills its workers. */
function removeAfter(pid: number, folder: string): void {
  const script =
    'while kill -0 "$1" 2>/dev/null && [ -d "$2" ]; do sleep 0.5; done; ' +
    'kill -QUIT "$(head -n 1 "$2/data/postmaster.pid" 2>/dev/null)" 2>/dev/null; sleep 0.5; rm -rf "$2"';
  spawn('sh', ['-c', script, 'sh', String(pid), folder], { detached: true, stdio: 'ignore', cwd: '/' }).unref();
}
