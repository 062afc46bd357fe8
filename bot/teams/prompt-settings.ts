/** When a team, or a person, is asked again: shown, and changed by a message or a form. */
import {
  type AdaptiveCard,
  messageCard,
  personSettingsCard,
  SETTING_FIELDS,
  teamSettingsCard,
} from '../../cards/index';
import { changeTeamSettings, teamOf, writtenByTeam } from '../cases/follow-up-rules';
import { conflictOf, faultOfField, overlaid, textsOf, type WrittenSettings } from '../cases/follow-up-settings';
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
  const { settings, asks } = await followUps.rulesFor(tx, where);
  const context = { caseId: here, locale: 'en', buttons: 'offered' } as const;
  return (await teamOf(tx, where.conversation)) === null
    ? personSettingsCard(textsOf(settings), asks, context)
    : teamSettingsCard(textsOf(settings), context);
}

/** A message such as "settings hours 08:00-16:00", from a member of the team, since nobody else can write in its channels. */
export async function setByMessage(
  parts: Parts,
  tx: StoreTransaction,
  where: Delivered,
  changes: WrittenSettings,
  here: string,
): Promise<AdaptiveCard> {
  const fault = await change(parts, tx, where, changes);
  return fault === null ? settingsCard(parts, tx, where, here) : messageCard(fault, null);
}

export async function saveForm(
  parts: Parts,
  tx: StoreTransaction,
  press: FollowUpPress,
  delivered: Delivered,
): Promise<PressAnswer> {
  const fault = await change(parts, tx, delivered, press.settings);
  if (fault !== null) return said(`Nothing was changed. ${fault}`);
  return { kind: 'card', card: await settingsCard(parts, tx, delivered, press.caseId) };
}

/** What is wrong, in one sentence, and then nothing is changed; null where all of it was taken. */
async function change(
  { followUps, now }: Parts,
  tx: StoreTransaction,
  where: Delivered,
  given: WrittenSettings,
): Promise<string | null> {
  const team = await teamOf(tx, where.conversation);
  if (team === null) {
    return 'These settings belong to a team: write this in one of its channels and mention me. For yourself you can write stop asking, or ask me again.';
  }
  const before = await writtenByTeam(tx, team);
  const shown = textsOf((await followUps.rulesFor(tx, where)).settings).written;
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
  const conflict = conflictOf(overlaid(followUps.operators, { ...before, ...changes }));
  if (conflict !== null) return conflict;
  if (Object.keys(changes).length > 0) {
    await changeTeamSettings(tx, { team, changes, person: where.person, at: now() });
  }
  return null;
}
