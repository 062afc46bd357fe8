/** The id of a team's group in the directory, which is the one that Graph knows: from the activity, or by asking the connector once. */
import { RefusedError } from '../../refused-error';
import { type ChannelPlace } from './message-place';

/** A GUID. Rejects with a RefusedError where Teams does not tell it. `conversation`: as the store names it. */
export type GroupOf = (place: ChannelPlace, conversation: string) => Promise<string>;

/** Asks the connector; null where it does not tell. */
export type AskGroup = (conversation: string, team: string) => Promise<string | null>;

/** So many teams are remembered; the oldest goes first. */
const MAX_TEAMS = 1000;

export function createGroupOf(ask: AskGroup): GroupOf {
  const known = new Map<string, string>();
  const remember = (team: string, group: string): string => {
    for (const oldest of known.keys()) if (known.size >= MAX_TEAMS) known.delete(oldest);
    known.set(team, group);
    return group;
  };
  return async ({ tenant, group, team }, conversation) => {
    const key = `${tenant} ${team ?? ''}`;
    if (group !== null) return remember(key, group);
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const asked = team === null ? null : await ask(conversation, team);
    if (asked === null) {
      throw new RefusedError(
        'team-unknown',
        'Teams does not tell me which team this channel belongs to, so I see no files: an owner of the team adds Tunnel Triage to it (Manage team, Apps). Until then paste the output, or send the file in a chat with me.',
      );
    }
    return remember(key, asked);
  };
}
