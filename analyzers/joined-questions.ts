/** What a question would name among the suspected causes, and which others are worth asking in the same line. */
import { type Part, type Question } from './commands/question';
import { type CauseId } from './diagnosis/diagnosis';
import { chanceToTell, expectedGain, type Suspects, type Telling, withoutNamed } from './expected-gain';
import { type Ground } from './facts/ground';
import { isAnswered, valuesOf } from './open-questions';

/** The outputs of a question that are still lacking, without those that could name none of the suspected causes. */
export function lackingParts(question: Question, ground: Ground, suspected: Suspects): readonly Part[] {
  const lacking = question.parts.filter((part) => !isAnswered(part, question, ground));
  const isIdle = ({ tells = [] }: Part): boolean => tells.length > 0 && !tells.some((cause) => suspected.has(cause));
  return suspected.size === 0 || lacking.every(isIdle) ? lacking : lacking.filter((part) => !isIdle(part));
}

/** What those outputs would name. */
function tellingOf(question: Question, ground: Ground, suspected: Suspects): Telling {
  const names = new Map<CauseId, number>();
  const speaks = question.parts.some(({ tells }) => tells !== undefined);
  const own: readonly Pick<Part, 'tells' | 'sureness' | 'onlyHints'>[] = speaks
    ? lackingParts(question, ground, suspected)
    : [{ tells: question.tells }];
  for (const { tells = [], sureness = 1, onlyHints } of own) {
    if (onlyHints !== true) for (const cause of tells) names.set(cause, Math.max(names.get(cause) ?? 0, sureness));
  }
  return { names, hints: new Set(own.flatMap(({ tells = [], onlyHints }) => (onlyHints === true ? tells : []))) };
}

/** Bits for trouble: what an answer is expected to narrow, for what it costs to get it. */
export function worthOf(question: Question, ground: Ground, suspected: Suspects): number {
  const told = tellingOf(question, ground, suspected);
  if (chanceToTell(suspected, told) === 0) return 0;
  const more = COMMAND_COST * (commandsOf(question, ground, suspected) - 1);
  return expectedGain(suspected, told) / (question.trouble + more);
}

/** What one more command in a line costs, where another turn costs 1: seconds to run it, and a longer answer to send. */
const COMMAND_COST = 0.04;

/**
 * What is asked in the same line: questions for the same machine whose answer is so likely to be needed that the turn which it saves
 * outweighs the commands that it adds.
 */
export function companions(
  first: Question,
  others: readonly Question[],
  suspected: Suspects,
  ground: Ground,
): readonly Question[] {
  if (first.alone === true) return [];
  const joined: Question[] = [];
  const told = (question: Question): Telling => tellingOf(question, ground, suspected);
  let open = 1 - chanceToTell(suspected, told(first));
  let left = withoutNamed(suspected, told(first));
  for (const question of others) {
    if (question.alone === true || question.runOn !== first.runOn) continue;
    const chance = chanceToTell(left, told(question));
    if (open * chance < COMMAND_COST * commandsOf(question, ground, suspected)) continue;
    joined.push(question);
    open *= 1 - chance;
    left = withoutNamed(left, told(question));
  }
  return joined;
}

const commandsOf = (question: Question, ground: Ground, suspected: Suspects): number =>
  lackingParts(question, ground, suspected).reduce(
    (count, { line }) => count + line(valuesOf(ground)).split(' & ').length,
    0,
  );

/** Why this line and no other, in one sentence; empty where nothing was to be weighed. */
export function choiceInWords(asked: readonly Question[], suspected: Suspects, ground: Ground): string {
  const fitting = [...suspected.keys()].filter((cause) => cause !== 'another');
  const named = fitting.filter((cause) =>
    asked.some((question) => concerns(tellingOf(question, ground, suspected), cause)),
  );
  if (fitting.length < 2 || named.length === 0) return '';
  const along = asked.length > 1 ? '; what is asked along in the same line is likely to be needed next' : '';
  const count = named.length === fitting.length ? 'every one' : String(named.length);
  return `Of ${fitting.length} causes that fit, it can name ${count}, the most for its trouble${along}.`;
}

const concerns = ({ names, hints }: Telling, cause: CauseId): boolean => names.has(cause) || hints.has(cause);
