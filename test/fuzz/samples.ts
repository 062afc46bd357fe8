/** What mutants are made from: true outputs in their true layout, from the virtual client, its stories and the fixtures of the commands. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { analyse, type CaseEvidence, type Context, type Upload } from '../../analyzers/index';
import { type LogForm } from '../bench/event-log-generator';
import { evtxForm } from '../bench/event-log-generator';
import { generatedEvents } from '../bench/generated-events';
import {
  clixmlForm,
  eventViewerCsvForm,
  formatListForm,
  powershellCsvForm,
  powershellJsonForm,
  wevtutilTextForm,
  wevtutilXmlForm,
} from '../support/event-form-writers';
import { evtxLog, sampleEvents, xmlLog } from '../support/sample-logs';
import { completeEvidence } from '../virtual-client/evidence';
import { deploymentBehindNat, healthyDeployment } from '../virtual-client/healthy-deployments';
import { allStories } from '../virtual-client/stories/all-stories';
import { textOf } from '../virtual-client/variations';

export interface TextSample {
  /** Where it is from, for a report. */
  readonly title: string;
  /** Under which it is sent. */
  readonly name: string;
  readonly text: string;
  /** Against which expiry is judged, ISO 8601. */
  readonly at: string;
  /** The case in which the deployment's other outputs are already; null where there are none. */
  readonly rest: (() => Promise<CaseEvidence>) | null;
}

export interface ByteSample {
  readonly title: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Of the fixtures, which have no clock of their own. */
const AT = '2026-11-24T12:00:00Z';
const SERVER = '131.107.0.2';
/** Every so many stories lend their deployment to a complete evidence. */
const STORIES_APART = 15;
/** A file that is longer makes a mutant slow and is damaged in its dull parts. */
const MAX_SAMPLE_CHARACTERS = 40_000;

/** In which a sample is judged: alone, or with what else is known of its deployment. */
export const contextOf = (at: string, earlier: CaseEvidence | undefined): Context => ({
  at,
  serverIpv4: SERVER,
  ...(earlier === undefined ? {} : { earlier }),
});

export function textSamples(root: string): readonly TextSample[] {
  return distinct([...ofDeployments(), ...ofStories(), ...ofFixtures(join(root, 'test/commands'))]).filter(
    ({ text }) => text.length > 0 && text.length <= MAX_SAMPLE_CHARACTERS,
  );
}

const distinct = (samples: readonly TextSample[]): readonly TextSample[] => [
  ...new Map(samples.map((sample) => [`${sample.name}\n${sample.text}`, sample])).values(),
];

function ofDeployments(): readonly TextSample[] {
  const lent = allStories.filter((_, place) => place % STORIES_APART === 0);
  const deployments = [
    ['healthy', healthyDeployment()] as const,
    ['behind a NAT', deploymentBehindNat()] as const,
    ...lent.map(({ title, deployment }) => [title, deployment] as const),
  ];
  return deployments.flatMap(([title, deployment]) => {
    const evidence = completeEvidence(deployment);
    const at = `${deployment.moment.clock}Z`;
    return evidence.map((upload, place) => ({
      title: `${title}: ${upload.name}`,
      name: upload.name,
      text: textOf(upload),
      at,
      rest: once(async () => (await analyse(evidence.toSpliced(place, 1), contextOf(at, undefined))).evidence),
    }));
  });
}

const ofStories = (): readonly TextSample[] =>
  allStories.flatMap(({ title, deployment, start }) =>
    start.map(({ name, text }) => ({
      title: `${title}: ${name}`,
      name,
      text: text(deployment),
      at: `${deployment.moment.clock}Z`,
      rest: null,
    })),
  );

const ofFixtures = (folder: string): readonly TextSample[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:txt|csv|xml)$/.test(path))
    .sort()
    .map((path) => ({
      title: `fixture ${path}`,
      name: path.replace(/^.*[/\\]/, ''),
      text: readFileSync(join(folder, path), 'utf8'),
      at: AT,
      rest: null,
    }));

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | null = null;
  return () => (made ??= make());
}

/** Busy with IPsec, so that most of what is damaged is read. */
const IPSEC_PER_10000 = 4000;
const EVENTS = 24;

/** Event logs in every text form in which Windows exports them. */
export function eventSamples(): readonly ByteSample[] {
  const forms = {
    'wevtutil.xml': wevtutilXmlForm,
    'Event Viewer.csv': eventViewerCsvForm,
    'PowerShell.json': powershellJsonForm,
    'wevtutil.txt': wevtutilTextForm,
    'PowerShell.csv': powershellCsvForm,
    'Format-List.txt': formatListForm,
    'Export.clixml': clixmlForm,
  };
  return [
    ...Object.entries(forms).map(([name, form]) => ({ title: name, name, bytes: writtenLog(form()) })),
    { title: 'plain XML', name: 'Security.xml', bytes: xmlLog(sampleEvents(40, 4)) },
  ];
}

export const evtxSamples = (): readonly ByteSample[] => [
  { title: 'generated log', name: 'Security.evtx', bytes: writtenLog(evtxForm()) },
  { title: 'sample log', name: 'Security.evtx', bytes: evtxLog(sampleEvents(40, 4)) },
];

function writtenLog(form: LogForm): Uint8Array {
  const pieces = [form.begin()];
  for (const event of generatedEvents({ ipsecPer10000: IPSEC_PER_10000 })) {
    pieces.push(form.event(event));
    if (event.recordId === EVENTS) break;
  }
  const { rest, header } = form.end();
  const log = new Uint8Array(Buffer.concat([...pieces, rest]));
  if (header !== undefined) log.set(header);
  return log;
}

/** Short names of evidence, for archives. */
export const asUpload = ({ name, text }: Pick<TextSample, 'name' | 'text'>): Upload => ({
  name,
  bytes: Buffer.from(text, 'utf8'),
});
