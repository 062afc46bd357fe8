/**
 * What the process has done, counted and timed for Prometheus. Each bot has a registry of its own, so that several can run in one process. Every
 * label is one of `metrics/label-values.ts`: nothing that anybody sends becomes a series or stands in the text.
 */
import { Counter as PromCounter, Gauge, Histogram, Registry } from 'prom-client';

import {
  ACTIVITY_TYPES,
  among,
  CONNECTOR_OPERATIONS,
  type ConnectorOperation,
  failureCode,
  GRAPH_SERVICES,
  type GraphService,
  statusLabel,
  UPLOAD_REFUSALS,
} from './metrics/label-values';
import { addProcessMetrics } from './metrics/process-metrics';

/** Each plain counter with what it counts. */
const COUNTED = {
  turns: 'Activities that were accepted',
  turns_refused: 'Activities that were refused before the bot saw them',
  duplicates: 'Activities that came again and had no second effect',
  messages_sent: 'Messages and cards that were sent',
  analyses: 'Analyses that ended with a diagnosis',
  analyses_failed: 'Analyses that crashed or ran out of time',
  uploads: 'Uploads that were taken in, those among them that were refused',
  answers_failed: 'Answers that ended in an error card',
} as const;
export type Counter = keyof typeof COUNTED;

/** Below what a person notices up to where Teams gives up. */
const TURN_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** A pasted listing up to an event log of gigabytes. */
const ANALYSIS_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
/** A reading from the store up to an upload that is analysed before it is answered. */
const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** To be called when what was begun has ended. */
export type Ended<Result extends unknown[] = []> = (...result: Result) => void;

/** Counts the requests of the API: its operation as the document names it, the HTTP status, and for how many seconds it was worked on. */
export type ApiMeter = (operation: string, status: number, seconds: number) => void;

export interface Counters {
  readonly count: (counter: Counter, by?: number) => void;
  /** An activity of that type is worked on; ends when it is acknowledged. */
  readonly turnBegan: (activityType: string) => Ended;
  /** Ends with whether there is a diagnosis. */
  readonly analysisBegan: () => Ended<[isDiagnosed: boolean]>;
  /** `code`: that of the first problem of the upload's report. */
  readonly uploadRefused: (code: string) => void;
  /** `failure`: null where the call succeeded, else its status, `no-answer` or `no-token`. */
  readonly graphAsked: (service: GraphService, failure: string | null) => void;
  /** The same for the connector of Teams. */
  readonly connectorAsked: (operation: ConnectorOperation, failure: string | null) => void;
  /** `operations`: every operation of the document; another one counts as `other`. */
  readonly apiMeter: (operations: readonly string[]) => ApiMeter;
  /** All of it in the text form that Prometheus reads (exposition format 0.0.4). */
  readonly text: () => Promise<string>;
}

export function createCounters(): Counters {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]): PromCounter<Label> =>
    new PromCounter({ name: `tunnel_triage_${name}_total`, help, labelNames, registers });
  const histogram = <Label extends string>(name: string, help: string, label: Label, buckets: readonly number[]) =>
    new Histogram({
      name: `tunnel_triage_${name}_duration_seconds`,
      help,
      labelNames: [label],
      buckets: [...buckets],
      registers,
    });

  const plain = new Map(Object.entries(COUNTED).map(([name, help]) => [name, counter(name, help)]));
  const turns = histogram('turn', 'From the authentication to the acknowledgement', 'activity', TURN_SECONDS);
  const analyses = histogram(
    'analysis',
    'From the moment that an analysis was asked for, the wait for a worker included',
    'outcome',
    ANALYSIS_SECONDS,
  );
  const underWay = new Gauge({
    name: 'tunnel_triage_analyses_under_way',
    help: 'Analyses that run or wait for a worker',
    registers,
  });
  const refused = counter('uploads_refused', 'Uploads that could not be fetched or read, by reason', 'code');
  const graphCalls = counter('graph_calls', 'Calls to Microsoft Graph', 'service');
  const graphErrors = counter('graph_errors', 'Calls to Microsoft Graph that failed, by status', 'service', 'code');
  const connectorCalls = counter('connector_calls', 'Calls to the connector of Teams outside of turns', 'operation');
  const connectorErrors = counter('connector_errors', 'Those that failed, by status', 'operation', 'code');
  const requests = counter('api_requests', 'Requests to the API that were answered', 'operation', 'status');
  const requestTime = histogram('api_request', 'How long the API worked on a request', 'operation', REQUEST_SECONDS);
  // A series that begins with its first call would hide that call from a rate.
  for (const service of GRAPH_SERVICES) graphCalls.inc({ service }, 0);
  for (const operation of CONNECTOR_OPERATIONS) connectorCalls.inc({ operation }, 0);
  addProcessMetrics(registry);

  return {
    count: (name, by = 1) => plain.get(name)?.inc(by),
    turnBegan: (activityType) => turns.startTimer({ activity: among(ACTIVITY_TYPES)(activityType) }),
    analysisBegan: () => {
      const end = analyses.startTimer();
      underWay.inc();
      return (isDiagnosed) => {
        underWay.dec();
        end({ outcome: isDiagnosed ? 'diagnosed' : 'failed' });
        plain.get(isDiagnosed ? 'analyses' : 'analyses_failed')?.inc();
      };
    },
    uploadRefused: (code) => refused.inc({ code: among(UPLOAD_REFUSALS)(code) }),
    graphAsked: (service, failure) => {
      graphCalls.inc({ service });
      if (failure !== null) graphErrors.inc({ service, code: failureCode(failure) });
    },
    connectorAsked: (operation, failure) => {
      connectorCalls.inc({ operation });
      if (failure !== null) connectorErrors.inc({ operation, code: failureCode(failure) });
    },
    apiMeter: (operations) => {
      const known = among(operations);
      return (operation, status, seconds) => {
        requests.inc({ operation: known(operation), status: statusLabel(status) });
        requestTime.observe({ operation: known(operation) }, seconds);
      };
    },
    text: () => registry.metrics(),
  };
}
