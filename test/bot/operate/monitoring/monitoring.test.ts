/** The alerts and the dashboard, held against a running bot and tried in a real Prometheus. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

import { createCounters } from '../../../../bot/counters';
import { createLog } from '../../../../bot/log';
import { storeMetricsText } from '../../../../bot/metrics/store-metrics';
import { message } from '../../../support/bot-activities';
import { ASSOCIATIONS, failingClient, windowOf } from '../../../support/bot-outputs';
import { startTeams, type TeamsAround } from '../../../support/bot-teams';
import { type Exposition, promtool, readExposition } from '../../../support/exposition';
import { until } from '../../../support/job-instances';
import { MONITORING, type Prometheus, startPrometheus } from './prometheus-around';

const RULES = join(MONITORING, 'alert-rules.yaml');
const PLAYED = join(__dirname, 'alert-rules.promtool.yaml');
const TOKEN = 'a-token-of-the-test-0123456789';

const rule = z.object({
  alert: z.string(),
  expr: z.string(),
  labels: z.object({ severity: z.enum(['critical', 'warning']) }),
  annotations: z.object({ summary: z.string(), description: z.string() }),
});
const { groups } = z
  .object({ groups: z.array(z.object({ rules: z.array(rule) })) })
  .parse(parse(readFileSync(RULES, 'utf8')));
const alerts = groups.flatMap(({ rules }) => rules);

const datasource = z.object({ type: z.literal('prometheus'), uid: z.literal('${datasource}') });
const panel = z.looseObject({
  id: z.number(),
  title: z.string(),
  type: z.enum(['row', 'stat', 'timeseries']),
  gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
  datasource: datasource.optional(),
  targets: z.array(z.looseObject({ expr: z.string(), datasource, legendFormat: z.string() })).optional(),
});
const dashboard = z
  .looseObject({
    schemaVersion: z.number(),
    panels: z.array(panel),
    templating: z.object({ list: z.array(z.looseObject({ name: z.string(), type: z.string() })) }),
  })
  .parse(JSON.parse(readFileSync(join(MONITORING, 'grafana-dashboard.json'), 'utf8')));
/** As Grafana asks, with everything chosen. */
const questions = dashboard.panels.flatMap(({ title, targets = [] }) =>
  targets.map(({ expr }) => ({
    title,
    expr: expr.replaceAll('$__rate_interval', '5m').replaceAll('$job', 'tunnel-triage').replaceAll('$instance', '.*'),
  })),
);
const expressions = [...alerts.map(({ expr }) => expr), ...questions.map(({ expr }) => expr)];

let teams: TeamsAround;
let seen: Exposition;
beforeAll(async () => {
  teams = await startTeams(undefined, Date.now, { TUNNEL_TRIAGE_METRICS_TOKEN: TOKEN });
  await teams.post(message(windowOf(failingClient(), ASSOCIATIONS)));
  await teams.card(1);
  const response = await fetch(`${teams.origin}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
  seen = readExposition(await response.text());
});
afterAll(() => teams.close());

describe('Every metric that an alert or a panel names', () => {
  it('is one that a running bot has, or Prometheus itself', () => {
    const named = expressions.flatMap(
      (expr) => expr.match(/\b(?:tunnel_triage|nodejs|process)_\w+|\bup\b/g) ?? ['none'],
    );
    expect(named.length).toBeGreaterThanOrEqual(expressions.length);
    expect([...new Set(named)].filter((name) => name !== 'up' && !seen.names.has(name))).toEqual([]);
  });

  it('has the labels by which it is chosen and summed', async () => {
    const all = readExposition(await everySeries());
    const wrong = expressions.flatMap((expr) => {
      const [, by = ''] = /\bby \(([^)]*)\)/.exec(expr) ?? [];
      const [name = ''] = /\b(?:tunnel_triage|nodejs|process)_\w+/.exec(expr) ?? [];
      const chosen = [...expr.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"/g)].map(([, label = '']) => label);
      const summed = by.split(',').map((label) => label.trim());
      return [...chosen, ...summed]
        .filter((label) => label !== '' && !['job', 'instance'].includes(label))
        .filter((label) => !all.labelsOf(name.replace(/_bucket$/, '')).has(label))
        .map((label) => `${label} in ${expr}`);
    });
    expect(wrong).toEqual([]);
  });
});

/** A text in which every family has a series. */
async function everySeries(): Promise<string> {
  const counters = createCounters();
  counters.turnBegan('message')();
  counters.analysisBegan()(true);
  counters.uploadRefused('too-large');
  counters.graphAsked('files', '403');
  counters.connectorAsked('card', '502');
  counters.apiMeter(['getCase'])('getCase', 200, 0.1);
  return (await counters.text()) + (await storeMetricsText(() => Promise.resolve([]), createLog('silent')));
}

describe('The alerts', () => {
  it('are rules that Prometheus takes', () => {
    expect(promtool(['check', 'rules', RULES])).toMatchObject({ status: 0 });
  });

  it('fire when they should, and not at what only looks alike', () => {
    expect(promtool(['test', 'rules', PLAYED])).toMatchObject({ status: 0 });
  });

  it('are each played', () => {
    const played = readFileSync(PLAYED, 'utf8');
    expect(alerts.map(({ alert }) => alert).filter((alert) => !played.includes(`alertname="${alert}"`))).toEqual([]);
  });
});

describe('The dashboard', () => {
  it('asks the data source that is chosen, and has a scheme that Grafana 10 and later read', () => {
    expect(dashboard.schemaVersion).toBe(38);
    expect(dashboard.templating.list.map(({ name, type }) => [name, type])).toEqual([
      ['datasource', 'datasource'],
      ['job', 'query'],
      ['instance', 'query'],
    ]);
    const asking = dashboard.panels.filter(({ type }) => type !== 'row');
    expect(asking.filter(({ datasource: source, targets }) => source === undefined || targets?.length === 0)).toEqual(
      [],
    );
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
  });

  it('has no two panels in one place, and none beyond the 24 columns', () => {
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_each, cell) => [x + (cell % w), y + Math.floor(cell / w)] as const),
    );
    expect(cells.every(([column]) => column < 24)).toBe(true);
    expect(new Set(cells.map(String)).size).toBe(cells.length);
  });
});

describe('A real Prometheus', () => {
  let prometheus: Prometheus;
  beforeAll(async () => {
    prometheus = await startPrometheus(teams.origin, TOKEN);
    await until(async () => (await rows('tunnel_triage_build_info[1m]')).some(({ values = [] }) => values.length >= 2));
  });
  afterAll(() => prometheus.stop());

  const result = z.object({
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        value: z.tuple([z.number(), z.string()]).optional(),
        values: z.array(z.unknown()).optional(),
      }),
    ),
  });
  const rows = async (query: string) => result.parse(await prometheus.ask('/api/v1/query', { query })).result;

  it('reads the bot with the token of the file that operators are given', async () => {
    expect((await rows('up{job="tunnel-triage"}')).map(({ value }) => value?.[1])).toEqual(['1']);
  });

  /** What only a fault brings, and what this bot has not done. */
  const EMPTY = /_errors_total|_refused_total\{|api_request/;

  it.each(questions.map(({ title, expr }) => [title, expr]))('answers the panel %s (%s)', async (_title, expr) => {
    const found = await rows(expr);
    if (!(EMPTY.test(expr) && expr.includes(' by '))) expect(found.length).toBeGreaterThan(0);
  });

  it('takes every alert, and none is on for a bot that is well', async () => {
    const taken = z.object({
      groups: z.array(
        z.object({ rules: z.array(z.object({ name: z.string(), health: z.string(), state: z.string() })) }),
      ),
    });
    const read = async () => taken.parse(await prometheus.ask('/api/v1/rules')).groups.flatMap(({ rules }) => rules);
    await until(async () => (await read()).every(({ health }) => health !== 'unknown'));
    const found = await read();
    expect(found.map(({ name }) => name)).toEqual(alerts.map(({ alert }) => alert));
    expect(found.filter(({ health, state }) => health !== 'ok' || state !== 'inactive')).toEqual([]);
  });
});
