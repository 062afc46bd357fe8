/** `/metrics`: what it counts of a real bot, that Prometheus reads it, and that nothing of anybody gets into it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createCounters } from '../../bot/counters';
import { createLog } from '../../bot/log';
import { UPLOAD_REFUSALS } from '../../bot/metrics/label-values';
import { storeMetricsText } from '../../bot/metrics/store-metrics';
import { message } from '../support/bot-activities';
import { ASSOCIATIONS, failingClient, windowOf } from '../support/bot-outputs';
import { startTeams, type TeamsAround } from '../support/bot-teams';
import { channelPost } from '../support/channel-activities';
import { type Exposition, expositionOf, promtool, readExposition } from '../support/exposition';
import { type GraphAround } from '../support/graph-around';
import { startTeamsWithGraph } from '../support/teams-with-graph';

const ROOT = join(__dirname, '../..');

let graph: GraphAround;
let teams: TeamsAround;
startTeamsWithGraph((around) => ({ graph, teams } = around));

const FAILING = windowOf(failingClient(), ASSOCIATIONS);
const metrics = () => expositionOf(teams.origin);
/** A card is at the connector a moment before it is counted, and an upload on the disk. */
async function metricsWith(name: string, value: number): Promise<Exposition> {
  for (const end = Date.now() + 10_000; ;) {
    const seen = await metrics();
    if (seen.value(name) === value || Date.now() > end) return seen;
  }
}

describe('The metrics', () => {
  it('are read by Prometheus without a complaint, also about their names', async () => {
    await teams.post(message(FAILING));
    await teams.card(1);
    const text = await (await fetch(`${teams.origin}/metrics`)).text();
    expect(promtool(['check', 'metrics'], text)).toEqual({ status: 0, said: '' });
  });

  it('are complained of where one is named against the rules, so that silence means something', () => {
    const { status, said } = promtool(['check', 'metrics'], '# HELP a_total A\n# TYPE a_total gauge\na_total 1\n');
    expect([status, said]).toEqual([3, expect.stringContaining('should not have "_total" suffix')]);
  });

  it('say in which form they are', async () => {
    const { headers } = await fetch(`${teams.origin}/metrics`);
    expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  });

  it('count a pasted output: its turn, its analysis, its upload and its card', async () => {
    await teams.post(message(FAILING));
    await teams.card(1);
    await metricsWith('tunnel_triage_messages_sent_total', 1);
    const seen = await metricsWith('tunnel_triage_uploads_total', 1);
    expect(seen.value('tunnel_triage_messages_sent_total')).toBe(1);
    expect(seen.value('tunnel_triage_turns_total')).toBe(1);
    expect(seen.value('tunnel_triage_turn_duration_seconds_count', { activity: 'message' })).toBe(1);
    expect(seen.value('tunnel_triage_turn_duration_seconds_sum')).toBeGreaterThan(0);
    expect(seen.value('tunnel_triage_analyses_total')).toBe(1);
    expect(seen.value('tunnel_triage_analyses_under_way')).toBe(0);
    expect(seen.value('tunnel_triage_analysis_duration_seconds_count', { outcome: 'diagnosed' })).toBe(1);
    expect(seen.value('tunnel_triage_connector_calls_total', { operation: 'card' })).toBe(1);
    expect(seen.value('tunnel_triage_connector_errors_total')).toBeNull();
  });

  it('count an analysis as under way from when it is asked for until it has ended, however it ends', async () => {
    const counters = createCounters();
    const underWay = async (): Promise<number | null> =>
      readExposition(await counters.text()).value('tunnel_triage_analyses_under_way');
    const ends = [counters.analysisBegan(), counters.analysisBegan()];
    expect(await underWay()).toBe(2);
    ends[0]!(true);
    ends[1]!(false);
    expect(await underWay()).toBe(0);
  });

  it('tell the release, the delay of the event loop and how the work in the store stands', async () => {
    const seen = await metrics();
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(seen.value('tunnel_triage_build_info', { version, node: process.version })).toBe(1);
    expect(seen.value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    expect(seen.value('tunnel_triage_store_up')).toBe(1);
    expect(seen.value('tunnel_triage_jobs_oldest_due_seconds', { kind: 'prompt' })).toBe(0);
    expect(seen.value('tunnel_triage_jobs', { kind: 'send', state: 'dead' })).toBe(0);
  });

  it('count a file that Graph refuses by its status and by the reason that the person is told', async () => {
    const post = channelPost({});
    graph.inChannel(null, post.id, [graph.put('sas.txt', FAILING)]);
    graph.fail(/shares/, { status: 410 });
    await teams.post(post);
    await teams.card(1);
    const seen = await metricsWith('tunnel_triage_uploads_refused_total', 1);
    expect(seen.value('tunnel_triage_graph_calls_total', { service: 'teams' })).toBe(1);
    expect(seen.value('tunnel_triage_graph_errors_total', { service: 'files', code: '410' })).toBe(1);
    expect(seen.value('tunnel_triage_uploads_refused_total', { code: 'link-refused' })).toBe(1);
  });

  it('count what the API answers by the operation of its document, and by no address that somebody made up', async () => {
    await fetch(`${teams.origin}/api/v1/explain/13801`);
    await fetch(`${teams.origin}/api/v1/no-such-path`);
    const seen = await metricsWith('tunnel_triage_api_requests_total', 2);
    expect(seen.value('tunnel_triage_api_requests_total', { operation: 'explainCode', status: '401' })).toBe(1);
    expect(seen.value('tunnel_triage_api_request_duration_seconds_count', { operation: 'explainCode' })).toBe(1);
    expect(seen.value('tunnel_triage_api_requests_total', { operation: 'no-such-path' })).toBeNull();
  });

  it('of two bots in one process are apart', async () => {
    const [one, other] = [createCounters(), createCounters()];
    one.count('turns', 2);
    expect(readExposition(await one.text()).value('tunnel_triage_turns_total')).toBe(2);
    expect(readExposition(await other.text()).value('tunnel_triage_turns_total')).toBe(0);
  });
});

describe('The labels of the metrics', () => {
  it('have nothing of what anybody sends: whatever is not known is "other"', async () => {
    const counters = createCounters();
    counters.turnBegan('made-up')();
    counters.uploadRefused('a-name');
    counters.graphAsked('teams', 'made-up');
    counters.connectorAsked('card', '1234');
    counters.apiMeter(['getCase'])('made-up', 1234, 1);
    const seen = readExposition(await counters.text());
    for (const [family, labels] of [
      ['turn_duration_seconds_count', { activity: 'other' }],
      ['uploads_refused_total', { code: 'other' }],
      ['graph_errors_total', { service: 'teams', code: 'other' }],
      ['connector_errors_total', { operation: 'card', code: 'other' }],
      ['api_requests_total', { operation: 'other', status: 'other' }],
    ] as const) {
      expect([family, seen.value(`tunnel_triage_${family}`, labels)]).toEqual([family, 1]);
    }
  });

  it('count a request to the API by its operation and status', async () => {
    const counters = createCounters();
    counters.apiMeter(['getCase', 'createCase'])('createCase', 201, 0.02);
    const seen = readExposition(await counters.text());
    expect(seen.value('tunnel_triage_api_requests_total', { operation: 'createCase', status: '201' })).toBe(1);
    expect(seen.value('tunnel_triage_api_request_duration_seconds_bucket', { le: '0.025' })).toBe(1);
    expect(seen.value('tunnel_triage_api_request_duration_seconds_bucket', { le: '0.01' })).toBe(0);
  });

  it('know every code by which the source refuses an upload', () => {
    const intake = codesIn('analyzers/intake', /\bcode: '([a-z-]+)'/g);
    const fetched = [
      'bot/teams/graph',
      'bot/teams/download-file.ts',
      'bot/teams/fetch-files.ts',
      'bot/teams/answer-posted.ts',
      'bot/teams/answer-message.ts',
    ].flatMap((place) => codesIn(place, /new (?:RefusedError|MissingRight)\(\s*'([a-z-]+)'/g));
    expect([intake.length > 10, fetched.length > 20]).toEqual([true, true]);
    const known: readonly string[] = UPLOAD_REFUSALS;
    expect([...intake, ...fetched].filter((code) => !known.includes(code))).toEqual([]);
  });
});

const codesIn = (place: string, pattern: RegExp): readonly string[] =>
  (place.endsWith('.ts') ? [place] : readdirSync(join(ROOT, place)).map((name) => join(place, name)))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .flatMap((text) => [...text.matchAll(pattern)].map(([, code = '']) => code));

describe('The metrics of the store', () => {
  const log = createLog('silent');

  it('say that it does not answer, and nothing that could be taken for an empty queue', async () => {
    const seen = readExposition(await storeMetricsText(() => Promise.reject(new Error('away')), log));
    expect(seen.value('tunnel_triage_store_up')).toBe(0);
    expect(seen.names.has('tunnel_triage_jobs')).toBe(false);
  });

  it('wait for it no longer than whoever collects waits for them', async () => {
    const never = new Promise<never>(() => undefined);
    const seen = readExposition(await storeMetricsText(() => never, log));
    expect(seen.value('tunnel_triage_store_up')).toBe(0);
  });
});

describe('Who may read the metrics', () => {
  const TOKEN = 'a-token-of-the-test-0123456789';
  const asked = async (origin: string, headers: Readonly<Record<string, string>>) => {
    const response = await fetch(`${origin}/metrics`, { headers });
    return [response.status, (await response.text()).split('\n')[0]];
  };

  it.each([
    { 'x-forwarded-for': '203.0.113.7' },
    { forwarded: 'for=203.0.113.7' },
    { via: '1.1 proxy' },
    { 'x-forwarded-host': 'bot.example.com' },
  ])('is without a token this machine alone, and not whoever comes through a proxy on it (%o)', async (headers) => {
    expect((await asked(teams.origin, {}))[0]).toBe(200);
    expect(await asked(teams.origin, headers)).toEqual([
      401,
      'The metrics are for this machine alone: set TUNNEL_TRIAGE_METRICS_TOKEN to read them from another.',
    ]);
  });

  it('is with a token whoever shows it, from wherever', async () => {
    const guarded = await startTeams(undefined, Date.now, { TUNNEL_TRIAGE_METRICS_TOKEN: TOKEN });
    const right = { authorization: `Bearer ${TOKEN}` };
    expect((await asked(guarded.origin, right))[0]).toBe(200);
    expect((await asked(guarded.origin, { ...right, 'x-forwarded-for': '203.0.113.7' }))[0]).toBe(200);
    const refused = [401, 'Send the token of TUNNEL_TRIAGE_METRICS_TOKEN: Authorization: Bearer TOKEN.'];
    for (const headers of [{}, { authorization: `Bearer ${TOKEN}x` }, { authorization: `Basic ${TOKEN}` }]) {
      expect(await asked(guarded.origin, headers)).toEqual(refused);
    }
    await guarded.close();
  });
});
