/** Where Graph has the message of an activity: in a channel, as the root of a thread or a reply, or in a group chat. */
import { z } from 'zod';

import { activityId, type IncomingActivity } from '../incoming-activity';

export interface ChannelPlace {
  readonly kind: 'channel';
  readonly tenant: string;
  /** The id of the team in the directory, a GUID, where the activity tells it; Graph takes no other. */
  readonly group: string | null;
  /** The team by the connector's name for it, `19:…@thread.tacv2`. */
  readonly team: string | null;
  readonly channel: string;
  readonly channelType: 'standard' | 'private' | 'shared' | null;
  /** The message that the thread began with. */
  readonly root: string;
  readonly message: string;
}

export interface ChatPlace {
  readonly kind: 'chat';
  readonly tenant: string;
  readonly chat: string;
  readonly message: string;
}

/** Plain data, which is kept with the job. */
export type MessagePlace = ChannelPlace | ChatPlace;

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const id = activityId.min(1);

/** Microsoft Learn, "Channel and group chat conversations": `teamsTeamId` and `teamsChannelId` stand beside the objects, or instead. */
const channelData = z.looseObject({
  team: z.looseObject({ id: id.optional(), aadGroupId: z.string().regex(GUID).nullish().catch(null) }).nullish(),
  channel: z.looseObject({ id: id.optional(), type: z.string().nullish() }).nullish(),
  teamsTeamId: id.nullish(),
  teamsChannelId: id.nullish(),
});

/** null in the personal chat, and where the activity does not tell it. */
export function messagePlace(activity: IncomingActivity): MessagePlace | null {
  const { conversation, id: message } = activity;
  const tenant = conversation?.tenantId ?? null;
  if (conversation === undefined || message === undefined || tenant === null) return null;
  if (conversation.conversationType === 'personal') return null;
  if (conversation.conversationType === 'groupChat') {
    return { kind: 'chat', tenant, chat: conversation.id, message };
  }
  const data = channelData.safeParse(activity.channelData).data;
  const [channelOfThread = '', root = message] = conversation.id.split(';messageid=');
  const type = data?.channel?.type ?? null;
  return {
    kind: 'channel',
    tenant,
    group: data?.team?.aadGroupId ?? null,
    team: data?.team?.id ?? data?.teamsTeamId ?? null,
    channel: data?.channel?.id ?? data?.teamsChannelId ?? channelOfThread,
    channelType: type === 'private' || type === 'shared' || type === 'standard' ? type : null,
    root,
    message,
  };
}

/** Microsoft Graph, "Get chatMessage": a reply has a path of its own, and is not found at that of a first message. */
export function messagePath(place: MessagePlace, group: string): string {
  if (place.kind === 'chat') return `/chats/${encoded(place.chat)}/messages/${encoded(place.message)}`;
  const root = `/teams/${encoded(group)}/channels/${encoded(place.channel)}/messages/${encoded(place.root)}`;
  return place.root === place.message ? root : `${root}/replies/${encoded(place.message)}`;
}

const encoded = encodeURIComponent;
