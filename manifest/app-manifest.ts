/** The manifest of the Teams app and the file of its texts in each other language, from one table, so that none names what the other has not. */
import { type Language, otherLanguages, sentenceInLanguage, writtenIn } from '../cards/index';
import { type AppScope, commandsIn, MESSAGE_ACTION } from './app-commands';

/** What differs from one installation to the next. */
export interface AppOptions {
  /** The application id of the bot, a GUID. */
  readonly botId: string;
  /** As in package.json: three numbers. Teams takes an upload for an update where it grew. */
  readonly version: string;
  /** The host under which the bot is reached; null where it is not told. */
  readonly host: string | null;
  readonly developer: AppDeveloper;
}

/** Who runs the bot, as Teams shows it beside the app: all addresses begin with https. */
export interface AppDeveloper {
  readonly name: string;
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
}

/**
 * The schema that the manifest follows: 1.24 is the first with 12 commands a scope, 1.25 the first that a bot in private and shared
 * channels needs. Newer ones bring nothing that this app uses.
 */
export const MANIFEST_VERSION = '1.25';

const NAME = { short: 'Tunnel Triage', full: 'Tunnel Triage for DirectAccess' };
const DESCRIPTION = {
  short: 'Names the failed DirectAccess tunnel step and the next command.',
  full: 'Send what a DirectAccess client printed, as text or as a file. The app names the step of the two IPsec tunnels that failed, quotes the line that proves it, and gives the one command to run next. It keeps the lines that prove a step, not the files. In a team or a group chat, mention it and attach files or paste the output, or choose Analyze with Tunnel Triage in the menu of a message. Teams delivers every message there to it, which comes with the right to read one; those that are not addressed to it are dropped unread. It answers in English, or in German where Teams speaks German.',
};

/** Teams takes one list for scopes that have the same commands. */
const COMMAND_LISTS: readonly (readonly [AppScope, ...AppScope[]])[] = [['personal'], ['team', 'groupChat']];

/**
 * Rights to one team or one chat, consented by who adds the app there: they let the bot ask Microsoft Graph for the message that mentions it,
 * which alone tells of its files (Microsoft Learn, resource-specific consent).
 */
const RIGHTS = ['ChannelMessage.Read.Group', 'ChatMessage.Read.Chat'] as const;

export function appManifest({ botId, version, host, developer }: AppOptions) {
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version,
    // Two bots of one tenant, one to try things with, must be two apps.
    id: botId,
    developer: {
      name: developer.name,
      websiteUrl: developer.website,
      privacyUrl: developer.privacy,
      termsOfUseUrl: developer.terms,
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    name: NAME,
    description: DESCRIPTION,
    accentColor: '#3B5BA5',
    defaultInstallScope: 'personal',
    bots: [
      {
        botId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: true,
        isNotificationOnly: false,
        commandLists: COMMAND_LISTS.map((scopes) => ({
          scopes,
          commands: commandsIn(scopes[0]).map(({ title, description }) => ({ title, description })),
        })),
      },
    ],
    // Private and shared channels take only apps that say this, and have it added to each channel.
    supportsChannelFeatures: 'tier1',
    // The bot's own registration asks for the rights; `resource` is not used and must not be empty.
    webApplicationInfo: { id: botId, resource: `api://tunnel-triage/${botId}` },
    authorization: {
      permissions: { resourceSpecific: RIGHTS.map((name) => ({ name, type: 'Application' })) },
    },
    composeExtensions: [
      {
        botId,
        commands: [
          {
            id: MESSAGE_ACTION.id,
            type: 'action',
            context: ['message', 'compose', 'commandBox'],
            title: MESSAGE_ACTION.title,
            description: MESSAGE_ACTION.description,
            // The dialog is made anew each time: it asks only for what the case does not know.
            fetchTask: true,
          },
        ],
      },
    ],
    // Names of those who write stand in the cards.
    permissions: ['identity'],
    validDomains: host === null ? [] : [host],
    localizationInfo: {
      defaultLanguageTag: 'en',
      additionalLanguages: otherLanguages.map((language) => ({ languageTag: language, file: `${language}.json` })),
    },
  };
}

/** The file of another language: the keys are places in the manifest. */
function textsIn(language: Language): Readonly<Record<string, string>> {
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.Localization.schema.json`,
    'name.short': NAME.short,
    'name.full': sentenceInLanguage(NAME.full, language),
    'description.short': sentenceInLanguage(DESCRIPTION.short, language),
    'description.full': sentenceInLanguage(DESCRIPTION.full, language),
    'composeExtensions[0].commands[0].title': sentenceInLanguage(MESSAGE_ACTION.title, language),
    'composeExtensions[0].commands[0].description': sentenceInLanguage(MESSAGE_ACTION.description, language),
    ...Object.fromEntries(
      COMMAND_LISTS.flatMap(([scope], list) =>
        commandsIn(scope).flatMap(({ title, description }, command) => [
          [`bots[0].commandLists[${list}].commands[${command}].title`, writtenIn(language, title)],
          [`bots[0].commandLists[${list}].commands[${command}].description`, sentenceInLanguage(description, language)],
        ]),
      ),
    ),
  };
}

/** The texts of the package by their names in it; the icons come beside them. */
export function appTexts(options: AppOptions): Readonly<Record<string, object>> {
  const others = otherLanguages.map((language) => [`${language}.json`, textsIn(language)] as const);
  return { 'manifest.json': appManifest(options), ...Object.fromEntries(others) };
}
