/** Puts the parts of the API together. */
import { type Server } from 'restify';

import { type PromptSettings } from '../cases/follow-up-plan';
import { type Cases } from '../cases/living-case';
import { type Counters } from '../counters';
import { type JobQueue } from '../jobs/job-engine';
import { type Log } from '../log';
import { type Home } from '../store/home';
import { scrub } from '../store/scrub';
import { createAnswerHandlers } from './answer-handlers';
import { readApiDocument } from './api-document';
import { createAdmit } from './api-guard';
import { type ApiSettings } from './api-settings';
import { type CallerOf } from './caller';
import { createCaseHandlers } from './case-handlers';
import { knowledgeHandlers } from './knowledge-handlers';
import { mountApi } from './mount-api';
import { createRequestKeys } from './request-keys';
import { createUploadHandler } from './upload-handler';
import { createUploadPlaces } from './upload-places';

export interface Api {
  readonly mount: (server: Server) => void;
  /** Whose pages may call it. */
  readonly origins: readonly string[];
  /** Takes no more uploads, and settles when those under way have ended, or after so many milliseconds. Never rejects. */
  readonly close: (limitMs: number) => Promise<void>;
}

export interface CreateApiParts {
  /** The folder of the package. */
  readonly project: string;
  readonly home: Home;
  readonly cases: Cases;
  readonly jobs: Pick<JobQueue, 'transaction'>;
  readonly callerOf: CallerOf;
  readonly settings: ApiSettings;
  readonly prompts: PromptSettings;
  readonly counters: Counters;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * The bytes of what was deleted are gone from the disk so long after, in milliseconds: the whole file is written anew for it, and other work
 * waits meanwhile, so that is not done for each of many deletions.
 */
const SCRUB_AFTER_MS = 60_000;

export function createApi(parts: CreateApiParts): Api {
  const { project, home, cases, jobs, callerOf, settings, prompts, counters, log, now } = parts;
  const places = createUploadPlaces();
  const begin = createRequestKeys({ home, log, now });
  let scrubbing: NodeJS.Timeout | null = null;
  const scrubNow = async (): Promise<void> => {
    if (scrubbing === null) return;
    clearTimeout(scrubbing);
    scrubbing = null;
    await scrub(home).catch((error: unknown) => log.warn('not-scrubbed', {}, error));
  };
  const deleted = (): void => {
    scrubbing ??= setTimeout(() => void scrubNow(), SCRUB_AFTER_MS).unref();
  };
  const handlers = {
    ...createCaseHandlers({ home, cases, jobs, begin, deleted, now }),
    ...createUploadHandler({ home, cases, jobs, begin, places, counters, now }),
    ...createAnswerHandlers({ home, cases, prompts, now }),
    ...knowledgeHandlers,
  };
  const operations = readApiDocument(project);
  const admit = createAdmit({ home, callerOf, settings, log, now });
  const meter = counters.apiMeter(operations.map(({ id }) => id));
  return {
    origins: settings.origins,
    mount: (server) =>
      mountApi(server, { operations, handlers, admit, origins: settings.origins, meter, project, log }),
    close: async (limitMs) => {
      await places.close(limitMs);
      await scrubNow();
    },
  };
}
