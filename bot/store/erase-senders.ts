/** A conversation's reference names whoever wrote there last: finds that person in them, and takes the name out. */
import { type Kysely, type Selectable } from 'kysely';
import { z } from 'zod';

import { type Tables } from './tables';

type Conversation = Selectable<Tables['conversations']>;

/** The personal conversations in which a person wrote. */
export async function personalConversationsOf(tx: Kysely<Tables>, person: string): Promise<readonly string[]> {
  const named = await conversationsNaming(tx, person);
  return named.filter(({ scope }) => scope === 'personal').map(({ key }) => key);
}

/** The conversations in which a person was the last to write. */
export async function conversationsNaming(tx: Kysely<Tables>, person: string): Promise<readonly Conversation[]> {
  const found: Conversation[] = [];
  await forEachConversation(tx, (conversation) => {
    if (isSender(conversation, person)) found.push(conversation);
    return Promise.resolve();
  });
  return found;
}

/** The bot reaches a conversation without it just as well. */
export async function forgetSender(tx: Kysely<Tables>, person: string): Promise<void> {
  await forEachConversation(tx, async (conversation) => {
    if (!isSender(conversation, person)) return;
    await tx
      .updateTable('conversations')
      .set({ reference: JSON.stringify({ ...referenceOf(conversation), user: undefined }) })
      .where('key', '=', conversation.key)
      .execute();
  });
}

const BATCH = 500;

async function forEachConversation(
  tx: Kysely<Tables>,
  work: (conversation: Conversation) => Promise<void>,
): Promise<void> {
  for (let after = ''; ;) {
    const rows = await tx
      .selectFrom('conversations')
      .selectAll()
      .where('key', '>', after)
      .orderBy('key')
      .limit(BATCH)
      .execute();
    for (const row of rows) await work(row);
    after = rows.at(-1)?.key ?? after;
    if (rows.length < BATCH) return;
  }
}

const storedReference = z.looseObject({
  user: z.looseObject({ id: z.string().optional(), aadObjectId: z.string().optional() }).optional(),
});

/** Teams names a person by an id of the bot's own and by the id of the directory; either may be in a person's key. */
function isSender(conversation: Conversation, person: string): boolean {
  const { user } = referenceOf(conversation);
  return [user?.id, user?.aadObjectId].some(
    (id) => id !== undefined && `${conversation.tenant ?? ''}/${id}` === person,
  );
}

function referenceOf({ reference }: Conversation): z.output<typeof storedReference> {
  try {
    return storedReference.safeParse(JSON.parse(reference)).data ?? {};
  } catch {
    return {};
  }
}
