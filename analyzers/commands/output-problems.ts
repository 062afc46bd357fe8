/** Problems that the outputs of several commands share, each as one sentence with what to do next. */
import { type Problem } from '../diagnosis/diagnosis';

/** The command refused to show all without elevation. */
export const notElevated = (line: number): Problem => ({
  code: 'not-elevated',
  message:
    'The command was not run elevated. Open a command prompt with "Run as administrator" and run the command there again.',
  line,
});

/**
 * Words that decide could not be understood, mostly in a language that is not known. `powershell` is the cmdlet that shows the same,
 * where there is one: the names of its properties are never translated.
 */
export const unknownWording = (words: string, line: number, powershell?: string): Problem => ({
  code: 'unknown-wording',
  message: `The words "${words.slice(0, 100)}" are not known, so nothing is concluded from them. ${inEnglish(powershell)}`,
  line,
});

/**
 * How to get an output that can be read. `chcp 437` leaves the console without the letters of some languages, and Windows answers in
 * English then (seen on a Japanese Windows); German and other languages of Latin letters stay.
 */
export const inEnglish = (powershell?: string): string => {
  const inConsole =
    'type chcp 437 and run it again, which prints English on Japanese, Chinese, Korean and Russian Windows';
  return powershell === undefined
    ? `To get it in English, ${inConsole}, or run it on a Windows in English.`
    : `In PowerShell, ${powershell} shows the same without translated names; or ${inConsole}.`;
};
