/** The value types of binary XML as text, as Windows writes them into XML. */
import { type ChunkBytes, utf16Text } from './chunk-bytes';
import { damaged } from './damage';
import { fileTimeText } from './file-time';
import { spendCharacters, spendSteps } from './work-budget';

/** The type of a substitution that is binary XML itself, and the bit that makes a type a list. */
export const BINARY_XML_TYPE = 0x21;
export const ARRAY_BIT = 0x80;
const NO_VALUE = 0x00;
const STRING = 0x01;
const ANSI_STRING = 0x02;
const BOOLEAN = 0x0d;
const BINARY = 0x0e;
const SIZE = 0x10;
const SID = 0x13;
const XML_STRING = 0x23;

/** A type whose values all have one size, in bytes. */
interface FixedType {
  readonly bytes: number;
  readonly text: (view: DataView, at: number) => string;
}

const FIXED_TYPES: readonly (FixedType | undefined)[] = fixedTypes([
  [0x03, 1, (view, at) => String(view.getInt8(at))],
  [0x04, 1, (view, at) => String(view.getUint8(at))],
  [0x05, 2, (view, at) => String(view.getInt16(at, true))],
  [0x06, 2, (view, at) => String(view.getUint16(at, true))],
  [0x07, 4, (view, at) => String(view.getInt32(at, true))],
  [0x08, 4, (view, at) => String(view.getUint32(at, true))],
  [0x09, 8, (view, at) => String(view.getBigInt64(at, true))],
  [0x0a, 8, (view, at) => String(unsigned64(view, at))],
  [0x0b, 4, (view, at) => floatText(view.getFloat32(at, true), singleText)],
  [0x0c, 8, (view, at) => floatText(view.getFloat64(at, true), String)],
  [BOOLEAN, 4, (view, at) => booleanText(view.getUint32(at, true))],
  [0x0f, 16, guidText],
  [0x11, 8, fileTimeValue],
  [0x12, 16, systemTimeText],
  [0x14, 4, (view, at) => `0x${view.getUint32(at, true).toString(16)}`],
  [0x15, 8, (view, at) => `0x${unsigned64(view, at).toString(16)}`],
]);
/** HexInt32 and HexInt64, which a size is one of. */
const SIZE_TYPES: Readonly<Record<number, FixedType | undefined>> = { 4: FIXED_TYPES[0x14], 8: FIXED_TYPES[0x15] };

/** The code page of the machine that wrote an ANSI text is not known; this one is the most frequent, and right for ASCII. */
const ansi = new TextDecoder('windows-1252');
/** GUIDs are written in capitals, as the oldest Windows does. */
const HEX_DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));

/** The text of one value, not a list. A size that does not fit the type is damage. */
export function valueText(chunk: ChunkBytes, type: number, at: number, size: number): string {
  if (type === STRING || type === XML_STRING) return utf16Text(chunk, at, size);
  if (type === NO_VALUE || size === 0) return '';
  if (at + size > chunk.size) damaged();
  const fixed = type === SIZE ? SIZE_TYPES[size] : FIXED_TYPES[type];
  if (fixed?.bytes === size) return fixed.text(chunk.view, at);
  switch (type) {
    case ANSI_STRING:
      return ansi.decode(chunk.bytes.subarray(at, at + size)).replace(/\0+$/, '');
    case SID:
      return sidText(chunk.view, at, size);
    case BOOLEAN:
      return size === 1 ? booleanText(chunk.view.getUint8(at)) : damaged();
    default:
      // Binary, and types that no Windows writes: their bytes, so that nothing is lost.
      return fixed === undefined || type === BINARY
        ? chunk.bytes.toString('hex', at, at + size).toUpperCase()
        : damaged();
  }
}

/** The items of a list. Texts end with a zero each; a last one without is kept. */
export function listTexts(chunk: ChunkBytes, type: number, at: number, size: number): readonly string[] {
  if (at + size > chunk.size) damaged();
  const items: string[] = [];
  if (type === STRING || type === ANSI_STRING) {
    if (size === 0) return items;
    const text =
      type === STRING
        ? chunk.bytes.toString('utf16le', at, at + (size & ~1))
        : ansi.decode(chunk.bytes.subarray(at, at + size));
    items.push(...text.replace(/\0$/, '').split('\0'));
  } else {
    const width = fixedSize(type === SIZE ? (size % 8 === 0 ? 0x15 : 0x14) : type);
    for (let item = at; item + width <= at + size; item += width) {
      items.push(valueText(chunk, type, item, width));
    }
  }
  spendSteps(chunk.budget, items.length);
  for (const item of items) spendCharacters(chunk.budget, item.length);
  return items;
}

/** Bytes of a value of a type; damage where they vary. */
export function fixedSize(type: number): number {
  return FIXED_TYPES[type]?.bytes ?? damaged();
}

function fixedTypes(
  list: readonly (readonly [type: number, bytes: number, text: FixedType['text']])[],
): readonly (FixedType | undefined)[] {
  const types: (FixedType | undefined)[] = [];
  for (const [type, bytes, text] of list) types[type] = { bytes, text };
  return types;
}

/** Most 64-bit numbers fit a double, which is cheaper than a BigInt. */
function unsigned64(view: DataView, at: number): number | bigint {
  const high = view.getUint32(at + 4, true);
  return high < 0x20_0000 ? high * 0x1_0000_0000 + view.getUint32(at, true) : view.getBigUint64(at, true);
}

const booleanText = (value: number): string => (value === 0 ? 'false' : 'true');

/** The first three parts of a GUID are numbers in little-endian order, the rest bytes. */
function guidText(view: DataView, at: number): string {
  const digits = (from: number): string => HEX_DIGITS[view.getUint8(at + from)] ?? '';
  const first = digits(3) + digits(2) + digits(1) + digits(0);
  const middle = `${digits(5)}${digits(4)}-${digits(7)}${digits(6)}-${digits(8)}${digits(9)}`;
  return `${first}-${middle}-${digits(10)}${digits(11)}${digits(12)}${digits(13)}${digits(14)}${digits(15)}`;
}

function fileTimeValue(view: DataView, at: number): string {
  const high = view.getUint32(at + 4, true);
  return fileTimeText(high, view.getUint32(at, true)) ?? `0x${view.getBigUint64(at, true).toString(16)}`;
}

/** Year, month, day of the week, day, hour, minute, second, millisecond: 16 bits each. */
function systemTimeText(view: DataView, at: number): string {
  const part = (index: number, digits: number): string =>
    String(view.getUint16(at + 2 * index, true)).padStart(digits, '0');
  const day = `${part(0, 4)}-${part(1, 2)}-${part(3, 2)}`;
  return `${day}T${part(4, 2)}:${part(5, 2)}:${part(6, 2)}.${part(7, 3)}Z`;
}

/** `S-1-5-21-…`: a revision, the number of parts, an authority of 48 bits in big-endian order, the parts. */
function sidText(view: DataView, at: number, size: number): string {
  const parts = size < 8 ? damaged() : view.getUint8(at + 1);
  if (size < 8 + 4 * parts) damaged();
  let text = `S-${view.getUint8(at)}-${view.getUint16(at + 2) * 0x1_0000_0000 + view.getUint32(at + 4)}`;
  for (let part = 0; part < parts; part += 1) text += `-${view.getUint32(at + 8 + 4 * part, true)}`;
  return text;
}

/** What the C library of Windows prints for numbers that are none. */
function floatText(value: number, text: (value: number) => string): string {
  if (Number.isNaN(value)) return '-1.#IND';
  return Number.isFinite(value) ? text(value) : value > 0 ? '1.#INF' : '-1.#INF';
}

/** The shortest decimal that is this number in 32 bits. */
function singleText(value: number): string {
  for (let digits = 1; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(value);
}
