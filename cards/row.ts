/** A row that opens where it stands: its text, "Show" at its right end, and what it shows. */
import { type ColumnSet, type Container, type Element, type Spacing, type TextBlock } from './elements';
import { HIDE, SHOW, signed, text } from './kit';
import { type Words } from './words';

export interface Row {
  /** Names the content and, with `-show` and `-hide`, the two words. Once on a card. */
  readonly id: string;
  readonly said: Words;
  readonly sign?: Words;
  /** What a screen reader hears beyond the row's text and "Show or hide". */
  readonly more?: Words;
  readonly spacing: Spacing;
  readonly content: readonly Element[];
}

/** The row and its content. It toggles the two words too, so that its state can be seen. */
export function row({ id, said, sign, more, spacing, content }: Row): readonly Element[] {
  const line: Container = {
    type: 'Container',
    items: [sign === undefined ? plain(said, toggles(id)) : withoutSpacing(signed(sign, [text(said)], toggles(id)))],
    spacing,
    minHeight: '28px',
    verticalContentAlignment: 'Center',
    selectAction: {
      type: 'Action.ToggleVisibility',
      // It begins with what can be seen, so that who speaks to the computer can name the row by its text.
      title: `${sign === undefined ? '' : `${sign} `}${said}. Show or hide${more === undefined ? '' : `: ${more}`}`,
      targetElements: [id, `${id}-show`, `${id}-hide`],
    },
  };
  return [line, { type: 'Container', items: content, id, isVisible: false, spacing: 'None' }];
}

/** A line as high as a row that does not open. */
export const fixedRow = (sign: Words, said: TextBlock): Container => ({
  type: 'Container',
  items: [withoutSpacing(signed(sign, [said]))],
  spacing: 'Small',
  minHeight: '28px',
  verticalContentAlignment: 'Center',
});

function toggles(id: string): readonly TextBlock[] {
  return [
    text(SHOW, { wrap: false, id: `${id}-show`, color: 'Accent', weight: 'Bolder' }),
    text(HIDE, {
      wrap: false,
      id: `${id}-hide`,
      color: 'Accent',
      weight: 'Bolder',
      isVisible: false,
      spacing: 'None',
    }),
  ];
}

const plain = (said: Words, more: readonly TextBlock[]): ColumnSet => ({
  type: 'ColumnSet',
  columns: [
    { type: 'Column', width: 'stretch', items: [text(said)] },
    { type: 'Column', width: 'auto', items: more },
  ],
});

const withoutSpacing = ({ type, columns }: ColumnSet): ColumnSet => ({ type, columns });
