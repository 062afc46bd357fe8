/** What the door asks of an activity before anybody else sees it: nothing that comes over the wire is assumed. */
import { z } from 'zod';

/** Ids of Teams have about 200 characters. */
const MAX_ID_CHARACTERS = 1000;
/** Teams cuts a message far below this. */
const MAX_TEXT_CHARACTERS = 200_000;

/** An id becomes part of an address, which half of a sign outside of the basic plane cannot. */
export const activityId = z
  .string()
  .max(MAX_ID_CHARACTERS)
  .regex(/^\P{Surrogate}*$/u);
const id = activityId;
/** The SDK sends it along as a header too (`x-ms-conversation-id`), which takes the signs of Latin-1 only. */
const conversationId = id.regex(/^[\t\x20-\x7e\x80-\xff]*$/);
/** A name may have been cut in the middle of a sign. */
const name = z.string().max(MAX_ID_CHARACTERS);
const account = z.looseObject({ id: id.optional(), name: name.nullish(), aadObjectId: id.optional() });

/**
 * The SDK reads the kind of every entity, and of a mention who is meant and what stands for it in the text, without looking whether they are there
 * (botbuilder-core, TurnContext.getMentions).
 */
const entity = z
  .looseObject({ type: id })
  .and(
    z.union([
      z.looseObject({ type: z.string().regex(/^(?!mention$)/i) }),
      z.looseObject({ mentioned: account, text: z.string().max(MAX_TEXT_CHARACTERS).nullish() }),
    ]),
  );

/** Unknown members stay: the SDK and the bot read more of them, each part with a check of its own. */
const activity = z.looseObject({
  type: z.string().min(1).max(100),
  id: id.optional(),
  channelId: id.optional(),
  serviceUrl: z.string().max(MAX_ID_CHARACTERS).optional(),
  localTimestamp: id.optional(),
  localTimezone: id.nullish(),
  locale: id.nullish(),
  text: z.string().max(MAX_TEXT_CHARACTERS).nullish(),
  from: account.optional(),
  recipient: account.optional(),
  conversation: z
    .looseObject({ id: conversationId, name: name.nullish(), conversationType: id.nullish(), tenantId: id.nullish() })
    .optional(),
  attachments: z
    .array(z.looseObject({ contentType: id }))
    .max(100)
    .nullish(),
  // Nor does the SDK look whether what it takes for a list is null.
  entities: z
    .array(entity)
    .max(1000)
    .nullish()
    .transform((entities) => entities ?? undefined),
  membersAdded: z.array(account).max(1000).nullish(),
  membersRemoved: z.array(account).max(1000).nullish(),
  channelData: z
    .looseObject({
      team: z.looseObject({ id: id.optional() }).nullish(),
      channel: z.looseObject({ name: name.nullish() }).nullish(),
    })
    .nullish(),
  action: id.nullish(),
  replyToId: id.nullish(),
});

/** The SDK takes it for granted that an activity names its conversation and who it was sent to: without them it cannot be answered. */
export const incomingActivity = activity.refine(
  ({ conversation, recipient }) => conversation !== undefined && recipient?.id !== undefined,
);

export type IncomingActivity = z.output<typeof incomingActivity>;
