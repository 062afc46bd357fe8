/** What is no text: pictures, binary logs, traces and programs, told by their first bytes, each with what to send instead. */
import { type Refusal } from './refusal';

/** How much of an upload is looked at to tell text from binary. */
export const SAMPLE_BYTES = 64 * 1024;
/** A text has hardly any control characters; of a program, a picture or a compressed file they are an eighth. */
const MAX_CONTROL_SHARE = 0.02;

const picture: Refusal = {
  code: 'picture',
  message:
    'This is a picture. Copy the text of the window instead: mark it with the mouse, press Enter, and paste it here.',
};
const eventLog: Refusal = {
  code: 'event-log-binary',
  message:
    'This is a binary event log. Export it as XML and send that file: wevtutil qe Security.evtx /lf:true /f:xml > security.xml',
};
const cabinet: Refusal = {
  code: 'cabinet',
  message:
    'This is a cabinet file, as netsh wfp capture and netsh trace leave it. Send the text output of the commands instead, first of all netsh advfirewall monitor show mmsa, or unpack it (expand -F:* FILE.cab FOLDER) and send the text files and wfpdiag.xml in it.',
};
const trace: Refusal = {
  code: 'trace',
  message:
    'This is a network trace (.etl, .pcap), which only network analysis tools read. Send the text output of the commands instead, first of all: netsh advfirewall monitor show mmsa',
};
export const officeDocument: Refusal = {
  code: 'office-document',
  message: 'This is an office document. Copy its text into the chat, or save it as a plain text file and send that.',
};
const otherArchive: Refusal = {
  code: 'other-archive',
  message: 'This archive is of a kind that is not unpacked. Pack the files as .zip and send that.',
};
const binary: Refusal = {
  code: 'binary',
  message: 'This is no text. Send what a command printed, as a text file or pasted into the chat.',
};

/** First bytes as Latin-1 text. PNG, JPEG, GIF, TIFF, WebP and HEIC begin so; ElfFile is .evtx, LfLe the older .evt. */
const SIGNATURES: readonly (readonly [RegExp, Refusal])[] = [
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF[^]{4}WEBP|[^]{4}ftyp|BM[^]{4}\0\0\0\0)/, picture],
  [/^(?:ElfFile\0|[^]{4}LfLe)/, eventLog],
  [/^MSCF/, cabinet],
  [/^(?:\xd4\xc3\xb2\xa1|\xa1\xb2\xc3\xd4|\x0a\x0d\x0d\x0a[^]{4}[\x1a\x4d]|GMBU)/, trace],
  [/^(?:\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|%PDF-|\{\\rtf)/, officeDocument],
  [/^(?:7z\xbc\xaf|Rar!|\x1f\x8b|BZh\d|\xfd7zXZ)/, otherArchive],
  [/^MZ[^]{2,}/, binary],
];

/**
 * The header of the first event of an event trace log, behind the 72 bytes of its buffer's header: version 2 of a system header for 32
 * or 64 bits, with its marker (evntrace.h, `SYSTEM_TRACE_HEADER`).
 */
const TRACE_HEADER_AT = 0x48;
const TRACE_HEADER = /^\x02\0[\x01\x02]\xc0/;

/** The refusal for bytes whose beginning is that of a known kind which is no text; null otherwise. */
export function knownBinaryKind(bytes: Uint8Array): Refusal | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const event = Buffer.from(bytes.subarray(TRACE_HEADER_AT, TRACE_HEADER_AT + 4)).toString('latin1');
  if (TRACE_HEADER.test(event)) return trace;
  const kind = SIGNATURES.find(([signature]) => signature.test(head))?.[1] ?? null;
  // `MZ` are two letters: a program has control bytes after them, a text does not.
  return kind === binary && !isMostlyControl(bytes) ? null : kind;
}

/**
 * The refusal for bytes that are no text although nothing is known of their kind. NULs do not count: `>>` of PowerShell after `>` of
 * cmd leaves UTF-16 behind 8-bit text, which reads well once they are dropped.
 */
export function unknownBinaryKind(bytes: Uint8Array, name: string): Refusal | null {
  const isNamedTrace = /\.(?:etl|pcapng|pcap|cap)$/i.test(name);
  if (isNamedTrace && bytes.subarray(0, SAMPLE_BYTES).includes(0)) return trace;
  if (!isMostlyControl(bytes)) return null;
  return isNamedTrace ? trace : binary;
}

function isMostlyControl(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let controls = 0;
  for (const byte of sample) {
    const harmless = byte === 0 || (byte >= 0x07 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b;
    if (byte < 0x20 && !harmless) controls += 1;
  }
  return controls > Math.max(1, sample.length * MAX_CONTROL_SHARE);
}

/** Whether the bytes are a zip archive: a member or the end of an empty one comes first. */
export function isZip(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  return first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
}
