/** A file of the bot among the attachments of a message, in the two forms in which Teams draws one. */
import { z } from 'zod';

import { type BotFile } from './chat-message';

const offered = z.looseObject({
  contentType: z.literal('application/vnd.microsoft.teams.card.file.consent'),
  name: z.string(),
  content: z.looseObject({ description: z.string(), acceptContext: z.unknown() }),
});
const taken = z.looseObject({
  contentType: z.literal('application/vnd.microsoft.teams.card.file.info'),
  name: z.string(),
  contentUrl: z.url(),
});

export function botFileOf(attachments: readonly unknown[]): BotFile | null {
  const [attachment] = attachments;
  const offer = offered.safeParse(attachment);
  if (offer.success) {
    const { name, content } = offer.data;
    return { kind: 'offered', name, description: content.description, context: content.acceptContext };
  }
  const file = taken.safeParse(attachment);
  return file.success ? { kind: 'taken', name: file.data.name, path: new URL(file.data.contentUrl).pathname } : null;
}
