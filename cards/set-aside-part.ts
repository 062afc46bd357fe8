/** Causes that a person has set aside, each with the press that takes it back. */
import { type Cause, type Diagnosis } from '../analyzers/diagnosis/diagnosis';
import { type CardContext } from './card-context';
import { type Element } from './elements';
import { CONFIDENCE_WORDS } from './headline';
import { aside, heading, source, value } from './kit';
import { pressedRow } from './pressed-row';
import { confirmingLine } from './title-part';
import { words } from './words';

/** More are in the note. */
const MAX_SET_ASIDE = 4;

/** Those that were set aside last come first. */
export function setAsidePart({ setAside = [] }: Diagnosis, context: CardContext): readonly Element[] {
  if (setAside.length === 0) return [];
  return [
    heading(words`Set aside: it is not this`, 'Medium'),
    ...setAside
      .toReversed()
      .slice(0, MAX_SET_ASIDE)
      .map((cause) => causeRow(cause, context)),
  ];
}

function causeRow(cause: Cause, { caseId, buttons }: CardContext): Element {
  const lines = [value(cause.title), aside(evidenceOf(cause))];
  if (buttons !== 'offered') return { type: 'Container', items: lines, spacing: 'Small' };
  return pressedRow({
    sign: null,
    lines,
    word: words`Take back`,
    verb: 'take-back',
    data: { case: caseId, cause: cause.id },
  });
}

/** What speaks for it all the same. */
function evidenceOf(cause: Cause): string {
  const line = confirmingLine(cause);
  if (line !== null) return `${CONFIDENCE_WORDS.confirmed} by ${source(line)}, and set aside by a person`;
  return 'Set aside by a person';
}
