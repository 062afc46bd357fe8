/**
 * How Teams hands a file of the bot over, in the personal chat only: a card asks the person, whose answer brings an address to put the
 * bytes to, and another card shows where they are (Microsoft Learn, "Send and receive files using bot").
 */
import { z } from 'zod';

import { type CollectScript } from '../../analyzers/index';
import { type Language, sentenceInLanguage } from '../../cards/index';
import { conversationKey } from './inbound-message';
import { type IncomingActivity } from './incoming-activity';

export const CONSENT_INVOKE = 'fileConsent/invoke';
const OFFER_TYPE = 'application/vnd.microsoft.teams.card.file.consent';
const TAKEN_TYPE = 'application/vnd.microsoft.teams.card.file.info';

export const fileAttachment = z.object({
  contentType: z.enum([OFFER_TYPE, TAKEN_TYPE]),
  name: z.string(),
  contentUrl: z.string().exactOptional(),
  content: z.unknown(),
});
export type FileAttachment = z.output<typeof fileAttachment>;

/** What comes back from a client names a script; its bytes are made here. */
const order = z.object({ shell: z.enum(['cmd', 'powershell']), on: z.enum(['client', 'server']) });
export type ScriptOrder = z.output<typeof order>;

/** The question whether the person takes the script. */
export const scriptOffer = ({ shell, on, fileName, script }: CollectScript): FileAttachment => ({
  contentType: OFFER_TYPE,
  name: fileName,
  content: {
    description: `The script that gathers everything on a ${on}. It only reads.`,
    sizeInBytes: Buffer.byteLength(script),
    acceptContext: { shell, on },
    declineContext: { shell, on },
  },
});

/** The same attachment, its words in the language of whoever reads it; the script itself is the same in every language. */
export function attachmentInLanguage(attachment: FileAttachment, language: Language): FileAttachment {
  const content = offered.safeParse(attachment.content);
  if (!content.success) return attachment;
  const description = sentenceInLanguage(content.data.description, language);
  return { ...attachment, content: { ...content.data, description } };
}

const offered = z.looseObject({ description: z.string() });

const MAX_ADDRESS_CHARACTERS = 8000;
const MAX_NAME_CHARACTERS = 255;

const uploadInfo = z.object({
  uploadUrl: z.string().max(MAX_ADDRESS_CHARACTERS),
  contentUrl: z.string().max(MAX_ADDRESS_CHARACTERS),
  name: z.string().max(MAX_NAME_CHARACTERS),
  uniqueId: z.string().max(MAX_NAME_CHARACTERS),
  fileType: z.string().max(MAX_NAME_CHARACTERS).exactOptional(),
});
export type UploadPlace = z.output<typeof uploadInfo>;

const answered = z.discriminatedUnion('action', [
  z.looseObject({ action: z.literal('accept'), context: order, uploadInfo }),
  z.looseObject({ action: z.literal('decline'), context: order }),
]);

export interface FileConsent {
  readonly conversation: string;
  readonly order: ScriptOrder;
  /** Where the bytes go; null where the person does not want them. */
  readonly place: UploadPlace | null;
  /** The message that asked. */
  readonly offerActivityId: string | null;
}

/** null where the activity is no answer to a question of ours. */
export function fileConsent(activity: IncomingActivity): FileConsent | null {
  const parsed = answered.safeParse(activity['value']);
  if (!parsed.success) return null;
  const { data } = parsed;
  return {
    conversation: conversationKey(activity),
    order: data.context,
    place: data.action === 'accept' ? data.uploadInfo : null,
    offerActivityId: activity.replyToId ?? null,
  };
}

/** Shows where the file is. */
export const takenFile = ({ name, contentUrl, uniqueId, fileType }: UploadPlace): FileAttachment => ({
  contentType: TAKEN_TYPE,
  name,
  contentUrl,
  content: { uniqueId, fileType: fileType ?? name.split('.').at(-1) ?? '' },
});
