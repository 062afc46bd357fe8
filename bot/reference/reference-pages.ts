/** The whole reference: every step, command, cause, question and code that the product knows, as Markdown by its place. */
import { knownCauses } from '../../analyzers/causes/known-causes';
import { commands } from '../../analyzers/commands/index';
import { asNextCommand, type Question, whatItTells } from '../../analyzers/commands/question';
import { questions } from '../../analyzers/commands/questions';
import { ladder } from '../../analyzers/steps/ladder';
import { groupName, GROUPS } from '../../cards/ladder-names';
import { placeLine } from '../../cards/next-command-part';
import { causePage } from './cause-page';
import { codeEntries, codeFamilies, codePages } from './code-pages';
import { commandPage } from './command-page';
import { code, link, list, page, said, section } from './markdown';
import { causePlace, commandPlace, stepPlace } from './places';
import { stepPage } from './step-page';

export function referencePages(): ReadonlyMap<string, string> {
  const ids = [...new Set(commands.map(({ id }) => id))];
  return new Map([
    ['README.md', indexPage(ids)],
    ['questions.md', questionsPage()],
    ...ladder.map((step, index) => [stepPlace(step.id), stepPage(step, index + 1, ladder.length)] as const),
    ...ids.map(
      (id) =>
        [
          commandPlace(id),
          commandPage(
            id,
            commands.filter((one) => one.id === id),
          ),
        ] as const,
    ),
    ...[...knownCauses.values()].map((cause) => [causePlace(cause.id), causePage(cause, codeEntries)] as const),
    ...codePages(),
  ]);
}

function indexPage(ids: readonly (typeof commands)[number]['id'][]): string {
  return page('Reference', [
    'What the product knows of a DirectAccess client: each step of the ladder, each command that is read, each cause, question and code.',
    ...section(
      'Steps, in ladder order',
      GROUPS.flatMap((group) => [
        ...(group === GROUPS[0] ? [] : ['']),
        `**${groupName(group, false)}**`,
        '',
        ...ladder.flatMap((step, index) =>
          step.tunnel === group ? [`- ${index + 1}: ${link(step.title, stepPlace(step.id))}`] : [],
        ),
      ]),
    ),
    ...section(
      'Commands that are read',
      list(
        ids.map((id) => {
          const typed = commands.filter((one) => one.id === id).map((one) => code(one.typed));
          return `${link(id, commandPlace(id))}: ${typed.join(', ')}`;
        }),
      ),
    ),
    ...section(
      'Causes',
      list([...knownCauses.values()].map(({ id, title }) => `${link(id, causePlace(id))}: ${said(title)}`)),
    ),
    ...section('Codes', list(codeFamilies.map(({ place, title, count }) => `${link(title, place)}: ${count}`))),
    ...section('Questions', [`${link('What is asked, and why', 'questions.md')}: ${questions.length}`]),
  ]);
}

function questionsPage(): string {
  return page('Questions', [
    'What the bot may ask for. The next command is the question that narrows most for its trouble.',
    ...questions.flatMap(questionLines),
  ]);
}

function questionLines(question: Question): readonly string[] {
  const next = asNextCommand([question], question.parts, { firstEndpoint: null }, question.why);
  const read = [...new Set(question.parts.map(({ answeredBy }) => answeredBy))];
  return [
    '',
    `<a id="${question.id}"></a>`,
    '',
    `## ${said(question.id)}`,
    '',
    `    ${next.command}`,
    '',
    `${placeLine(next, null)}. ${said(whatItTells(question))}`,
    '',
    ...list([
      `Read as ${read.map((id) => link(id, commandPlace(id))).join(', ')}`,
      `Decides ${question.decides.map((id) => link(id, stepPlace(id))).join(', ')}`,
      ...(question.tells.length === 0
        ? []
        : [`Tells apart ${question.tells.map((id) => link(id, causePlace(id))).join(', ')}`]),
    ]),
  ];
}
