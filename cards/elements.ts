/** The subset of Adaptive Cards 1.5 that the cards use, as types; the schema test checks the same subset on the JSON. */
import { type Language } from './languages/language';
import { type Words } from './words';

export type Spacing = 'None' | 'Small' | 'Medium';

/** Reads markdown, so it takes our own words only. */
export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: Words;
  readonly wrap: boolean;
  readonly id?: string;
  readonly style?: 'heading';
  readonly size?: 'Small' | 'Default' | 'Large' | 'ExtraLarge';
  readonly weight?: 'Bolder';
  readonly color?: 'Accent' | 'Attention';
  readonly isSubtle?: boolean;
  readonly isVisible?: boolean;
  readonly spacing?: Spacing;
}

/** Shows its text as it is: for everything from a diagnosis or a person. */
export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly size?: 'Small';
  readonly weight?: 'Bolder';
  readonly fontType?: 'Monospace';
  readonly color?: 'Accent';
  readonly isSubtle?: boolean;
}

export interface RichTextBlock {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
  readonly spacing?: Spacing;
}

/** Teams draws it beyond the schema; every other renderer uses the fallback. */
export interface CodeBlock {
  readonly type: 'CodeBlock';
  readonly codeSnippet: string;
  readonly language: 'Dos' | 'PowerShell' | 'PlainText';
  readonly fallback: RichTextBlock | Container;
  readonly spacing?: Spacing;
}

export interface Column {
  readonly type: 'Column';
  readonly width: '20px' | '28px' | 'auto' | 'stretch';
  readonly items: readonly Element[];
  readonly spacing?: Spacing;
  readonly verticalContentAlignment?: 'Top';
}

export interface ColumnSet {
  readonly type: 'ColumnSet';
  readonly columns: readonly Column[];
  readonly spacing?: Spacing;
}

export interface Container {
  readonly type: 'Container';
  readonly items: readonly Element[];
  readonly id?: string;
  readonly style?: 'emphasis';
  readonly bleed?: boolean;
  readonly minHeight?: '28px';
  readonly verticalContentAlignment?: 'Center';
  readonly isVisible?: boolean;
  readonly spacing?: Spacing;
  readonly selectAction?: ToggleVisibility | RowAction;
}

export interface TextInput {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: Words;
  readonly isMultiline: boolean;
  readonly maxLength: number;
  readonly spacing?: Spacing;
  /** What stands in it at first; shown as it is. */
  readonly value?: string;
  readonly placeholder: Words;
  readonly isRequired?: true;
  readonly errorMessage?: Words;
}

/** What a client gives back is `YYYY-MM-DD`. */
export interface DateInput {
  readonly type: 'Input.Date';
  readonly id: string;
  readonly label: Words;
  readonly min: string;
  readonly max: string;
  readonly value: string;
  readonly spacing?: Spacing;
}

/** What a client gives back is `HH:MM`. */
export interface TimeInput {
  readonly type: 'Input.Time';
  readonly id: string;
  readonly label: Words;
  readonly value: string;
  readonly spacing?: Spacing;
}

export interface ToggleVisibility {
  readonly type: 'Action.ToggleVisibility';
  /** Read aloud in the place of the row's text. */
  readonly title: string;
  readonly targetElements: readonly string[];
}

/** What a press brings back; it comes from a client, so nothing with authority is in it. */
export interface PressData {
  readonly case: string;
  /** The cause that was true. */
  readonly cause?: string;
  /** How many rows of a list stand before those that are wanted. */
  readonly from?: number;
  /** Of what failed. */
  readonly reference?: string;
}

export interface Submit {
  readonly type: 'Action.Submit';
  readonly title: Words;
  readonly data: PressData & { readonly verb: Verb };
  readonly mode?: 'secondary';
}

/** The button of a dialog: Teams hands back the inputs with it, and knows no Action.Execute there. */
export interface DialogSubmit {
  readonly type: 'Action.Submit';
  readonly title: Words;
  readonly data: Readonly<Record<string, string>>;
}

export interface Execute {
  readonly type: 'Action.Execute';
  readonly title: Words;
  readonly verb: Verb;
  readonly data: PressData;
  readonly fallback: Submit;
  readonly mode?: 'secondary';
}

/** A whole row that is pressed. Its title is read aloud and drawn nowhere, so it may have values in it. */
export interface RowAction extends Omit<Execute, 'title' | 'mode'> {
  readonly title: string;
}

export interface ShowCard {
  readonly type: 'Action.ShowCard';
  readonly title: Words;
  readonly card: {
    readonly type: 'AdaptiveCard';
    readonly body: readonly (TextInput | TextBlock)[];
    readonly actions: readonly Execute[];
  };
}

export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly (Execute | ShowCard | DialogSubmit)[];
  readonly spacing: Spacing;
}

export type Input = TextInput | DateInput | TimeInput;
export type Element = TextBlock | RichTextBlock | CodeBlock | ColumnSet | Container | ActionSet | Input;

export interface AdaptiveCard {
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly lang: Language;
  /** Also the notification: two or three sentences, no addresses. */
  readonly speak: string;
  readonly fallbackText: string;
  readonly msteams: { readonly width: 'Full' };
  /**
   * What a client asks when it shows the card again. Without `userIds` every viewer's client asks by itself in chats and channels of up to 60
   * people; whoever sends the card names them (Microsoft Learn, "Work with Universal Actions").
   */
  readonly refresh?: { readonly action: Omit<Execute, 'fallback' | 'mode'>; readonly userIds?: readonly string[] };
  readonly body: readonly Element[];
}

/** What a button asks the bot to do with the case. */
export const CASE_VERBS = [
  'paste',
  'answer',
  'fixed',
  'error',
  'new-case',
  'sample',
  'steps',
  'note',
  'collect',
  'proof',
  'not-this',
  'take-back',
  'set-server',
  'ticket',
  'close',
] as const;
/** What a button says to a prompt, or asks of the list of cases, of the settings of prompts, and of work that failed. */
export const FOLLOW_UP_VERBS = [
  'ran',
  'tomorrow',
  'hour',
  'remind-at',
  'stop-asking',
  'ask-again',
  'solved',
  'cause',
  'open',
  'more',
  'save-settings',
  'try-again',
] as const;
/** What a button shows at once: nothing of the case changes by it. */
export const SHOW_VERBS = ['actions', 'remind', 'server', 'refresh'] as const;
export const VERBS = [...CASE_VERBS, ...FOLLOW_UP_VERBS, ...SHOW_VERBS] as const;
export type CaseVerb = (typeof CASE_VERBS)[number];
export type FollowUpVerb = (typeof FOLLOW_UP_VERBS)[number];
export type ShowVerb = (typeof SHOW_VERBS)[number];
export type Verb = CaseVerb | FollowUpVerb | ShowVerb;
