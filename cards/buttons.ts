/** The buttons of a card: each asks the bot for one thing that it can do, and carries the case and nothing with authority. */
import { type CardContext } from './card-context';
import { dateAndTime } from './dates';
import { type Element, type Execute, type PressData, type ShowCard, type TextInput, type Verb } from './elements';
import { aside, text } from './kit';
import { type Words, words } from './words';

/** What Teams takes in one Input.Text without trouble; longer outputs come as a file. */
export const MAX_PASTED_CHARACTERS = 20_000;

/** The titles, each a verb first, at most three words except the one of the overflow menu. */
const TITLES: Readonly<Record<Verb, Words>> = {
  paste: words`Paste output`,
  answer: words`I ran it`,
  fixed: words`I fixed it`,
  error: words`It shows an error`,
  'new-case': words`New case`,
  sample: words`Try sample`,
  steps: words`See the steps`,
  note: words`Write note`,
  collect: words`Get script`,
  proof: words`Show proof`,
  'not-this': words`Not this`,
  'take-back': words`Take back`,
  'set-server': words`Save`,
  ticket: words`Post to ticket`,
  close: words`Close case`,
  ran: words`I ran it`,
  tomorrow: words`Tomorrow`,
  hour: words`In an hour`,
  'remind-at': words`Remind me`,
  'stop-asking': words`Stop asking`,
  'ask-again': words`Ask me again`,
  solved: words`Solved`,
  cause: words`It was this`,
  open: words`Open case`,
  more: words`Show more`,
  'save-settings': words`Save`,
  actions: words`More actions`,
  remind: words`Remind me`,
  server: words`Set server`,
  refresh: words`Show case`,
  'try-again': words`Try again`,
};

/** The last part of a card: two buttons at most are seen, the rest wait in the overflow menu. */
export function buttons(
  seen: readonly Verb[],
  menu: readonly (Verb | Pressing)[],
  context: CardContext,
): readonly Element[] {
  if (context.buttons === 'gone') return [];
  if (context.buttons === 'moved') return [aside('This card has moved: the case stands further down.', 'Medium')];
  if (context.buttons !== 'offered') {
    return [aside(`Done by ${context.buttons.doneBy}, ${dateAndTime(context.buttons.at)}`, 'Medium')];
  }
  const actions = [
    ...seen.map((verb) => (isPaste(verb) ? pasteBox(verb, context) : execute(verb, context))),
    ...menu.map((entry) => {
      const { verb, data = {} } = typeof entry === 'string' ? { verb: entry } : entry;
      return execute(verb, context, { mode: 'secondary', data });
    }),
  ];
  return [{ type: 'ActionSet', actions, spacing: 'Medium' }];
}

/** A button that brings more than the case. */
export interface Pressing {
  readonly verb: Verb;
  readonly data: Omit<PressData, 'case'>;
}

type PasteVerb = 'paste' | 'ran' | 'answer';
const isPaste = (verb: Verb): verb is PasteVerb => verb === 'paste' || verb === 'ran' || verb === 'answer';

/** The box for an output; the text comes back as `pasted`. Where a file will do as well, it may stay empty. */
export const outputInput = (isRequired: boolean): TextInput => ({
  type: 'Input.Text',
  id: 'pasted',
  label: words`Output of the command, all of it`,
  isMultiline: true,
  maxLength: MAX_PASTED_CHARACTERS,
  placeholder: words`From the prompt to the next prompt`,
  ...(isRequired ? { isRequired, errorMessage: words`Paste the output first.` } : {}),
});

/** Opens the box. */
const pasteBox = (verb: PasteVerb, context: CardContext): ShowCard => ({
  type: 'Action.ShowCard',
  title: TITLES[verb],
  card: {
    type: 'AdaptiveCard',
    body:
      verb === 'answer'
        ? [text(words`If it is in a file, leave this empty: I say how to send it.`), outputInput(false)]
        : [outputInput(true)],
    actions: [execute(verb, context, { title: words`Send output` })],
  },
});

export interface Extras {
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
