/** A row that is pressed as a whole: what it stands for, and in the accent colour the word that says what a press does. */
import { execute } from './buttons';
import { type Column, type Container, type PressData, type RichTextBlock, type RowAction, type Verb } from './elements';
import { run } from './kit';
import { spoken } from './outside-text';
import { type Words } from './words';

export interface PressedRow {
  /** null leaves its column out. */
  readonly sign: Words | null;
  readonly lines: readonly RichTextBlock[];
  /** What a press does. */
  readonly word: Words;
  readonly verb: Verb;
  readonly data: PressData;
}

/** Its words are runs like the values beside them: the heights of runs and of blocks differ by a few pixels. */
export function pressedRow({ sign, lines, word, verb, data }: PressedRow): Container {
  return {
    type: 'Container',
    items: [
      {
        type: 'ColumnSet',
        columns: [
          ...(sign === null ? [] : [column('20px', [parted(bold(sign))])]),
          { ...column('stretch', lines.map(parted)), ...(sign === null ? {} : { spacing: 'Small' }) },
          column('auto', [bold(word, 'Accent')]),
        ],
      },
    ],
    spacing: 'Small',
    minHeight: '28px',
    verticalContentAlignment: 'Center',
    selectAction: pressing(aloud(sign, lines, word), verb, data),
  };
}

/** Without it the sign and the word stand in the middle of a row of several lines. */
const column = (width: Column['width'], items: readonly RichTextBlock[]): Column => ({
  type: 'Column',
  width,
  items,
  verticalContentAlignment: 'Top',
});

function pressing(title: string, verb: Verb, { case: caseId, ...more }: PressData): RowAction {
  const { type, data, fallback } = execute(verb, { caseId }, { data: more });
  return { type, title, verb, data, fallback };
}

/** All that can be seen, in its order, so that who speaks to the computer can name the row by its text. */
function aloud(sign: Words | null, lines: readonly RichTextBlock[], word: Words): string {
  const said = lines.map(({ inlines }) => inlines.map(({ text }) => text).join('')).join('. ');
  return spoken(`${sign === null ? '' : `${sign} `}${said}. ${word}`.replaceAll('..', '.'));
}

/** Columns are drawn without anything between them, so that assistive technology would read their words as one. */
const parted = (line: RichTextBlock): RichTextBlock => ({ ...line, inlines: [...line.inlines, run(' ')] });

const bold = (said: Words, color?: 'Accent'): RichTextBlock => ({
  type: 'RichTextBlock',
  inlines: [run(said, { weight: 'Bolder', ...(color === undefined ? {} : { color }) })],
});
