/** The title of a channel's thread: the subject of its first message, which only Microsoft Graph tells. */
import { z } from 'zod';

import { type Log } from '../../log';
import { type GraphOf } from './graph-client';
import { messagePath, type MessagePlace } from './message-place';
import { type GroupOf } from './team-group';

/** Titles may be edited, and every message of a thread would ask. */
const REMEMBERED_MS = 60 * 60 * 1000;
/** Threads that are remembered at a time. */
const MAX_THREADS = 2000;

/** Microsoft Graph, resource chatMessage: "The subject of the chat message, in plaintext." */
const firstMessage = z.looseObject({ subject: z.string().nullish() });

export interface ThreadTitleParts {
  readonly graphOf: GraphOf;
  readonly groupOf: GroupOf;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** `conversation`: as the store names it. Never rejects: null where the message is in no channel, or the title cannot be had. */
export type ThreadTitleOf = (place: MessagePlace | null, conversation: string) => Promise<string | null>;

export function createThreadTitles({ graphOf, groupOf, log, now }: ThreadTitleParts): ThreadTitleOf {
  const known = new Map<string, { readonly at: number; readonly title: string | null }>();
  return async (place, conversation) => {
    if (place?.kind !== 'channel') return null;
    const key = `${place.tenant} ${place.channel} ${place.root}`;
    const before = known.get(key);
    if (before !== undefined && now() - before.at < REMEMBERED_MS) return before.title;
    try {
      const path = messagePath({ ...place, message: place.root }, await groupOf(place, conversation));
      const title = firstMessage.parse(await graphOf(place.tenant).get(path)).subject?.trim() ?? '';
      if (known.size >= MAX_THREADS) known.clear();
      known.set(key, { at: now(), title: title === '' ? null : title });
      return title === '' ? null : title;
    } catch (error) {
      log.warn('thread-title-failed', {}, error);
      return null;
    }
  };
}
