/** The buttons of a card: each asks the bot for one thing that it can do, and carries the case and nothing with authority. */
import { type CardContext } from './card-context';
import { dateAndTime } from './dates';
import { type Element, type Execute, type PressData, type ShowCard, type Verb } from './elements';
import { aside } from './kit';
import { type Words, words } from './words';

/** What Teams takes in one Input.Text without trouble; longer outputs come as a file. */
export const MAX_PASTED_CHARACTERS = 20_000;

/** The titles, each a verb first, at most three words except the one of the overflow menu. */
const TITLES: Readonly<Record<Verb, Words>> = {
  paste: words`Paste output`,
  fixed: words`I fixed it`,
  error: words`It shows an error`,
  'new-case': words`New case`,
  sample: words`Try sample`,
  steps: words`See the steps`,
  note: words`Write note`,
  collect: words`Get script`,
  ticket: words`Post to ticket`,
  close: words`Close case`,
  ran: words`I ran it`,
  tomorrow: words`Tomorrow`,
  hour: words`In an hour`,
  'stop-asking': words`Stop asking`,
  'ask-again': words`Ask me again`,
  solved: words`Solved`,
  cause: words`It was this`,
  open: words`Open case`,
  more: words`Show more`,
  'save-settings': words`Save`,
  'try-again': words`Try again`,
};

/** The last part of a card: two buttons at most are seen, the rest wait in the overflow menu. */
export function buttons(seen: readonly Verb[], menu: readonly Verb[], context: CardContext): readonly Element[] {
  if (context.buttons === 'gone') return [];
  if (context.buttons === 'moved') return [aside('This card has moved: the case stands further down.', 'Medium')];
  if (context.buttons !== 'offered') {
    return [aside(`Done by ${context.buttons.doneBy}, ${dateAndTime(context.buttons.at)}`, 'Medium')];
  }
  const actions = [
    ...seen.map((verb) => (verb === 'paste' || verb === 'ran' ? pasteBox(verb, context) : execute(verb, context))),
    ...menu.map((verb) => execute(verb, context, { mode: 'secondary' })),
  ];
  return [{ type: 'ActionSet', actions, spacing: 'Medium' }];
}

/** Opens a box to paste an output into; the text comes back as `pasted`. */
const pasteBox = (verb: 'paste' | 'ran', context: CardContext): ShowCard => ({
  type: 'Action.ShowCard',
  title: TITLES[verb],
  card: {
    type: 'AdaptiveCard',
    body: [
      {
        type: 'Input.Text',
        id: 'pasted',
        label: words`Output of the command, all of it`,
        isMultiline: true,
        maxLength: MAX_PASTED_CHARACTERS,
        placeholder: words`From the prompt to the next prompt`,
        isRequired: true,
        errorMessage: words`Paste the output first.`,
      },
    ],
    actions: [execute(verb, context, { title: words`Send output` })],
  },
});

interface Extras {
  readonly title?: Words;
  readonly mode?: 'secondary';
  readonly data?: Omit<PressData, 'case'>;
}

export function execute(verb: Verb, { caseId }: Pick<CardContext, 'caseId'>, more: Extras = {}): Execute {
  const title = more.title ?? TITLES[verb];
  const mode = more.mode === undefined ? {} : { mode: more.mode };
  const data = { case: caseId, ...more.data };
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    fallback: { type: 'Action.Submit', title, data: { verb, ...data }, ...mode },
    ...mode,
  };
}
