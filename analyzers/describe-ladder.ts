/** The ladder itself, as data: every rung, what it passes on, its evidence, and the command that is asked for it. */
import { asNextCommand, whatItTells } from './commands/question';
import { questionOf } from './commands/questions';
import { type NextCommand, type StepId, type TunnelOfStep } from './diagnosis/diagnosis';
import { ladder } from './steps/ladder';

export interface RungDescription {
  readonly step: StepId;
  readonly tunnel: TunnelOfStep;
  readonly title: string;
  readonly passes: string;
  readonly evidence: readonly string[];
  readonly next: NextCommand;
}

export function describeLadder(): readonly RungDescription[] {
  return ladder.map(({ id, tunnel, title, passes, evidence, question }) => {
    const asked = questionOf(question);
    return {
      step: id,
      tunnel,
      title,
      passes,
      evidence,
      next: asNextCommand([asked], asked.parts, { firstEndpoint: null }, whatItTells(asked)),
    };
  });
}
