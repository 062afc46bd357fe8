/** What every Node process tells of itself, and which release this is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client';
import { z } from 'zod';

import { projectFolder } from '../project-folder';

/** Gauges of prom-client that are named like counters, against the naming rules of Prometheus; their parts by type stay. */
const NAMED_LIKE_COUNTERS = [
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
  'nodejs_active_resources_total',
];

/** Processor time, memory, file descriptors, garbage collection, and the delay of the event loop since it was last asked for. */
export function addProcessMetrics(registry: Registry): void {
  collectDefaultMetrics({ register: registry });
  for (const name of NAMED_LIKE_COUNTERS) registry.removeSingleMetric(name);
  new Gauge({
    name: 'tunnel_triage_build_info',
    help: 'The release that runs; always 1',
    labelNames: ['version', 'node'],
    registers: [registry],
  }).set({ version: releaseOf(projectFolder(__dirname)), node: process.version }, 1);
}

const packageJson = z.looseObject({ version: z.string() });

const releaseOf = (project: string): string =>
  packageJson.parse(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))).version;
