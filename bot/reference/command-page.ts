/** The page of a reading: the commands that give it, what they show, what they are asked for. */
import { type Command } from '../../analyzers/commands/command';
import { whatItTells } from '../../analyzers/commands/question';
import { questions } from '../../analyzers/commands/questions';
import { knowledgeOf } from '../../analyzers/causes/known-causes';
import { type CommandId } from '../../analyzers/diagnosis/reading-data';
import { ladder } from '../../analyzers/steps/ladder';
import { code, link, list, page, said, section, sourceLines } from './markdown';
import { causePlace, fromFolder, questionPlace, stepPlace } from './places';

/** `forms` are the commands of the registry that share the id. */
export function commandPage(id: CommandId, forms: readonly Command[]): string {
  const asked = questions.filter(({ parts }) => parts.some(({ answeredBy }) => answeredBy === id));
  const decides = ladder.filter((step) => asked.some((question) => question.decides.includes(step.id)));
  const tells = [...new Set(asked.flatMap((question) => question.tells))];
  return page(id, [
    ...forms.flatMap((form, index) => [...(index === 0 ? [] : ['']), ...formLines(form)]),
    ...section('Helps to decide', list(decides.map((step) => link(step.title, fromFolder(stepPlace(step.id)))))),
    ...section(
      'Helps to tell apart',
      list(tells.map((cause) => link(knowledgeOf(cause).title, fromFolder(causePlace(cause))))),
    ),
    ...section(
      'Asked by',
      list(
        asked.map(
          (question) => `${link(question.id, fromFolder(questionPlace(question.id)))}: ${said(whatItTells(question))}`,
        ),
      ),
    ),
    ...section('Sources', list([...new Set(forms.flatMap((form) => sourceLines(form.sources)))])),
  ]);
}

function formLines({ typed, shell, runOn, elevated, powershell, shows }: Command): readonly string[] {
  const rights = elevated ? 'as administrator' : 'as any user';
  return [
    `    ${typed}`,
    '',
    `On the ${runOn}, in ${shell === 'cmd' ? 'a Command Prompt' : 'PowerShell'}, ${rights}.${shows === undefined ? '' : ` ${said(shows)}`}`,
    ...(powershell === undefined ? [] : ['', `In PowerShell the same reading comes from ${code(powershell)}.`]),
  ];
}
