/** The settings that hold for a question: those of the operator, over them those of the team where it was asked, over them those of the person. */
import { z } from 'zod';

import { SETTING_FIELDS, type SettingField } from '../../cards/index';
import { record } from '../store/audit-trail';
import { compiledOnce, type Given } from '../store/compiled-once';
import { keepSettings, personsScope, type SettingsScope, storedSettings } from '../store/stored-settings';
import { type StoreTransaction } from '../store/store-transaction';
import { type PromptSettings, zoneFor } from './follow-up-plan';
import { settingsOver, type WrittenSettings } from './follow-up-settings';

/** The rules for one person in one conversation. */
export interface Rules {
  readonly settings: PromptSettings;
  /** The zone that the person has set, else the one that Teams told; the team's or the operator's where neither is known. */
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
  const [known] = (await knownOf(tx, { conversation, person, scope: personsScope(person ?? '') })).rows;
  const { team = null, timeZone = null, prompts = null, own: kept = null } = known ?? {};
  const ofTeam = team === null ? operators : settingsOver(operators, await writtenIn(tx, teamsScope(team)));
  const own = kept === null ? {} : (written.safeParse(parsed(kept)).data ?? {});
  const settings = settingsOver(ofTeam, own);
  const ownZone = own.zone === undefined ? timeZone : settings.zone;
  const zone = zoneFor(ownZone, settings);
  return { settings, zone, isOwnZone: zone === ownZone, asks: prompts !== 'off' };
}

interface Whose {
  readonly conversation: string;
  readonly person: string | null;
  readonly scope: SettingsScope;
}

const knownOf = compiledOnce((db, given: Given<Whose>) =>
  db.selectNoFrom((query) => [
    query.selectFrom('conversations').select('team').where('key', '=', given('conversation')).as('team'),
    query.selectFrom('people').select('time_zone').where('key', '=', given('person')).as('timeZone'),
    query.selectFrom('people').select('prompts').where('key', '=', given('person')).as('prompts'),
    query.selectFrom('settings').select('body').where('scope', '=', given('scope')).as('own'),
  ]),
);

/** The team of a channel's thread; null in chats. */
export async function teamOf(tx: StoreTransaction, conversation: string): Promise<string | null> {
  const row = await tx.selectFrom('conversations').select('team').where('key', '=', conversation).executeTakeFirst();
  return row?.team ?? null;
}

const written = z.partialRecord(z.enum(SETTING_FIELDS), z.string());

export const teamsScope = (team: string): SettingsScope => `team/${team}`;

/** What a team or a person has set; where that cannot be read, nothing is. */
export async function writtenIn(tx: StoreTransaction, scope: SettingsScope): Promise<WrittenSettings> {
  return written.safeParse(await storedSettings(tx, scope)).data ?? {};
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}

export interface SettingsChange {
  /** Of a team, or of a person. */
  readonly scope: SettingsScope;
  /** The team; null where a person changes their own. */
  readonly team: string | null;
  /** An empty text takes the setting again that lies under it. */
  readonly changes: WrittenSettings;
  readonly person: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The values must be valid. What was planned already stays when it is; the next question goes by the new settings. */
export async function changeSettings(tx: StoreTransaction, change: SettingsChange): Promise<void> {
  const { scope, team, changes, person, at } = change;
  const all = { ...(await writtenIn(tx, scope)), ...changes };
  const kept = Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''));
  await keepSettings(tx, scope, kept, at);
  for (const [field, text] of Object.entries(changes) as [SettingField, string][]) {
    await record(tx, { at, action: 'prompt-setting-changed', caseNumber: null, person, detail: { team, field, text } });
  }
}
