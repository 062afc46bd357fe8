/** Plays a story: sends what the technician starts with, runs whatever the diagnosis asks for, until it asks for nothing more. */
import { analyse, type CaseEvidence, type Diagnosis, type NextCommand, type Upload } from '../../analyzers/index';
import { type Deployment } from './deployment';
import { upload } from './evidence';
import { type Story } from './stories/story';
import { run } from './technician';
import { type Truth, truth } from './truth';

/** One turn: what was sent, what was answered, what is true at that time. */
export interface Turn {
  readonly uploads: readonly Upload[];
  readonly diagnosis: Diagnosis;
  readonly truth: Truth;
  /** When it was, ISO 8601. */
  readonly at: string;
  /** How many commands were typed by then, each part of a joined line by itself. */
  readonly typed: number;
}

export interface Play {
  readonly story: Story;
  readonly turns: readonly Turn[];
  /** Every file that was sent, by name: quotes point into them. */
  readonly sent: ReadonlyMap<string, Upload>;
  /** How many commands were typed, each part of a joined line by itself. */
  readonly commands: number;
  /** Why it ended: nothing was asked, the same was asked again, or it took too long. */
  readonly ending: 'answered' | 'stuck' | 'endless';
}

/** After so many turns a technician has given up. */
export const MAX_TURNS = 12;
/** The ladder climbed rung by rung, each of its commands a turn, takes longer. */
export const MAX_LADDER_TURNS = 40;

/** What is asked after an answer, given what was asked before; null where nothing more is. */
export type Asker = (diagnosis: Diagnosis, asked: readonly NextCommand[]) => NextCommand | null;

const asTheProduct: Asker = ({ next }) => next;

export async function play(story: Story, ask: Asker = asTheProduct): Promise<Play> {
  const turns: Turn[] = [];
  const asked: NextCommand[] = [];
  const sent = new Map<string, Upload>();
  let deployment: Deployment = story.deployment;
  let uploads: readonly Upload[] = story.start.map(({ name, text }) => upload(name, text(story.deployment)));
  let commands = 0;
  for (const { ran } of story.start) {
    const answer = ran === undefined ? null : run(deployment, ran);
    commands += answer?.commands ?? 1;
    deployment = answer?.after ?? deployment;
  }
  let earlier = await callBefore(story, sent);
  for (;;) {
    for (const one of uploads) sent.set(one.name, one);
    const at = `${deployment.moment.clock}Z`;
    const { diagnosis, evidence } = await analyse(uploads, { at, serverIpv4: story.serverIpv4, earlier });
    turns.push({ uploads, diagnosis, truth: truth(deployment), at, typed: commands });
    const next = ask(diagnosis, asked);
    const before = asked.at(-1);
    const done = (ending: Play['ending']): Play => ({ story, turns, sent, commands, ending });
    if (next === null) return done('answered');
    asked.push(next);
    if (before?.command === next.command && before.runOn === next.runOn) return done('stuck');
    if (turns.length === (ask === asTheProduct ? MAX_TURNS : MAX_LADDER_TURNS)) return done('endless');
    const side = next.runOn === 'client' ? 'client' : 'server';
    const answer = run(deployment, { commandLine: next.command, side, elevated: next.elevated, shell: next.shell });
    const text = story.redirected === true ? answer.output : answer.transcript;
    uploads = [upload(`answer-${turns.length}.txt`, text)];
    commands += answer.commands;
    deployment = answer.after;
    earlier = evidence;
  }
}

/** What the case knows from a call before the story starts. */
async function callBefore(
  { before, deployment, serverIpv4 }: Story,
  sent: Map<string, Upload>,
): Promise<CaseEvidence | undefined> {
  if (before === undefined) return undefined;
  const uploads = before.map(({ name, text }) => upload(name, text(deployment)));
  for (const one of uploads) sent.set(one.name, one);
  return (await analyse(uploads, { at: `${deployment.moment.clock}Z`, serverIpv4 })).evidence;
}
