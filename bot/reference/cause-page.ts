/** The page of a cause: what mends it, the steps that it fails, the codes that show it, the questions that tell it from others. */
import { type CauseKnowledge } from '../../analyzers/causes/cause';
import { whatItTells } from '../../analyzers/commands/question';
import { questions } from '../../analyzers/commands/questions';
import { ladder } from '../../analyzers/steps/ladder';
import { type CodeEntry } from './code-pages';
import { code, link, list, numbered, page, said, section, sourceLines } from './markdown';
import { fromFolder, questionPlace, stepPlace } from './places';

export function causePage(
  { id, title, remedy, umbrella, sources }: CauseKnowledge,
  codes: readonly CodeEntry[],
): string {
  const telling = questions.filter(({ tells }) => tells.includes(id));
  const failing = ladder.filter((step) => step.causes?.includes(id) === true);
  const shown = codes.filter(({ meaning }) => meaning.causes.some((cause) => cause.id === id));
  return page(title, [
    `${code(id)}.${umbrella === true ? ' It stands for several causes and is to be narrowed.' : ''}`,
    ...section('What mends it', numbered(remedy.map(said))),
    ...section('Steps that it fails', list(failing.map((step) => link(step.title, fromFolder(stepPlace(step.id)))))),
    ...section(
      'Questions that tell it from others',
      list(
        telling.map(
          (question) => `${link(question.id, fromFolder(questionPlace(question.id)))}: ${said(whatItTells(question))}`,
        ),
      ),
    ),
    ...section(
      'Codes that show it',
      list(
        shown.map((entry) =>
          link(
            [entry.meaning.code, entry.meaning.name].filter((part) => part !== null).join(' '),
            fromFolder(entry.place),
          ),
        ),
      ),
    ),
    ...section('Sources', list(sourceLines(sources))),
  ]);
}
