/** The ladder climbed without any thought: rung by rung from the top, the command of the first one that nobody showed yet. */
import { describeLadder } from '../../analyzers/describe-ladder';
import { type Diagnosis, type NextCommand } from '../../analyzers/diagnosis/diagnosis';

const OPEN: readonly string[] = ['unknown', 'unreadable', 'waiting'];

/** Each command of a rung is asked for by itself, as the ladder's evidence lists them. */
const rungs = describeLadder().map(({ step, next }) => ({
  step,
  commands: (next.command.match(/(?:"[^"]*"|[^"&])+/g) ?? []).map((part): NextCommand => ({
    ...next,
    command: part.trim(),
  })),
}));

/** Until both tunnels are up, or a cause is confirmed. */
export function asTheLadder({ steps, outcome, causes }: Diagnosis, asked: readonly NextCommand[]): NextCommand | null {
  if (outcome === 'healthy' || causes[0]?.confidence === 'confirmed') return null;
  const wasAsked = ({ command, runOn }: NextCommand): boolean =>
    asked.some((one) => one.command === command && one.runOn === runOn);
  const open = rungs.filter(({ step }) => OPEN.includes(steps.find((one) => one.step === step)?.outcome ?? 'unknown'));
  return open.flatMap(({ commands }) => commands).find((command) => !wasAsked(command)) ?? null;
}
