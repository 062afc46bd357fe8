/** The name of a channel, which Teams rarely sends along: the connector is asked for the channels of a team, with no right but that of being there. */
import { type Log } from '../log';
import { type Courier } from './courier';
import { type InboundMessage } from './inbound-message';

/** A channel is rarely renamed, and every message would ask. */
const REMEMBERED_MS = 60 * 60 * 1000;
/** Teams that are remembered at a time. */
const MAX_TEAMS = 500;
/** `msteams/19:…@thread.tacv2;messageid=…`: a thread's conversation begins with its channel's id. */
const CHANNEL = /^[^/]+\/([^;]+)/;

export interface ChannelNameParts {
  readonly courier: Pick<Courier, 'channelNames'>;
  readonly referenceOf: (conversation: string) => Promise<unknown>;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export type ChannelNameOf = (message: InboundMessage) => Promise<string | null>;

/** Never rejects: null where the message is in no channel, or its name cannot be had. */
export function createChannelNames({ courier, referenceOf, log, now }: ChannelNameParts): ChannelNameOf {
  const known = new Map<string, { readonly at: number; readonly names: Promise<ReadonlyMap<string, string>> }>();

  const asked = async (conversation: string, team: string): Promise<ReadonlyMap<string, string>> => {
    const reference = await referenceOf(conversation);
    return reference === null ? new Map() : courier.channelNames(reference, team);
  };

  return async ({ conversation, scope, team }) => {
    if (scope !== 'channel' || team == null) return null;
    try {
      const before = known.get(team);
      const fresh = before !== undefined && now() - before.at < REMEMBERED_MS;
      const names = fresh ? before.names : asked(conversation, team);
      if (!fresh) {
        known.delete(team);
        if (known.size >= MAX_TEAMS) known.clear();
        known.set(team, { at: now(), names });
      }
      return (await names).get(CHANNEL.exec(conversation)?.[1] ?? '') ?? null;
    } catch (error) {
      known.delete(team);
      log.warn('channel-names-failed', {}, error);
      return null;
    }
  };
}
