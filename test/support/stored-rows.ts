/** Rows for the tests of the store: a case with one row in every table that hangs on it, and a look at everything that is kept. */
import { type Home } from '../../bot/store/home';
import { type TableName } from '../../bot/store/tables';

export const TABLES: readonly TableName[] = [
  'conversations',
  'people',
  'cases',
  'case_entries',
  'seen_activities',
  'jobs',
  'follow_ups',
  'audit',
  'rate_limits',
  'counted_facts',
  'settings',
];

export interface Story {
  readonly conversation: string;
  readonly scope?: 'personal' | 'channel';
  /** `tenant/id` */
  readonly person: string;
  /** Stands in everything that came. */
  readonly marker: string;
  readonly at: number;
}

/** A person writes in a conversation, a case is opened, evidence comes, a card is to be sent, a prompt is planned. The number of the case. */
export async function tellStory(
  { db }: Home,
  { conversation, scope = 'personal', person, marker, at }: Story,
): Promise<number> {
  const [tenant = '', user = ''] = person.split('/');
  const reference = { conversation: { id: conversation }, user: { id: user, name: marker }, bot: { id: 'bot' } };
  const conversationRow = {
    reference: JSON.stringify(reference),
    tenant,
    scope,
    state: 'live' as const,
    updated_at: at,
  };
  await db
    .insertInto('conversations')
    .values({ key: conversation, ...conversationRow })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(conversationRow))
    .execute();
  await db
    .insertInto('people')
    .values({ key: person, name: marker, prompts: 'on', updated_at: at })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const { number } = await db
    .insertInto('cases')
    .values({
      conversation,
      state: 'closed',
      version: 1,
      calls: 1,
      diagnosis: JSON.stringify({ said: marker }),
      asked: person,
      opened_by: person,
      opened_at: at,
      updated_at: at + 10,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  const body = JSON.stringify({ schema: 'tunnel-triage/case/1', readings: [], reports: [{ name: marker }] });
  await db
    .insertInto('case_entries')
    .values({ case_number: number, call: 1, at, person, kind: 'evidence', body })
    .execute();
  await db
    .insertInto('seen_activities')
    .values({ conversation, activity: `${marker}-${number}`, seen_at: at })
    .execute();
  const job = { attempts: 0, due_at: at, state: 'pending' as const, created_at: at, updated_at: at };
  await db
    .insertInto('jobs')
    .values([
      {
        ...job,
        id: `send-${number}`,
        kind: 'send',
        lane: `send/${conversation}`,
        payload: JSON.stringify({ conversation, card: marker }),
      },
      {
        ...job,
        id: `take-${number}`,
        kind: 'take-in',
        payload: JSON.stringify({ delivered: { person, conversation }, text: marker }),
      },
      { ...job, id: `prompt-${number}`, kind: 'prompt', payload: JSON.stringify({ marker }) },
    ])
    .execute();
  await db
    .insertInto('follow_ups')
    .values({
      case_number: number,
      conversation,
      person,
      stage: 'first',
      due_at: at,
      state: 'planned',
      job: `prompt-${number}`,
      created_at: at,
      updated_at: at,
    })
    .execute();
  await db
    .insertInto('audit')
    .values({ at, case_number: number, person, action: 'case-opened', detail: JSON.stringify({ marker }) })
    .execute();
  await db
    .insertInto('rate_limits')
    .values({ key: `turns/${person}`, window: at, count: 1 })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return number;
}

/** Everything that is kept, by table. */
export async function everything({ db }: Home): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables: Record<string, readonly unknown[]> = {};
  for (const table of TABLES) tables[table] = await db.selectFrom(table).selectAll().execute();
  return tables;
}

/** The tables in which a text stands anywhere. */
export async function tablesWith(home: Home, text: string): Promise<readonly string[]> {
  const found = Object.entries(await everything(home)).filter(([, rows]) => JSON.stringify(rows).includes(text));
  return found.map(([table]) => table);
}
