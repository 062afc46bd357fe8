/** The commands of the README's chapter on the API, as they stand there, against the real bot in local mode. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readConfig } from '../../../bot/config';
import { createLog } from '../../../bot/log';
import { keys } from '../../../bot/operate/keys';
import { startBot } from '../../../bot/start-bot';
import { bundleBot } from '../../support/bot-bundles';

const readme = readFileSync('README.md', 'utf8');
const chapter = /^## The HTTP API\n([^]*?)^## /m.exec(readme)?.[1] ?? '';
const curls = chapter
  .split('\n')
  .filter((line) => /^ {4}(?:CASE=\$\()?curl /.test(line))
  .map((line) => line.trim());

interface Ran {
  readonly status: number | null;
  readonly lines: readonly string[];
}

/** Each command fails the script where the server refuses, and is followed by a line of its own. */
const run = (script: string, folder: string): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.once('close', (status) => resolve({ status, lines: said.split('\n===\n') }));
  });

test('The curl commands of the README run as they stand there', async () => {
  const bundles = bundleBot(['worker']);
  const dataFolder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  const config = readConfig({ PORT: '0', TUNNEL_TRIAGE_DATA: dataFolder, TUNNEL_TRIAGE_WORKERS: '1' });
  const bot = await startBot(config, createLog('silent'), { bundles: bundles.folder });
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const key = await keys(config, ['add', 'readme', '--scope', 'cases.read,cases.write']);
  jest.restoreAllMocks();

  const beginning = [`BOT=http://127.0.0.1:${bot.port}/api/v1`, `AUTH="authorization: Bearer ${key}"`];
  const failing = curls.map((line) => line.replace('curl -s', 'curl --fail-with-body -s'));
  const script = [...beginning, ...failing.map((line) => `${line}; echo; echo ===`)].join('\n');
  const { status, lines } = await run(script, 'bot/teams/sample-case');
  await bot.stop(5000);
  rmSync(dataFolder, { recursive: true, force: true });
  bundles.remove();

  expect(curls.length).toBeGreaterThan(12);
  expect(status).toBe(0);
  const said = (command: string): string => lines[curls.findIndex((line) => line.includes(command))] ?? '';
  expect(said('event-stream')).toContain('event: diagnosis');
  expect(JSON.parse(said('$BOT/cases/$CASE/redacted'))).toHaveProperty('diagnosis.schema');
  expect(said('text/plain')).toContain('Main mode');
  expect(JSON.parse(said('/server'))).toMatchObject({ server: { first: '131.107.0.2' }, uploads: 4 });
}, 60_000);
