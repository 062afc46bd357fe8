/** Each right that may be missing: what it is for, who can grant it, and with which command. */
import { type Grant } from '../../../cards/index';
import { type AppRegistration } from '../../config';
import { RefusedError } from '../../refused-error';
import { MissingRight } from '../missing-right';
import { type ChannelPlace } from './message-place';

/** The registration whose rights are meant; null in local mode, where nothing is missing. */
export type RightsHolder = Pick<AppRegistration, 'id' | 'type'> | null;

/** Application permissions of Microsoft Graph by their ids (Microsoft Graph permissions reference). */
const ROLES = {
  'ChannelMessage.Read.All': '7b2449af-6ccd-4f4d-9f78-e550c193f0d1',
  'Chat.Read.All': '6b7d71aa-70aa-4810-a8d9-5d9fb2830017',
  'Files.Read.All': '01d4889c-1287-42c6-ac1f-5d1e02578ef6',
  'Sites.Selected': '883ea226-0bf2-4a8f-9f9d-92c9162a727d',
} as const;
const GRAPH = '00000003-0000-0000-c000-000000000000';

/** What an administrator of the tenant does; a managed identity has no registration that permissions could be added to. */
function consent(said: string, role: keyof typeof ROLES, app: RightsHolder): Grant {
  if (app?.type === 'UserAssignedMsi') {
    return { said: `${said} The README has the command for a managed identity, under "In a channel".`, commands: [] };
  }
  const id = app?.id ?? '<APP>';
  const line = `az ad app permission add --id ${id} --api ${GRAPH} --api-permissions ${ROLES[role]}=Role && az ad app permission admin-consent --id ${id}`;
  return { said, commands: [{ line, shell: 'cmd' }] };
}

const openSite = (site: string | null, app: RightsHolder): Grant['commands'][number] => ({
  line: `Grant-PnPAzureADAppSitePermission -AppId ${app?.id ?? '<APP>'} -DisplayName 'Tunnel Triage' -Site ${site ?? '<SITE>'} -Permissions Read`,
  shell: 'powershell',
});

const byHand = (said: string): Grant => ({ said, commands: [] });

const NO_MESSAGES = {
  standard: 'I may not read the messages of this team, so I see no files: ChannelMessage.Read.Group is missing.',
  private:
    'I may not read the messages of this private channel, so I see no files: ChannelMessage.Read.Group is missing.',
  shared:
    'I may not read the messages of this shared channel, so I see no files: ChannelMessage.Read.Group is missing.',
} as const;

/** Teams consents to it when the app is added, so that nobody but an owner is needed; a private or shared channel has its own list of apps. */
export function channelUnreadable({ channelType }: ChannelPlace, app: RightsHolder): MissingRight {
  const own = channelType === 'private' || channelType === 'shared';
  const everywhere = consent(
    'An administrator lets me read the messages of all teams (ChannelMessage.Read.All).',
    'ChannelMessage.Read.All',
    app,
  );
  return new MissingRight('channel-read-missing', NO_MESSAGES[channelType ?? 'standard'], [
    byHand(
      own
        ? 'An owner of the channel adds Tunnel Triage to it: the menu of the channel, Manage channel, Apps.'
        : 'An owner of the team removes Tunnel Triage (the menu of the team, Manage team, Apps) and adds it again, which asks for it.',
    ),
    everywhere,
  ]);
}

export const chatUnreadable = (app: RightsHolder): MissingRight =>
  new MissingRight(
    'chat-read-missing',
    'I may not read the messages of this chat, so I see no files: ChatMessage.Read.Chat is missing.',
    [
      byHand(
        'Anybody in the chat removes Tunnel Triage (the menu of the chat, Manage apps) and adds it again, which asks for it.',
      ),
      consent('An administrator lets me read the messages of all chats (Chat.Read.All).', 'Chat.Read.All', app),
    ],
  );

/**
 * Graph answers 403 alike for a missing consent, a site that was not opened, and a file that is not there. The permissions that stand in the
 * token tell more; `roles` is null where it cannot be read.
 */
export function fileUnreadable(
  name: string,
  site: string | null,
  roles: readonly string[] | null,
  app: RightsHolder,
): RefusedError {
  if (roles?.some((role) => READS_ALL.has(role)) === true) {
    return new RefusedError(
      'file-refused',
      `${name} is not given to me, though I may read files: it was removed, or a policy of its site keeps applications out, which the owner of the site can tell. Post it again, or paste its text.`,
    );
  }
  const opening = openSite(site, app);
  if (roles?.includes('Sites.Selected') === true) {
    return new MissingRight('site-not-granted', `I may not read ${name}: its site was not opened to me.`, [
      { said: 'A SharePoint administrator opens this one site to me (Sites.Selected).', commands: [opening] },
    ]);
  }
  const selected = consent(
    'An administrator lets me ask for single sites (Sites.Selected), and a SharePoint administrator opens this one to me.',
    'Sites.Selected',
    app,
  );
  return new MissingRight('files-read-missing', `I may not read ${name}: the right to its site is missing.`, [
    { ...selected, commands: [...selected.commands, opening] },
    consent('An administrator lets me read all files (Files.Read.All).', 'Files.Read.All', app),
  ]);
}

/** With any of these no site has to be opened by itself. */
const READS_ALL = new Set(['Files.Read.All', 'Files.ReadWrite.All', 'Sites.Read.All', 'Sites.ReadWrite.All']);

export const graphUnauthenticated = (app: RightsHolder): MissingRight =>
  new MissingRight('graph-unauthenticated', 'I cannot look for files: Microsoft Graph does not take my token.', [
    {
      said: 'Whoever runs me compares MicrosoftAppId and MicrosoftAppTenantId with the registration.',
      commands: [{ line: `az ad app show --id ${app?.id ?? '<APP>'} --query "[appId,signInAudience]"`, shell: 'cmd' }],
    },
  ]);
