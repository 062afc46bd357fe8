/** The manifest of the Teams app and the file of its German texts, from one table, so that neither names what the other has not. */
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

const GERMAN_FILE = 'de.json';

/** Teams takes one list for scopes that have the same commands. */
const COMMAND_LISTS: readonly (readonly [AppScope, ...AppScope[]])[] = [['personal'], ['team', 'groupChat']];

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
    name: { short: 'Tunnel Triage', full: 'Tunnel Triage for DirectAccess' },
    description: {
      short: 'Names the failed DirectAccess tunnel step and the next command.',
      full: 'Send what a DirectAccess client printed, as text or as a file. The app names the step of the two IPsec tunnels that failed, quotes the line that proves it, and gives the one command to run next. It keeps the lines that prove a step, not the files. In a team or a group chat, mention it and paste the output, or choose Analyze with Tunnel Triage in the menu of a message; files are read in the personal chat. In teams and group chats it reads only messages that mention it, or that somebody chose.',
    },
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
          commands: commandsIn(scopes[0]).map(({ title, en }) => ({ title, description: en })),
        })),
      },
    ],
    composeExtensions: [
      {
        botId,
        commands: [
          {
            id: MESSAGE_ACTION.id,
            type: 'action',
            context: ['message', 'compose', 'commandBox'],
            ...MESSAGE_ACTION.en,
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
      additionalLanguages: [{ languageTag: 'de', file: GERMAN_FILE }],
    },
  };
}

/** The German file: the keys are places in the manifest. The titles of commands stay, because the bot knows them only as they are. */
function germanTexts(): Readonly<Record<string, string>> {
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.Localization.schema.json`,
    'name.short': 'Tunnel Triage',
    'name.full': 'Tunnel Triage für DirectAccess',
    'description.short': 'Nennt den Schritt, an dem DirectAccess scheitert, und den nächsten Befehl.',
    'description.full':
      'Senden Sie, was ein DirectAccess-Client ausgegeben hat, als Text oder als Datei. Die App nennt den Schritt der beiden IPsec-Tunnel, der gescheitert ist, zitiert die Zeile, die das belegt, und gibt den einen Befehl, der als Nächstes auszuführen ist. Sie behält die Zeilen, die einen Schritt belegen, nicht die Dateien. In einem Team oder Gruppenchat erwähnen Sie die App und fügen die Ausgabe ein, oder wählen im Menü einer Nachricht „Mit Tunnel Triage analysieren“; Dateien liest sie im persönlichen Chat. In Teams und Gruppenchats liest sie nur Nachrichten, die sie erwähnen oder die jemand gewählt hat. Die Antworten sind auf Englisch.',
    'composeExtensions[0].commands[0].title': MESSAGE_ACTION.de.title,
    'composeExtensions[0].commands[0].description': MESSAGE_ACTION.de.description,
    ...Object.fromEntries(
      COMMAND_LISTS.flatMap(([scope], list) =>
        commandsIn(scope).map(({ de }, command) => [
          `bots[0].commandLists[${list}].commands[${command}].description`,
          de,
        ]),
      ),
    ),
  };
}

/** The texts of the package by their names in it; the icons come beside them. */
export function appTexts(options: AppOptions): Readonly<Record<string, object>> {
  return { 'manifest.json': appManifest(options), [GERMAN_FILE]: germanTexts() };
}
