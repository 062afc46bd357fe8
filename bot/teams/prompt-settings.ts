/** When a team, or a person, is asked again: shown, and changed by a message or a form. */
import {
  type AdaptiveCard,
  messageCard,
  personSettingsCard,
  SETTING_FIELDS,
  teamSettingsCard,
} from '../../cards/index';
import { changeSettings, teamOf, teamsScope, writtenIn } from '../cases/follow-up-rules';
import { conflictOf, faultOfField, overlaid, textsOf, type WrittenSettings } from '../cases/follow-up-settings';
import { personsScope } from '../store/stored-settings';
import { type StoreTransaction } from '../store/store-transaction';
import { type BotParts } from './bot-parts';
import { type FollowUpPress } from './button-press';
import { type Delivered } from './inbox';
import { type PressAnswer, said } from './press-answer';

type Parts = Pick<BotParts, 'followUps' | 'now'>;

/** `here` is a case of this conversation, for the buttons. */
export async function settingsCard(
  { followUps }: Parts,
  tx: StoreTransaction,
  where: Delivered,
  here: string,
): Promise<AdaptiveCard> {
  if ((await teamOf(tx, where.conversation)) === null) return ownSettingsCard({ followUps }, tx, where, here);
  const { settings } = await followUps.rulesFor(tx, { ...where, person: null });
  return teamSettingsCard(textsOf(settings), { caseId: here, buttons: 'offered' });
}

/** What holds for the person who asks, on that person's own clock. */
async function ownSettingsCard(
  { followUps }: Pick<Parts, 'followUps'>,
  tx: StoreTransaction,
  where: Delivered,
  here: string,
): Promise<AdaptiveCard> {
  const { settings, asks, zone, isOwnZone } = await followUps.rulesFor(tx, where);
  const { said, written } = textsOf(settings);
  const texts = { written, said: isOwnZone ? { ...said, zone } : said };
  return personSettingsCard(texts, asks, { caseId: here, buttons: 'offered' });
}

/**
 * A message such as "settings hours 08:00-16:00": of the team in its channels, where nobody but its members can write, else of the person.
 * "my hours 08:00-16:00" (`own`) is the person's everywhere.
 */
export async function setByMessage(
  parts: Parts,
  tx: StoreTransaction,
  where: Delivered,
  { changes, own }: { readonly changes: WrittenSettings; readonly own: boolean },
  here: string,
): Promise<AdaptiveCard> {
  const fault = await change(parts, tx, where, changes, own);
  if (fault !== null) return messageCard(fault, null);
  return own ? ownSettingsCard(parts, tx, where, here) : settingsCard(parts, tx, where, here);
}

export async function saveForm(
  parts: Parts,
  tx: StoreTransaction,
  press: FollowUpPress,
  delivered: Delivered,
): Promise<PressAnswer> {
  const fault = await change(parts, tx, delivered, press.settings, false);
  if (fault !== null) return said(`Nothing was changed. ${fault}`);
  return { kind: 'card', card: await settingsCard(parts, tx, delivered, press.caseId) };
}

/** What is wrong, in one sentence, and then nothing is changed; null where all of it was taken. */
async function change(
  { followUps, now }: Parts,
  tx: StoreTransaction,
  where: Delivered,
  given: WrittenSettings,
  own: boolean,
): Promise<string | null> {
  const team = own ? null : await teamOf(tx, where.conversation);
  const { person } = where;
  if (team === null && person === null) return 'Teams does not tell me who you are, so I cannot keep that.';
  if (team === null && given.delays !== undefined) {
    return 'How often I ask belongs to a team: write settings delays in one of its channels and mention me. For yourself you can write stop asking, or ask me again.';
  }
  const scope = team === null ? personsScope(person ?? '') : teamsScope(team);
  const before = await writtenIn(tx, scope);
  // What lies under it: of a person the team's settings, of a team the operator's.
  const { settings: under } = await followUps.rulesFor(tx, { ...where, person: null });
  const shown = textsOf(team === null ? under : overlaid(followUps.operators, before)).written;
  const changes = Object.fromEntries(
    SETTING_FIELDS.flatMap((field) => {
      const text = given[field];
      const unchanged = text === (before[field] ?? shown[field]) || (text === '' && before[field] === undefined);
      return text === undefined || unchanged ? [] : [[field, text]];
    }),
  );
  for (const field of SETTING_FIELDS) {
    const text = changes[field] ?? '';
    const fault = text === '' ? null : faultOfField(field, text);
    if (fault !== null) return fault;
  }
  const base = team === null ? under : followUps.operators;
  const conflict = conflictOf(overlaid(base, { ...before, ...changes }));
  if (conflict !== null) return conflict;
  if (Object.keys(changes).length > 0) {
    await changeSettings(tx, { scope, team, changes, person, at: now() });
  }
  return null;
}
