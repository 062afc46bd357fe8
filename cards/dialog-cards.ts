/** The dialogs of the message action: what will be read, with the questions before it, and the wait for a long reading. */
import { outputInput } from './buttons';
import { type AdaptiveCard, type DialogSubmit, type Element } from './elements';
import { card, heading, run, text, title, value } from './kit';
import { serverInputs, type WrittenServer } from './server-inputs';
import { type Words, words } from './words';

/** Files beyond these are counted. */
const MAX_NAMED_FILES = 6;

export interface AnalyzeWish {
  /** What the message has that can be read; null from the compose box, where there is none. */
  readonly message: { readonly by: string; readonly files: readonly string[]; readonly lines: number } | null;
  /** Whether the output itself is asked for. */
  readonly asksOutput: boolean;
  /** Whether the server's addresses are asked for, and what was written so far. */
  readonly server: WrittenServer | null;
  readonly pasted: string;
  /** What was wrong with what was sent; null where it is asked for the first time. */
  readonly fault: string | null;
}

export function analyzeCard({ message, asksOutput, server, pasted, fault }: AnalyzeWish): AdaptiveCard {
  const said = words`Analyze with Tunnel Triage`;
  return card(`${said}. ${fault ?? broughtBy(message)}`, [
    title(said),
    ...(fault === null ? [] : [value([run(fault, { weight: 'Bolder' })], 'Small')]),
    value(broughtBy(message), 'Small'),
    ...(asksOutput ? [{ ...outputInput(false), spacing: 'Medium', value: pasted } as const] : []),
    ...(server === null
      ? []
      : [
          heading(words`Where the server is, if you know it`, 'Medium'),
          text(words`The tunnel endpoints follow from its addresses. Without them I read what I can.`, {
            spacing: 'Small',
          }),
          ...serverInputs(server),
        ]),
    submit(words`Analyze`, { step: 'analyze' }),
  ]);
}

function broughtBy(message: AnalyzeWish['message']): string {
  if (message === null)
    return 'Paste what a DirectAccess client printed. I name the step that failed and what to run next.';
  const { by, files, lines } = message;
  const more = files.length > MAX_NAMED_FILES ? ` and ${files.length - MAX_NAMED_FILES} more` : '';
  const parts = [
    ...(files.length === 0 ? [] : [`${files.slice(0, MAX_NAMED_FILES).join(', ')}${more}`]),
    ...(lines === 0 ? [] : [lines === 1 ? 'one line of text' : `${lines} lines of text`]),
  ];
  return parts.length === 0
    ? `The message of ${by} has no text and no file that Teams hands to me. Paste the output here.`
    : `I read the message of ${by}: ${parts.join(', and ')}.`;
}

/** The reading takes longer than a dialog may wait. `key` finds it again, and comes back with `before`, how the case stood. */
export function stillReadingCard(key: string, before: string | null = null): AdaptiveCard {
  const said = words`I am still reading`;
  return card(`${said}. Look again in a moment.`, [
    title(said),
    text(words`A large file takes a while. Nothing is lost: look again in a moment.`, { spacing: 'Small' }),
    submit(words`Look again`, { step: 'look', key, ...(before === null ? {} : { before }) }),
  ]);
}

const submit = (said: Words, data: DialogSubmit['data']): Element => ({
  type: 'ActionSet',
  actions: [{ type: 'Action.Submit', title: said, data }],
  spacing: 'Medium',
});
