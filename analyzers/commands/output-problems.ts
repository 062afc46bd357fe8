/** Problems that the outputs of several commands share, each as one sentence with what to do next. */
import { type Problem } from '../diagnosis/diagnosis';

/** The command refused to show all without elevation. */
export const notElevated = (line: number): Problem => ({
  code: 'not-elevated',
  message:
    'The command was not run elevated. Open a command prompt with "Run as administrator" and run the command there again.',
  line,
});

/** Words that decide could not be understood, mostly in a language that is not known. */
export const unknownWording = (words: string, line: number): Problem => ({
  code: 'unknown-wording',
  message: `The words "${words.slice(0, 100)}" are not known, so nothing is concluded from them. The same output in English can be read.`,
  line,
});
