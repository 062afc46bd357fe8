/** The living case: takes uploads in, diagnoses, remembers. It knows no door, and changes of one conversation wait for each other. */
import {
  type Analysis,
  type Context,
  type Diagnosis,
  type NextCommand,
  type Upload,
  type UploadReport,
} from '../../analyzers/index';
import { ServiceError } from '../service-error';
import { type PoolUpload } from '../workers/analysis-task';
import { type PoolWatch } from '../workers/analysis-pool';
import { type CaseRecord, type CaseStore } from './case-store';
import { securityAssociationsCommand } from './first-question';
import { withoutRepeatedNames } from './upload-names';
import { createSerialByKey } from './serial-by-key';

/** What one message brings: files, a pasted text, and files that did not make it. */
export interface Incoming {
  readonly uploads: readonly PoolUpload[];
  readonly pasted?: string | undefined;
  /** Reports of uploads that were refused before anybody looked at them. */
  readonly refused?: readonly UploadReport[];
  /** Who waits for it. */
  readonly watch?: PoolWatch | undefined;
}

export interface TakenIn {
  readonly case: CaseRecord;
  readonly diagnosis: Diagnosis;
  /** The record as it was before. */
  readonly before: CaseRecord;
  /** The reports of this message, archive members and refused ones included. */
  readonly received: readonly UploadReport[];
  /** Whether a verdict, the failed step, a cause or the next command is another than before. */
  readonly changed: boolean;
}

/** The server's public IPv4 addresses; the second is the next address where it is left out. */
export interface ServerAddresses {
  readonly first: string;
  readonly second?: string | undefined;
}

export interface Cases {
  readonly current: (conversation: string) => Promise<CaseRecord>;
  readonly find: (conversation: string, id: string) => Promise<CaseRecord | null>;
  readonly takeIn: (conversation: string, incoming: Incoming) => Promise<TakenIn>;
  readonly setServer: (conversation: string, addresses: ServerAddresses) => Promise<TakenIn>;
  readonly beginCase: (conversation: string) => Promise<CaseRecord>;
  readonly closeCase: (conversation: string, id: string) => Promise<CaseRecord | null>;
  /** Remembers which command a case waits for now. */
  readonly expect: (conversation: string, id: string, awaited: NextCommand) => Promise<void>;
  /** Remembers which message shows the case as it stands; null where none does any more. */
  readonly shownBy: (conversation: string, id: string, activityId: string | null) => Promise<void>;
  /** Whether a text is an output, or may be the answer to what the case waits for; changes nothing. */
  readonly recognises: (conversation: string, text: string) => Promise<boolean>;
}

export interface CaseParts {
  readonly store: CaseStore;
  readonly analyse: (uploads: readonly PoolUpload[], context: Context, watch?: PoolWatch) => Promise<Analysis>;
  /** ISO 8601: certificates are judged against it. */
  readonly now: () => string;
}

export function createCases({ store, analyse, now }: CaseParts): Cases {
  const serial = createSerialByKey();

  /** Every case begins with the same question, so an answer that several commands give is first read as the answer to that. */
  const read = async (
    uploads: readonly PoolUpload[],
    { evidence }: CaseRecord,
    server?: ServerAddresses,
    watch?: PoolWatch,
  ): Promise<Analysis> => {
    const context = { at: now(), ...given(server) };
    const analysis = await analyse(uploads, { ...context, earlier: evidence }, watch);
    const open = analysis.evidence.readings.length === 0 && analysis.diagnosis.uploads.some(isOfSeveralCommands);
    if (evidence.awaited !== null || !open) return analysis;
    return analyse(uploads, { ...context, earlier: { ...evidence, awaited: securityAssociationsCommand() } });
  };

  const takeIn = (conversation: string, incoming: Incoming, server?: ServerAddresses): Promise<TakenIn> =>
    serial.run(conversation, async () => {
      const before = await store.openCase(conversation);
      const uploads = uploadsOf(incoming, before);
      const refused = incoming.refused ?? [];
      const analysis = await read(uploads, before, server, incoming.watch);
      const diagnosis = { ...analysis.diagnosis, uploads: [...analysis.diagnosis.uploads, ...refused] };
      const record = await kept(store, { ...before, evidence: analysis.evidence, diagnosis });
      const received = [...receivedNow(analysis.diagnosis.uploads, before, uploads), ...refused];
      return { case: record, diagnosis, before, received, changed: says(before.diagnosis) !== says(diagnosis) };
    });

  const change = (
    conversation: string,
    id: string,
    changed: (record: CaseRecord) => CaseRecord,
  ): Promise<CaseRecord | null> =>
    serial.run(conversation, async () => {
      const record = await store.caseOf(conversation, id);
      return record === null ? null : kept(store, changed(record));
    });

  return {
    current: (conversation) => serial.run(conversation, () => store.openCase(conversation)),
    find: (conversation, id) => store.caseOf(conversation, id),
    takeIn: (conversation, incoming) => takeIn(conversation, incoming),
    setServer: (conversation, addresses) => takeIn(conversation, { uploads: [] }, addresses),
    beginCase: (conversation) => serial.run(conversation, () => store.beginCase(conversation)),
    closeCase: (conversation, id) => change(conversation, id, (record) => ({ ...record, state: 'closed' })),
    expect: async (conversation, id, awaited) => {
      await change(conversation, id, (record) => ({ ...record, evidence: { ...record.evidence, awaited } }));
    },
    shownBy: async (conversation, id, cardActivityId) => {
      await change(conversation, id, (record) => ({ ...record, cardActivityId }));
    },
    recognises: async (conversation, text) => {
      const before = await store.openCase(conversation);
      const uploads = uploadsOf({ uploads: [], pasted: text }, before);
      const { diagnosis } = await read(uploads, before);
      const received = receivedNow(diagnosis.uploads, before, uploads);
      return received.some((report) => report.readings.length > 0 || isOfSeveralCommands(report));
    },
  };
}

function uploadsOf({ uploads, pasted }: Incoming, { evidence }: CaseRecord): readonly PoolUpload[] {
  const all = pasted === undefined ? uploads : [...uploads, pastedUpload(pasted, evidence.calls + 1)];
  return withoutRepeatedNames(all);
}

/**
 * A pasted text gets a name of its own, because quotes name the upload that they stand in, and the line end that a chat takes away:
 * without it its last line would count as one that may have been cut.
 */
const pastedUpload = (text: string, number: number): Upload => ({
  name: `pasted-${number}.txt`,
  bytes: new TextEncoder().encode(text.endsWith('\n') ? text : `${text}\n`),
});

const given = (server: ServerAddresses | undefined): Pick<Context, 'serverIpv4' | 'serverIpv4Second'> =>
  server === undefined ? {} : { serverIpv4: server.first, serverIpv4Second: server.second };

/** Two processes on one store would meet here; one store has one owner, so this is a fault and no race to retry. */
async function kept(store: CaseStore, record: CaseRecord): Promise<CaseRecord> {
  if (await store.keep(record)) return { ...record, version: record.version + 1 };
  throw new ServiceError('case-changed', `Case ${record.id} was changed by somebody else at the same time.`);
}

/** The reports that are new; where everything came before, the earlier reports of the same names. */
function receivedNow(
  reports: readonly UploadReport[],
  before: CaseRecord,
  uploads: readonly PoolUpload[],
): readonly UploadReport[] {
  const known = new Set(before.evidence.uploads.map(identity));
  const fresh = reports.filter((report) => !known.has(identity(report)));
  if (fresh.length > 0) return fresh;
  const names = uploads.map(({ name }) => name);
  const repeated = reports.filter(({ name }) => names.some((each) => name === each || name.startsWith(`${each}!/`)));
  return [...new Map(repeated.map((report) => [identity(report), report])).values()];
}

const isOfSeveralCommands = ({ problems }: UploadReport): boolean =>
  problems.some(({ code }) => code === 'command-undecided');

const identity = ({ name, sha256 }: UploadReport): string => `${sha256} ${name}`;

/** What a person would notice of a diagnosis. */
const says = (diagnosis: Diagnosis | null): string =>
  JSON.stringify(
    diagnosis && [
      diagnosis.outcome,
      diagnosis.failedStep,
      diagnosis.steps.map(({ outcome }) => outcome),
      diagnosis.causes.map(({ id, confidence }) => [id, confidence]),
      diagnosis.next?.id,
    ],
  );
