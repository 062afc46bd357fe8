/** How many turns and how many single commands a played story takes until the diagnosis names its true end. */
import { type Diagnosis } from '../../analyzers/diagnosis/diagnosis';
import { type Play } from './play';
import { type Story } from './stories/story';

export interface Measure {
  /** Answers of the product, the first one to what the technician started with. */
  readonly turns: number;
  /** Commands typed by then, each part of a joined line by itself. */
  readonly commands: number;
  /** Whether it was named at all; otherwise both count everything that was asked. */
  readonly named: boolean;
}

/** Up to the first answer from which the true end is named and stays named. */
export function untilNamed({ story, turns }: Play): Measure {
  const lastWrong = turns.findLastIndex(({ diagnosis }) => !isNamed(diagnosis, story.expect));
  const last = turns[lastWrong + 1] ?? turns.at(-1);
  return {
    turns: Math.min(lastWrong + 2, turns.length),
    commands: last?.typed ?? 0,
    named: lastWrong + 1 < turns.length,
  };
}

/** The right outcome, step and cause; a cause that is merely possible is none that is named, unless the story asks for no more. */
function isNamed({ outcome, failedStep, causes }: Diagnosis, expected: Story['expect']): boolean {
  if (outcome !== expected.outcome) return false;
  if (expected.outcome === 'healthy') return true;
  const [leading] = causes;
  const isStep = failedStep === null ? expected.failedStep.length === 0 : expected.failedStep.includes(failedStep);
  return (
    isStep &&
    leading !== undefined &&
    leading.confidence !== 'possible' &&
    (expected.cause?.includes(leading.id) ?? true)
  );
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
