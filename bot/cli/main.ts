/** The command line: chooses the command, and keeps standard output for the answer alone. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { analyze } from './analyze';
import { type Surroundings } from './surroundings';
import { collect } from './collect';
import { commandForms, type CommandName, formNamed } from './command-forms';
import { completion } from './completion';
import { events } from './events';
import { explain } from './explain';
import { parse } from './parse';
import { createProgressLine } from './progress-line';
import { redact } from './redact';
import { steps } from './steps';
import { terminalOf } from '../terminal/terminal';
import { type Answer, answer, commandHelp, type Misuse, misuse, programHelp } from './usage';

async function run([command, ...words]: readonly string[], surroundings: Surroundings): Promise<Answer | Misuse> {
  if (command === undefined) return misuse('Say what to do.');
  if (command === '--version') return answer(`${version()}\n`);
  if (['--help', '-h', 'help'].includes(command)) return helpOf(words[0]);
  const form = formNamed(command);
  if (form === undefined) return noSuchCommand(command);
  if (asksForHelp(words)) return answer(commandHelp(form));
  return commands[form.name](words, surroundings);
}

type Run = (words: readonly string[], surroundings: Surroundings) => Answer | Misuse | Promise<Answer | Misuse>;

const commands: Readonly<Record<CommandName, Run>> = {
  analyze,
  parse,
  events,
  explain,
  collect,
  redact,
  steps,
  completion,
};

/** After `--` everything is an operand, so a file may be called `--help`. */
function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return (end < 0 ? words : words.slice(0, end)).some((word) => word === '--help' || word === '-h');
}

function helpOf(command: string | undefined): Answer | Misuse {
  if (command === undefined) return answer(programHelp());
  const form = formNamed(command);
  return form === undefined ? noSuchCommand(command) : answer(commandHelp(form));
}

function noSuchCommand(command: string): Misuse {
  const known = commandForms.map(({ name }) => name).join(', ');
  return misuse(`There is no command ${command}. It knows ${known}.`);
}

/** The bundle that this becomes a part of lies in a folder of the package's root. */
const version = (): string =>
  z.looseObject({ version: z.string() }).parse(JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')))
    .version;

async function start(): Promise<void> {
  const progress = createProgressLine(process.stderr, Date.now);
  const result = await run(process.argv.slice(2), {
    standardInput: process.stdin,
    terminal: terminalOf(process.stdout, process.env),
    credential: process.env['TUNNEL_TRIAGE_API_KEY'],
    now: new Date().toISOString(),
    watch: { onProgress: progress.show },
    onFile: progress.showFile,
    write: async (text) => {
      progress.clear();
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
  });
  progress.clear();
  if (result.kind === 'misuse') {
    process.stderr.write(
      `tunnel-triage: ${result.sentence}\nFor the usage: tunnel-triage ${result.command === undefined ? '' : `${result.command} `}--help\n`,
    );
    process.exitCode = 2;
    return;
  }
  process.stderr.write(result.complaints.map((complaint) => `tunnel-triage: ${complaint}\n`).join(''));
  process.stdout.write(result.output);
  process.exitCode = result.status;
}

// A reader that has enough (`| head`) closes the pipe: that ends the answer and is no fault.
process.stdout.on('error', () => process.exit(0));
void start();
