/** A real Prometheus that reads a bot under test with the files that operators are given; gone when it is stopped. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';

import { freePort } from '../../../support/free-port';
import { until } from '../../../support/job-instances';

export const MONITORING = join(__dirname, '../../../../bot/operate/monitoring');

const answer = z.object({ status: z.string(), error: z.string().optional(), data: z.unknown().optional() });

export interface Prometheus {
  /** `data` of its HTTP API at a path such as `/api/v1/rules`; rejects with what it says where it refuses. */
  readonly ask: (path: string, question?: Readonly<Record<string, string>>) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

const configuration = z.looseObject({
  global: z.looseObject({ scrape_interval: z.string() }),
  scrape_configs: z.tuple([z.looseObject({ static_configs: z.array(z.object({ targets: z.array(z.string()) })) })]),
});

/** `token`: that of the bot. Only the target and the intervals differ from what operators are given. */
export async function startPrometheus(origin: string, token: string): Promise<Prometheus> {
  const folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-prometheus-'));
  const given = configuration.parse(parse(readFileSync(join(MONITORING, 'prometheus.yaml'), 'utf8')));
  given.global = { scrape_interval: '1s', evaluation_interval: '1s' };
  given.scrape_configs[0].static_configs = [{ targets: [new URL(origin).host] }];
  writeFileSync(join(folder, 'prometheus.yaml'), stringify(given));
  writeFileSync(join(folder, 'metrics-token'), `${token}\n`);
  copyFileSync(join(MONITORING, 'alert-rules.yaml'), join(folder, 'alert-rules.yaml'));
  const port = await freePort();
  const child = spawn(
    'prometheus',
    [
      `--config.file=${join(folder, 'prometheus.yaml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const failed = new Promise<never>((_resolve, reject) => {
    child.once('error', (error) =>
      reject(new Error('prometheus is not installed: install the Debian package', { cause: error })),
    );
    child.once('exit', (status) => reject(new Error(`Prometheus ended with ${status}: ${said}`)));
  });
  failed.catch(() => undefined);
  const isReady = async (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  await Promise.race([until(isReady), failed]);
  return {
    ask: async (path, question = {}) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}?${new URLSearchParams(question)}`);
      const { status, error, data } = answer.parse(await response.json());
      if (status !== 'success') throw new Error(`${JSON.stringify(question)}: ${error}`);
      return data;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
