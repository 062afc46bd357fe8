/** Who sent an activity, and where, as the store keeps it. */
import { type ConversationPlace } from '../store/conversations';
import { type Introduction } from '../store/people';
import { type IncomingActivity } from './incoming-activity';

export interface Sender {
  readonly key: string;
  readonly introduction: Introduction;
}

/**
 * A person's key is the tenant and the id in its directory, which is the same in every conversation; where a client leaves that out, the
 * id by which this bot knows the person. null where the activity comes from nobody.
 */
export function senderOf({ conversation, from, ...activity }: IncomingActivity): Sender | null {
  const id = from?.aadObjectId ?? from?.id;
  if (id === undefined) return null;
  return {
    key: `${conversation?.tenantId ?? ''}/${id}`,
    introduction: {
      name: from?.name ?? null,
      timeZone: zoneOf(activity.localTimezone),
      locale: activity.locale ?? null,
    },
  };
}

/** There are some 600; a client may send anything. */
const MAX_ZONES = 1000;
/** The runtime takes long to look a zone up. */
const zones = new Map<string, string | null>();

function zoneOf(name: string | null | undefined): string | null {
  if (name == null || name === '') return null;
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = lookedUp(name);
  if (zones.size < MAX_ZONES) zones.set(name, zone);
  return zone;
}

/** Teams names the zone by its IANA name; anything else counts as unknown. */
function lookedUp(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** Anything that Teams does not name is treated as a channel, where the bot is most careful. */
export function placeOf({ conversation, channelData }: IncomingActivity): ConversationPlace {
  const type = conversation?.conversationType;
  return {
    tenant: conversation?.tenantId ?? null,
    scope: type === 'personal' ? 'personal' : type === 'groupChat' ? 'group' : 'channel',
    team: channelData?.team?.id ?? null,
  };
}
