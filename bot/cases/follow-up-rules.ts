/** The settings that hold for a question: those of the operator, over them those of the team in whose conversation it was asked. */
import { z } from 'zod';

import { SETTING_FIELDS, type SettingField } from '../../cards/index';
import { record } from '../store/audit-trail';
import { keepSettings, storedSettings } from '../store/stored-settings';
import { type StoreTransaction } from '../store/store-transaction';
import { type PromptSettings, zoneFor } from './follow-up-plan';
import { settingsOver, type WrittenSettings } from './follow-up-settings';

/** The rules for one person in one conversation. */
export interface Rules {
  readonly settings: PromptSettings;
  /** The zone of the person's own clock; the team's or the operator's where it is not known. */
  readonly zone: string;
  readonly isOwnZone: boolean;
  /** False for who does not want to be asked, in any case. */
  readonly asks: boolean;
}

export async function rulesFor(
  tx: StoreTransaction,
  operators: PromptSettings,
  { conversation, person }: { readonly conversation: string; readonly person: string | null },
): Promise<Rules> {
  const known = await tx
    .selectNoFrom((query) => [
      query.selectFrom('conversations').select('team').where('key', '=', conversation).as('team'),
      query.selectFrom('people').select('time_zone').where('key', '=', person).as('timeZone'),
      query.selectFrom('people').select('prompts').where('key', '=', person).as('prompts'),
    ])
    .executeTakeFirstOrThrow();
  const { team, timeZone, prompts } = known;
  const settings = team === null ? operators : settingsOver(operators, await writtenByTeam(tx, team));
  const zone = zoneFor(timeZone, settings);
  return { settings, zone, isOwnZone: zone === timeZone, asks: prompts !== 'off' };
}

/** The team of a channel's thread; null in chats. */
export async function teamOf(tx: StoreTransaction, conversation: string): Promise<string | null> {
  const row = await tx.selectFrom('conversations').select('team').where('key', '=', conversation).executeTakeFirst();
  return row?.team ?? null;
}

const written = z.partialRecord(z.enum(SETTING_FIELDS), z.string());

/** What a team has set; where that cannot be read, the operator's settings hold. */
export async function writtenByTeam(tx: StoreTransaction, team: string): Promise<WrittenSettings> {
  return written.safeParse(await storedSettings(tx, `team/${team}`)).data ?? {};
}

export interface SettingsChange {
  readonly team: string;
  /** An empty text takes the operator's setting again. */
  readonly changes: WrittenSettings;
  readonly person: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The values must be valid. What was planned already stays when it is; the next question goes by the new settings. */
export async function changeTeamSettings(tx: StoreTransaction, change: SettingsChange): Promise<void> {
  const { team, changes, person, at } = change;
  const all = { ...(await writtenByTeam(tx, team)), ...changes };
  const kept = Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''));
  await keepSettings(tx, `team/${team}`, kept, at);
  for (const [field, text] of Object.entries(changes) as [SettingField, string][]) {
    await record(tx, { at, action: 'prompt-setting-changed', caseNumber: null, person, detail: { team, field, text } });
  }
}
