/** A message as Graph has it, which is the only one that tells of its files: the bot's own copy leaves them out in channels and group chats. */
import { Parser } from 'htmlparser2';
import { z } from 'zod';

import { type PostedLink } from './drive-item';

/** A file of the message: a link to where SharePoint or OneDrive keeps it, or what Teams keeps with the message itself. */
export type PostedFile =
  ({ readonly kind: 'link' } & PostedLink) | { readonly kind: 'hosted'; readonly name: string; readonly id: string };

export interface PostedMessage {
  /** Its author or a moderator has deleted it; then nothing is in it. */
  readonly isDeleted: boolean;
  readonly files: readonly PostedFile[];
}

const MAX_ADDRESS_CHARACTERS = 8000;
const MAX_NAME_CHARACTERS = 255;

/** What every attachment of a message may have. */
export const linkAttachment = z.looseObject({
  contentType: z.string().nullish(),
  contentUrl: z.string().max(MAX_ADDRESS_CHARACTERS).nullish(),
  name: z.string().nullish(),
});

/** Microsoft Graph, resource chatMessage; of its many members those that are used. */
const chatMessage = z.looseObject({
  deletedDateTime: z.string().nullish(),
  body: z.looseObject({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  attachments: z.array(linkAttachment.extend({ content: z.string().nullish() })).nullish(),
});

/** A snippet of code: its text is hosted content (Microsoft Teams, "Send code snippets"). */
const SNIPPET = 'application/vnd.microsoft.card.codesnippet';
const snippet = z.looseObject({ name: z.string().nullish(), codeSnippetUrl: z.string().max(MAX_ADDRESS_CHARACTERS) });

/** null where it is no message at all. */
export function postedMessage(json: unknown): PostedMessage | null {
  const parsed = chatMessage.safeParse(json);
  if (!parsed.success) return null;
  const { deletedDateTime, body, attachments } = parsed.data;
  if (deletedDateTime != null) return { isDeleted: true, files: [] };
  const attached = (attachments ?? []).flatMap((attachment): readonly PostedFile[] => {
    const link = linkIn(attachment);
    if (link !== null) return [{ kind: 'link', ...link }];
    return attachment.contentType === SNIPPET ? snippetOf(attachment.content) : [];
  });
  const pictures = body?.contentType === 'html' ? hostedPictures(body.content ?? '') : [];
  return { isDeleted: false, files: [...attached, ...pictures] };
}

/** Microsoft Graph, resource chatMessageAttachment: a file that SharePoint or OneDrive keeps; null where it is something else. */
export function linkIn({ contentType, contentUrl, name }: z.output<typeof linkAttachment>): PostedLink | null {
  if (contentType !== 'reference' || contentUrl == null || contentUrl === '') return null;
  return { name: nameOf(name, contentUrl), url: contentUrl };
}

function snippetOf(content: string | null | undefined): readonly PostedFile[] {
  const parsed = snippet.safeParse(parsedJson(content ?? ''));
  if (!parsed.success) return [];
  const id = hostedId(parsed.data.codeSnippetUrl);
  return id === null ? [] : [{ kind: 'hosted', name: cleaned(parsed.data.name ?? '') || 'snippet.txt', id }];
}

/** Pasted pictures; emoji and stickers of Teams stand elsewhere and are no files of a person. */
function hostedPictures(html: string): readonly PostedFile[] {
  const ids = new Set<string>();
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const id = name === 'img' ? hostedId(attributes['src'] ?? '') : null;
      if (id !== null) ids.add(id);
    },
  });
  parser.end(html);
  return [...ids].map((id, index) => ({ kind: 'hosted', name: `picture-${index + 1}`, id }));
}

const HOSTED = /\/hostedContents\/([A-Za-z0-9_=+-]{1,2000})\/\$value$/;

/** Only the id is taken from an address: the rest of the path is that of the message, whatever stands there. */
const hostedId = (address: string): string | null => HOSTED.exec(address)?.[1] ?? null;

function nameOf(name: string | null | undefined, url: string): string {
  const last = URL.canParse(url) ? (new URL(url).pathname.split('/').at(-1) ?? '') : '';
  return cleaned(name ?? '') || cleaned(decoded(last)) || 'file.txt';
}

/** The name without a path: it is shown and quoted, never opened. */
const cleaned = (name: string): string =>
  name
    .slice(0, MAX_NAME_CHARACTERS)
    .replace(/^.*[/\\]/, '')
    .trim();

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
