/** Every question that may be asked; each of its commands is one that the registry reads. */
import { negotiationQuestions } from './negotiation-questions';
import { pathQuestions } from './path-questions';
import { type Question } from './question';

export const questions: readonly Question[] = [...negotiationQuestions, ...pathQuestions];

/** The question of an id; every id that a step names is in the list (a test holds them against each other). */
export function questionOf(id: string): Question {
  const question = questions.find((one) => one.id === id);
  if (question === undefined) throw new Error(`No question has the id ${id}.`);
  return question;
}
