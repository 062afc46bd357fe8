/** A refusal: why an upload is not looked at, as a code for tests and a sentence for its sender. */
import { MAX_ARCHIVE_DEPTH, MAX_ARCHIVE_ENTRIES, MAX_UPLOAD_BYTES } from './bounds';

export interface Refusal {
  readonly code:
    | 'picture'
    | 'event-log-binary'
    | 'cabinet'
    | 'trace'
    | 'office-document'
    | 'binary'
    | 'other-archive'
    | 'too-large'
    | 'encrypted'
    | 'corrupt'
    | 'unreadable'
    | 'empty'
    | 'too-deep'
    | 'too-many-entries';
  /** One sentence or two: what was seen, and what to send instead. */
  readonly message: string;
}

/** Nothing is in it. */
export const emptyUpload: Refusal = {
  code: 'empty',
  message: 'The file is empty. Run the command again and send what it prints.',
};
export const emptyArchive: Refusal = { code: 'empty', message: 'The archive holds no file.' };

/** More than `limit` bytes; the sentence has both sizes in MB. */
export function tooLarge(bytes: number, limit = MAX_UPLOAD_BYTES): Refusal {
  return {
    code: 'too-large',
    message: `The file has ${megabytes(bytes)}; up to ${megabytes(limit)} are read. Send the output of one command, or for an event log the IPsec events alone.`,
  };
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / (1024 * 1024))} MB`;

/** What does not fit beside what was read before it. */
export const noRoom: Refusal = {
  code: 'too-large',
  message: 'Together with what was read before it, the file is more than is read at once. Send it alone.',
};
export const bursting: Refusal = {
  code: 'too-large',
  message: 'Unpacked, the file is far larger than its archive. Send it alone, not packed.',
};
export const tooDeep: Refusal = {
  code: 'too-deep',
  message: `The archive lies more than ${MAX_ARCHIVE_DEPTH} archives deep. Unpack the outer ones and send it alone.`,
};
export const tooManyEntries = (count: number): Refusal => ({
  code: 'too-many-entries',
  message: `The archive has ${count} entries; up to ${MAX_ARCHIVE_ENTRIES} are read. Send only the outputs.`,
});
export const corruptArchive: Refusal = {
  code: 'corrupt',
  message: 'The archive is damaged or was cut off while it was copied. Pack it again as .zip and send it.',
};
export const corruptMember: Refusal = {
  code: 'corrupt',
  message: 'The file is damaged in its archive. Pack it again as .zip and send it.',
};
export const encrypted: Refusal = {
  code: 'encrypted',
  message: 'The file is protected by a password. Pack it again without one and send it.',
};
/** Windows packs files of more than 2 GB in a way of its own (Deflate64), other programs in others. */
export const packedOtherwise: Refusal = {
  code: 'other-archive',
  message:
    'The file is packed in a way that is not read. Send it alone, or pack it as .zip with the usual compression.',
};
/** The disk or the connection failed in the middle. */
export const unreadable = (reason: string): Refusal => ({
  code: 'unreadable',
  message: `The file could not be read to its end (${reason}). Copy it and send the copy.`,
});

/** A refusal as a fault: what reads piece by piece ends so. */
export const failing = (refusal: Refusal): Error & { readonly refusal: Refusal } =>
  Object.assign(new Error(refusal.code), { refusal });

/** The refusal that a fault carries; null for any other fault. */
export const refusalOf = (fault: unknown): Refusal | null =>
  fault instanceof Error && 'refusal' in fault ? (fault.refusal as Refusal) : null; // only `failing` makes such faults
