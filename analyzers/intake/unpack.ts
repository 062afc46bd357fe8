/** Zip archives become their members, nested ones too, within named bounds; a bad member rejects only itself. */
import { type ArchiveEntry, openArchive, type SeekableSource } from './archive';
import { isZip, officeDocument } from './binary-kinds';
import {
  MAX_ARCHIVE_DEPTH,
  MAX_ARCHIVE_ENTRIES,
  MAX_COMPRESSION_RATIO,
  MAX_EVENT_LOG_BYTES,
  MAX_UNPACKED_BYTES,
  MAX_UPLOAD_BYTES,
} from './bounds';
import {
  bursting,
  corruptArchive,
  emptyArchive,
  encrypted,
  failing,
  noRoom,
  type Refusal,
  refusalOf,
  tooDeep,
  tooLarge,
  tooManyEntries,
  unreadable,
} from './refusal';
import { type AnyUpload, joined, type Opened, openSource, sourceOf } from './source';
import { type UploadSource } from '../document';

/** How much of everything is looked at to tell what it is. */
export const HEAD_BYTES = 64 * 1024;
/** A member of up to this size may shrink as far as it will. */
const SMALL_MEMBER_BYTES = 1024 * 1024;

/** One thing to be read: an upload that is no archive, or a member of one. Either `hold` or `stream` it, once. */
export interface Member {
  /** `ARCHIVE!/MEMBER` for a member. */
  readonly name: string;
  /** File time as the archive or the disk keeps it, ISO 8601. */
  readonly modified: string | null;
  /** In bytes; null where nobody knows before the end. */
  readonly size: number | null;
  /** Its first bytes, up to HEAD_BYTES. */
  readonly head: Uint8Array;
  /** All bytes in memory, up to MAX_UPLOAD_BYTES. Throws a refusal. */
  readonly hold: () => Promise<Uint8Array>;
  /** All bytes piece by piece, up to MAX_EVENT_LOG_BYTES. Throws a refusal. */
  readonly stream: () => AsyncIterable<Uint8Array>;
}

/** One thing to be read, or the reason why it is not. */
export type Unpacked =
  | { readonly kind: 'member'; readonly member: Member }
  | { readonly kind: 'refused'; readonly source: UploadSource; readonly refusal: Refusal };

/** What is still allowed, in bytes: of what is held for one upload with all archives in it, and of what is streamed. */
export interface Allowance {
  held: number;
  streamed: number;
}

export const allowanceOf = (held = MAX_UNPACKED_BYTES): Allowance => ({
  held: Math.min(held, MAX_UNPACKED_BYTES),
  streamed: MAX_EVENT_LOG_BYTES,
});

/**
 * The upload itself where it is no archive, else its members, in the order of the archive. The archive itself comes back only where
 * it is refused. Folders and macOS' side files are left out. Each member must be read before the next one is asked for.
 */
export function unpack(upload: AnyUpload, allowance: Allowance = allowanceOf()): AsyncGenerator<Unpacked, void, void> {
  return open(sourceOf(upload), 0, allowance);
}

async function* open(source: UploadSource, depth: number, allowance: Allowance): AsyncGenerator<Unpacked, void, void> {
  const refused = (refusal: Refusal): Unpacked => ({ kind: 'refused', source, refusal });
  let opened: Opened;
  try {
    opened = await openSource(source, HEAD_BYTES);
  } catch (fault) {
    yield refused(refusalOf(fault) ?? unreadable(reasonOf(fault)));
    return;
  }
  try {
    const member = memberOf(source, opened, allowance);
    if (!isZip(opened.head)) yield { kind: 'member', member };
    else if (depth >= MAX_ARCHIVE_DEPTH) yield refused(tooDeep);
    else {
      const archive = isSeekable(source) ? source : await heldArchive(member);
      if ('code' in archive) yield refused(archive);
      else yield* membersOf(archive, depth, allowance);
    }
  } finally {
    await opened.close();
  }
}

const isSeekable = (source: UploadSource): source is SeekableSource =>
  source.range !== undefined && source.size !== null;

/** An archive that can only be read onward, as one within another or one from a pipe, is held. */
async function heldArchive(member: Member): Promise<SeekableSource | Refusal> {
  try {
    // Bytes in memory have a size and can be read at every place.
    return sourceOf({ name: member.name, bytes: await member.hold() }) as SeekableSource;
  } catch (fault) {
    return refusalOf(fault) ?? unreadable(reasonOf(fault));
  }
}

async function* membersOf(
  archive: SeekableSource,
  depth: number,
  allowance: Allowance,
): AsyncGenerator<Unpacked, void, void> {
  const refused = (refusal: Refusal): Unpacked => ({ kind: 'refused', source: archive, refusal });
  const opened = await openArchive(archive).catch(() => null);
  if (opened === null) return yield refused(corruptArchive);
  const { count, entries } = opened;
  if (count > MAX_ARCHIVE_ENTRIES) return yield refused(tooManyEntries(count));
  if (entries.some(({ path }) => path === '[Content_Types].xml')) return yield refused(officeDocument);
  const files = entries.filter(({ path }) => !path.endsWith('/') && !isSideFile(path));
  if (files.length === 0) return yield refused(emptyArchive);
  for (const entry of files) {
    const source = sourceOfEntry(archive.name, entry);
    const refusal = refusalBefore(entry);
    if (refusal === null) yield* open(source, depth + 1, allowance);
    else yield { kind: 'refused', source, refusal };
  }
}

const isSideFile = (path: string): boolean => /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/.test(path);

/** What a look at the directory is enough to refuse. */
function refusalBefore({ isEncrypted, size, packedSize }: ArchiveEntry): Refusal | null {
  if (isEncrypted) return encrypted;
  return size > SMALL_MEMBER_BYTES && size > packedSize * MAX_COMPRESSION_RATIO ? bursting : null;
}

const sourceOfEntry = (archive: string, { path, size, modified, content }: ArchiveEntry): UploadSource => ({
  name: `${archive}!/${path}`,
  size,
  ...(modified === null ? {} : { modified }),
  chunks: content,
});

function memberOf(source: UploadSource, { head, pieces }: Opened, allowance: Allowance): Member {
  const { name, size, modified = null } = source;
  const within = async function* (limit: number, kind: keyof Allowance): AsyncGenerator<Uint8Array, void, void> {
    if ((size ?? 0) > limit) throw failing(tooLarge(size ?? 0, limit));
    if ((size ?? 0) > allowance[kind]) throw failing(noRoom);
    let seen = 0;
    for await (const piece of readable(pieces)) {
      seen += piece.length;
      allowance[kind] -= piece.length;
      if (seen > limit) throw failing(tooLarge(seen, limit));
      if (allowance[kind] < 0) throw failing(noRoom);
      yield piece;
    }
  };
  return {
    name,
    modified,
    size,
    head,
    hold: async () => {
      const all: Uint8Array[] = [];
      for await (const piece of within(MAX_UPLOAD_BYTES, 'held')) all.push(piece);
      return joined(all);
    },
    stream: () => within(MAX_EVENT_LOG_BYTES, 'streamed'),
  };
}

/** A fault of the disk or of a pipe becomes a refusal. */
async function* readable(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  try {
    yield* pieces;
  } catch (fault) {
    throw refusalOf(fault) === null ? failing(unreadable(reasonOf(fault))) : fault;
  }
}

const reasonOf = (fault: unknown): string =>
  typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : 'it broke off';
