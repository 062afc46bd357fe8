/** Zip archives for tests: written field by field, so that a member may lie about itself as no library would let it. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipMember {
  readonly content: Uint8Array | string;
  /** Local time, to two seconds; none unless told. */
  readonly modified?: { readonly date: number; readonly time: number };
  readonly stored?: boolean;
  /** What the directory says in the place of the truth. */
  readonly lies?: {
    readonly size?: number;
    readonly packedSize?: number;
    readonly checksum?: number;
    readonly flags?: number;
    readonly method?: number;
  };
}

/** The archive, its members in the given order (APPNOTE.TXT 4.3: local headers, central directory, end record; no zip64). */
export function zip(members: Readonly<Record<string, ZipMember | Uint8Array | string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, given] of Object.entries(members)) {
    const member: ZipMember = typeof given === 'string' || given instanceof Uint8Array ? { content: given } : given;
    const content = Buffer.from(member.content);
    const stored = member.stored === true;
    const packed = stored ? content : deflateRawSync(content);
    const raw = Buffer.from(name, 'utf8');
    const header = headerOf(member, { size: content.length, packedSize: packed.length, sum: crc32(content), stored });
    header.writeUInt16LE(raw.length, 22);
    parts.push(Buffer.from('PK\x03\x04'), header, raw, packed);
    directory.push(centralEntry(header, raw, offset));
    offset += 4 + header.length + raw.length + packed.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...parts, central, endRecord(directory.length, central.length, offset)]);
}

export interface Truth {
  readonly size: number;
  readonly packedSize: number;
  readonly sum: number;
  readonly stored: boolean;
}

/** The archive of one member that was packed elsewhere. */
export function zipAround(name: string, packed: Uint8Array, truth: Truth): Buffer {
  const raw = Buffer.from(name, 'utf8');
  const header = headerOf({ content: '' }, truth);
  header.writeUInt16LE(raw.length, 22);
  const central = centralEntry(header, raw, 0);
  const offset = 4 + header.length + raw.length + packed.length;
  return Buffer.concat([Buffer.from('PK\x03\x04'), header, raw, packed, central, endRecord(1, central.length, offset)]);
}

/** The 26 bytes that the local header and the directory share. */
function headerOf({ modified, lies = {} }: ZipMember, { size, packedSize, sum, stored }: Truth): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(lies.flags ?? 0x800, 2); // names are UTF-8
  header.writeUInt16LE(lies.method ?? (stored ? 0 : 8), 4);
  header.writeUInt16LE(modified?.time ?? 0, 6);
  header.writeUInt16LE(modified?.date ?? 0x21, 8);
  header.writeUInt32LE(lies.checksum ?? sum, 10);
  header.writeUInt32LE(lies.packedSize ?? packedSize, 14);
  header.writeUInt32LE(lies.size ?? size, 18);
  return header;
}

function centralEntry(header: Buffer, name: Buffer, offset: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), header, tail, name]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** A time as an archive keeps it. */
export const zipTime = (
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): NonNullable<ZipMember['modified']> => ({
  date: ((year - 1980) << 9) | (month << 5) | day,
  time: (hour << 11) | (minute << 5) | (second >> 1),
});
