/** The press of a card's button as plain data; it comes back from a client, so it is checked and believed in nothing but the case. */
import { z } from 'zod';

import {
  type CaseVerb,
  CASE_VERBS,
  FOLLOW_UP_VERBS,
  type FollowUpVerb,
  MAX_ADDRESS_CHARACTERS,
  MAX_PASTED_CHARACTERS,
  MAX_SETTING_CHARACTERS,
  SETTING_FIELDS,
  SHOW_VERBS,
  type ShowVerb,
  type Verb,
  VERBS,
  type WrittenServer,
} from '../../cards/index';
import { type WrittenSettings } from '../cases/follow-up-settings';
import { conversationKey } from './inbound-message';
import { type IncomingActivity } from './incoming-activity';

interface PressOf<Pressed extends Verb> {
  readonly conversation: string;
  readonly verb: Pressed;
  readonly caseId: string;
  readonly pasted: string;
  /** The cause that was chosen; null where none was. */
  readonly cause: string | null;
  /** The reference of what failed; null where the card names none. */
  readonly reference: string | null;
  /** How many rows of a list stand before those that are wanted. */
  readonly from: number;
  /** What a form of the server's addresses had in it. */
  readonly server: WrittenServer;
  /** The day and the time of a reminder, `YYYY-MM-DD` and `HH:MM`, as a person chose them; empty where none was. */
  readonly when: { readonly on: string; readonly clock: string };
  /** What a form of settings had in it. */
  readonly settings: WrittenSettings;
  /** The message that the card stands in. */
  readonly cardActivityId: string | null;
  /** The id of the press itself. */
  readonly activityId: string | null;
  readonly by: string;
  /** ISO 8601 in the person's own time where the client gave it. */
  readonly at: string | undefined;
}

/** The press of a button that belongs to the case itself, of one that belongs to a prompt, a list or the settings, and of one that only shows. */
export type CasePress = PressOf<CaseVerb>;
export type FollowUpPress = PressOf<FollowUpVerb>;
export type ShowPress = PressOf<ShowVerb>;
export type ButtonPress = CasePress | FollowUpPress | ShowPress;

const isOneOf =
  <Kind extends Verb>(verbs: readonly Kind[]) =>
  (pressed: Verb): pressed is Kind =>
    verbs.some((each) => each === pressed);
const isCaseVerb = isOneOf(CASE_VERBS);
const isFollowUpVerb = isOneOf(FOLLOW_UP_VERBS);
const isShowVerb = isOneOf(SHOW_VERBS);

export const isFollowUpPress = (press: ButtonPress): press is FollowUpPress => isFollowUpVerb(press.verb);
export const isShowPress = (press: ButtonPress): press is ShowPress => isShowVerb(press.verb);

/** More rows than a list can have are no press of a button of ours. */
const MAX_FROM = 100_000;

const address = z.string().max(MAX_ADDRESS_CHARACTERS).optional();
/** A date or a time as an input gives it. */
const moment = z.string().max(20).optional();

const data = z.object({
  case: z.string().max(20),
  pasted: z.string().max(MAX_PASTED_CHARACTERS).optional(),
  cause: z.string().max(60).optional(),
  reference: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .optional(),
  from: z.number().int().min(0).max(MAX_FROM).optional(),
  first: address,
  second: address,
  on: moment,
  clock: moment,
  ...settingInputs(),
});
const verb = z.enum(VERBS);

/** Action.Execute: the invoke `adaptiveCard/action`. */
const executed = z.object({ action: z.object({ verb, data }) });
/** Action.Submit, for clients without Action.Execute: a message whose value is the data, the verb among it. */
const submitted = data.extend({ verb });

/** null where the activity is no press that a card of ours can make. */
export function buttonPress(activity: IncomingActivity): ButtonPress | null {
  const pressed = valuesOf(activity);
  if (pressed === null) return null;
  const { verb: which } = pressed;
  const press = {
    conversation: conversationKey(activity),
    caseId: pressed.data.case,
    pasted: pressed.data.pasted ?? '',
    cause: pressed.data.cause ?? null,
    reference: pressed.data.reference ?? null,
    from: pressed.data.from ?? 0,
    server: { first: pressed.data.first?.trim() ?? '', second: pressed.data.second?.trim() ?? '' },
    when: { on: pressed.data.on ?? '', clock: pressed.data.clock ?? '' },
    settings: settingsOf(pressed.data),
    cardActivityId: activity.replyToId ?? null,
    activityId: activity.id ?? null,
    by: activity.from?.name ?? 'somebody',
    at: activity.localTimestamp,
  };
  if (isCaseVerb(which)) return { ...press, verb: which };
  return isFollowUpVerb(which) ? { ...press, verb: which } : { ...press, verb: which };
}

function valuesOf(activity: IncomingActivity): { readonly verb: Verb; readonly data: z.output<typeof data> } | null {
  if (activity.type === 'invoke') return executed.safeParse(activity['value']).data?.action ?? null;
  const message = submitted.safeParse(activity['value']);
  return message.success ? { verb: message.data.verb, data: message.data } : null;
}

/** A form brings each of its inputs by its name. */
function settingInputs() {
  const text = z.string().max(MAX_SETTING_CHARACTERS).optional();
  return { hours: text, days: text, holidays: text, quiet: text, delays: text, zone: text };
}

const settingsOf = (pressed: z.output<typeof data>): WrittenSettings =>
  Object.fromEntries(
    SETTING_FIELDS.flatMap((field) => {
      const text = pressed[field];
      return text === undefined ? [] : [[field, text.trim()]];
    }),
  );
