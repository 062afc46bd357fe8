/** Follow-ups on a real home with a clock of the test's: prompts that become due are served in their order, without waiting for them. */
import { analyse, type Context, emptyCase } from '../../analyzers/index';
import { type AdaptiveCard } from '../../cards/index';
import { type PromptSettings } from '../../bot/cases/follow-up-plan';
import { servePrompt } from '../../bot/cases/follow-up-prompt';
import { createFollowUps, type FollowUpParts, type FollowUps } from '../../bot/cases/follow-ups';
import { cancelWaitingJob } from '../../bot/jobs/job-ends';
import { insertJob } from '../../bot/jobs/job-rows';
import { caseNumber } from '../../bot/store/case-id';
import { caseOf, keepCase, openCase } from '../../bot/store/case-rows';
import { type ConversationPlace, rememberConversation } from '../../bot/store/conversations';
import { type Home } from '../../bot/store/home';
import { meetPerson } from '../../bot/store/people';
import { type StoreTransaction } from '../../bot/store/store-transaction';
import { ASSOCIATIONS, failingClient, windowOf } from './bot-outputs';
import { wordsOf } from './card-words';

export const TENANT = 'contoso';
export const ALEX = `${TENANT}/alex`;
export const MEGAN = `${TENANT}/megan`;

/** Nine to five from Monday to Friday; quiet from eight in the evening to seven in the morning. */
export const OFFICE: PromptSettings = {
  zone: 'Europe/Berlin',
  hours: { from: 9 * 60, to: 17 * 60 },
  days: [1, 2, 3, 4, 5],
  holidays: null,
  quiet: { from: 20 * 60, to: 7 * 60 },
  delays: [{ minutes: 4 * 60 }, { mornings: 1 }, { mornings: 1 }],
};

export interface Prompted {
  /** ISO 8601 in UTC, to the minute. */
  readonly at: string;
  readonly followUp: number;
  readonly words: string;
}

export interface Scene {
  readonly home: Home;
  readonly parts: FollowUpParts;
  readonly followUps: FollowUps;
  /** What was sent, in order. */
  readonly sent: readonly Prompted[];
  /** What took the place of prompts. */
  readonly replaced: readonly Prompted[];
  readonly within: <Result>(work: (tx: StoreTransaction) => Promise<Result>) => Promise<Result>;
  readonly now: () => number;
  /** Nothing is served on the way, as if nothing ran. */
  readonly sleepUntil: (iso: string) => void;
  /** Serves whatever becomes due until then, each at its time. */
  readonly goTo: (iso: string) => Promise<void>;
  /** A case whose next command is asked of the person; its number. */
  readonly asks: (conversation: string, person?: string) => Promise<number>;
  readonly meet: (person: string, timeZone: string | null) => Promise<void>;
  readonly place: (conversation: string, place?: Partial<ConversationPlace>) => Promise<void>;
}

/** The moment at which the scene begins. */
export async function followUpScene(home: Home, begin: string, settings: PromptSettings = OFFICE): Promise<Scene> {
  let clock = Date.parse(begin);
  const sent: Prompted[] = [];
  const replaced: Prompted[] = [];
  const noted = (followUp: number, card: AdaptiveCard): Prompted => ({
    at: new Date(clock).toISOString().slice(0, 16),
    followUp,
    words: wordsOf(card),
  });
  const now = (): number => clock;
  const parts: FollowUpParts = {
    enqueue: (tx, job) => insertJob(tx, job, now()),
    cancelJob: (tx, id) => cancelWaitingJob(tx, id, now()),
    outbox: {
      send: async (tx, { followUp, card }) => {
        sent.push(noted(followUp, card));
        await tx
          .updateTable('follow_ups')
          .set({ prompt_activity_id: `message-${followUp}` })
          .where('id', '=', followUp)
          .execute();
      },
      replace: (_tx, { followUp, card }) => {
        replaced.push(noted(followUp, card));
        return Promise.resolve();
      },
    },
    settings,
    now,
  };
  const followUps = createFollowUps(parts);
  const within: Scene['within'] = (work) => home.db.transaction().execute(work);

  const dueNext = (until: number) =>
    home.db
      .selectFrom('jobs')
      .selectAll()
      .where('kind', '=', 'prompt')
      .where('state', '=', 'pending')
      .where('due_at', '<=', until)
      .orderBy('due_at')
      .orderBy('sequence')
      .executeTakeFirst();

  const place: Scene['place'] = (conversation, more = {}) =>
    rememberConversation(home.db, conversation, {}, { tenant: TENANT, scope: 'personal', team: null, ...more }, now());

  await meetPerson(home.db, ALEX, { name: 'Alex Wilber', timeZone: 'Europe/Berlin', locale: null }, clock);
  await meetPerson(home.db, MEGAN, { name: 'Megan Bowen', timeZone: 'America/New_York', locale: null }, clock);

  return {
    home,
    parts,
    followUps,
    sent,
    replaced,
    within,
    now,
    place,
    meet: (person, timeZone) => meetPerson(home.db, person, { name: null, timeZone, locale: null }, now()),
    sleepUntil: (iso) => {
      clock = Date.parse(iso);
    },
    goTo: async (iso) => {
      const until = Date.parse(iso);
      for (let job = await dueNext(until); job !== undefined; job = await dueNext(until)) {
        clock = Math.max(clock, job.due_at);
        const { id, payload } = job;
        await within(async (tx) => {
          await tx.updateTable('jobs').set({ state: 'done' }).where('id', '=', id).execute();
          await servePrompt(tx, parts, { job: id, ...(JSON.parse(payload) as PromptPayload) });
        });
      }
      clock = until;
    },
    asks: async (conversation, person = ALEX) => {
      if (!(await isPlaced(home, conversation))) await place(conversation);
      return within(async (tx) => {
        const before = await openCase(tx, conversation, { at: now(), person });
        const text = windowOf(failingClient(), ASSOCIATIONS);
        const uploads = [{ name: 'sas.txt', bytes: new TextEncoder().encode(text) }];
        const context: Context = { at: new Date(now()).toISOString(), earlier: emptyCase };
        const { evidence, diagnosis } = await analyse(uploads, context);
        await keepCase(tx, before, { ...before, evidence, diagnosis }, { at: now(), person });
        const number = caseNumber(before.id)!;
        await followUps.planFollowUp(tx, { caseNumber: number, conversation, person, at: now() });
        return number;
      });
    },
  };
}

const isPlaced = async ({ db }: Home, conversation: string): Promise<boolean> =>
  (await db.selectFrom('conversations').select('key').where('key', '=', conversation).executeTakeFirst()) !== undefined;

interface PromptPayload {
  readonly followUp: number;
  readonly ownHour: boolean;
}

/** The case as it is. */
export const caseAsItIs = async ({ home }: Scene, conversation: string, number: number) =>
  (await caseOf(home.db, conversation, `C-${number}`))!;
