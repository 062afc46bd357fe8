/** A sentence for each right that may be missing: what is missing, who can grant it, and with which command. */
import { type AppRegistration } from '../../config';
import { RefusedError } from '../../refused-error';
import { type ChannelPlace } from './message-place';

/** The registration whose rights are meant; null in local mode, where nothing is missing. */
export type RightsHolder = Pick<AppRegistration, 'id' | 'type'> | null;

/** Application permissions of Microsoft Graph by their ids (Microsoft Graph permissions reference). */
const ROLES = {
  'ChannelMessage.Read.All': '7b2449af-6ccd-4f4d-9f78-e550c193f0d1',
  'Chat.Read.All': '6b7d71aa-70aa-4810-a8d9-5d9fb2830017',
  'Files.Read.All': '01d4889c-1287-42c6-ac1f-5d1e02578ef6',
} as const;
const GRAPH = '00000003-0000-0000-c000-000000000000';

const PASTE = 'Until then paste the output, or send the file in a chat with me.';

/** The command of an administrator of the tenant; a managed identity has no registration that permissions could be added to. */
function grant(role: keyof typeof ROLES, app: RightsHolder): string {
  if (app?.type === 'UserAssignedMsi') return `the command for ${role} that the README has for a managed identity`;
  const id = app?.id ?? 'APP';
  return `"az ad app permission add --id ${id} --api ${GRAPH} --api-permissions ${ROLES[role]}=Role && az ad app permission admin-consent --id ${id}"`;
}

/** Teams consents to it when the app is added, so that nobody but an owner is needed; a private or shared channel has its own list of apps. */
export function channelUnreadable({ channelType }: ChannelPlace, app: RightsHolder): RefusedError {
  if (channelType === 'private' || channelType === 'shared') {
    return new RefusedError(
      'channel-read-missing',
      `I may not read the messages of this ${channelType} channel, so I see no files: an owner of the channel adds Tunnel Triage to it (the channel's name, Manage channel, Apps, Add), which grants ChannelMessage.Read.Group; where Teams does not offer that, an administrator grants ChannelMessage.Read.All with ${grant('ChannelMessage.Read.All', app)}. ${PASTE}`,
    );
  }
  return new RefusedError(
    'channel-read-missing',
    `I may not read the messages of this team, so I see no files: ChannelMessage.Read.Group is missing, which an owner of the team grants by removing Tunnel Triage (Manage team, Apps) and adding it again; or an administrator grants ChannelMessage.Read.All with ${grant('ChannelMessage.Read.All', app)}. ${PASTE}`,
  );
}

export const chatUnreadable = (app: RightsHolder): RefusedError =>
  new RefusedError(
    'chat-read-missing',
    `I may not read the messages of this chat, so I see no files: ChatMessage.Read.Chat is missing, which any member grants by removing Tunnel Triage from the chat (the chat's name, Manage apps) and adding it again; or an administrator grants Chat.Read.All with ${grant('Chat.Read.All', app)}. ${PASTE}`,
  );

/**
 * Graph answers 403 alike for a missing consent, a site that was not granted, and a file that is not there. The permissions that stand in the
 * token tell more; `roles` is null where it cannot be read.
 */
export function fileUnreadable(
  name: string,
  site: string | null,
  roles: readonly string[] | null,
  app: RightsHolder,
): RefusedError {
  const onSite = `"Grant-PnPAzureADAppSitePermission -AppId ${app?.id ?? 'APP'} -DisplayName 'Tunnel Triage' -Site ${site ?? 'SITE'} -Permissions Read"`;
  if (roles?.some((role) => READS_ALL.has(role)) === true) {
    return new RefusedError(
      'file-refused',
      `${name} is not given to me, though I may read files: it was removed, or a policy of its site keeps applications out, which the owner of the site can tell. Post it again, or paste its text.`,
    );
  }
  if (roles?.includes('Sites.Selected') === true) {
    return new RefusedError(
      'site-not-granted',
      `I may not read ${name}, because its site was not opened to me: a SharePoint administrator does that with ${onSite}. ${PASTE}`,
    );
  }
  return new RefusedError(
    'files-read-missing',
    `I may not read ${name}: the right to its site is missing, which a SharePoint administrator grants with ${onSite} once Sites.Selected is consented, or the right to all files, which an administrator grants with ${grant('Files.Read.All', app)}. ${PASTE}`,
  );
}

/** With any of these no site has to be opened by itself. */
const READS_ALL = new Set(['Files.Read.All', 'Files.ReadWrite.All', 'Sites.Read.All', 'Sites.ReadWrite.All']);

export const graphUnauthenticated = (): RefusedError =>
  new RefusedError(
    'graph-unauthenticated',
    `I cannot read files here, because Microsoft Graph does not take my token: whoever runs me compares MicrosoftAppId and MicrosoftAppTenantId with "az ad app list --display-name 'Tunnel Triage'". ${PASTE}`,
  );
