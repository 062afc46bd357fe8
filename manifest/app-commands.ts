/** The commands that Teams offers above the message box, each a message that the bot understands as it stands. */

/** Where the bot can be talked to, by Teams' names. */
export type AppScope = 'personal' | 'team' | 'groupChat';

export interface AppCommand {
  /** What is written into the box: a word that the bot knows. */
  readonly title: string;
  /** The same, where Teams speaks German: the bot knows it too. */
  readonly germanTitle: string;
  readonly en: string;
  readonly de: string;
  /** Left out of these, where it would be of no use to those who read along. */
  readonly notIn?: readonly AppScope[];
}

/** In the order in which they are shown; Teams shows at most 12 a scope from manifest 1.24 on. */
export const APP_COMMANDS: readonly AppCommand[] = [
  {
    title: 'help',
    germanTitle: 'hilfe',
    en: 'What I can read, and how to begin',
    de: 'Was ich lesen kann, und wie es losgeht',
  },
  { title: 'next', germanTitle: 'weiter', en: 'The command to run now', de: 'Der Befehl, der jetzt auszuführen ist' },
  {
    title: 'steps',
    germanTitle: 'schritte',
    en: 'Every step of the tunnels as it stands',
    de: 'Alle Schritte der Tunnel und ihr Stand',
  },
  {
    title: 'script',
    germanTitle: 'skript',
    en: 'Everything that a client shows, gathered at once; script server does it on the server',
    de: 'Alles, was ein Client zeigt, auf einmal; skript server macht es auf dem Server',
  },
  { title: 'note', germanTitle: 'notiz', en: 'The note for the ticket', de: 'Die Notiz für das Ticket' },
  {
    title: 'explain',
    germanTitle: 'erkläre',
    en: 'What a code means; write it behind the word: explain 13801',
    de: 'Was ein Code bedeutet; er steht hinter dem Wort: erkläre 13801',
  },
  {
    title: 'solved',
    germanTitle: 'gelöst',
    en: 'The case is solved: say what it was',
    de: 'Der Fall ist gelöst: sagen, woran es lag',
  },
  {
    title: 'new case',
    germanTitle: 'neuer fall',
    en: 'Close this case and begin another',
    de: 'Diesen Fall schließen und einen neuen beginnen',
  },
  {
    title: 'what is waiting',
    germanTitle: 'was ist offen',
    en: 'The open cases, the oldest first',
    de: 'Die offenen Fälle, der älteste zuerst',
  },
  {
    title: 'settings',
    germanTitle: 'einstellungen',
    en: 'When I ask again, and in which hours',
    de: 'Wann ich nachfrage, und zu welchen Zeiten',
  },
  {
    title: 'sample',
    germanTitle: 'beispiel',
    en: 'A made-up case, to look around',
    de: 'Ein erfundener Fall zum Umsehen',
    notIn: ['team', 'groupChat'],
  },
];

/** What one scope is offered. */
export const commandsIn = (scope: AppScope): readonly AppCommand[] =>
  APP_COMMANDS.filter(({ notIn = [] }) => !notIn.includes(scope));
