/** Activities in the form in which Teams sends them. */
import { SERVICE_URL, TENANT_ID } from './bot-issuer';

let last = 1_700_000_000_000;
/** Teams' ids are milliseconds; these only have to differ. */
const nextId = (): string => String((last += 1));

const common = () => ({
  id: nextId(),
  timestamp: '2026-11-24T11:50:00.000Z',
  localTimestamp: '2026-11-24T12:50:00.000+01:00',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  from: { id: '29:alex', name: 'Alex Wilber', aadObjectId: '33333333-3333-4333-8333-333333333333' },
  recipient: { id: '28:bot', name: 'Tunnel Triage' },
  conversation: { id: 'a:alex', conversationType: 'personal', tenantId: TENANT_ID },
  channelData: { tenant: { id: TENANT_ID } },
});

export interface FileOf {
  readonly name: string;
  readonly url: string;
}

/** A message in the personal chat; the rich text always comes beside the files. */
export const message = (text: string, files: readonly FileOf[] = []) => ({
  ...common(),
  type: 'message',
  textFormat: 'plain',
  text,
  attachments: [
    ...files.map(({ name, url }) => ({
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      contentUrl: 'https://contoso-my.sharepoint.com/personal/alex/Documents/file',
      name,
      content: { downloadUrl: url, uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D', fileType: 'txt' },
    })),
    { contentType: 'text/html', content: `<p>${text}</p>` },
  ],
});

/** A message in a thread of a channel; `mention` says whether it names the bot. */
export const channelMessage = (text: string, mention: boolean) => ({
  ...message(mention ? `<at>Tunnel Triage</at> ${text}` : text),
  conversation: {
    id: '19:tickets@thread.tacv2;messageid=1700',
    conversationType: 'channel',
    isGroup: true,
    tenantId: TENANT_ID,
  },
  entities: mention
    ? [{ type: 'mention', mentioned: { id: '28:bot', name: 'Tunnel Triage' }, text: '<at>Tunnel Triage</at>' }]
    : [],
});

/** The press of a button by Action.Execute on the card of the message `replyToId`. */
export const press = (verb: string, data: Readonly<Record<string, unknown>>, replyToId: string) => ({
  ...common(),
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId,
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
});

/** The same by a client that knows Action.Submit only. */
export const submit = (verb: string, data: Readonly<Record<string, unknown>>, replyToId: string) => ({
  ...common(),
  type: 'message',
  replyToId,
  value: { verb, ...data },
});

/** The answer to the question whether a file is wanted, on the card of the message `replyToId`. */
export const consent = (value: Readonly<Record<string, unknown>>, replyToId: string) => ({
  ...common(),
  type: 'invoke',
  name: 'fileConsent/invoke',
  replyToId,
  value: { type: 'fileUpload', ...value },
});

export const added = () => ({
  ...common(),
  type: 'conversationUpdate',
  membersAdded: [{ id: '28:bot' }, { id: '29:alex' }],
});
