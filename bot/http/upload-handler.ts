/** Takes uploads into a case: received, read, and committed before they are acknowledged, with progress where the caller listens. */
import { type ReadingProgress } from '../../analyzers/index';
import { countUploads } from '../cases/count-uploads';
import { type Cases } from '../cases/living-case';
import { wholeDiagnosis, withData } from '../cases/whole-diagnosis';
import { type Counters } from '../counters';
import { type JobQueue } from '../jobs/job-engine';
import { apiConversation } from '../store/api-cases';
import { record as recordAction } from '../store/audit-trail';
import { type Home } from '../store/home';
import { rowIn } from './case-handlers';
import { checkUnchanged } from './entity-tag';
import { type components } from './openapi';
import { type Call, type Handlers } from './operation';
import { receiveUploads, type Receiving } from './receive-uploads';
import { type BeginRequest, fingerprintOf, type KeyedRequest } from './request-keys';
import { shownCase } from './shown-case';
import { type UploadPlace, type UploadPlaces } from './upload-places';

type Schemas = components['schemas'];

export interface UploadHandlerParts {
  readonly home: Home;
  readonly cases: Cases;
  readonly jobs: Pick<JobQueue, 'transaction'>;
  readonly begin: BeginRequest;
  readonly places: UploadPlaces;
  readonly counters: Counters;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** How often a listening caller is told how far it is, in milliseconds. */
const PROGRESS_EVERY_MS = 250;

type OnProgress = (progress: Schemas['Progress']) => void;

export function createUploadHandler(parts: UploadHandlerParts): Pick<Handlers, 'addUploads'> {
  return {
    addUploads: async (call) => {
      const { caller, path, header, accepted } = call;
      const conversation = apiConversation(caller.key, path.case);
      // Nothing is received for what is refused anyway.
      checkUnchanged((await rowIn(parts.home, parts.home.db, conversation)).version, header['If-Match']);
      const place = parts.places.take(caller.key);
      const request = await begunOrLeft(parts, call, place);
      const work = async (onProgress: OnProgress): Promise<Schemas['UploadResult']> => {
        try {
          return await taken(parts, call, { conversation, request, ends: place.ends, onProgress });
        } finally {
          await request.end();
          place.leave();
        }
      };
      if (accepted !== 'text/event-stream') {
        return { status: 200, type: 'application/json', body: await work(() => undefined) };
      }
      return {
        status: 200,
        type: 'text/event-stream',
        body: async (emit) => {
          const result = await work(atTimes((progress) => emit('progress', progress)));
          emit('diagnosis', result);
        },
      };
    },
  };
}

async function begunOrLeft(
  { begin }: UploadHandlerParts,
  { caller, header }: Call<'addUploads'>,
  { leave }: UploadPlace,
) {
  try {
    return await begin(caller.key, header['Idempotency-Key']);
  } catch (error) {
    leave();
    throw error;
  }
}

interface Work extends Pick<UploadPlace, 'ends'> {
  readonly conversation: string;
  readonly request: KeyedRequest;
  readonly onProgress: OnProgress;
}

async function taken(
  { home, cases, jobs, counters, now }: UploadHandlerParts,
  { caller, path, query, header, request: sent }: Call<'addUploads'>,
  { conversation, request, ends, onProgress }: Work,
): Promise<Schemas['UploadResult']> {
  const received = await receiveUploads(sent, query.name, ends, (receiving) => onProgress(ofReceiving(receiving)));
  try {
    const fingerprint = fingerprintOf('addUploads', path.case, received.digest);
    const earlier = request.earlier<Schemas['UploadResult']>(fingerprint);
    if (earlier !== null) return earlier.body;
    const kept: { result?: Schemas['UploadResult'] } = {};
    const made = await cases.takeIn({
      conversation,
      incoming: {
        uploads: received.uploads,
        watch: { signal: ends, onProgress: (progress) => onProgress(ofReading(progress)) },
      },
      mustBeOpen: true,
      person: caller.key,
      commit: jobs.transaction,
      also: async (tx, { before, case: record, diagnosis, received: reports, changed }) => {
        checkUnchanged(before.version, header['If-Match']);
        const row = await rowIn(home, tx, conversation);
        const detail = { call: record.evidence.calls, files: reports.length };
        await recordAction(tx, {
          at: now(),
          action: 'api-uploads',
          caseNumber: row.number,
          person: caller.key,
          detail,
        });
        const result = {
          case: shownCase(row),
          received: withData(reports, record.evidence),
          changed,
          diagnosis: wholeDiagnosis(diagnosis, record.evidence),
        };
        await request.keep(tx, fingerprint, { headers: {}, body: result }, row.number);
        kept.result = result;
      },
    });
    countUploads(counters, made.received);
    if (kept.result === undefined) throw new Error('The case was taken in without its transaction.');
    return kept.result;
  } finally {
    await received.release();
  }
}

const ofReceiving = ({ name, bytes, totalBytes }: Receiving): Schemas['Progress'] => ({
  phase: 'receiving',
  name,
  bytes,
  totalBytes,
  matches: 0,
});

const ofReading = ({ name, bytesRead, totalBytes, matches }: ReadingProgress): Schemas['Progress'] => ({
  phase: 'reading',
  name,
  bytes: bytesRead,
  totalBytes,
  matches,
});

/** The first at once, others not too soon after each other; another phase or another file is always said. */
function atTimes(tell: OnProgress): OnProgress {
  let toldAt = -Infinity;
  let told = '';
  return (progress) => {
    const now = performance.now();
    const what = `${progress.phase} ${progress.name}`;
    if (what === told && now - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = now;
    told = what;
    tell(progress);
  };
}
