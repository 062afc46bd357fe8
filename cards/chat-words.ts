/** Every word that a person can write to the bot, with what it does: the help card lists them, and a test holds them against what the bot knows. */
import { type Words, words } from './words';

export interface ChatWord {
  /** As it is written, with an example of a value where it takes one. */
  readonly written: string;
  readonly does: Words;
}

/** What is needed for most cases: seen at once. */
export const EVERYDAY_WORDS: readonly ChatWord[] = [
  { written: 'next', does: words`the command that this case waits for` },
  { written: 'steps', does: words`the ladder as it stands` },
  { written: 'note', does: words`a note for the ticket` },
  { written: 'explain 13801', does: words`what a code means` },
  { written: 'script', does: words`one script that gathers everything` },
  { written: 'new case', does: words`begins another case` },
];

/** The others, in the order of a case's life. */
export const OTHER_WORDS: readonly ChatWord[] = [
  { written: 'server 131.107.0.2', does: words`the first public address of the server, for the tunnel endpoints` },
  { written: 'script server', does: words`the script for the server; script powershell, for PowerShell` },
  { written: 'ticket NET-142', does: words`the ticket that my notes go to; ticket shows it, ticket off takes it away` },
  { written: 'again', does: words`judges the case again` },
  { written: 'solved', does: words`closes the case, and asks what it was` },
  { written: 'close', does: words`closes the case without a question` },
  { written: 'stats', does: words`what the cases of this chat came to` },
  { written: 'sample', does: words`a made-up case` },
];

/** About prompts: when the bot asks for an output that did not come. */
export const PROMPT_WORDS: readonly ChatWord[] = [
  { written: 'waiting', does: words`the open cases, the oldest first` },
  { written: 'tomorrow', does: words`ask me again tomorrow` },
  { written: 'in an hour', does: words`ask me again in an hour` },
  { written: 'stop asking', does: words`do not ask me again, in any case` },
  { written: 'ask me again', does: words`ask me as before` },
  { written: 'settings', does: words`when I ask, and how a team changes it` },
];
