/** The cases and conversations of a home for tests of the store, each change in a transaction of its own. */
import { z } from 'zod';

import { type CaseRecord } from '../../bot/cases/case-record';
import { caseNumber } from '../../bot/store/case-id';
import { beginCase, caseOf, keepCase, openCase, storedCase } from '../../bot/store/case-rows';
import { liveReference, rememberConversation } from '../../bot/store/conversations';
import { type Home } from '../../bot/store/home';
import { isFirstDelivery } from '../../bot/store/seen-activities';

export interface DatabaseStore {
  readonly openCase: (conversation: string) => Promise<CaseRecord>;
  readonly caseOf: (conversation: string, id: string) => Promise<CaseRecord | null>;
  readonly beginCase: (conversation: string) => Promise<CaseRecord>;
  /** False where the stored one changed since `record` was read. */
  readonly keep: (record: CaseRecord) => Promise<boolean>;
  readonly remember: (conversation: string, reference: unknown) => Promise<void>;
  readonly referenceOf: (conversation: string) => Promise<unknown>;
  readonly firstDelivery: (conversation: string, activity: string) => Promise<boolean>;
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
