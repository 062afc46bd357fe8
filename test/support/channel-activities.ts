/** Activities of channels and group chats in the form in which Teams sends them: no file is ever in them. */
import { message } from './bot-activities';
import { TENANT_ID } from './bot-issuer';
import { CHANNEL_ID, CHAT_ID, GROUP_ID, TEAM_ID } from './graph-around';

export const ALEX = { id: '29:alex', name: 'Alex Wilber', aadObjectId: '33333333-3333-4333-8333-333333333333' };
export const MEGAN = { id: '29:megan', name: 'Megan Bowen', aadObjectId: '33333333-3333-4333-8333-333333333344' };
const BOT = { id: '28:bot', name: 'Tunnel Triage' };

export interface Said {
  readonly text?: string;
  readonly mention?: boolean;
  readonly from?: typeof ALEX;
  /** The first message of the thread that is replied in; a new thread where it is left out. */
  readonly root?: string;
}

const addressed = ({ text = '', mention = true, from = ALEX }: Said) => ({
  ...message(mention ? `<at>${BOT.name}</at> ${text}` : text),
  from,
  entities: mention ? [{ type: 'mention', mentioned: BOT, text: `<at>${BOT.name}</at>` }] : [],
});

/** In real activities the group of the team is rarely told; `group` says that it is. */
export function channelPost(said: Said, group = true) {
  const activity = addressed(said);
  const root = said.root ?? activity.id;
  return {
    ...activity,
    conversation: {
      id: `${CHANNEL_ID};messageid=${root}`,
      conversationType: 'channel',
      isGroup: true,
      tenantId: TENANT_ID,
    },
    channelData: {
      tenant: { id: TENANT_ID },
      team: { id: TEAM_ID, ...(group ? { aadGroupId: GROUP_ID } : {}) },
      channel: { id: CHANNEL_ID },
    },
  };
}

export const chatPost = (said: Said) => ({
  ...addressed(said),
  conversation: { id: CHAT_ID, conversationType: 'groupChat', isGroup: true, tenantId: TENANT_ID },
  channelData: { tenant: { id: TENANT_ID } },
});

type Posted = ReturnType<typeof channelPost> | ReturnType<typeof chatPost>;

/** The message as its author has changed it since; the time tells it from other changes. */
export const edited = (posted: Posted, timestamp: string) => ({
  ...posted,
  type: 'messageUpdate',
  timestamp,
  channelData: { ...posted.channelData, eventType: 'editMessage' },
});

export const deleted = (posted: Posted) => ({
  ...posted,
  type: 'messageDelete',
  text: undefined,
  entities: [],
  attachments: [],
  timestamp: '2026-11-24T12:10:00.000Z',
  channelData: { ...posted.channelData, eventType: 'softDeleteMessage' },
});
