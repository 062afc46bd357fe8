/** The technician: runs a command line on the right machine, fills in what stands in angle brackets, copies what the console shows. */
import { type Deployment } from './deployment';
import { print, type Side } from './print';

export interface Run {
  readonly commandLine: string;
  readonly side: Side;
  readonly elevated: boolean;
  /** PowerShell prompts look different; left out for cmd. */
  readonly shell?: 'cmd' | 'powershell';
}

export interface Answer {
  /** What the console shows, from the prompt with the command line to the next prompt. */
  readonly transcript: string;
  /** The outputs alone, as a redirection into a file keeps them. */
  readonly output: string;
  /** How many commands were typed. */
  readonly commands: number;
  /** The deployment afterwards: a command may have changed something. */
  readonly after: Deployment;
}

/** Runs the parts of a joined line one after the other. */
export function run(deployment: Deployment, { commandLine, side, elevated, shell = 'cmd' }: Run): Answer {
  const filled = fillIn(commandLine, deployment);
  const prompt = shell === 'powershell' ? 'PS C:\\Users\\Public> ' : 'C:\\Windows\\system32>';
  let now = deployment;
  let output = '';
  const parts = partsOf(filled);
  for (const part of parts) {
    output += print(now, part, side, elevated);
    now = afterwards(now, part, side, elevated);
  }
  return {
    transcript: `${prompt}${filled}\r\n${output}\r\n${prompt}`,
    output,
    commands: parts.length,
    after: tick(now),
  };
}

/** What a technician of this deployment knows: the file server, and where the exported certificate lies. */
function fillIn(commandLine: string, { fileServer, endpoints }: Deployment): string {
  const filled = commandLine
    .replaceAll('<IntranetFileServer>', fileServer)
    .replaceAll('<CLIENT.cer>', 'client.cer')
    .replaceAll('<ENDPOINT>', endpoints.first);
  const open = /<[A-Z][\w.-]*>/i.exec(filled);
  if (open !== null) throw new Error(`The technician does not know ${open[0]} in: ${commandLine}`);
  return filled;
}

/** `a & b & c`; an ampersand in quotes joins nothing. */
function partsOf(commandLine: string): readonly string[] {
  return (commandLine.match(/(?:"[^"]*"|[^"&])+/g) ?? []).map((part) => part.trim()).filter((part) => part !== '');
}

/** `net view` provokes the second tunnel; after `auditpol /set` the technician reaches for the intranet once more. */
function afterwards(deployment: Deployment, part: string, side: Side, elevated: boolean): Deployment {
  const { moment } = deployment;
  if (part.startsWith('net view ')) return { ...deployment, moment: { ...moment, userReached: true } };
  if (part.startsWith('auditpol /set ') && side === 'server' && elevated) {
    return { ...deployment, server: { ...deployment.server, audited: true } };
  }
  if (part.startsWith('auditpol /set ') && elevated) {
    return { ...deployment, moment: { ...moment, audited: true, quickModeLeftOut: false, userReached: true } };
  }
  return deployment;
}

const SECONDS_BETWEEN_RUNS = 180;

function tick(deployment: Deployment): Deployment {
  const time = Date.parse(`${deployment.moment.clock}Z`) + SECONDS_BETWEEN_RUNS * 1000;
  return { ...deployment, moment: { ...deployment.moment, clock: new Date(time).toISOString().slice(0, 19) } };
}
