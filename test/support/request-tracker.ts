/**
 * A real Request Tracker 5 for tests: Debian's package with a database of its own in a temporary folder, on the loopback interface, gone with
 * the process that asked for it.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from './free-port';

const SERVER = '/usr/share/request-tracker5/libexec/rt-server';
const SETUP = '/usr/sbin/rt-setup-database-5';
const PERL_LIBRARY = '/usr/share/request-tracker5/lib';

/** Whether the packages are on this machine. */
export const hasRequestTracker = existsSync(SERVER) && existsSync(SETUP);
/** Said in the title of what is skipped. */
export const NO_REQUEST_TRACKER = `no ${SERVER}: install the packages request-tracker5 and rt5-db-sqlite`;

/** What the README names as the least that an account needs. */
const RIGHTS = ['SeeQueue', 'ShowTicket', 'ShowTicketComments', 'CommentOnTicket'];
export const WRITER = { user: 'triage', secret: 'triage-secret' };
/** May see tickets, and no more. */
export const READER = { user: 'reader', secret: 'reader-secret' };
/** Has an account, and no right. */
export const NOBODY = { user: 'blind', secret: 'blind-secret' };
const ROOT = { user: 'root', secret: 'password' };

export interface RequestTracker {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** A token of the writer, as RT gives it out once. */
  readonly token: string;
  /** As the administrator: a new ticket in the queue General; its number. */
  readonly createTicket: (subject: string) => Promise<string>;
  /** As the administrator: so many comments of somebody else. */
  readonly comment: (ticket: string, count: number) => Promise<void>;
  /** The comments of a ticket, the oldest first. */
  readonly comments: (ticket: string) => Promise<readonly { readonly subject: string; readonly text: string }[]>;
  readonly remove: () => void;
}

const READY_LIMIT_MS = 60_000;

export async function startRequestTracker(): Promise<RequestTracker> {
  if (!hasRequestTracker) throw new Error(NO_REQUEST_TRACKER);
  const folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-rt-'));
  const port = await freePort();
  const site = join(folder, 'site.pm');
  writeFileSync(site, siteFile(folder, port));
  const env = { ...process.env, RT_SITE_CONFIG: site, RT_SITE_CONFIG_DIR: join(folder, 'none') };
  const call = (program: string, ...options: readonly string[]): string =>
    execFileSync(program, options, { env, cwd: folder, stdio: 'pipe' }).toString();
  call(SETUP, '--action', 'init', '--skip-create');
  writeFileSync(join(folder, 'accounts.pm'), ACCOUNTS);
  call(SETUP, '--action', 'insert', '--datafile', join(folder, 'accounts.pm'), '--skip-create');
  writeFileSync(join(folder, 'token.pl'), TOKEN_SCRIPT);
  const token = call('perl', join(folder, 'token.pl')).trim();
  const log = openSync(join(folder, 'server.log'), 'w');
  const server = spawn(SERVER, ['--port', String(port), '--host', '127.0.0.1'], {
    env,
    cwd: folder,
    stdio: ['ignore', log, log],
    detached: true,
  });
  removeAfter(process.pid, server.pid ?? 0, folder);
  const url = `http://127.0.0.1:${port}`;
  await until(async () => (await ask(url, 'GET', '/rt')).status === 200);
  return {
    url,
    token,
    createTicket: async (subject) => {
      const { body } = await ask(url, 'POST', '/ticket', { Subject: subject, Queue: 'General' });
      return String((body as { readonly id: unknown }).id);
    },
    comment: async (ticket, count) => {
      const body = { Content: 'I look into it.', ContentType: 'text/plain', Subject: 'Somebody' };
      const path = `/ticket/${ticket}/comment`;
      await Promise.all(Array.from({ length: count }, () => ask(url, 'POST', path, body)));
    },
    comments: async (ticket) => {
      const { body } = await ask(url, 'GET', `/ticket/${ticket}/attachments?fields=Subject,Content&per_page=100`);
      const { items } = body as { readonly items: readonly { readonly Subject: string; readonly Content: string }[] };
      return items.map(({ Subject, Content }) => ({ subject: Subject, text: Content }));
    },
    remove: () => {
      if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const siteFile = (folder: string, port: number): string => `
Set($rtname, 'triage.test');
Set($Organization, 'triage.test');
Set($WebDomain, '127.0.0.1');
Set($WebPort, ${port});
Set($WebPath, '');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '${join(folder, 'rt.sqlite')}');
Set($MailCommand, 'testfile');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'warning');
1;
`;

const ACCOUNTS = `
@Users = (${[WRITER, READER, NOBODY].map(({ user, secret }) => `{ Name => '${user}', Password => '${secret}', Privileged => 1 }`).join(', ')});
@ACL = (
  (map { { Right => $_, UserId => '${WRITER.user}', Queue => 'General' } } qw(${RIGHTS.join(' ')})),
  (map { { Right => $_, UserId => '${READER.user}', Queue => 'General' } } qw(SeeQueue ShowTicket ShowTicketComments)),
);
1;
`;

/** In the web interface: Logged in as, Settings, Auth Tokens. */
const TOKEN_SCRIPT = `
use lib '${PERL_LIBRARY}';
use RT;
RT::LoadConfig();
RT::Init();
my $user = RT::User->new(RT->SystemUser);
$user->Load('${WRITER.user}');
my (undef, undef, $token) = RT::AuthToken->new(RT->SystemUser)->Create(Owner => $user->id, Description => 'triage');
print $token;
`;

async function ask(
  url: string,
  method: string,
  path: string,
  body?: object,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${url}/REST/2.0${path}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${ROOT.user}:${ROOT.secret}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

async function until(met: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + READY_LIMIT_MS;
  while (!(await met().catch(() => false))) {
    if (performance.now() > end) throw new Error(`Request Tracker did not answer within ${READY_LIMIT_MS} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** However the process ends, its server ends within a second and its folder goes: jest kills its workers. */
function removeAfter(pid: number, server: number, folder: string): void {
  const script =
    'while kill -0 "$1" 2>/dev/null && [ -d "$3" ]; do sleep 0.5; done; kill -TERM -- "-$2" 2>/dev/null; sleep 0.5; rm -rf "$3"';
  spawn('sh', ['-c', script, 'sh', String(pid), String(server), folder], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
  }).unref();
}
