/** The subset of Adaptive Cards 1.5 that Teams is known to draw and that the cards may use, checked on the JSON itself. */
import { z } from 'zod';

import { otherLanguages, VERBS } from '../../cards/index';

const spacing = z.enum(['None', 'Small', 'Medium']).optional();
const verb = z.enum(VERBS);
const identified = z.strictObject({
  case: z.string(),
  cause: z.string().optional(),
  from: z.number().int().positive().optional(),
  reference: z.string().optional(),
});
const secondary = z.literal('secondary').optional();

const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: z.string().min(1),
  wrap: z.boolean(),
  id: z.string().optional(),
  style: z.literal('heading').optional(),
  size: z.enum(['Small', 'Default', 'Large', 'ExtraLarge']).optional(),
  weight: z.literal('Bolder').optional(),
  color: z.enum(['Accent', 'Attention']).optional(),
  isSubtle: z.boolean().optional(),
  isVisible: z.boolean().optional(),
  spacing,
});
const textRun = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string(),
  size: z.literal('Small').optional(),
  weight: z.literal('Bolder').optional(),
  fontType: z.literal('Monospace').optional(),
  color: z.literal('Accent').optional(),
  isSubtle: z.boolean().optional(),
});
const richTextBlock = z.strictObject({ type: z.literal('RichTextBlock'), inlines: z.array(textRun).min(1), spacing });
const toggle = z.strictObject({
  type: z.literal('Action.ToggleVisibility'),
  title: z.string().min(1),
  targetElements: z.array(z.string()).length(3),
});
const submit = z.strictObject({
  type: z.literal('Action.Submit'),
  title: z.string(),
  data: identified.extend({ verb }),
  mode: secondary,
});
const execute = z.strictObject({
  type: z.literal('Action.Execute'),
  title: z.string(),
  verb,
  data: identified,
  fallback: submit,
  mode: secondary,
});
/** A row that is pressed as a whole: its title is read aloud, so the words of the button are those of its fallback. */
const rowAction = execute.omit({ mode: true });
const pasteInput = z.strictObject({
  type: z.literal('Input.Text'),
  id: z.literal('pasted'),
  label: z.string().min(1),
  isMultiline: z.literal(true),
  maxLength: z.number(),
  placeholder: z.string(),
  isRequired: z.literal(true).optional(),
  errorMessage: z.string().min(1).optional(),
  value: z.string().optional(),
  spacing,
});
const serverInput = z.strictObject({
  type: z.literal('Input.Text'),
  id: z.enum(['first', 'second']),
  label: z.string().min(1),
  isMultiline: z.literal(false),
  maxLength: z.number(),
  value: z.string(),
  placeholder: z.string(),
  spacing,
});
const day = z.iso.date();
const dateInput = z.strictObject({
  type: z.literal('Input.Date'),
  id: z.literal('on'),
  label: z.string().min(1),
  min: day,
  max: day,
  value: day,
  spacing,
});
const timeInput = z.strictObject({
  type: z.literal('Input.Time'),
  id: z.literal('clock'),
  label: z.string().min(1),
  value: z.string().regex(/^\d\d:\d\d$/),
  spacing,
});
/** In dialogs only: Teams hands back the inputs with it. */
const dialogSubmit = z.strictObject({
  type: z.literal('Action.Submit'),
  title: z.string().min(1),
  data: z.strictObject({ step: z.enum(['analyze', 'look']), key: z.string().optional() }),
});
const settingInput = z.strictObject({
  type: z.literal('Input.Text'),
  id: z.enum(['hours', 'days', 'holidays', 'quiet', 'delays', 'zone']),
  label: z.string().min(1),
  isMultiline: z.literal(false),
  maxLength: z.number(),
  value: z.string(),
  placeholder: z.string(),
});
const showCard = z.strictObject({
  type: z.literal('Action.ShowCard'),
  title: z.string(),
  card: z.strictObject({
    type: z.literal('AdaptiveCard'),
    body: z.array(z.union([textBlock, pasteInput, settingInput])).min(1),
    actions: z.array(execute).length(1),
  }),
});
const column = z.strictObject({
  type: z.literal('Column'),
  width: z.enum(['20px', '28px', 'auto', 'stretch']),
  get items() {
    return z.array(element);
  },
  spacing,
  verticalContentAlignment: z.literal('Top').optional(),
});
const columnSet = z.strictObject({ type: z.literal('ColumnSet'), columns: z.array(column).min(1), spacing });
const container = z.strictObject({
  type: z.literal('Container'),
  get items() {
    return z.array(element);
  },
  id: z.string().optional(),
  style: z.literal('emphasis').optional(),
  bleed: z.boolean().optional(),
  minHeight: z.literal('28px').optional(),
  verticalContentAlignment: z.literal('Center').optional(),
  isVisible: z.boolean().optional(),
  spacing,
  selectAction: z.union([toggle, rowAction]).optional(),
});
const codeBlock = z.strictObject({
  type: z.literal('CodeBlock'),
  codeSnippet: z.string().min(1),
  language: z.enum(['Dos', 'PowerShell', 'PlainText']),
  fallback: z.union([richTextBlock, container]),
  spacing,
});
const actionSet = z.strictObject({
  type: z.literal('ActionSet'),
  // Teams draws no more of one set.
  actions: z
    .array(z.union([execute, showCard, dialogSubmit]))
    .min(1)
    .max(6),
  spacing,
});
const element: z.ZodType = z.union([
  textBlock,
  richTextBlock,
  codeBlock,
  columnSet,
  container,
  actionSet,
  pasteInput,
  serverInput,
  dateInput,
  timeInput,
]);

export const cardSchema = z.strictObject({
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  lang: z.enum(['en', ...otherLanguages]),
  speak: z.string().min(1),
  fallbackText: z.string().min(1),
  msteams: z.strictObject({ width: z.literal('Full') }),
  refresh: z
    .strictObject({
      action: execute.omit({ fallback: true, mode: true }),
      userIds: z.array(z.string()).max(60).optional(),
    })
    .optional(),
  body: z.array(element).min(1),
});
