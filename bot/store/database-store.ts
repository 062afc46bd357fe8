/** The cases and conversations of a home, as the living case and the doors see them. */
import { z } from 'zod';

import { type CaseStore, type ConversationStore } from '../cases/case-store';
import { caseNumber } from './case-id';
import { beginCase, caseOf, keepCase, openCase, storedCase } from './case-rows';
import { liveReference, rememberConversation } from './conversations';
import { type Home } from './home';
import { isFirstDelivery } from './seen-activities';

export interface DatabaseStore extends CaseStore, ConversationStore {
  /** Rejects where the database does not answer. */
  readonly check: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** `now` gives milliseconds since 1970. */
export function createDatabaseStore({ db, check, close }: Home, now: () => number): DatabaseStore {
  const doing = (): { readonly at: number; readonly person: null } => ({ at: now(), person: null });
  return {
    openCase: (conversation) => db.transaction().execute((tx) => openCase(tx, conversation, doing())),
    caseOf: (conversation, id) => caseOf(db, conversation, id),
    beginCase: (conversation) => db.transaction().execute((tx) => beginCase(tx, conversation, doing())),
    keep: (record) =>
      db.transaction().execute(async (tx) => {
        const row = await tx
          .selectFrom('cases')
          .selectAll()
          .where('number', '=', caseNumber(record.id) ?? 0)
          .executeTakeFirst();
        if (row?.version !== record.version) return false;
        return keepCase(tx, await storedCase(tx, row), record, doing());
      }),
    remember: (key, reference) => rememberConversation(db, key, reference, placeOf(reference), now()),
    referenceOf: (key) => liveReference(db, key),
    firstDelivery: (conversation, activity) => isFirstDelivery(db, conversation, activity, now()),
    check,
    close,
  };
}

const conversationReference = z.object({
  conversation: z.object({ conversationType: z.string().nullish(), tenantId: z.string().nullish() }),
});

/** Anything that the reference does not name is treated as a channel, where the bot is most careful. */
function placeOf(reference: unknown): Parameters<typeof rememberConversation>[3] {
  const conversation = conversationReference.safeParse(reference).data?.conversation;
  const type = conversation?.conversationType;
  return {
    tenant: conversation?.tenantId ?? null,
    scope: type === 'personal' ? 'personal' : type === 'groupChat' ? 'group' : 'channel',
    team: null,
  };
}
