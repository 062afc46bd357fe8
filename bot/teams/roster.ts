/** Whether the bot is a member of the conversation of a turn: only there can it post. */
import { TeamsInfo, type TurnContext } from 'botbuilder';

/** The service answers within a fraction of it; whoever waits for a dialog does not wait longer. */
export const ROSTER_LIMIT_MS = 2000;

/** `unknown`: the service did not say. Not within a transaction. Never rejects. */
export type Membership = 'member' | 'not-member' | 'unknown';

/**
 * Microsoft Learn, "Define action commands: get the roster": a message action works where the bot was never added, and the roster is then
 * refused with 403 and the code BotNotInConversationRoster.
 */
export async function membershipIn(context: TurnContext, limitMs = ROSTER_LIMIT_MS): Promise<Membership> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Membership>((resolve) => {
    timer = setTimeout(() => resolve('unknown'), limitMs);
  });
  const asked = TeamsInfo.getPagedMembers(context, 1).then((): Membership => 'member', refusedAs);
  try {
    return await Promise.race([asked, limit]);
  } finally {
    clearTimeout(timer);
  }
}

const refusedAs = (error: unknown): Membership => {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : null;
  return status === 403 || status === 404 ? 'not-member' : 'unknown';
};
