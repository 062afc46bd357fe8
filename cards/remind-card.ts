/** Asks when a person wants to be reminded of an output: one of two near times, or one of their own. */
import { buttons } from './buttons';
import { type CardContext } from './card-context';
import { type AdaptiveCard } from './elements';
import { heading, card, text, title, value } from './kit';
import { pressedRow } from './pressed-row';
import { words } from './words';

/** What the form offers at first, and how far it reaches: `YYYY-MM-DD` and `HH:MM`. */
export interface RemindTimes {
  readonly today: string;
  readonly last: string;
  readonly on: string;
  readonly clock: string;
  /** Whose clock it is, where that is not plain; null for the person's own. */
  readonly whose: string | null;
}

export function remindCard({ today, last, on, clock, whose }: RemindTimes, context: CardContext): AdaptiveCard {
  const said = words`When shall I ask again?`;
  const near = (verb: 'hour' | 'tomorrow', line: string) =>
    pressedRow({
      sign: null,
      lines: [value(line)],
      word: words`Choose`,
      verb,
      data: { case: context.caseId },
    });
  return card(`${said} For the output that case ${context.caseId} waits for.`, [
    title(said),
    value(`For the output that case ${context.caseId} waits for.`, 'Small'),
    near('hour', 'An hour from now'),
    near('tomorrow', 'On the next working morning'),
    heading(words`Or at a time of your own`, 'Medium'),
    ...(whose === null ? [] : [value(whose, 'Small')]),
    { type: 'Input.Date', id: 'on', label: words`Day`, min: today, max: last, value: on, spacing: 'Small' },
    { type: 'Input.Time', id: 'clock', label: words`Time`, value: clock, spacing: 'Small' },
    text(words`In quiet hours I wait until they are over.`, { size: 'Small', isSubtle: true, spacing: 'Small' }),
    ...buttons(['remind-at'], [], context),
  ]);
}
