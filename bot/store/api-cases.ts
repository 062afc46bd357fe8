/** The cases of the API: each has a conversation of its own that nobody can write to, and is seen by the caller alone that created it. */
import { type Kysely, sql } from 'kysely';

import { type Home } from './home';
import { type Tables } from './tables';

const PREFIX = 'api/';

/** The conversation of a case. `caller` is the key of the caller, `id` the id that the caller knows the case by. */
export const apiConversation = (caller: string, id: string): string => `${PREFIX}${caller}/${id}`;

/** The id that the caller knows a case by. */
export const apiCaseId = (conversation: string): string => conversation.slice(conversation.lastIndexOf('/') + 1);

/** As much of a case as a list shows; what is in its log and in its diagnosis is not read for it. */
export interface ApiCaseRow {
  readonly number: number;
  readonly conversation: string;
  readonly version: number;
  /** JSON, as in `cases`. */
  readonly server: string | null;
  /** Milliseconds since 1970, as the other times. */
  readonly awaited_since: number | null;
  readonly opened_at: number;
  readonly updated_at: number;
  /** Of the diagnosis; all are null where there is none. */
  readonly outcome: string | null;
  readonly failed_now: string | null;
  readonly computer: string | null;
  readonly files: number | null;
  /** JSON of the command that is to be run now, and of the one that is to be run after a repair. */
  readonly next: string | null;
  readonly check: string | null;
}

/** Of a database or a transaction of this home. */
export interface ApiCaseSource {
  readonly kind: Home['kind'];
  readonly db: Kysely<Tables>;
}

/** undefined where the conversation has none. */
export const apiCaseRow = (source: ApiCaseSource, conversation: string): Promise<ApiCaseRow | undefined> =>
  rowsOf(source).where('conversation', '=', conversation).where('state', '=', 'open').executeTakeFirst();

/** The newest first, `limit` of them with lower numbers than `before`. */
export const apiCaseRows = (
  source: ApiCaseSource,
  caller: string,
  before: number,
  limit: number,
): Promise<readonly ApiCaseRow[]> =>
  rowsOf(source)
    .where('opened_by', '=', caller)
    .where('conversation', 'like', `${PREFIX}%`)
    .where('state', '=', 'open')
    .where('number', '<', before)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();

const rowsOf = ({ kind, db }: ApiCaseSource) => {
  const of = IN_DIAGNOSIS[kind];
  return db
    .selectFrom('cases')
    .select(['number', 'conversation', 'version', 'server', 'awaited_since', 'opened_at', 'updated_at'])
    .select([
      of.text('outcome').as('outcome'),
      of.text('failedStep').as('failed_now'),
      of.text('computer').as('computer'),
      of.text('next').as('next'),
      of.check.as('check'),
      of.files.as('files'),
    ]);
};

/** The homes call the same differently. */
const IN_DIAGNOSIS = {
  embedded: {
    text: (field: string) => sql<string | null>`json_extract(diagnosis, ${`$.${field}`})`,
    check: sql<string | null>`json_extract(diagnosis, '$.then[0]')`,
    files: sql<number | null>`json_array_length(diagnosis, '$.uploads')`,
  },
  postgres: {
    text: (field: string) => sql<string | null>`(diagnosis::json ->> ${field})`,
    check: sql<string | null>`(diagnosis::json -> 'then' ->> 0)`,
    files: sql<number | null>`json_array_length(diagnosis::json -> 'uploads')`,
  },
};
