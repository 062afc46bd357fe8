/** Everything that is kept about a case, a conversation or a person, in a form to hand out: what its erasure deletes, row for row. */
import { type ExpressionBuilder, type ExpressionWrapper, type Kysely, type SqlBool } from 'kysely';

import { caseNumber } from './case-id';
import { casesWithEntriesOf } from './case-people';
import { isOfConversation, isOfOneOf, jobsWhere, mentions, quotesOneOf } from './erase-jobs';
import { conversationsNaming } from './erase-senders';
import { isLimitOf, type Subject } from './erasure';
import { personsScope } from './stored-settings';
import { type TableName, type Tables } from './tables';
import { standInsOf } from './ticket-stand-ins';

export interface KeptData {
  readonly schema: 'tunnel-triage/kept-data/1';
  readonly subject: Subject;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Rows by table; a table that has none is not named. Columns that hold JSON are opened. */
  readonly tables: Readonly<Partial<Record<TableName, readonly object[]>>>;
}

/** To be called in a transaction, so that it is the state of one moment. `at`: milliseconds since 1970. */
export async function keptData(tx: Kysely<Tables>, subject: Subject, at: number): Promise<KeptData> {
  const scope = await scopeOf(tx, subject);
  const rows = await rowsOf(tx, scope, at);
  const tables = Object.fromEntries(
    Object.entries(rows)
      .filter(([, found]) => found.length > 0)
      .map(([table, found]) => [table, found.map(opened)]),
  );
  return { schema: 'tunnel-triage/kept-data/1', subject, at: new Date(at).toISOString(), tables };
}

/** What a subject reaches. */
interface Scope {
  readonly conversations: readonly string[];
  readonly person: string | null;
  readonly number: number | null;
}

async function scopeOf(tx: Kysely<Tables>, subject: Subject): Promise<Scope> {
  if (subject.kind === 'case') return { conversations: [], person: null, number: caseNumber(subject.id) ?? 0 };
  if (subject.kind === 'conversation') return { conversations: [subject.key], person: null, number: null };
  const named = await conversationsNaming(tx, subject.key);
  const own = named.filter(({ scope }) => scope === 'personal').map(({ key }) => key);
  return { conversations: own, person: subject.key, number: null };
}

type Rows = Readonly<Record<TableName, readonly object[]>>;

async function rowsOf(tx: Kysely<Tables>, { conversations, person, number }: Scope, at: number): Promise<Rows> {
  const cases = await tx
    .selectFrom('cases')
    .selectAll()
    .where((where) => isOfScope(where, { conversations, person, number }))
    .orderBy('number')
    .execute();
  const numbers = cases.map((row) => row.number);
  const times = cases.map((row) => ({ ...row, closed_at: row.state === 'open' ? at : row.updated_at }));
  const followUps = await tx
    .selectFrom('follow_ups')
    .selectAll()
    .where((where) => where.or([where('case_number', 'in', orNone(numbers, 0)), where('person', '=', person)]))
    .execute();
  const prompts = new Set(followUps.map(({ job }) => job));
  const touched = person === null ? [] : await casesWithEntriesOf(tx, person);
  const jobs = await jobsWhere(
    tx,
    (job) =>
      prompts.has(job.id) ||
      isOfOneOf(job, times) ||
      conversations.some((conversation) => isOfConversation(job, conversation)) ||
      (person !== null && (mentions(job, person) || quotesOneOf(job, touched))),
  );
  const keys = [...conversations, ...(person === null ? [] : [person])];
  const limits = await tx.selectFrom('rate_limits').selectAll().execute();
  return {
    conversations: [
      ...(await tx.selectFrom('conversations').selectAll().where('key', 'in', orNone(conversations, '')).execute()),
      ...(person === null ? [] : await conversationsNaming(tx, person)).filter(
        ({ key }) => !conversations.includes(key),
      ),
    ],
    people: await tx.selectFrom('people').selectAll().where('key', '=', person).execute(),
    cases,
    case_entries: await tx
      .selectFrom('case_entries')
      .selectAll()
      .where((where) => where.or([where('case_number', 'in', orNone(numbers, 0)), where('person', '=', person)]))
      .orderBy('id')
      .execute(),
    seen_activities: await tx
      .selectFrom('seen_activities')
      .selectAll()
      .where('conversation', 'in', orNone(conversations, ''))
      .execute(),
    jobs,
    follow_ups: followUps,
    audit: await tx
      .selectFrom('audit')
      .selectAll()
      .where((where) => where.or([where('case_number', 'in', orNone(numbers, 0)), where('person', '=', person)]))
      .orderBy('id')
      .execute(),
    rate_limits: limits.filter((limit) => keys.some((key) => isLimitOf(limit.key, key))),
    ticket_stand_ins: await standInsOf(tx, [...cases, ...touched]),
    // A key belongs to a program, and has no content.
    api_keys: [],
    idempotency_keys: await tx
      .selectFrom('idempotency_keys')
      .selectAll()
      .where((where) => where.or([where('case_number', 'in', orNone(numbers, 0)), where('caller', '=', person)]))
      .execute(),
    case_stand_ins: await tx
      .selectFrom('case_stand_ins')
      .selectAll()
      .where('case_number', 'in', orNone(touchedNumbers(numbers, touched), 0))
      .execute(),
    // Counts of deleted cases name nobody.
    counted_facts: [],
    settings:
      person === null
        ? []
        : await tx.selectFrom('settings').selectAll().where('scope', '=', personsScope(person)).execute(),
  };
}

const touchedNumbers = (numbers: readonly number[], touched: readonly { readonly number: number }[]) => [
  ...new Set([...numbers, ...touched.map(({ number }) => number)]),
];

/** PostgreSQL knows no empty list; `none` is what no row has. */
const orNone = <Value>(values: readonly Value[], none: Value): readonly Value[] =>
  values.length === 0 ? [none] : values;

const isOfScope = (
  where: ExpressionBuilder<Tables, 'cases'>,
  { conversations, person, number }: Scope,
): ExpressionWrapper<Tables, 'cases', SqlBool> =>
  where.or([
    where('number', '=', number),
    where('conversation', 'in', orNone(conversations, '')),
    where('opened_by', '=', person),
  ]);

const JSON_COLUMNS: ReadonlySet<string> = new Set([
  'reference',
  'server',
  'awaited',
  'diagnosis',
  'body',
  'payload',
  'detail',
  'map',
  'answer',
]);

/** What cannot be read as JSON stays the text that it is. */
const opened = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]: [string, unknown]) => [
      column,
      JSON_COLUMNS.has(column) && typeof value === 'string' ? parsed(value) : value,
    ]),
  );

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
