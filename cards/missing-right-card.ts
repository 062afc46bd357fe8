/** The card for a right that the bot lacks: what is missing, and for each way to grant it who can, and with which command. */
import { type AdaptiveCard, type CodeBlock } from './elements';
import { block, card, code, heading, title, value } from './kit';
import { words } from './words';

/** One way to grant it. */
export interface Grant {
  /** Who does what, as a sentence: "An owner of the team removes the app and adds it again." */
  readonly said: string;
  /** To be run one after the other; none where it is done by hand. */
  readonly commands: readonly { readonly line: string; readonly shell: 'cmd' | 'powershell' }[];
}

export interface MissingRightText {
  /** What is missing, and what does not work without it. */
  readonly said: string;
  /** The one with the least privilege first. */
  readonly grants: readonly Grant[];
  /** What works meanwhile. */
  readonly until: string;
}

export const missingRightCard = ({ said, grants, until }: MissingRightText): AdaptiveCard =>
  card(`${said} ${until}`, [
    title(words`A right is missing`),
    value(said, 'Small'),
    ...grants.map(({ said: how, commands }, index) =>
      block([
        heading(index === 0 ? words`This grants it` : words`Or this`),
        value(how, 'Small'),
        ...commands.map(({ line, shell }) => smallCode(line, shell)),
      ]),
    ),
    value(until, 'Medium'),
  ]);

/** Ids and addresses are long words: where a host draws no CodeBlock, smaller letters keep them on a phone. */
function smallCode(line: string, shell: 'cmd' | 'powershell'): CodeBlock {
  const whole = code(line, shell);
  const run = { type: 'TextRun', text: whole.codeSnippet, fontType: 'Monospace', size: 'Small' } as const;
  return { ...whole, fallback: { type: 'RichTextBlock', inlines: [run], spacing: 'Small' } };
}
