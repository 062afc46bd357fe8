/** How the work in the store stands, for whoever watches many instances: the numbers are those of the store, not of a process. */
import { Gauge, Registry } from 'prom-client';

import { inTime } from '../in-time';
import { JOB_KINDS } from '../jobs/job';
import { JOB_STATES, type KindFigures } from '../jobs/job-figures';
import { type Log } from '../log';
import { storeSilent } from '../store/store-fault';

/** Whoever collects waits ten seconds, and wants the numbers of the process even where the store does not answer. */
export const STORE_LIMIT_MS = 3000;

/** The text form that Prometheus reads. Never rejects: a store that does not answer in time is one of the numbers. */
export async function storeMetricsText(read: () => Promise<readonly KindFigures[]>, log: Log): Promise<string> {
  const registry = new Registry();
  const up = new Gauge({
    name: 'tunnel_triage_store_up',
    help: 'Whether the store answered when the metrics were asked for: 1 or 0',
    registers: [registry],
  });
  try {
    addFigures(registry, await inTime(read(), STORE_LIMIT_MS, storeSilent));
    up.set(1);
  } catch (error) {
    log.warn('metrics-without-store', {}, error);
  }
  return registry.metrics();
}

/** Kinds of which the store has no job yet stand there with zeros, so that an alert has something to compare. */
function addFigures(registry: Registry, found: readonly KindFigures[]): void {
  const registers = [registry];
  const jobs = new Gauge({
    name: 'tunnel_triage_jobs',
    help: 'Jobs in the store, by kind and state; dead ones were given up',
    labelNames: ['kind', 'state'],
    registers,
  });
  const due = new Gauge({
    name: 'tunnel_triage_jobs_due',
    help: 'Jobs that could run now',
    labelNames: ['kind'],
    registers,
  });
  const oldest = new Gauge({
    name: 'tunnel_triage_jobs_oldest_due_seconds',
    help: 'How long the oldest of them has been due; a follow-up is of the kind prompt',
    labelNames: ['kind'],
    registers,
  });
  for (const kind of JOB_KINDS) {
    const figures = found.find((each) => each.kind === kind);
    for (const state of JOB_STATES) jobs.set({ kind, state }, figures?.states[state] ?? 0);
    due.set({ kind }, figures?.due ?? 0);
    oldest.set({ kind }, (figures?.oldestDueMs ?? 0) / MS_PER_SECOND);
  }
}

const MS_PER_SECOND = 1000;
