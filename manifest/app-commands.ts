/** The commands that Teams offers above the message box, each a message that the bot understands as it stands. */

/** Where the bot can be talked to, by Teams' names. */
export type AppScope = 'personal' | 'team' | 'groupChat';

export interface AppCommand {
  /** What is written into the box. It is the same in every language, because it is what the bot knows. */
  readonly title: string;
  readonly en: string;
  readonly de: string;
  /** Left out of these, where it would be of no use to those who read along. */
  readonly notIn?: readonly AppScope[];
}

/** In the order in which they are shown; Teams shows at most 12 a scope from manifest 1.24 on. */
export const APP_COMMANDS: readonly AppCommand[] = [
  { title: 'help', en: 'What I can read, and how to begin', de: 'Was ich lesen kann, und wie es losgeht' },
  { title: 'next', en: 'The command to run now', de: 'Der Befehl, der jetzt auszuführen ist' },
  { title: 'steps', en: 'Every step of the tunnels as it stands', de: 'Alle Schritte der Tunnel und ihr Stand' },
  {
    title: 'script',
    en: 'Everything that a client shows, gathered at once; script server does it on the server',
    de: 'Alles, was ein Client zeigt, auf einmal; script server macht es auf dem Server',
  },
  { title: 'note', en: 'The note for the ticket', de: 'Die Notiz für das Ticket' },
  {
    title: 'explain',
    en: 'What a code means; write it behind the word: explain 13801',
    de: 'Was ein Code bedeutet; er steht hinter dem Wort: explain 13801',
  },
  { title: 'solved', en: 'The case is solved: say what it was', de: 'Der Fall ist gelöst: sagen, woran es lag' },
  { title: 'new case', en: 'Close this case and begin another', de: 'Diesen Fall schließen und einen neuen beginnen' },
  {
    title: 'what is waiting',
    en: 'The open cases, the oldest first',
    de: 'Die offenen Fälle, der älteste zuerst',
  },
  { title: 'settings', en: 'When I ask again, and in which hours', de: 'Wann ich nachfrage, und zu welchen Zeiten' },
  {
    title: 'sample',
    en: 'A made-up case, to look around',
    de: 'Ein erfundener Fall zum Umsehen',
    notIn: ['team', 'groupChat'],
  },
];

/** The action on any message and from the compose box; its id is what the bot knows it by. */
export const MESSAGE_ACTION = {
  id: 'analyze',
  en: {
    title: 'Analyze with Tunnel Triage',
    description: 'Reads the files and the text of a message, or what you paste',
  },
  de: {
    title: 'Mit Tunnel Triage analysieren',
    description: 'Liest Dateien und Text einer Nachricht, oder was Sie einfügen',
  },
} as const;

/** What one scope is offered. */
export const commandsIn = (scope: AppScope): readonly AppCommand[] =>
  APP_COMMANDS.filter(({ notIn = [] }) => !notIn.includes(scope));
