/** The tables of the store, the same in both homes: times are milliseconds since 1970, JSON stands in text columns and is checked when it is read. */
import { type Generated } from 'kysely';

export interface Tables {
  /** How a conversation is reached. */
  readonly conversations: {
    /** As `conversationKey` makes it. */
    readonly key: string;
    /** JSON: the reference as the SDK gave it at the latest activity. */
    readonly reference: string;
    readonly tenant: string | null;
    readonly scope: 'personal' | 'group' | 'channel';
    /** null outside of a team. */
    readonly team: string | null;
    /** `dead` where nothing can be sent any more: answered with 403 or 404, or the bot was removed. The next activity revives it. */
    readonly state: 'live' | 'dead';
    readonly updated_at: number;
  };
  readonly people: {
    /** `tenant/user id` */
    readonly key: string;
    readonly name: string | null;
    /** IANA, such as `Europe/Berlin`; null where no activity told it. */
    readonly time_zone: string | null;
    readonly locale: string | null;
    /** `off` is the opt-out, over all cases. */
    readonly prompts: 'on' | 'off';
    readonly updated_at: number;
  };
  /** One row for each case: where it stands. What came is in `case_entries`. */
  readonly cases: {
    readonly number: Generated<number>;
    readonly conversation: string;
    readonly state: 'open' | 'closed';
    /** Rises with every change; a change from an older one is refused. */
    readonly version: number;
    readonly calls: number;
    /** JSON `{ serverIpv4, serverIpv4Second }`; null where nobody has told them. */
    readonly server: string | null;
    /** JSON of the next command that the case waits for. */
    readonly awaited: string | null;
    /** Since when somebody is asked for it; null where nobody is any more. */
    readonly awaited_since: number | null;
    /** The key of the person who was asked for it. */
    readonly asked: string | null;
    /** JSON: the last diagnosis, with the version of its shape inside. */
    readonly diagnosis: string | null;
    readonly card_activity_id: string | null;
    /** The key of a person; null in cases of the first release. */
    readonly opened_by: string | null;
    /** The id of the cause that was found to be it, where the case was closed as solved. */
    readonly solved_cause: string | null;
    /** The id of the first step that failed in it; null where none did so far. */
    readonly failed_step: string | null;
    /** How many commands had been read when a cause was first confirmed; null where none was so far. */
    readonly commands_to_cause: number | null;
    /** The ticket that notes about it are written to; null where it has none. */
    readonly ticket: string | null;
    /** How it came to that: `title`, `channel`, `message`, `hand`; `refused` where the system would not have a note. */
    readonly ticket_origin: string | null;
    /** The state that the last note is about, planned or written. */
    readonly ticket_state: string | null;
    /** How many notes were planned, which tells them apart. */
    readonly ticket_notes: Generated<number>;
    readonly opened_at: number;
    readonly updated_at: number;
  };
  /** What stands for what in the notes of a ticket: it undoes their redaction, and stays here. Gone with the last case of the ticket, or when one of them is erased. */
  readonly ticket_stand_ins: {
    readonly ticket: string;
    /** JSON: a redaction map. */
    readonly map: string;
    readonly updated_at: number;
  };
  /** The log of a case, which is its truth: a row is added and never changed. */
  readonly case_entries: {
    readonly id: Generated<number>;
    readonly case_number: number;
    /** Which call of the case it belongs to: 1, 2, … */
    readonly call: number;
    readonly at: number;
    /** The key of whoever sent it; null where that is not known. */
    readonly person: string | null;
    readonly kind: 'evidence' | 'server' | 'action';
    /** JSON; of `evidence` with the version of its shape inside. */
    readonly body: string;
  };
  /** Activities that were taken, so that a second delivery has no second effect. */
  readonly seen_activities: {
    readonly conversation: string;
    readonly activity: string;
    readonly seen_at: number;
  };
  /** What is to be done, at once, later or again. */
  readonly jobs: {
    /** The order in which jobs were made in one process. */
    readonly sequence: Generated<number>;
    /** A UUID. */
    readonly id: string;
    readonly kind: string;
    /** The same key is the same job; null where repetitions are meant. */
    readonly key: string | null;
    /** Jobs of one lane run one after the other, in the order of `sequence`; a conversation's lane is its kind and its key: `send/KEY`. */
    readonly lane: string | null;
    readonly due_at: number;
    readonly state: 'pending' | 'running' | 'done' | 'dead' | 'cancelled';
    readonly attempts: number;
    readonly lease_until: number | null;
    /** Unique for each start of a process. */
    readonly owner: string | null;
    /** JSON, by kind; `conversation` and `person` in it are what it is erased by. `null` where the job has ended. */
    readonly payload: string;
    /** A code, never content. */
    readonly last_error: string | null;
    /** As `bot/event.ts` has it; null where an older release made the job. */
    readonly event: string | null;
    readonly created_at: number;
    readonly updated_at: number;
  };
  readonly follow_ups: {
    readonly id: Generated<number>;
    readonly case_number: number;
    readonly conversation: string;
    readonly person: string;
    readonly stage: 'first' | 'morning' | 'closing';
    readonly due_at: number;
    readonly state: 'planned' | 'sent' | 'answered' | 'cancelled';
    /** The id of its job. */
    readonly job: string | null;
    readonly prompt_activity_id: string | null;
    readonly created_at: number;
    readonly updated_at: number;
  };
  /** Who did what, in codes; never content. */
  readonly audit: {
    readonly id: Generated<number>;
    readonly at: number;
    readonly case_number: number | null;
    readonly person: string | null;
    readonly action: string;
    /** JSON */
    readonly detail: string;
  };
  /** The keys of those who call the API. A revoked one stays, because cases belong to its number. */
  readonly api_keys: {
    readonly number: Generated<number>;
    /** SHA-256 of the whole key, hexadecimal. */
    readonly hash: string;
    /** What the operator calls it. */
    readonly name: string;
    /** JSON: what it may do. */
    readonly scopes: string;
    readonly created_at: number;
    /** null where it has no end. */
    readonly expires_at: number | null;
    /** `YYYY-MM-DD`, UTC; null where it was never used. */
    readonly last_used_day: string | null;
    readonly revoked_at: number | null;
  };
  /** What was answered to a request with a key of its sender's own, so that a repetition has no second effect and the same answer. */
  readonly idempotency_keys: {
    /** The key of the caller. */
    readonly caller: string;
    readonly key: string;
    /** Unique for the request that has the key now. */
    readonly owner: string;
    /** Until when the first request counts as running; nobody renews it where its process ended. */
    readonly running_until: number;
    /** What request it was: a digest. null while it runs. */
    readonly fingerprint: string | null;
    /** The case that it is about; null while it runs. */
    readonly case_number: number | null;
    /** JSON; null while it runs. */
    readonly answer: string | null;
    readonly created_at: number;
  };
  /** What stands for what in the redacted answers of a case: it undoes their redaction, and goes with the case. */
  readonly case_stand_ins: {
    readonly case_number: number;
    /** JSON: a redaction map. */
    readonly map: string;
    readonly updated_at: number;
  };
  readonly rate_limits: {
    readonly key: string;
    /** When the window began that is counted in. */
    readonly window: number;
    readonly count: number;
  };
  /** Anonymous counts of cases that were deleted. */
  readonly counted_facts: {
    /** Monday, 00:00 UTC, of the week in which the cases were opened. */
    readonly week: number;
    readonly fact: 'case' | 'failed-step' | 'true-cause' | 'commands-to-cause';
    /** The id of a step or of a cause; a number of commands; empty where the fact alone counts. */
    readonly value: string;
    readonly count: number;
  };
  readonly settings: {
    /** `global`, `team/ID` or `person/KEY` */
    readonly scope: string;
    /** JSON */
    readonly body: string;
    readonly updated_at: number;
  };
}

export type TableName = keyof Tables;
