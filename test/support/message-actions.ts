/** The message action as Teams sends it: on a message, from the compose box, and what a person sends with its dialog. */
import { press } from './bot-activities';
import { TENANT_ID } from './bot-issuer';

export const MEGAN = { id: '29:megan', name: 'Megan Bowen', aadObjectId: '44444444-4444-4444-8444-444444444444' };

/** A message in Graph's shape, as it comes with the action. */
export interface PayloadOf {
  readonly id?: string;
  readonly replyToId?: string;
  readonly html?: string;
  readonly attachments?: readonly object[];
}

export const payload = ({ id = '1700', replyToId, html = '', attachments = [] }: PayloadOf) => ({
  id,
  ...(replyToId === undefined ? {} : { replyToId }),
  createdDateTime: '2026-11-24T11:40:00Z',
  body: { contentType: 'html', content: html },
  from: { user: { userIdentityType: 'aadUser', id: MEGAN.aadObjectId, displayName: MEGAN.name } },
  attachments,
  linkToMessage: `https://teams.microsoft.com/l/message/19:tickets@thread.tacv2/${id}`,
});

/** A pasted output as the compose box of Teams keeps it. */
export const asCodeBlock = (text: string): string =>
  `<p>Please have a look:</p><codeblock class="Bash"><code>${text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .split('\n')
    .join('<br>')}</code></codeblock>`;

/** A file that SharePoint keeps. */
export const reference = (name: string) => ({
  id: '1150d938-8870-4044-9f2c-5bbdeba70c9d',
  contentType: 'reference',
  contentUrl: `https://contoso.sharepoint.com/sites/support/Shared%20Documents/${name}`,
  name,
});

/** A file as the chat with the bot hands it over. */
export const download = (name: string, url: string) => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  name,
  content: { downloadUrl: url, uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D', fileType: 'txt' },
});

const PLACES = {
  personal: { id: 'a:alex', conversationType: 'personal', tenantId: TENANT_ID },
  group: { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: TENANT_ID },
  /** Teams names no thread where the action is chosen on a first message. */
  channel: { id: '19:tickets@thread.tacv2', conversationType: 'channel', isGroup: true, tenantId: TENANT_ID },
  withoutBot: { id: '19:without-bot@unq.gbl.spaces', conversationType: 'personal', tenantId: TENANT_ID },
} as const;
export type Place = keyof typeof PLACES;

/** It is an invoke like a press, but replies to nothing. */
const action = (name: string, place: Place, value: object) => ({
  ...press('none', {}, 'none'),
  replyToId: undefined,
  name: `composeExtension/${name}`,
  conversation: PLACES[place],
  value,
});

const command = { commandId: 'analyze', context: { theme: 'default' } };

/** The menu entry on a message. */
export const chosenOn = (place: Place, message: PayloadOf) =>
  action('fetchTask', place, { ...command, commandContext: 'message', messagePayload: payload(message) });

/** From the compose box. */
export const composing = (place: Place) => action('fetchTask', place, { ...command, commandContext: 'compose' });

/** What the dialog brings. */
export const submitted = (place: Place, data: Readonly<Record<string, string>>, message: PayloadOf | null) =>
  action('submitAction', place, {
    ...command,
    commandContext: message === null ? 'compose' : 'message',
    ...(message === null ? {} : { messagePayload: payload(message) }),
    data: { step: 'analyze', ...data },
  });
