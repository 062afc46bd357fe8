/** Writes binary event logs as Windows does, chunk by chunk: with templates or without, sound unless a test damages them afterwards. */
import { crc32 } from 'node:zlib';

/** Something in the place of text. */
export type Part =
  | string
  | { readonly substitution: number; readonly type: number; readonly isOptional?: boolean }
  | { readonly cdata: string }
  | { readonly characterReference: number }
  | { readonly entity: string };

export interface Element {
  readonly name: string;
  readonly attributes?: readonly (readonly [name: string, value: readonly Part[]])[];
  readonly content?: readonly (Part | Element)[];
}

export interface Template {
  /** The first 32 bits of its GUID. */
  readonly id: number;
  readonly root: Element;
}

export interface Instance {
  readonly template: Template;
  readonly values: readonly Value[];
}

/** A value of a type; binary XML (type 0x21) is an instance or an element. */
export interface Value {
  readonly type: number;
  readonly content: Uint8Array | Instance | Element;
}

export interface WrittenRecord {
  readonly number: bigint;
  /** A FILETIME. */
  readonly written: bigint;
  readonly body: Instance | Element;
}

export interface LogOptions {
  readonly minorVersion?: number;
  /** File flags: 1 dirty, 2 full, 4 no checksums. */
  readonly flags?: number;
}

export interface EvtxWriter {
  readonly add: (record: WrittenRecord) => void;
  /** Writes the last chunk and returns the header, which knows how many there are. */
  readonly end: () => Buffer;
  /** How many chunks were handed over so far. */
  readonly chunks: () => number;
}

export const FILE_HEADER_BYTES = 4096;
export const CHUNK_BYTES = 65_536;
export const CHUNK_HEADER_BYTES = 512;
const NO_CHECKSUMS = 4;
/** Thrown where a record does not fit what is left of a chunk. */
const FULL = new Error('The chunk is full.');
const STRING_BUCKETS = { at: 128, count: 64 };
const TEMPLATE_BUCKETS = { at: 384, count: 32 };

/** A whole small log in memory. */
export function evtxFile(records: Iterable<WrittenRecord>, options: LogOptions = {}): Buffer {
  const chunks: Buffer[] = [];
  const writer = createEvtxWriter((chunk) => chunks.push(Buffer.from(chunk)), options);
  for (const record of records) writer.add(record);
  const header = writer.end();
  return Buffer.concat([header, ...chunks]);
}

/** A writer that hands each chunk over as it is full; the buffer is used again afterwards. */
export function createEvtxWriter(onChunk: (chunk: Buffer) => void, options: LogOptions = {}): EvtxWriter {
  const hasChecksums = ((options.flags ?? 0) & NO_CHECKSUMS) === 0;
  let chunk = openChunk();
  let chunks = 0;
  let next = 0n;

  const close = (): void => {
    if (chunk.records === 0) return;
    onChunk(sealed(chunk, hasChecksums));
    chunks += 1;
  };
  return {
    add: (record) => {
      if (!writeRecord(chunk, record)) {
        close();
        chunk = openChunk();
        if (!writeRecord(chunk, record)) throw new RangeError('The record does not fit a chunk.');
      }
      next = record.number + 1n;
    },
    end: () => {
      close();
      return fileHeader(chunks, next, options);
    },
    chunks: () => chunks,
  };
}

function fileHeader(chunks: number, next: bigint, { minorVersion = 1, flags = 0 }: LogOptions): Buffer {
  const header = Buffer.alloc(FILE_HEADER_BYTES);
  header.write('ElfFile\0', 'latin1');
  header.writeBigUInt64LE(BigInt(Math.max(0, chunks - 1)), 16);
  header.writeBigUInt64LE(next, 24);
  header.writeUInt32LE(128, 32);
  header.writeUInt16LE(minorVersion, 36);
  header.writeUInt16LE(3, 38);
  header.writeUInt16LE(FILE_HEADER_BYTES, 40);
  header.writeUInt16LE(chunks & 0xffff, 42);
  header.writeUInt32LE(flags, 120);
  if ((flags & NO_CHECKSUMS) === 0) header.writeUInt32LE(crc32(header.subarray(0, 120)), 124);
  return header;
}

interface OpenChunk {
  readonly bytes: Buffer;
  readonly names: Map<string, number>;
  readonly templates: Map<number, number>;
  /** The tables of the header as they were before the record that is being written. */
  readonly tables: Buffer;
  position: number;
  records: number;
  firstNumber: bigint;
  lastNumber: bigint;
  lastAt: number;
}

function openChunk(): OpenChunk {
  return {
    bytes: Buffer.alloc(CHUNK_BYTES),
    names: new Map(),
    templates: new Map(),
    tables: Buffer.alloc(CHUNK_HEADER_BYTES - STRING_BUCKETS.at),
    position: CHUNK_HEADER_BYTES,
    records: 0,
    firstNumber: 0n,
    lastNumber: 0n,
    lastAt: 0,
  };
}

/** Writes the header of a full chunk, with the checksums last. */
function sealed(chunk: OpenChunk, hasChecksums: boolean): Buffer {
  const { bytes } = chunk;
  bytes.write('ElfChnk\0', 'latin1');
  for (const [at, number] of [
    [8, chunk.firstNumber],
    [16, chunk.lastNumber],
    [24, chunk.firstNumber],
    [32, chunk.lastNumber],
  ] as const) {
    bytes.writeBigUInt64LE(number, at);
  }
  bytes.writeUInt32LE(128, 40);
  bytes.writeUInt32LE(chunk.lastAt, 44);
  bytes.writeUInt32LE(chunk.position, 48);
  if (hasChecksums) sealChunk(bytes);
  return bytes;
}

/** Makes the checksums of a chunk right again, for tests that damage it in a way a checksum does not show. */
export function sealChunk(chunk: Buffer): void {
  chunk.writeUInt32LE(crc32(chunk.subarray(CHUNK_HEADER_BYTES, chunk.readUInt32LE(48))), 52);
  chunk.writeUInt32LE(crc32(chunk.subarray(128, CHUNK_HEADER_BYTES), crc32(chunk.subarray(0, 120))), 124);
}

/** False where the record does not fit any more; what was written of it is cleared then. */
function writeRecord(chunk: OpenChunk, record: WrittenRecord): boolean {
  const at = chunk.position;
  const { bytes } = chunk;
  bytes.copy(chunk.tables, 0, STRING_BUCKETS.at, CHUNK_HEADER_BYTES);
  try {
    if (at + 24 > CHUNK_BYTES) throw FULL;
    bytes.writeUInt32LE(0x2a2a, at);
    bytes.writeBigUInt64LE(record.number, at + 8);
    bytes.writeBigUInt64LE(record.written, at + 16);
    chunk.position = at + 24;
    writeFragment(chunk, record.body);
    const size = chunk.position + 4 - at;
    if (at + size > CHUNK_BYTES) throw FULL;
    bytes.writeUInt32LE(size, chunk.position);
    bytes.writeUInt32LE(size, at + 4);
  } catch (fault) {
    if (fault !== FULL) throw fault;
    bytes.fill(0, at);
    chunk.tables.copy(bytes, STRING_BUCKETS.at);
    chunk.position = at;
    return false;
  }
  chunk.position += 4;
  if (chunk.records === 0) chunk.firstNumber = record.number;
  chunk.records += 1;
  chunk.lastNumber = record.number;
  chunk.lastAt = at;
  return true;
}

const isInstance = (body: Uint8Array | Instance | Element): body is Instance => 'template' in body;

function writeFragment(chunk: OpenChunk, body: Instance | Element): void {
  write8(chunk, 0x0f, 1, 1, 0);
  if (isInstance(body)) writeInstance(chunk, body);
  else writeElement(chunk, body, false);
  write8(chunk, 0x00);
}

function writeInstance(chunk: OpenChunk, { template, values }: Instance): void {
  write8(chunk, 0x0c, 1);
  write32(chunk, template.id);
  const known = chunk.templates.get(template.id);
  const definition = known ?? chunk.position + 4;
  write32(chunk, definition);
  if (known === undefined) writeDefinition(chunk, template);
  write32(chunk, values.length);
  const descriptors = room(chunk, 4 * values.length);
  for (const [index, { type, content }] of values.entries()) {
    const start = chunk.position;
    if (content instanceof Uint8Array) writeBytes(chunk, content);
    else writeFragment(chunk, content);
    chunk.bytes.writeUInt16LE(chunk.position - start, descriptors + 4 * index);
    chunk.bytes.writeUInt16LE(type, descriptors + 4 * index + 2);
  }
}

/** A template's number is the beginning of its GUID, and its place in the chunk's table of templates. */
function writeDefinition(chunk: OpenChunk, { id, root }: Template): void {
  const at = chunk.position;
  linked(chunk, TEMPLATE_BUCKETS.at + 4 * (id % TEMPLATE_BUCKETS.count), at);
  write32(chunk, id, 0x4d61726b, 0x20756f59, 0x73657365);
  const size = room(chunk, 4);
  const start = chunk.position;
  write8(chunk, 0x0f, 1, 1, 0);
  writeElement(chunk, root, true);
  write8(chunk, 0x00);
  chunk.bytes.writeUInt32LE(chunk.position - start, size);
  chunk.templates.set(id, at);
}

function writeElement(chunk: OpenChunk, element: Element, inTemplate: boolean): void {
  const { name, attributes = [], content = [] } = element;
  write8(chunk, attributes.length > 0 ? 0x41 : 0x01);
  if (inTemplate) write16(chunk, 0xffff);
  const size = room(chunk, 4);
  writeName(chunk, name);
  if (attributes.length > 0) {
    const list = room(chunk, 4);
    attributes.forEach(([attribute, value], index) => {
      write8(chunk, index < attributes.length - 1 ? 0x46 : 0x06);
      writeName(chunk, attribute);
      writeParts(chunk, value, inTemplate);
    });
    chunk.bytes.writeUInt32LE(chunk.position - list - 4, list);
  }
  if (element.content === undefined) write8(chunk, 0x03);
  else {
    write8(chunk, 0x02);
    writeParts(chunk, content, inTemplate);
    write8(chunk, 0x04);
  }
  chunk.bytes.writeUInt32LE(chunk.position - size - 4, size);
}

function writeParts(chunk: OpenChunk, parts: readonly (Part | Element)[], inTemplate: boolean): void {
  parts.forEach((part, index) => {
    const more = index < parts.length - 1 ? 0x40 : 0;
    if (typeof part === 'string') {
      write8(chunk, 0x05 | more, 0x01);
      writeText(chunk, part);
    } else if ('name' in part) writeElement(chunk, part, inTemplate);
    else if ('substitution' in part) {
      write8(chunk, part.isOptional === false ? 0x0d : 0x0e);
      write16(chunk, part.substitution);
      write8(chunk, part.type);
    } else if ('cdata' in part) {
      write8(chunk, 0x07 | more);
      writeText(chunk, part.cdata);
    } else if ('characterReference' in part) {
      write8(chunk, 0x08 | more);
      write16(chunk, part.characterReference);
    } else {
      write8(chunk, 0x09 | more);
      writeName(chunk, part.entity);
    }
  });
}

/** A name is written where it is first used and linked into the chunk's table of strings; later it is only referred to. */
function writeName(chunk: OpenChunk, name: string): void {
  const known = chunk.names.get(name);
  write32(chunk, known ?? chunk.position + 4);
  if (known !== undefined) return;
  const at = chunk.position;
  const hash = nameHash(name);
  linked(chunk, STRING_BUCKETS.at + 4 * (hash % STRING_BUCKETS.count), at);
  write16(chunk, hash);
  writeText(chunk, name);
  write16(chunk, 0);
  chunk.names.set(name, at);
}

/** Puts an entry at the head of its bucket's list: it begins with the offset of the one that was there. */
function linked(chunk: OpenChunk, bucket: number, at: number): void {
  write32(chunk, chunk.bytes.readUInt32LE(bucket));
  chunk.bytes.writeUInt32LE(at, bucket);
}

function nameHash(name: string): number {
  let hash = 0;
  for (let index = 0; index < name.length; index += 1) {
    hash = (Math.imul(hash, 65_599) + name.charCodeAt(index)) >>> 0;
  }
  return hash & 0xffff;
}

function writeText(chunk: OpenChunk, text: string): void {
  write16(chunk, text.length);
  writeBytes(chunk, Buffer.from(text, 'utf16le'));
}

function writeBytes(chunk: OpenChunk, bytes: Uint8Array): void {
  chunk.bytes.set(bytes, room(chunk, bytes.length));
}

function write8(chunk: OpenChunk, ...values: readonly number[]): void {
  for (const value of values) chunk.bytes.writeUInt8(value, room(chunk, 1));
}

function write16(chunk: OpenChunk, value: number): void {
  chunk.bytes.writeUInt16LE(value, room(chunk, 2));
}

function write32(chunk: OpenChunk, ...values: readonly number[]): void {
  for (const value of values) chunk.bytes.writeUInt32LE(value >>> 0, room(chunk, 4));
}

/** Where so many bytes go; thrown `FULL` where they do not fit. */
function room(chunk: OpenChunk, bytes: number): number {
  if (chunk.position + bytes > CHUNK_BYTES) throw FULL;
  chunk.position += bytes;
  return chunk.position - bytes;
}
