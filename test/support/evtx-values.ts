/** Values of binary event logs by type, for files that tests and benchmarks write. */
import { type Element, type Instance, type Value } from './evtx-writer';

const UNIX_EPOCH_SECONDS = 11_644_473_600n;

/** The FILETIME of an ISO 8601 time in UTC with up to seven digits. */
export function fileTimeOf(iso: string): bigint {
  const [whole = '', fraction = ''] = iso.replace(/Z$/, '').split('.');
  const seconds = BigInt(Date.parse(`${whole}Z`) / 1000) + UNIX_EPOCH_SECONDS;
  return seconds * 10_000_000n + BigInt(fraction.padEnd(7, '0'));
}

function bytesOf(size: number, write: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(size);
  write(new DataView(bytes.buffer));
  return bytes;
}

const fixed =
  <T>(type: number, size: number, write: (view: DataView, value: T) => void) =>
  (value: T): Value => ({ type, content: bytesOf(size, (view) => write(view, value)) });

export const absent = (size = 0): Value => ({ type: 0x00, content: new Uint8Array(size).fill(0xaa) });
export const text = (value: string): Value => ({ type: 0x01, content: Buffer.from(value, 'utf16le') });
export const ansi = (value: string): Value => ({ type: 0x02, content: Buffer.from(value, 'latin1') });
export const int8 = fixed<number>(0x03, 1, (view, value) => view.setInt8(0, value));
export const uint8 = fixed<number>(0x04, 1, (view, value) => view.setUint8(0, value));
export const int16 = fixed<number>(0x05, 2, (view, value) => view.setInt16(0, value, true));
export const uint16 = fixed<number>(0x06, 2, (view, value) => view.setUint16(0, value, true));
export const int32 = fixed<number>(0x07, 4, (view, value) => view.setInt32(0, value, true));
export const uint32 = fixed<number>(0x08, 4, (view, value) => view.setUint32(0, value, true));
export const int64 = fixed<bigint>(0x09, 8, (view, value) => view.setBigInt64(0, value, true));
export const uint64 = fixed<bigint>(0x0a, 8, (view, value) => view.setBigUint64(0, value, true));
export const float32 = fixed<number>(0x0b, 4, (view, value) => view.setFloat32(0, value, true));
export const float64 = fixed<number>(0x0c, 8, (view, value) => view.setFloat64(0, value, true));
export const boolean = fixed<boolean>(0x0d, 4, (view, value) => view.setUint32(0, value ? 1 : 0, true));
export const binary = (content: Uint8Array): Value => ({ type: 0x0e, content });
export const size32 = fixed<number>(0x10, 4, (view, value) => view.setUint32(0, value, true));
export const fileTime = fixed<bigint>(0x11, 8, (view, value) => view.setBigUint64(0, value, true));
export const hex32 = fixed<number>(0x14, 4, (view, value) => view.setUint32(0, value, true));
export const hex64 = fixed<bigint>(0x15, 8, (view, value) => view.setBigUint64(0, value, true));
export const xml = (content: Instance | Element): Value => ({ type: 0x21, content });

/** Year, month, day of the week, day, hour, minute, second, millisecond. */
export const systemTime = fixed<readonly number[]>(0x12, 16, (view, parts) =>
  parts.forEach((part, index) => view.setUint16(2 * index, part, true)),
);

/** A GUID as text without braces. */
export function guid(value: string): Value {
  const digits = Buffer.from(value.replace(/-/g, ''), 'hex');
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  return { type: 0x0f, content: Uint8Array.from(order, (index) => digits[index] ?? 0) };
}

/** `S-1-5-21-…` with an authority below 2^32. */
export function sid(value: string): Value {
  const [revision = 0, authority = 0, ...parts] = value.split('-').slice(1).map(Number);
  const content = bytesOf(8 + 4 * parts.length, (view) => {
    view.setUint8(0, revision);
    view.setUint8(1, parts.length);
    view.setUint32(4, authority);
    parts.forEach((part, index) => view.setUint32(8 + 4 * index, part, true));
  });
  return { type: 0x13, content };
}

/** A list of values of one type; texts end with a zero each. */
export function list(values: readonly Value[]): Value {
  const type = values[0]?.type ?? 0x01;
  const isText = type === 0x01;
  const parts = values.map(({ content }) => {
    if (!(content instanceof Uint8Array)) throw new TypeError('A list of binary XML does not exist.');
    return isText ? Buffer.concat([content, Buffer.alloc(2)]) : content;
  });
  return { type: type | 0x80, content: Buffer.concat(parts) };
}
