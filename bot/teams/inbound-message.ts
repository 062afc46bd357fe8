/** A message as plain data of ours, free of the SDK: which conversation, who, what text, which files. */
import { TurnContext } from 'botbuilder';
import { z } from 'zod';

import { type MessagePlace, messagePlace } from './graph/message-place';
import { type IncomingActivity } from './incoming-activity';

/** A file as the personal chat hands it over: bytes behind an address that carries its own short-lived credential. */
export interface FileReference {
  readonly name: string;
  /** null where Teams gives none; then the file must be sent again. */
  readonly downloadUrl: string | null;
  /** Where SharePoint keeps it, where the message has only that: its bytes need a right of their own. */
  readonly link?: string;
}

export type Scope = 'personal' | 'group' | 'channel';

export interface InboundMessage {
  /** Names the conversation in the store; a channel's thread is a conversation of its own. */
  readonly conversation: string;
  readonly activityId: string | null;
  readonly scope: Scope;
  readonly tenantId: string | null;
  readonly sender: string;
  /** What the person typed, without the mention of the bot. */
  readonly text: string;
  readonly mentionsBot: boolean;
  readonly files: readonly FileReference[];
  /** Where Graph has the message with the files that it came with; null in the personal chat. */
  readonly place: MessagePlace | null;
  /** It was there before, and was changed. */
  readonly isEdit: boolean;
  readonly hasPicture: boolean;
  /** ISO 8601 in the person's own time where the client gave it. */
  readonly at: string | undefined;
  /** Left out by an older release, as the two below are. The id of the team; null outside of one. */
  readonly team?: string | null;
  /** The name of the channel, where the activity gives it. */
  readonly channelName?: string | null;
  /** The name of the group chat, where the activity gives it. */
  readonly title?: string | null;
}

/** Microsoft Learn, "Send and receive files using bot": only the personal chat has these. */
const FILE_CONTENT_TYPE = 'application/vnd.microsoft.teams.file.download.info';
const MAX_NAME_CHARACTERS = 255;

const fileAttachment = z.looseObject({
  contentType: z.literal(FILE_CONTENT_TYPE),
  name: z.string().max(MAX_NAME_CHARACTERS).optional(),
  content: z.looseObject({ downloadUrl: z.string().max(8000).optional() }).optional(),
});

export function inboundMessage(activity: IncomingActivity, context: TurnContext): InboundMessage {
  return {
    conversation: conversationKey(activity),
    activityId: activity.id ?? null,
    scope: scopeOf(activity),
    tenantId: activity.conversation?.tenantId ?? null,
    sender: activity.from?.name ?? 'somebody',
    // The SDK takes a text for granted where there is a mention.
    text: activity.text == null ? '' : plainText(TurnContext.removeRecipientMention(context.activity) || activity.text),
    mentionsBot: mentionsBot(activity, context),
    files: (activity.attachments ?? []).flatMap(fileOf),
    place: messagePlace(activity),
    isEdit: activity.type === 'messageUpdate',
    hasPicture: (activity.attachments ?? []).some(({ contentType }) => contentType.startsWith('image/')),
    at: activity.localTimestamp,
    team: activity.channelData?.team?.id ?? null,
    channelName: activity.channelData?.channel?.name ?? null,
    title: scopeOf(activity) === 'group' ? (activity.conversation?.name ?? null) : null,
  };
}

export const conversationKey = ({ channelId, conversation }: IncomingActivity): string =>
  `${channelId ?? ''}/${conversation?.id ?? ''}`;

/** Anything that Teams does not name is treated as a channel, where the bot is most careful. */
function scopeOf({ conversation }: IncomingActivity): Scope {
  if (conversation?.conversationType === 'personal') return 'personal';
  return conversation?.conversationType === 'groupChat' ? 'group' : 'channel';
}

/** By the entities, not by the text: what stands between the tags can be edited by the sender. */
export const mentionsBot = ({ recipient }: IncomingActivity, context: TurnContext): boolean =>
  TurnContext.getMentions(context.activity).some(({ mentioned }) => mentioned.id === recipient?.id);

export function fileOf(attachment: unknown): readonly FileReference[] {
  const file = fileAttachment.safeParse(attachment);
  if (!file.success) return [];
  const { name, content } = file.data;
  return [{ name: baseName(name ?? ''), downloadUrl: content?.downloadUrl ?? null }];
}

/** The name without a path: it is shown and quoted, never opened. */
const baseName = (name: string): string => name.replace(/^.*[/\\]/, '').trim() || 'file.txt';

/** Teams turns runs of blanks into no-break spaces, which no Windows command prints. */
export const plainText = (text: string): string =>
  text
    .replaceAll('\u00A0', ' ')
    .replace(/^[\r\n]+/, '')
    .trimEnd();
