/** What the local Graph knows: messages of channels and chats, and the sites with their libraries. */
import { type components } from './graph.openapi';

type Schemas = components['schemas'];
export type GraphMessage = Schemas['ChatMessage'];
export type GraphItem = Schemas['DriveItem'];

export interface GraphSite {
  readonly id: string;
  /** `https://contoso.sharepoint.com/sites/tickets` */
  readonly webUrl: string;
  readonly drives: readonly Schemas['Drive'][];
}

export interface GraphWorld {
  /** By its path: `teams/GROUP/channels/CHANNEL/messages/ROOT`, with `/replies/ID` for a reply, or `chats/CHAT/messages/ID`. */
  readonly messages: Map<string, GraphMessage>;
  /** By the path of its message and its id. */
  readonly hosted: Map<string, Buffer>;
  /** By the address that a message links to. */
  readonly items: Map<string, GraphItem>;
  readonly sites: GraphSite[];
}

export const createGraphWorld = (): GraphWorld => ({
  messages: new Map(),
  hosted: new Map(),
  items: new Map(),
  sites: [],
});

/** The place of a message in a channel; `root` is null for the first of a thread. */
export const channelMessagePath = (group: string, channel: string, root: string | null, id: string): string =>
  `teams/${group}/channels/${channel}/messages/${root === null ? id : `${root}/replies/${id}`}`;

export const chatMessagePath = (chat: string, id: string): string => `chats/${chat}/messages/${id}`;

/** A file that a message links to. */
export interface LinkedFile {
  readonly name: string;
  readonly url: string;
}

/** A message with its text, which is HTML already, and its files, as Graph has it. */
export const graphMessage = (id: string, html: string, files: readonly LinkedFile[]): GraphMessage => ({
  id,
  deletedDateTime: null,
  body: {
    contentType: 'html',
    content: `<div>${html}</div>${files.map((_, index) => `<attachment id="${id}-${index}"></attachment>`).join('')}`,
  },
  attachments: files.map(({ name, url }, index) => ({
    id: `${id}-${index}`,
    contentType: 'reference',
    contentUrl: url,
    content: null,
    name,
  })),
});
