/** A story: a deployment with at most one thing wrong, what the technician sends first, and what the diagnosis must come to. */
import {
  type CauseId,
  type DeploymentTraitId,
  type Diagnosis,
  type StepId,
} from '../../../analyzers/diagnosis/diagnosis';
import { type Deployment } from '../deployment';
import { print, type Side } from '../print';
import { run, type Run } from '../technician';

/** A first file that the technician already has. */
export interface FirstFile {
  readonly name: string;
  readonly text: (deployment: Deployment) => string;
  /** The command line that was run for it, where running it changed something. */
  readonly ran?: Run;
}

/** How what is sent first was gathered. */
export const BUNDLE_KINDS = [
  'collect',
  'assistant-log',
  'tss',
  'sdp',
  'gather-network-info',
  'filtering-platform',
] as const;
export type BundleKind = (typeof BUNDLE_KINDS)[number];

export interface Story {
  readonly title: string;
  readonly deployment: Deployment;
  /** What an earlier call of the same case brought, before `start`. */
  readonly before?: readonly FirstFile[];
  /** What is sent first: files, each made of the deployment at that time. */
  readonly start: readonly FirstFile[];
  readonly bundle?: BundleKind;
  /** The languages of Windows in which the client's and the server's outputs come, where not all are English. */
  readonly speaks?: { readonly client: readonly string[]; readonly server?: readonly string[] };
  /** Whether answers come as redirected files without prompt and command line. */
  readonly redirected?: boolean;
  /** The server's first public IPv4 address, where the technician gave it. */
  readonly serverIpv4?: string;
  /** What the rules, settings and SAs that are asked for show of the deployment. */
  readonly shows?: readonly DeploymentTraitId[];
  readonly expect: {
    readonly outcome: Diagnosis['outcome'];
    /** One of these is the first failed step; empty where none failed. */
    readonly failedStep: readonly StepId[];
    /** One of these leads the causes; left out where nothing failed. */
    readonly cause?: readonly CauseId[];
  };
}

/** The transcript of one command line, pasted. */
export function pasted(commandLine: string, more: Partial<Omit<Run, 'commandLine'>> = {}): FirstFile {
  const ran: Run = { commandLine, side: 'client', elevated: true, ...more };
  return { name: 'paste-1.txt', text: (deployment) => run(deployment, ran).transcript, ran };
}

/** The output of one command in a file of its own. */
export function saved(name: string, commandLine: string, side: Side = 'client'): FirstFile {
  return { name, text: (deployment) => print(deployment, commandLine, side, true) };
}

/** A server of a cluster writes its name into a manifest beside what it printed, as a collecting run does. */
export function savedOn(place: number, name: string, commandLine: string): readonly FirstFile[] {
  const serverOf = ({ server, otherServers = [] }: Deployment): Deployment['server'] =>
    [server, ...otherServers][place] ?? server;
  const folder = `collected-${place + 1}`;
  return [
    {
      name: `${folder}/manifest.json`,
      text: (deployment) => JSON.stringify({ machine: 'server', computer: serverOf(deployment).name }),
    },
    {
      name: `${folder}/${name}`,
      text: (deployment) => print({ ...deployment, server: serverOf(deployment) }, commandLine, 'server', true),
    },
  ];
}

export const MMSA = 'netsh advfirewall monitor show mmsa';
export const QMSA = 'netsh advfirewall monitor show qmsa';
export const NLTEST = 'nltest /dsgetdc: /force';
export const EVENTS = 'wevtutil qe Security /q:"*[System[(EventID>=4646)]]" /f:xml /rd:true';

export const healthy = { outcome: 'healthy', failedStep: [] } as const;

export const failed = (
  failedStep: StepId | readonly StepId[],
  cause: CauseId | readonly CauseId[],
): Story['expect'] => ({
  outcome: 'failed',
  failedStep: typeof failedStep === 'string' ? [failedStep] : failedStep,
  cause: typeof cause === 'string' ? [cause] : cause,
});
