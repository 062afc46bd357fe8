/** A row that opens where it stands: its text, "Show" at its right end, and what it shows. */
import { type ColumnSet, type Container, type Element, type Spacing, type TextBlock } from './elements';
import { HIDE, SHOW, signed, text } from './kit';
import { type Words } from './words';

export interface Row {
  /** Names the content and, with `-show` and `-hide`, the two words. Once on a card. */
  readonly id: string;
  readonly said: Words;
  readonly sign?: Words;
  /** What a screen reader says in the place of the row's text; by default the text, then "Show or hide". */
  readonly aloud?: Words;
  readonly spacing: Spacing;
  readonly content: readonly Element[];
}

/** The row and its content. It toggles the two words too, so that its state can be seen. */
export function row({ id, said, sign, aloud, spacing, content }: Row): readonly Element[] {
  const line: Container = {
    type: 'Container',
    items: [sign === undefined ? plain(said, toggles(id)) : withoutSpacing(signed(sign, [text(said)], toggles(id)))],
    spacing,
    minHeight: '28px',
    verticalContentAlignment: 'Center',
    selectAction: {
      type: 'Action.ToggleVisibility',
      title: aloud ?? `${said}. Show or hide`,
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
