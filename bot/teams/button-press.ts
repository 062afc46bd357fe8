/** The press of a card's button as plain data; it comes back from a client, so it is checked and believed in nothing but the case. */
import { z } from 'zod';

import { MAX_PASTED_CHARACTERS, type Verb, VERBS } from '../../cards/index';
import { conversationKey } from './inbound-message';
import { type IncomingActivity } from './incoming-activity';

export interface ButtonPress {
  readonly conversation: string;
  readonly verb: Verb;
  readonly caseId: string;
  readonly pasted: string;
  /** The message that the card stands in. */
  readonly cardActivityId: string | null;
  /** The id of the press itself. */
  readonly activityId: string | null;
  readonly by: string;
  /** ISO 8601 in the person's own time where the client gave it. */
  readonly at: string | undefined;
}

const data = z.object({
  case: z.string().max(20),
  pasted: z.string().max(MAX_PASTED_CHARACTERS).optional(),
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
  return {
    conversation: conversationKey(activity),
    verb: pressed.verb,
    caseId: pressed.data.case,
    pasted: pressed.data.pasted ?? '',
    cardActivityId: activity.replyToId ?? null,
    activityId: activity.id ?? null,
    by: activity.from?.name ?? 'somebody',
    at: activity.localTimestamp,
  };
}

function valuesOf(activity: IncomingActivity): { readonly verb: Verb; readonly data: z.output<typeof data> } | null {
  if (activity.type === 'invoke') return executed.safeParse(activity['value']).data?.action ?? null;
  const message = submitted.safeParse(activity['value']);
  return message.success ? { verb: message.data.verb, data: message.data } : null;
}
