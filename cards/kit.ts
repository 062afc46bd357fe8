/** The building blocks of every card: the tokens of type and space, and no other way to put text on a card. */
import { type Quote } from '../analyzers/diagnosis/diagnosis';
import {
  type AdaptiveCard,
  type CodeBlock,
  type ColumnSet,
  type Container,
  type Element,
  type RichTextBlock,
  type Spacing,
  type TextBlock,
  type TextRun,
} from './elements';
import { fitting, shown, spoken } from './outside-text';
import { type Words, words } from './words';

/** Our own words in a paragraph. */
export const text = (said: Words, look: Partial<Omit<TextBlock, 'type' | 'text'>> = {}): TextBlock => ({
  type: 'TextBlock',
  text: said,
  wrap: true,
  ...look,
});

export const title = (said: Words): TextBlock => text(said, { style: 'heading', size: 'Large', weight: 'Bolder' });

export const heading = (said: Words, spacing?: Spacing): TextBlock =>
  text(said, { style: 'heading', size: 'Default', weight: 'Bolder', ...(spacing === undefined ? {} : { spacing }) });

/** Anything from a diagnosis or a person, alone or with our words around it. */
export function value(said: string | readonly TextRun[], spacing?: Spacing, look: Look = {}): RichTextBlock {
  const inlines = typeof said === 'string' ? [run(said, look)] : said;
  return { type: 'RichTextBlock', inlines, ...(spacing === undefined ? {} : { spacing }) };
}

type Look = Omit<TextRun, 'type' | 'text'>;

export const run = (said: string, look: Look = {}): TextRun => ({ type: 'TextRun', text: fitting(said), ...look });

/** A source, a place or a time. */
export const aside = (said: string, spacing: Spacing = 'None'): RichTextBlock =>
  value(said, spacing, { size: 'Small', isSubtle: true });

/** One command on one line, never cut. */
export function code(command: string, shell: 'cmd' | 'powershell'): CodeBlock {
  const line = shown(command);
  return {
    type: 'CodeBlock',
    codeSnippet: line,
    language: shell === 'cmd' ? 'Dos' : 'PowerShell',
    fallback: {
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: line, fontType: 'Monospace', weight: 'Bolder' }],
      spacing: 'Small',
    },
    spacing: 'Small',
  };
}

/** Where a line stands: "my.txt, line 5" or "Security.xml, record 48213". */
export function source(quote: Quote): string {
  if (quote.record !== undefined) return `${quote.upload}, record ${quote.record}`;
  return quote.line === undefined ? quote.upload : `${quote.upload}, line ${quote.line}`;
}

/** A line of an upload under its source, in its own form. */
export const quoted = (quote: Quote, lead = ''): Container => ({
  type: 'Container',
  items: [aside(lead + source(quote)), value(quote.text, 'None', { fontType: 'Monospace', size: 'Small' })],
  spacing: 'Small',
});

/** A sign at the left edge and what it stands for. */
export function signed(sign: Words, items: readonly Element[], more: readonly Element[] = []): ColumnSet {
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: '20px', items: [text(sign, { weight: 'Bolder' })], verticalContentAlignment: 'Top' },
      { type: 'Column', width: 'stretch', items, spacing: 'Small' },
      ...(more.length === 0 ? [] : [{ type: 'Column', width: 'auto', items: more } as const]),
    ],
    spacing: 'Small',
  };
}

/** What stands under a line that was opened, one column further in. */
export const indented = (items: readonly Element[]): ColumnSet => ({
  type: 'ColumnSet',
  columns: [
    { type: 'Column', width: '20px', items: [] },
    { type: 'Column', width: 'stretch', items, spacing: 'Small' },
  ],
  spacing: 'None',
});

/** The one block that says what to do. */
export const block = (items: readonly Element[]): Container => ({
  type: 'Container',
  items,
  style: 'emphasis',
  bleed: true,
  spacing: 'Medium',
});

/** The sign, the title and the sentences below it. */
export const titled = (sign: TextBlock, said: Words, below: readonly Element[]): ColumnSet => ({
  type: 'ColumnSet',
  columns: [
    { type: 'Column', width: '28px', items: [sign] },
    { type: 'Column', width: 'stretch', items: [title(said), ...below], spacing: 'Small' },
  ],
});

export const cardSign = (sign: Words, failed = false): TextBlock =>
  text(sign, { size: 'ExtraLarge', weight: 'Bolder', ...(failed ? { color: 'Attention' } : {}) });

/** A whole card; `said` is what is read aloud and shown in the notification. */
export function card(said: string, body: readonly Element[]): AdaptiveCard {
  const speak = spoken(said);
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: 'en',
    speak,
    fallbackText: speak,
    msteams: { width: 'Full' },
    body,
  };
}

export const SHOW = words`Show`;
export const HIDE = words`Hide`;
