/**
 * Draws a card's JSON as lines of text: the elements that the cards' kit uses, in their order, columns and spacing. A part that it does
 * not know is drawn as its type in brackets, so that nothing is lost unseen (a test holds every card against that).
 */
import { type AdaptiveCard } from '../../cards/index';
import {
  type ActionSet,
  type CodeBlock,
  type Column,
  type ColumnSet,
  type Container,
  type DateInput,
  type Element,
  type ShowCard,
  type TextBlock,
  type TextInput,
  type TextRun,
  type TimeInput,
} from '../../cards/elements';
import { shown } from '../../cards/outside-text';
import { type DrawnLine, lineColumns, plain, sideBySide, type Span, wrapSpans } from './drawn-text';
import { type Colour } from '../terminal/terminal';

export interface CardLook {
  readonly columns: number;
  /** Every row and box as after a press on it. */
  readonly isOpened: boolean;
}

export function drawCard(card: AdaptiveCard, look: CardLook): readonly DrawnLine[] {
  return drawAll(card.body, { ...look, toggled: look.isOpened ? toggledBy(card.body) : new Set() });
}

interface Sheet extends CardLook {
  /** The elements whose visibility the presses have changed. */
  readonly toggled: ReadonlySet<string>;
}

/** The targets of every row that opens, wherever it stands. */
function toggledBy(part: unknown): ReadonlySet<string> {
  if (Array.isArray(part)) return new Set(part.flatMap((each) => [...toggledBy(each)]));
  if (typeof part !== 'object' || part === null) return new Set();
  const own = 'targetElements' in part && Array.isArray(part.targetElements) ? part.targetElements.map(String) : [];
  return new Set([...own, ...Object.values(part).flatMap((each) => [...toggledBy(each)])]);
}

function isSeen(element: Element, { toggled }: Sheet): boolean {
  const { id, isVisible = true } = element as Element & { readonly id?: string; readonly isVisible?: boolean }; // both are optional wherever they exist
  return id !== undefined && toggled.has(id) ? !isVisible : isVisible;
}

function drawAll(elements: readonly Element[], sheet: Sheet): readonly DrawnLine[] {
  const lines: DrawnLine[] = [];
  for (const element of elements.filter((each) => isSeen(each, sheet))) {
    const drawn = draw(element, sheet);
    if (drawn.length > 0 && lines.length > 0 && element.spacing === 'Medium') lines.push([]);
    lines.push(...drawn);
  }
  return lines;
}

function draw(element: Element, sheet: Sheet): readonly DrawnLine[] {
  switch (element.type) {
    case 'TextBlock':
      return textBlock(element, sheet);
    case 'RichTextBlock':
      return wrapSpans(element.inlines.map(textRun), sheet.columns);
    case 'CodeBlock':
      return codeBlock(element);
    case 'ColumnSet':
      return columnSet(element, sheet);
    case 'Container':
      return container(element, sheet);
    case 'ActionSet':
      return actionSet(element, sheet);
    case 'Input.Text':
      return textInput(element, sheet);
    case 'Input.Date':
    case 'Input.Time':
      return timeInput(element, sheet);
    default:
      return notKnown(element);
  }
}

/** The kit may grow before this does. */
const notKnown = ({ type }: { readonly type: string }): readonly DrawnLine[] => [[plain(`[${type}]`, 'red')]];

function textBlock({ text, weight, color, isSubtle, wrap }: TextBlock, { columns }: Sheet): readonly DrawnLine[] {
  const span = plain(shown(text), ...coloursOf(weight, color, isSubtle));
  return wrap ? wrapSpans([span], columns) : [[span]];
}

const textRun = ({ text, weight, color, isSubtle, fontType }: TextRun): Span =>
  plain(shown(text), ...(fontType === 'Monospace' ? (['cyan'] as const) : []), ...coloursOf(weight, color, isSubtle));

function coloursOf(
  weight: 'Bolder' | undefined,
  color: 'Accent' | 'Attention' | undefined,
  isSubtle: boolean | undefined,
): readonly Colour[] {
  return [
    ...(weight === 'Bolder' ? (['bold'] as const) : []),
    ...(color === 'Attention' ? (['red'] as const) : []),
    ...(color === 'Accent' ? (['cyan'] as const) : []),
    ...(isSubtle === true ? (['faint'] as const) : []),
  ];
}

/** Never wrapped, so that it can be copied: Teams lets its reader scroll to the side. */
const codeBlock = ({ codeSnippet }: CodeBlock): readonly DrawnLine[] =>
  codeSnippet.split('\n').map((line) => [plain(`  ${shown(line)}`, 'cyan', 'bold')]);

const SIGN_COLUMNS: Readonly<Record<Exclude<Column['width'], 'auto' | 'stretch'>, number>> = { '20px': 2, '28px': 2 };

/** Fixed and natural widths first; what is left is shared by those that stretch. */
function columnSet({ columns: parts }: ColumnSet, sheet: Sheet): readonly DrawnLine[] {
  const gaps = parts.map((_, index) => (index === 0 ? 0 : 1));
  const natural = parts.map(({ width, items }) => {
    if (width === 'stretch') return 0;
    if (width !== 'auto') return SIGN_COLUMNS[width];
    return Math.max(0, ...drawAll(items, sheet).map(lineColumns));
  });
  const taken = [...natural, ...gaps].reduce((sum, one) => sum + one, 0);
  const stretching = parts.filter(({ width }) => width === 'stretch').length;
  const share = Math.max(1, Math.floor((sheet.columns - taken) / Math.max(1, stretching)));
  return sideBySide(
    parts.map(({ width, items }, index) => {
      const columns = width === 'stretch' ? share : (natural[index] ?? 0);
      return { lines: drawAll(items, { ...sheet, columns }), columns, gap: gaps[index] ?? 0 };
    }),
  );
}

/** The one block of a card stands behind a bar. */
function container({ items, style }: Container, sheet: Sheet): readonly DrawnLine[] {
  if (style === undefined) return drawAll(items, sheet);
  const inside = drawAll(items, { ...sheet, columns: sheet.columns - BAR.length });
  return inside.map((line) => (line.length === 0 ? [plain(BAR.trimEnd(), 'cyan')] : [plain(BAR, 'cyan'), ...line]));
}

const BAR = '┃ ';

/** The buttons that are seen in one row; those of the overflow menu behind three points, or each by name once it is opened. */
function actionSet({ actions }: ActionSet, sheet: Sheet): readonly DrawnLine[] {
  const seen = actions.filter((action) => !isInMenu(action));
  const menu = actions.filter(isInMenu);
  const titles = [...seen.map(({ title }) => title), ...(menu.length === 0 ? [] : ['…'])];
  // Blanks that do not break keep a button on one line while the row is wrapped.
  const row = titles.map((title) => `[ ${title} ]`.replace(/ /g, NO_BREAK)).join(' ');
  const rows = wrapSpans([plain(row.replace(/ /g, '  '), 'bold')], sheet.columns).map((line) =>
    line.map((span) => ({ ...span, text: span.text.replaceAll(NO_BREAK, ' ') })),
  );
  if (!sheet.isOpened) return rows;
  return [
    ...rows,
    ...menu.map(({ title }): DrawnLine => [plain(`… ${title}`)]),
    ...seen.flatMap((action) => (action.type === 'Action.ShowCard' ? box(action, sheet) : [])),
  ];
}

/** One that no blank of a title is: \\s would break at U+00A0 too. */
const NO_BREAK = '\u2060';
const isInMenu = (action: ActionSet['actions'][number]): boolean => 'mode' in action;

/** The form behind a button. */
function box({ title, card }: ShowCard, sheet: Sheet): readonly DrawnLine[] {
  return [
    [],
    ...wrapSpans([plain(`${title}:`, 'bold')], sheet.columns),
    ...card.body.flatMap((part) => draw(part, sheet)),
    [plain(card.actions.map((action) => `[ ${action.title} ]`).join('  '), 'bold')],
  ];
}

const timeInput = ({ label, value }: DateInput | TimeInput, { columns }: Sheet): readonly DrawnLine[] => [
  ...wrapSpans([plain(label)], columns),
  ...wrapSpans([plain(`[ ${shown(value)} ]`, 'faint')], columns),
];

const textInput = ({ label, placeholder, value }: TextInput, { columns }: Sheet): readonly DrawnLine[] => [
  ...wrapSpans([plain(label)], columns),
  ...wrapSpans([plain(`[ ${shown(value === undefined || value === '' ? placeholder : value)} ]`, 'faint')], columns),
];
