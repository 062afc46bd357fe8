/** The command line: chooses the command, and keeps standard output for the answer alone. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { analyze, type Surroundings } from './analyze';
import { collect } from './collect';
import { events } from './events';
import { explain } from './explain';
import { parse } from './parse';
import { createProgressLine } from './progress-line';
import { steps } from './steps';
import { terminalOf } from './terminal';
import { type Answer, answer, LATER, type Misuse, misuse, USAGE } from './usage';

async function run([command, ...words]: readonly string[], surroundings: Surroundings): Promise<Answer | Misuse> {
  if (command === undefined) return misuse('Say what to do.');
  if (['--help', '-h', 'help'].includes(command) || words.includes('--help')) return answer(USAGE);
  if (command === '--version') return answer(`${version()}\n`);
  switch (command) {
    case 'analyze':
    case 'analyse':
      return analyze(words, surroundings);
    case 'parse':
      return parse(words, surroundings);
    case 'collect':
      return collect(words);
    case 'explain':
      return explain(words, surroundings);
    case 'events':
      return events(words, surroundings);
    case 'steps':
      return steps(words, surroundings);
    default:
      return LATER.some((later) => later === command)
        ? misuse(`${command} is not in this release. analyze, parse, events, explain, collect and steps are.`)
        : misuse(`There is no command ${command}. analyze, parse, events, explain, collect and steps are.`);
  }
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
    now: new Date().toISOString(),
    watch: { onProgress: progress.show },
    write: async (text) => {
      progress.clear();
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
  });
  progress.clear();
  if (result.kind === 'misuse') {
    process.stderr.write(`tunnel-triage: ${result.sentence}\nFor the usage: tunnel-triage --help\n`);
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
