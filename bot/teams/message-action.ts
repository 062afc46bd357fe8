/** The message action "Analyze with Tunnel Triage" as plain data: on which message, or from the compose box, and what the dialog brought. */
import { z } from 'zod';

import { MAX_ADDRESS_CHARACTERS, MAX_PASTED_CHARACTERS, type WrittenServer } from '../../cards/index';
import { linkAttachment, linkIn } from './graph/posted-message';
import { textOfHtml } from './html-text';
import { type FileReference, fileOf, plainText } from './inbound-message';
import { activityId, type IncomingActivity } from './incoming-activity';

/** The command of the manifest. */
export const ANALYZE_COMMAND = 'analyze';
const FETCH = 'composeExtension/fetchTask';
const SUBMIT = 'composeExtension/submitAction';

/** A message as Teams hands it over with the action, in Graph's shape. */
export interface ChosenMessage {
  readonly id: string | null;
  /** The first message of its thread in a channel; null where it is that itself, and in chats. */
  readonly replyToId: string | null;
  readonly by: string;
  readonly text: string;
  readonly files: readonly FileReference[];
}

/** What a person sent with a dialog. `look`: whether a long reading is over, and which: what the card of that reading had with it. */
export type DialogWish =
  | { readonly step: 'analyze'; readonly server: WrittenServer; readonly pasted: string }
  | { readonly step: 'look'; readonly key: string; readonly before: string | null };

export interface MessageAction {
  /** null from the compose and the command box. */
  readonly message: ChosenMessage | null;
  /** null where the dialog is still to be opened. */
  readonly wish: DialogWish | null;
}

export const isMessageAction = ({ type, ...activity }: IncomingActivity): boolean =>
  type === 'invoke' && (activity['name'] === FETCH || activity['name'] === SUBMIT);

/** The server takes no larger body; the message is outside data, and its HTML is longer than its text. */
const MAX_BODY_CHARACTERS = 300_000;
const MAX_ID_CHARACTERS = 1000;
const id = activityId.nullish();

/** Of the many members of botframework-schema's MessageActionsPayload those that are used. */
const payload = z.looseObject({
  id,
  replyToId: id,
  body: z
    .looseObject({ contentType: z.string().nullish(), content: z.string().max(MAX_BODY_CHARACTERS).nullish() })
    .nullish(),
  from: z.looseObject({ user: z.looseObject({ displayName: z.string().nullish() }).nullish() }).nullish(),
  attachments: z.array(linkAttachment).max(100).nullish(),
});
const address = z.string().max(MAX_ADDRESS_CHARACTERS).optional();
const value = z.looseObject({
  commandId: z.literal(ANALYZE_COMMAND),
  messagePayload: payload.nullish(),
  data: z
    .looseObject({
      step: z.enum(['analyze', 'look']).optional(),
      key: z
        .string()
        .max(2 * MAX_ID_CHARACTERS)
        .optional(),
      before: id,
      first: address,
      second: address,
      pasted: z.string().max(MAX_PASTED_CHARACTERS).optional(),
    })
    .nullish(),
});

/** null where it is no action that the manifest has. */
export function messageAction(activity: IncomingActivity): MessageAction | null {
  const parsed = value.safeParse(activity['value']);
  if (!parsed.success) return null;
  const { messagePayload, data } = parsed.data;
  const message = messagePayload == null ? null : chosenMessage(messagePayload);
  if (activity['name'] === FETCH) return { message, wish: null };
  const { step = 'analyze', key = '', before = null, first = '', second = '', pasted = '' } = data ?? {};
  return {
    message,
    wish:
      step === 'look'
        ? { step, key, before }
        : { step, server: { first: first.trim(), second: second.trim() }, pasted: plainText(pasted) },
  };
}

function chosenMessage({ id: own, replyToId, body, from, attachments }: z.output<typeof payload>): ChosenMessage {
  const content = body?.content ?? '';
  return {
    id: own ?? null,
    replyToId: replyToId == null || replyToId === '' || replyToId === own ? null : replyToId,
    by: from?.user?.displayName ?? 'somebody',
    text: plainText(body?.contentType === 'text' ? content : textOfHtml(content)),
    files: (attachments ?? []).flatMap((attachment) => {
      const link = linkIn(attachment);
      return link === null ? fileOf(attachment) : [{ name: link.name, downloadUrl: null, link: link.url }];
    }),
  };
}
