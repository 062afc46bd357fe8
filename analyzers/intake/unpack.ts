/** Zip archives become their members, nested ones too, within named bounds; a bad member rejects only itself. */
import AdmZip from 'adm-zip';
import { decode } from 'iconv-lite';
import { type Upload } from '../document';
import { isZip, officeDocument } from './binary-kinds';
import { emptyUpload, MAX_UPLOAD_BYTES, type Refusal, tooLarge } from './refusal';

/** An archive in an archive in an archive is opened; one more is not. */
export const MAX_ARCHIVE_DEPTH = 3;
export const MAX_ARCHIVE_ENTRIES = 2000;
/** What all members of one upload may have together, nested ones included. */
export const MAX_UNPACKED_BYTES = 4 * MAX_UPLOAD_BYTES;
/** Exports of repetitive XML shrink to a fiftieth; what shrinks further is made to burst. Small members may. */
export const MAX_COMPRESSION_RATIO = 250;
const SMALL_MEMBER_BYTES = 1024 * 1024;
/** Of a member's path, as many last parts and characters are kept as a person would recognise it by. */
const MAX_PATH_PARTS = 32;
const MAX_PATH_CHARACTERS = 500;

/** One thing to be read, or the reason why it is not. */
export type Unpacked =
  | { readonly kind: 'member'; readonly upload: Upload }
  | { readonly kind: 'refused'; readonly upload: Upload; readonly refusal: Refusal };

/** What is still allowed for one upload, shared by its nested archives. */
interface Allowance {
  bytes: number;
}

/**
 * The upload itself where it is no archive, else its members, named `ARCHIVE!/MEMBER`, in the order of the archive. The archive itself
 * comes back only where it is refused. Directories and macOS' side files are left out.
 */
export function unpack(upload: Upload): readonly Unpacked[] {
  return open(upload, 0, { bytes: MAX_UNPACKED_BYTES });
}

function open(upload: Upload, depth: number, allowance: Allowance): readonly Unpacked[] {
  if (!isZip(upload.bytes)) return [{ kind: 'member', upload }];
  const refuse = (refusal: Refusal): readonly Unpacked[] => [{ kind: 'refused', upload, refusal }];
  if (depth >= MAX_ARCHIVE_DEPTH) return refuse(tooDeep);
  const entries = entriesOf(upload.bytes);
  if ('code' in entries) return refuse(entries);
  if (entries.some(({ entryName }) => entryName === '[Content_Types].xml')) return refuse(officeDocument);
  const files = entries.filter(({ isDirectory, entryName }) => !isDirectory && !isSideFile(entryName));
  if (files.length === 0) return refuse({ ...emptyUpload, message: 'The archive holds no file.' });
  return files.flatMap((entry) => {
    const member = memberOf(upload.name, entry, allowance);
    return member.kind === 'member' ? open(member.upload, depth + 1, allowance) : [member];
  });
}

const tooDeep: Refusal = {
  code: 'too-deep',
  message: `The archive lies more than ${MAX_ARCHIVE_DEPTH} archives deep. Unpack the outer ones and send it alone.`,
};
const corrupt: Refusal = {
  code: 'corrupt',
  message: 'The archive is damaged or was cut off while it was copied. Pack it again as .zip and send it.',
};

/** The library's own name decoder makes work of the square of a hostile name's length, and knows UTF-8 only. */
const OPTIONS = {
  noSort: true,
  decoder: { efs: true, encode: (name: string) => Buffer.from(name), decode: memberName },
};

function entriesOf(bytes: Uint8Array): readonly AdmZip.IZipEntry[] | Refusal {
  try {
    const archive = new AdmZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), OPTIONS);
    const count = archive.getEntryCount();
    return count > MAX_ARCHIVE_ENTRIES ? tooManyEntries(count) : archive.getEntries();
  } catch {
    return corrupt;
  }
}

const tooManyEntries = (count: number): Refusal => ({
  code: 'too-many-entries',
  message: `The archive has ${count} entries; up to ${MAX_ARCHIVE_ENTRIES} are read. Send only the outputs.`,
});

/** A path as it is shown: old archives carry the OEM page and backslashes; nothing is ever written to it. */
function memberName(raw: Buffer): string {
  const utf8 = raw.subarray(-4 * MAX_PATH_CHARACTERS).toString('utf8');
  const name = utf8.includes('\ufffd') ? decode(raw.subarray(-MAX_PATH_CHARACTERS), 'cp850') : utf8;
  const isFolder = /[\\/]$/.test(name);
  const parts = name
    .slice(-MAX_PATH_CHARACTERS)
    .replace(/\p{Cc}/gu, '')
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .slice(-MAX_PATH_PARTS);
  return parts.join('/') + (isFolder ? '/' : '');
}

const isSideFile = (name: string): boolean => /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/.test(name);

function memberOf(archive: string, entry: AdmZip.IZipEntry, allowance: Allowance): Unpacked {
  const modified = fileTime(entry.header.time);
  const named = { name: `${archive}!/${entry.entryName}`, ...(modified === null ? {} : { modified }) };
  const refuse = (refusal: Refusal): Unpacked => ({
    kind: 'refused',
    upload: { ...named, bytes: new Uint8Array() },
    refusal,
  });
  const { size, compressedSize, flags } = entry.header;
  if ((flags & 1) === 1) return refuse(encrypted);
  const bursts = size > SMALL_MEMBER_BYTES && size > compressedSize * MAX_COMPRESSION_RATIO;
  if (size > MAX_UPLOAD_BYTES) return refuse(tooLarge(size));
  if (size > allowance.bytes || bursts) return refuse(bursting);
  try {
    // The library reads no more than the size that the header says, and checks the checksum.
    const bytes = new Uint8Array(entry.getData());
    allowance.bytes -= bytes.length;
    return { kind: 'member', upload: { ...named, bytes } };
  } catch {
    return refuse({ ...corrupt, message: 'The file is damaged in its archive. Pack it again as .zip and send it.' });
  }
}

const encrypted: Refusal = {
  code: 'encrypted',
  message: 'The file is protected by a password. Pack it again without one and send it.',
};

const bursting: Refusal = {
  code: 'too-large',
  message: 'Unpacked, the file is far larger than its archive. Send it alone, not packed.',
};

/** The file time in an archive is local time without a zone, in steps of two seconds; the library gives it as a local `Date`. */
function fileTime(time: Date): string | null {
  if (Number.isNaN(time.getTime()) || time.getFullYear() < 1981) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}
