/** Rows for the tests of the store: a case with one row in every table that hangs on it, and a look at everything that is kept. */
import { type Home } from '../../bot/store/home';
import { COPIED_TABLES } from '../../bot/store/table-copy';

export interface Story {
  readonly conversation: string;
  readonly scope?: 'personal' | 'channel';
  /** `tenant/id` */
  readonly person: string;
  /** Stands in everything that came. */
  readonly marker: string;
  /** One of its own where it is left out. */
  readonly ticket?: string;
  readonly at: number;
}

/**
 * A person writes in a conversation, a case with a ticket is opened, evidence comes, a cause is set aside, a card and a redacted note are to be
 * sent, a prompt is planned, an answer of the API and stand-ins are kept. The case is closed soon; its note is asked for after that. The number of the case.
 */
export async function tellStory(
  { db }: Home,
  { conversation, scope = 'personal', person, marker, ticket = `NET-${marker}`, at }: Story,
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
      ticket,
      ticket_origin: 'title',
      opened_at: at,
      updated_at: at + 10,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  const body = JSON.stringify({ schema: 'tunnel-triage/case/1', readings: [], reports: [{ name: marker }] });
  await db
    .insertInto('case_entries')
    .values([
      { case_number: number, call: 1, at, person, kind: 'evidence', body },
      {
        case_number: number,
        call: 1,
        at,
        person,
        kind: 'action',
        body: JSON.stringify({ action: 'set-aside', marker }),
      },
    ])
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
      {
        ...job,
        id: `note-${number}`,
        kind: 'note',
        lane: `note/${ticket}`,
        payload: JSON.stringify({
          conversation,
          caseNumber: number,
          note: { ticket, caseId: `C-${number}`, text: marker },
        }),
        created_at: at + 1000,
      },
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
    .values([
      { at, case_number: number, person, action: 'case-opened', detail: JSON.stringify({ marker }) },
      { at, case_number: number, person, action: 'message-read', detail: JSON.stringify({ call: 1, message: marker }) },
    ])
    .execute();
  await db
    .insertInto('ticket_stand_ins')
    .values({ ticket, map: JSON.stringify({ names: { [marker]: 'client1' } }), updated_at: at })
    .onConflict((conflict) => conflict.column('ticket').doNothing())
    .execute();
  await db
    .insertInto('idempotency_keys')
    .values({
      caller: person,
      key: `${marker}-${number}`,
      owner: 'one',
      running_until: at,
      fingerprint: 'f',
      case_number: number,
      answer: JSON.stringify({ body: marker }),
      created_at: at,
    })
    .execute();
  await db
    .insertInto('case_stand_ins')
    .values({ case_number: number, map: JSON.stringify({ names: { [marker]: 'client1' } }), updated_at: at })
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
  for (const { table } of COPIED_TABLES) tables[table] = await db.selectFrom(table).selectAll().execute();
  return tables;
}

/** The tables in which a text stands anywhere. */
export async function tablesWith(home: Home, text: string): Promise<readonly string[]> {
  const found = Object.entries(await everything(home)).filter(([, rows]) => JSON.stringify(rows).includes(text));
  return found.map(([table]) => table);
}
