/** The page of a step: what it proves, what makes it fail, what to run. */
import { commands } from '../../analyzers/commands/index';
import { questionOf, questions } from '../../analyzers/commands/questions';
import { knowledgeOf } from '../../analyzers/causes/known-causes';
import { asNextCommand, whatItTells } from '../../analyzers/commands/question';
import { type Step } from '../../analyzers/steps/step';
import { placeLine } from '../../cards/next-command-part';
import { code, link, list, page, said, section, sourceLines } from './markdown';
import { causePlace, commandPlace, fromFolder, questionPlace } from './places';

export function stepPage(step: Step, number: number, total: number): string {
  const question = questionOf(step.question);
  const next = asNextCommand([question], question.parts, { firstEndpoint: null }, question.why);
  const deciding = questions.filter(({ decides }) => decides.includes(step.id));
  return page(step.title, [
    `${code(step.id)}, step ${number} of ${total}.`,
    ...section('Passes', [said(step.passes)]),
    ...section('Fails', step.fails === undefined ? [] : [said(step.fails)]),
    ...section('What to run', [`    ${next.command}`, '', `${placeLine(next, null)}. ${said(whatItTells(question))}`]),
    ...section('Evidence', list(step.evidence.map(evidenceLine))),
    ...section(
      'Causes of its failure',
      list((step.causes ?? []).map((id) => link(knowledgeOf(id).title, fromFolder(causePlace(id))))),
    ),
    ...section(
      'Questions that decide it',
      list(deciding.map(({ id, why }) => `${link(id, fromFolder(questionPlace(id)))}: ${said(why)}`)),
    ),
    ...section('Sources', list(sourceLines(step.sources))),
  ]);
}

/** A command line of the evidence, with the page of the command that reads it. */
function evidenceLine(line: string): string {
  const read = commands.find((command) => command.runs(line) || command.powershell === line);
  return read === undefined ? code(line) : `${code(line)} (${link(read.id, fromFolder(commandPlace(read.id)))})`;
}
