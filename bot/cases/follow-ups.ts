/** The life of a follow-up, each step of it inside a transaction that the caller gives: planned, cancelled, put off, stopped. */
import { type AdaptiveCard, settledCard } from '../../cards/index';
import { record } from '../store/audit-trail';
import { setPrompts } from '../store/people';
import { type StoreTransaction } from '../store/store-transaction';
import { dueAt, inAnHour, nextMorning, outsideQuiet, type PromptSettings } from './follow-up-plan';
import {
  askingIn,
  endOpenFollowUps,
  type Enqueue,
  insertFollowUp,
  lockCase,
  noteAnswer,
  noteQuestion,
  openFollowUp,
} from './follow-up-rows';
import { type Rules, rulesFor } from './follow-up-rules';
import { clockOf } from './follow-up-words';

/** A command was asked for: of whom, in which case, when. */
export interface Asked {
  readonly caseNumber: number;
  readonly conversation: string;
  /** Key of the person. */
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Why nothing is asked any more of a case. */
export type WhyCancelled = 'evidence' | 'snoozed' | 'closed' | 'stopped' | 'asked-again';

/** How prompts reach people. */
export interface PromptOutbox {
  /** Sends the prompt once, however often this is called for it, and remembers the message that shows it. */
  readonly send: (tx: StoreTransaction, prompt: PromptMessage) => Promise<void>;
  /** Puts the card in the place of the prompt. */
  readonly replace: (tx: StoreTransaction, prompt: PromptMessage & { readonly activityId: string }) => Promise<void>;
}

export interface PromptMessage {
  readonly conversation: string;
  readonly followUp: number;
  readonly card: AdaptiveCard;
}

export interface FollowUpParts {
  readonly enqueue: Enqueue;
  /** Ends the job where it waits; one that runs finds by itself that the prompt is not wanted any more. */
  readonly cancelJob: (tx: StoreTransaction, id: string) => Promise<unknown>;
  readonly outbox: PromptOutbox;
  /** The operator's settings; a team may have others. */
  readonly settings: PromptSettings;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface PutOff {
  readonly caseNumber: number;
  /** Whoever put it off: the time is on this person's clock. */
  readonly by: string | null;
  /** A moment of the person's own choice in milliseconds since 1970, or a near time. */
  readonly until: 'tomorrow' | 'hour' | number;
  /** The message whose button was pressed; it gets another card from whoever answers the press. */
  readonly pressed: string | null;
}

export interface FollowUps {
  readonly operators: PromptSettings;
  /** Cancels what was planned for the case, and plans the first stage with its `prompt` job; does nothing for who opted out. */
  readonly planFollowUp: (tx: StoreTransaction, asked: Asked, why?: WhyCancelled) => Promise<void>;
  /** Cancels whatever is planned or unanswered for the case; does nothing where nothing is. `pressed` as in `PutOff`. */
  readonly cancelFollowUps: (
    tx: StoreTransaction,
    caseNumber: number,
    why: WhyCancelled,
    pressed?: string | null,
  ) => Promise<void>;
  /** Asks the same again then; null where the case asks nobody for anything. */
  readonly putOff: (
    tx: StoreTransaction,
    how: PutOff,
  ) => Promise<{ readonly due: number; readonly rules: Rules } | null>;
  /** Honoured in every case of the person, until they want to be asked again. */
  readonly stopAsking: (tx: StoreTransaction, person: string, pressed?: string | null) => Promise<void>;
  /** How many cases the person is asked in from now on. */
  readonly askAgain: (tx: StoreTransaction, person: string) => Promise<number>;
  readonly rulesFor: (
    tx: StoreTransaction,
    of: { readonly conversation: string; readonly person: string | null },
  ) => Promise<Rules>;
}

export function createFollowUps(parts: FollowUpParts): FollowUps {
  const { settings, now } = parts;

  const cancelFollowUps: FollowUps['cancelFollowUps'] = async (tx, caseNumber, why, pressed = null) => {
    await (ENDS_THE_QUESTION.has(why) ? noteAnswer : lockCase)(tx, caseNumber);
    await endOpen(tx, caseNumber, why, pressed);
  };

  const endOpen: FollowUps['cancelFollowUps'] = async (tx, caseNumber, why, pressed = null) => {
    for (const row of await endOpenFollowUps(tx, caseNumber, now())) {
      if (row.job !== null) await parts.cancelJob(tx, row.job);
      if (row.state === 'answered') await settle(tx, row, why, pressed);
    }
  };

  /** The prompt of a question that is over says so, and has no buttons any more. */
  const settle = async (tx: StoreTransaction, row: SentPrompt, why: WhyCancelled, pressed: string | null) => {
    // One that is still on its way is not sent any more, or says so itself when it is there.
    if (row.prompt_activity_id === null || row.prompt_activity_id === pressed) return;
    const { zone } = await rulesFor(tx, settings, row);
    const card = settledCard(WHY_SETTLED[why], null, clockOf(now(), zone));
    const { conversation, id: followUp, prompt_activity_id: activityId } = row;
    await parts.outbox.replace(tx, { conversation, followUp, activityId, card });
  };

  return {
    operators: settings,
    planFollowUp: async (tx, asked, why = 'asked-again') => {
      await noteQuestion(tx, asked);
      await endOpen(tx, asked.caseNumber, why);
      const rules = await rulesFor(tx, settings, asked);
      const due = dueAt(rules.settings, rules.zone, 'first', asked.at);
      if (rules.asks && due !== null)
        await insertFollowUp(tx, parts, { ...asked, stage: 'first', due, ownHour: false });
    },
    cancelFollowUps,
    putOff: async (tx, { caseNumber, by, until, pressed }) => {
      await lockCase(tx, caseNumber);
      const conversation = await askingIn(tx, caseNumber);
      const open = await openFollowUp(tx, caseNumber);
      // Who was told to be silent, or has fallen silent by the settings, may still be asked to remind.
      const person = open?.person ?? by;
      if (conversation === null || person === null) return null;
      await cancelFollowUps(tx, caseNumber, 'snoozed', pressed);
      const rules = await rulesFor(tx, settings, { conversation, person: by ?? person });
      const due = dueAfter(until, rules, now());
      const ownHour = until !== 'tomorrow';
      const stage = open?.stage ?? 'first';
      await insertFollowUp(tx, parts, { caseNumber, conversation, person, stage, due, ownHour });
      await record(tx, {
        at: now(),
        action: 'prompt-put-off',
        caseNumber,
        person: by,
        detail: { until: typeof until === 'number' ? 'time' : until },
      });
      return { due, rules };
    },
    stopAsking: async (tx, person, pressed = null) => {
      await setPrompts(tx, person, 'off', now());
      const rows = await tx
        .selectFrom('follow_ups')
        .select('case_number')
        .distinct()
        .where('person', '=', person)
        .where('state', 'in', ['planned', 'sent'])
        .orderBy('case_number')
        .execute();
      for (const { case_number } of rows) await cancelFollowUps(tx, case_number, 'stopped', pressed);
      await record(tx, { at: now(), action: 'prompts-off', caseNumber: null, person, detail: {} });
    },
    askAgain: async (tx, person) => {
      await setPrompts(tx, person, 'on', now());
      const waiting = await tx
        .selectFrom('cases')
        .select(['number', 'conversation'])
        .where('asked', '=', person)
        .where('state', '=', 'open')
        .where('awaited', 'is not', null)
        .where('awaited_since', 'is not', null)
        .orderBy('number')
        .execute();
      for (const { number, conversation } of waiting) {
        await cancelFollowUps(tx, number, 'asked-again');
        const rules = await rulesFor(tx, settings, { conversation, person });
        const due = dueAt(rules.settings, rules.zone, 'first', now());
        const asked = { caseNumber: number, conversation, person, stage: 'first', ownHour: false } as const;
        if (due !== null) await insertFollowUp(tx, parts, { ...asked, due });
      }
      await record(tx, { at: now(), action: 'prompts-on', caseNumber: null, person, detail: {} });
      return waiting.length;
    },
    rulesFor: (tx, of) => rulesFor(tx, settings, of),
  };
}

function dueAfter(until: PutOff['until'], { settings, zone }: Rules, now: number): number {
  if (typeof until === 'number') return outsideQuiet(settings, zone, until);
  return (until === 'hour' ? inAnHour : nextMorning)(settings, zone, now);
}

interface SentPrompt {
  readonly id: number;
  readonly conversation: string;
  readonly person: string;
  readonly prompt_activity_id: string | null;
}

/** After the others somebody is still asked, though not now, or not by prompts. */
const ENDS_THE_QUESTION: ReadonlySet<WhyCancelled> = new Set(['evidence', 'closed']);

const WHY_SETTLED: Readonly<Record<WhyCancelled, string>> = {
  evidence: 'An output came, so I ask no more for this one.',
  snoozed: 'I ask again later.',
  closed: 'The case is closed, so I ask no more.',
  stopped: 'I ask no more, as I was told to.',
  'asked-again': 'I asked again further down.',
};
