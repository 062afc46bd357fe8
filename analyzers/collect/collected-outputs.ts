/** What one run of the collecting script gathers on a machine: command lines of the registry, in the order in which they must run. */
import { type Command } from '../commands/command';
import { commands } from '../commands/index';
import { questionOf } from '../commands/questions';
import { type CommandId } from '../diagnosis/reading-data';
import { commandsOf } from '../intake/prompts';

export type CollectedMachine = 'client' | 'server';

/** A value that only the technician knows: the script takes it as an argument, and leaves the command out without it. */
export type Argument = 'file-server' | 'endpoint';

export interface CollectedOutput {
  readonly id: CommandId;
  /** The command line, with `<…>` where the argument goes. */
  readonly line: string;
  readonly argument: Argument | null;
  /** The name of the file, unique in the folder. */
  readonly file: string;
}

/** What stands in the registry's command lines for what is not known. */
const PLACEHOLDERS: ReadonlyMap<string, Argument> = new Map([
  ['<IntranetFileServer>', 'file-server'],
  ['<ENDPOINT>', 'endpoint'],
]);

/** Traffic provokes the tunnels, so it comes before the listings that show them. */
const FIRST: readonly CommandId[] = ['net-view', 'ping-6', 'nltest-dsgetdc'];
/** The log is read when all that could fail has failed. */
const LAST: readonly CommandId[] = ['auditpol', 'netsh-wfp-netevents', 'netsh-wfp-state', 'security-events'];

/**
 * What a server shows beside the commands that are asked of it alone. A verification is not among them: it needs the exported
 * certificate of the other side.
 */
const ALSO_ON_SERVER: readonly CommandId[] = [
  'nltest-dsgetdc',
  'netsh-mmsa',
  'netsh-qmsa',
  'netsh-global',
  'netsh-consec',
  'netsh-currentprofile',
  'netsh-firewall-state',
  'netsh-httpstunnel',
  'sc-query',
  'ipconfig',
  'systeminfo',
  'certutil-store',
  'auditpol',
  'netsh-wfp-netevents',
  'netsh-wfp-state',
  'security-events',
];

/** Every output that the script for a machine saves, each command once. */
export function collectedOutputs(on: CollectedMachine): readonly CollectedOutput[] {
  const lines = commands
    .filter((command) => command.shell === 'cmd' && isFor(command, on))
    .flatMap((command) => linesOf(command).map((line) => ({ id: command.id, line, argument: argumentOf(line) })))
    .filter(({ line, argument }) => argument !== null || !/<[A-Z]/i.test(line));
  return [...lines]
    .sort((one, other) => place(one.id) - place(other.id))
    .map((output, index) => ({ ...output, file: `${String(index + 1).padStart(2, '0')}-${output.id}.txt` }));
}

const isFor = ({ id, runOn }: Command, on: CollectedMachine): boolean =>
  runOn === on || (on === 'server' && ALSO_ON_SERVER.includes(id));

/** A command that is asked for several things (the services) is one line for each. */
function linesOf({ id, typed }: Command): readonly string[] {
  if (id !== 'sc-query') return [typed];
  return questionOf('firewall')
    .parts.filter(({ answeredBy }) => answeredBy === id)
    .flatMap(({ line }) => commandsOf(line({ firstEndpoint: null })));
}

const argumentOf = (line: string): Argument | null =>
  [...PLACEHOLDERS].find(([placeholder]) => line.includes(placeholder))?.[1] ?? null;

/** The line with its argument written as the shell's own variable. */
export const withArgument = (line: string, variable: string): string =>
  [...PLACEHOLDERS.keys()].reduce((filled, placeholder) => filled.replace(placeholder, () => variable), line);

function place(id: CommandId): number {
  if (FIRST.includes(id)) return FIRST.indexOf(id);
  return LAST.includes(id) ? FIRST.length + 1 + LAST.indexOf(id) : FIRST.length;
}

/** What stands above an output in its file: `sections.ts` reads it. */
export const marker = ({ id }: Pick<CollectedOutput, 'id'>, line: string): string => `##### ${id} ${line} #####`;
