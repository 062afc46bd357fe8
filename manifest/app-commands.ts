/**
 * The commands that Teams offers above the message box, each a message that the bot understands as it stands. In another language they are what the
 * bot's phrases of that language say (`cards/languages/`).
 */

/** Where the bot can be talked to, by Teams' names. */
export type AppScope = 'personal' | 'team' | 'groupChat';

export interface AppCommand {
  /** What is written into the box: a word that the bot knows. */
  readonly title: string;
  readonly description: string;
  /** Left out of these, where it would be of no use to those who read along. */
  readonly notIn?: readonly AppScope[];
}

/** In the order in which they are shown; Teams shows at most 12 a scope from manifest 1.24 on. */
export const APP_COMMANDS: readonly AppCommand[] = [
  {
    title: 'help',
    description: 'What I can read, and how to begin',
  },
  { title: 'next', description: 'The command to run now' },
  {
    title: 'steps',
    description: 'Every step of the tunnels as it stands',
  },
  {
    title: 'script',
    description: 'Everything that a client shows, gathered at once; script server does it on the server',
  },
  { title: 'note', description: 'The note for the ticket' },
  {
    title: 'explain',
    description: 'What a code means; write it behind the word: explain 13801',
  },
  {
    title: 'solved',
    description: 'The case is solved: say what it was',
  },
  {
    title: 'new case',
    description: 'Close this case and begin another',
  },
  {
    title: 'what is waiting',
    description: 'The open cases, the oldest first',
  },
  {
    title: 'settings',
    description: 'When I ask again, and in which hours',
  },
  {
    title: 'sample',
    description: 'A made-up case, to look around',
    notIn: ['team', 'groupChat'],
  },
];

/** The action on any message and from the compose box; its id is what the bot knows it by. */
export const MESSAGE_ACTION = {
  id: 'analyze',
  title: 'Analyze with Tunnel Triage',
  description: 'Reads the files and the text of a message, or what you paste',
} as const;

/** What one scope is offered. */
export const commandsIn = (scope: AppScope): readonly AppCommand[] =>
  APP_COMMANDS.filter(({ notIn = [] }) => !notIn.includes(scope));
