/** Creates, lists, shows, changes and deletes cases; uploads have a file of their own. */
import { randomUUID } from 'node:crypto';

import { emptyCase } from '../../analyzers/index';
import { type Cases, noSuchCase, type TakeIn } from '../cases/living-case';
import { type JobQueue } from '../jobs/job-engine';
import { RefusedError } from '../refused-error';
import { apiCaseId, apiCaseRow, type ApiCaseRow, apiCaseRows, apiConversation } from '../store/api-cases';
import { record as recordAction } from '../store/audit-trail';
import { caseNumber } from '../store/case-id';
import { keepCase, openCase } from '../store/case-rows';
import { deleteConversation } from '../store/erasure';
import { type Home } from '../store/home';
import { type StoreTransaction } from '../store/store-transaction';
import { API_BASE } from './api-document';
import { caseTag, checkUnchanged, isKnown } from './entity-tag';
import { type components } from './openapi';
import { type Handlers } from './operation';
import { type BeginRequest, fingerprintOf } from './request-keys';
import { shownCase } from './shown-case';

type Case = components['schemas']['Case'];
type CaseHandlers = Pick<
  Handlers,
  'listCases' | 'createCase' | 'readCase' | 'deleteCase' | 'setServer' | 'setAside' | 'takeBack'
>;

export interface CaseHandlerParts {
  readonly home: Home;
  readonly cases: Cases;
  readonly jobs: Pick<JobQueue, 'transaction'>;
  readonly begin: BeginRequest;
  /** Sees to it that the bytes of what was deleted do not stay. */
  readonly deleted: () => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const DEFAULT_PAGE = 20;

export function createCaseHandlers({ home, cases, jobs, begin, deleted, now }: CaseHandlerParts): CaseHandlers {
  return {
    listCases: async ({ caller, query: { limit = DEFAULT_PAGE, cursor } }) => {
      const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : numberIn(cursor);
      // One more than is shown tells whether there is another page.
      const rows = await apiCaseRows(home, caller.key, before, limit + 1);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const next = last === undefined || rows.length <= limit ? null : cursorOf(last.number);
      const link = next === null ? {} : { link: `<${API_BASE}/cases?limit=${limit}&cursor=${next}>; rel="next"` };
      return { status: 200, type: 'application/json', headers: link, body: { cases: shown.map(shownCase), next } };
    },

    createCase: async ({ caller, header, body }) => {
      const request = await begin(caller.key, header['Idempotency-Key']);
      try {
        const fingerprint = fingerprintOf('createCase', body?.server ?? null);
        const earlier = request.earlier<Case>(fingerprint);
        if (earlier !== null) return { status: 201, type: 'application/json', ...earlier };
        const conversation = apiConversation(caller.key, randomUUID());
        const answer = await jobs.transaction(async (tx) => {
          await created(tx, conversation, caller.key, body?.server, now());
          const row = await rowIn(home, tx, conversation);
          const made = { headers: { location: pathOf(row), etag: caseTag(row.version) }, body: shownCase(row) };
          await request.keep(tx, fingerprint, made, row.number);
          return made;
        });
        return { status: 201, type: 'application/json', ...answer };
      } finally {
        await request.end();
      }
    },

    readCase: async ({ caller, path, header }) => {
      const row = await rowIn(home, home.db, apiConversation(caller.key, path.case));
      const etag = caseTag(row.version);
      if (isKnown(etag, header['If-None-Match'])) return { status: 304, headers: { etag } };
      return { status: 200, type: 'application/json', headers: { etag }, body: shownCase(row) };
    },

    deleteCase: async ({ caller, path, header }) => {
      const conversation = apiConversation(caller.key, path.case);
      await jobs.transaction(async (tx) => {
        const { version } = await rowIn(home, tx, conversation);
        checkUnchanged(version, header['If-Match']);
        const detail = { what: 'case', ...(await deleteConversation(tx, conversation, now())) };
        await recordAction(tx, { at: now(), action: 'erased', caseNumber: null, person: caller.key, detail });
      });
      deleted();
      return { status: 204 };
    },

    setServer: ({ caller, path, header, body }) => changed(caller.key, path.case, header['If-Match'], { server: body }),
    setAside: ({ caller, path, header }) =>
      changed(caller.key, path.case, header['If-Match'], { judged: { cause: path.cause, aside: true } }),
    takeBack: ({ caller, path, header }) =>
      changed(caller.key, path.case, header['If-Match'], { judged: { cause: path.cause, aside: false } }),
  };

  /** One change of a case, judged again with it. */
  async function changed(
    caller: string,
    id: string,
    ifMatch: string | undefined,
    change: Pick<TakeIn, 'server' | 'judged'>,
  ) {
    const conversation = apiConversation(caller, id);
    // Nothing is analysed for what is refused anyway.
    checkUnchanged((await rowIn(home, home.db, conversation)).version, ifMatch);
    const kept: { row?: ApiCaseRow } = {};
    await cases.takeIn({
      conversation,
      incoming: { uploads: [] },
      ...change,
      mustBeOpen: true,
      person: caller,
      commit: jobs.transaction,
      also: async (tx, { before, case: record }) => {
        checkUnchanged(before.version, ifMatch);
        await noted(tx, caseNumber(record.id), caller, change, now());
        kept.row = await rowIn(home, tx, conversation);
      },
    });
    const row = kept.row ?? (await rowIn(home, home.db, conversation));
    return {
      status: 200,
      type: 'application/json',
      headers: { etag: caseTag(row.version) },
      body: shownCase(row),
    } as const;
  }
}

async function created(
  tx: StoreTransaction,
  conversation: string,
  person: string,
  server: components['schemas']['ServerAddresses'] | undefined,
  at: number,
): Promise<void> {
  const record = await openCase(tx, conversation, { at, person });
  await recordAction(tx, { at, action: 'api-case-created', caseNumber: caseNumber(record.id), person, detail: {} });
  if (server === undefined) return;
  const evidence = { ...emptyCase, serverIpv4: server.first, serverIpv4Second: server.second ?? null };
  await keepCase(tx, record, { ...record, evidence }, { at, person });
}

async function noted(
  tx: StoreTransaction,
  number: number | null,
  person: string,
  { judged }: Pick<TakeIn, 'judged'>,
  at: number,
): Promise<void> {
  const action = judged === undefined ? 'api-server-set' : judged.aside ? 'cause-set-aside' : 'cause-taken-back';
  const detail = judged === undefined ? {} : { cause: judged.cause };
  await recordAction(tx, { at, action, caseNumber: number, person, detail });
}

/** Rejects with `no-such-case`. */
export async function rowIn(
  { kind }: Home,
  db: StoreTransaction | Home['db'],
  conversation: string,
): Promise<ApiCaseRow> {
  const row = await apiCaseRow({ kind, db }, conversation);
  if (row === undefined) throw noSuchCase();
  return row;
}

const pathOf = ({ conversation }: ApiCaseRow): string => `${API_BASE}/cases/${apiCaseId(conversation)}`;

const cursorOf = (number: number): string => Buffer.from(String(number)).toString('base64url');

function numberIn(cursor: string): number {
  const number = /^\d{1,15}$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[0];
  if (number === undefined)
    throw new RefusedError('bad-request', 'The cursor is none of ours: give `next` of the page before.');
  return Number(number);
}
