/** The living case: reads uploads, diagnoses, and keeps the case in one transaction with whatever follows from it. It knows no door. */
import { type CauseId, type Context, standingOf, type UploadReport } from '../../analyzers/index';
import { RefusedError } from '../refused-error';
import { ServiceError } from '../service-error';
import { beginCase, beginFirstCase, keepCase, newCase, openCase, openCaseIfAny } from '../store/case-rows';
import { type CaseHead, evidenceOver, headOf, readAnyIn } from '../store/evidence-entries';
import { type Home } from '../store/home';
import { type StoreTransaction } from '../store/store-transaction';
import { type PoolWatch } from '../workers/analysis-pool';
import { type AnalysisTask, type PoolUpload } from '../workers/analysis-task';
import { type CaseAnalysis } from './case-analysis';
import { type CaseDiagnosis, type CaseRecord } from './case-record';
import { isOfSeveralCommands, whatItSays } from './received';
import { withoutRepeatedNames } from './upload-names';

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
  readonly diagnosis: CaseDiagnosis;
  /** The record as it was before. */
  readonly before: CaseRecord;
  /** The case that was closed for it; null where it went into the open one. */
  readonly closed: CaseRecord | null;
  /** The reports of this message, archive members and refused ones included; without what was read, as in the diagnosis. */
  readonly received: readonly UploadReport[];
  /** Whether a verdict, the failed step, a cause or the next command is another than before. */
  readonly changed: boolean;
}

/** The server's public IPv4 addresses; the second is the next address where it is left out. */
export interface ServerAddresses {
  readonly first: string;
  readonly second?: string | undefined;
}

/** What a person said of a cause: `aside`, that it is not this; else that it may be this after all. */
export interface CauseJudgement {
  readonly cause: CauseId;
  readonly aside: boolean;
}

/** Runs a transaction; what it rejects with has undone everything, and it may be called again. */
export type Commit = <Result>(work: (tx: StoreTransaction) => Promise<Result>) => Promise<Result>;

export interface TakeIn {
  readonly conversation: string;
  readonly incoming: Incoming;
  readonly server?: ServerAddresses | undefined;
  readonly judged?: CauseJudgement | undefined;
  /** True where nothing is begun: rejects with a RefusedError `no-such-case` where the conversation has no open case, or none any more. */
  readonly mustBeOpen?: boolean;
  /** True where what comes must not be judged together with the open case: it is closed, and another begun. */
  readonly inAnotherCase?: (open: CaseRecord) => boolean;
  /** The key of whoever sent it; null where it is not known. */
  readonly person: string | null;
  /** ISO 8601 in the sender's own time; the bot's own clock where the client gave none. */
  readonly at?: string | undefined;
  readonly commit: Commit;
  /** What belongs to the same transaction. */
  readonly also: (tx: StoreTransaction, taken: TakenIn) => Promise<void>;
}

export interface Cases {
  /** The open case; begins one where there is none. A diagnosis of another release is made again. */
  readonly current: (conversation: string) => Promise<CaseRecord>;
  /** The open case; null where there is none. A diagnosis of another release is made again. */
  readonly known: (conversation: string) => Promise<CaseRecord | null>;
  /** Where somebody else changed the case meanwhile, it is read and analysed again, so that nothing of either is lost. */
  readonly takeIn: (given: TakeIn) => Promise<TakenIn>;
  /** Whether a text is an output, or may be the answer to what the case waits for; changes nothing. */
  readonly recognises: (conversation: string, text: string) => Promise<boolean>;
}

export interface CaseParts {
  readonly home: Home;
  /** Calls `prepare` when it is its turn, so that a case is read from the store no sooner. */
  readonly analyse: (prepare: () => Promise<AnalysisTask>, watch?: PoolWatch) => Promise<CaseAnalysis>;
  /** Milliseconds since 1970: certificates are judged against it. */
  readonly now: () => number;
}

/** The open case, if there is one, and what is read into: that one, or an empty one in its place. */
interface Found {
  readonly open: CaseRecord | null;
  readonly another: boolean;
  readonly base: CaseRecord;
}

/** So often somebody else may change a case while one analysis runs; then the whole is tried again later. */
export const MAX_MERGES = 10;
/** The code of the error where a case was changed since it was read. */
export const CASE_CHANGED = 'case-changed';

export function createCases({ home, analyse, now }: CaseParts): Cases {
  const taskOf = (
    uploads: readonly PoolUpload[],
    { id, evidence, log }: CaseRecord,
    { server, judged }: Pick<TakeIn, 'server' | 'judged'> = {},
  ): AnalysisTask => {
    const head = judged === undefined ? headOf(evidence) : withJudged(headOf(evidence), judged);
    return { uploads, context: { at: new Date(now()).toISOString(), ...given(server), kept: { id, head, log } } };
  };

  const openRecord = (conversation: string): Promise<CaseRecord> =>
    home.inHaste((db) => db.transaction().execute((tx) => openCase(tx, conversation, { at: now(), person: null })));

  const knownRecord = async (conversation: string): Promise<CaseRecord> => {
    const record = await openCaseIfAny(home.db, conversation);
    if (record === null) throw noSuchCase();
    return record;
  };

  /** One reading and one transaction; rejects with `case-changed` where the case is not what was read any more. */
  const takeInOnce = async ({ conversation, incoming, server, judged, ...how }: TakeIn): Promise<TakenIn> => {
    const found: { case?: Found } = {};
    const analysis = await analyse(async () => {
      // The first case of a conversation is begun with what is read into it: until then nobody needs it.
      const open =
        how.mustBeOpen === true ? await knownRecord(conversation) : await openCaseIfAny(home.db, conversation);
      const another = open !== null && how.inAnotherCase?.(open) === true;
      const base = open === null || another ? newCase(conversation) : open;
      found.case = { open, another, base };
      return taskOf(uploadsOf(incoming, base), base, { server, judged });
    }, incoming.watch);
    if (found.case === undefined) throw new Error('Something was analysed without a case.');
    const { open, another, base } = found.case;
    const refused = incoming.refused ?? [];
    const made = { ...analysis.diagnosis, uploads: [...analysis.diagnosis.uploads, ...refused] };
    const received = [...analysis.received, ...refused];
    const changed = whatItSays(base.diagnosis) !== whatItSays(made);
    const readNow = received.some(({ readings }) => readings.length > 0);
    const at = how.at ?? new Date(now()).toISOString();
    const diagnosis = { ...made, ...(readNow ? { at, ...comparedWith(base) } : changed ? {} : keptOf(base)) };
    return how.commit(async (tx) => {
      const doing = { at: now(), person: how.person };
      const begun = open ?? (await beginFirstCase(tx, conversation, { ...doing, person: null }));
      if (begun === null) throw changedMeanwhile();
      const before = another ? await beginCase(tx, conversation, doing) : begun;
      const { entry } = analysis.brought;
      const log = entry === null ? before.log : [...before.log, entry];
      const after = { ...before, evidence: evidenceOver(analysis.head, log, before.id), log, diagnosis };
      if (!(await keepCase(tx, before, after, doing, analysis.brought))) throw changedMeanwhile();
      const taken = {
        case: { ...after, version: before.version + 1 },
        diagnosis,
        before,
        closed: another ? open : null,
        received,
        changed,
      };
      await how.also(tx, taken);
      return taken;
    });
  };

  const ofThisRelease = async (record: CaseRecord): Promise<CaseRecord> => {
    const older = record.diagnosis === null && readAnyIn(record.log);
    if (!older) return record;
    return { ...record, diagnosis: (await analyse(() => Promise.resolve(taskOf([], record)))).diagnosis };
  };

  return {
    current: async (conversation) => ofThisRelease(await openRecord(conversation)),
    known: async (conversation) => {
      const record = await openCaseIfAny(home.db, conversation);
      return record === null ? null : ofThisRelease(record);
    },
    takeIn: async (how) => {
      for (let merge = 1; ; merge += 1) {
        try {
          return await takeInOnce(how);
        } catch (error) {
          const again = error instanceof ServiceError && error.code === CASE_CHANGED && merge < MAX_MERGES;
          if (!again) throw error;
        }
      }
    },
    recognises: async (conversation, text) => {
      const before = await openRecord(conversation);
      const uploads = uploadsOf({ uploads: [], pasted: text }, before);
      // Its name is none that the case has, so what the case was told before changes nothing.
      const { received } = await analyse(() => Promise.resolve(taskOf(uploads, { ...before, log: [] })));
      return received.some((report) => report.readings.length > 0 || isOfSeveralCommands(report));
    },
  };
}

/** Also for a case that is there, where whoever asks may not know that. */
export const noSuchCase = (): RefusedError =>
  new RefusedError('no-such-case', 'There is no such case: it was deleted, or belongs to another caller. Create one.');

function withJudged(head: CaseHead, { cause, aside }: CauseJudgement): CaseHead {
  const others = head.setAside.filter((each) => each !== cause);
  return { ...head, setAside: aside ? [...others, cause] : others };
}

/** What a diagnosis of something new is compared with: the one before, where anything was read for it. */
function comparedWith({ log, diagnosis }: CaseRecord): Pick<CaseDiagnosis, 'before'> {
  if (diagnosis === null || !readAnyIn(log)) return {};
  return { before: standingOf(diagnosis, diagnosis.at ?? null) };
}

/** Where nothing was read and nothing is another, the card that is shown stays as it is. */
const keptOf = ({ diagnosis }: CaseRecord): Pick<CaseDiagnosis, 'at' | 'before'> => ({
  ...(diagnosis?.at === undefined ? {} : { at: diagnosis.at }),
  ...(diagnosis?.before === undefined ? {} : { before: diagnosis.before }),
});

const changedMeanwhile = (): ServiceError =>
  new ServiceError(CASE_CHANGED, 'The case was begun or changed by somebody else at the same time.');

function uploadsOf({ uploads, pasted }: Incoming, { evidence }: CaseRecord): readonly PoolUpload[] {
  const all = pasted === undefined ? uploads : [...uploads, pastedUpload(pasted, evidence.calls + 1)];
  return withoutRepeatedNames(all);
}

/**
 * A pasted text gets a name of its own, because quotes name the upload that they stand in, and the line end that a chat takes away:
 * without it its last line would count as one that may have been cut.
 */
const pastedUpload = (text: string, number: number): PoolUpload => ({
  name: `pasted-${number}.txt`,
  bytes: new TextEncoder().encode(text.endsWith('\n') ? text : `${text}\n`),
});

const given = (server: ServerAddresses | undefined): Pick<Context, 'serverIpv4' | 'serverIpv4Second'> =>
  server === undefined ? {} : { serverIpv4: server.first, serverIpv4Second: server.second };
