/** When the bot asks again, as a team has set it, with a form to change it; and for a person whether it asks at all. */
import { buttons, execute } from './buttons';
import { type CardContext } from './card-context';
import { type AdaptiveCard, type Element, type ShowCard, type TextInput } from './elements';
import { card, run, text, title, value } from './kit';
import { type Words, words } from './words';

/** The names of the inputs, and of what a message may set. */
export const SETTING_FIELDS = ['hours', 'days', 'holidays', 'quiet', 'delays', 'zone'] as const;
export type SettingField = (typeof SETTING_FIELDS)[number];
export interface SettingTexts {
  /** Each as a sentence has it: "09:00 to 17:00". */
  readonly said: Readonly<Record<SettingField, string>>;
  /** Each as a person writes it: "09:00-17:00". */
  readonly written: Readonly<Record<SettingField, string>>;
}

/** Long enough for every value that is valid. */
export const MAX_SETTING_CHARACTERS = 60;

const LABELS: Readonly<Record<SettingField, Words>> = {
  hours: words`Working hours`,
  days: words`Working days`,
  holidays: words`Public holidays of`,
  quiet: words`Quiet hours`,
  delays: words`I ask`,
  zone: words`Time zone`,
};

/** In the form each says how it is written, since what stands in it already hides a placeholder. */
const FORM_LABELS: Readonly<Record<SettingField, Words>> = {
  hours: words`Working hours, like 09:00-17:00`,
  days: words`Working days, like mon-fri, or mon, tue, thu`,
  holidays: words`Public holidays of, like DE or DE-BY, or none`,
  quiet: words`Quiet hours, like 20:00-07:00, or none`,
  delays: words`I ask after, like 4h, 1d, 1d: working hours, then mornings; or off`,
  zone: words`Time zone, like Europe/Berlin`,
};

/** The settings of a team, for its members. */
export function teamSettingsCard(texts: SettingTexts, context: CardContext): AdaptiveCard {
  const said = words`When I ask again`;
  return card(`${said}: settings of this team.`, [
    title(said),
    text(words`For the cases of this team, where an output that I asked for does not come.`, { spacing: 'Small' }),
    ...lines(texts),
    small(OWN_TIMES),
    ...(context.buttons === 'offered'
      ? [{ type: 'ActionSet', actions: [form(texts, context)], spacing: 'Medium' } as const]
      : buttons([], [], context)),
  ]);
}

/** The settings of a person: those of the operator, and whether this person is asked at all. */
export function personSettingsCard(texts: SettingTexts, asks: boolean, context: CardContext): AdaptiveCard {
  const said = asks ? words`I ask you again` : words`I do not ask you again`;
  return card(`${said}.`, [
    title(said),
    text(
      asks
        ? words`When an output that I asked you for does not come, I remind you at these times.`
        : words`You told me to stop. Your cases stay open, and what you send is read as before.`,
      { spacing: 'Small' },
    ),
    ...(asks ? lines(texts) : []),
    ...(asks
      ? [small(OWN_TIMES), small(words`A team sets its own times: write settings in its channel and mention me.`)]
      : []),
    ...buttons([asks ? 'stop-asking' : 'ask-again'], [], context),
  ]);
}

/** What a person has set holds wherever this person is asked, whatever a team has set. */
const OWN_TIMES = words`Your own times go before: write my zone Europe/Berlin, my days mon-thu or my quiet 18:00-08:00.`;

const small = (said: Words): Element => text(said, { size: 'Small', isSubtle: true, spacing: 'Small' });

const lines = ({ said }: SettingTexts): readonly Element[] =>
  SETTING_FIELDS.map((field, index) =>
    value([run(`${LABELS[field]}: `, { weight: 'Bolder' }), run(said[field])], index === 0 ? 'Medium' : 'Small'),
  );

const form = ({ written }: SettingTexts, context: CardContext): ShowCard => ({
  type: 'Action.ShowCard',
  title: words`Change`,
  card: {
    type: 'AdaptiveCard',
    body: SETTING_FIELDS.map((field) => input(field, written[field])),
    actions: [execute('save-settings', context)],
  },
});

const input = (field: SettingField, given: string): TextInput => ({
  type: 'Input.Text',
  id: field,
  label: FORM_LABELS[field],
  isMultiline: false,
  maxLength: MAX_SETTING_CHARACTERS,
  value: given,
  placeholder: words`As the operator has it`,
});
