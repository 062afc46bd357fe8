/** Mutants of sample files for fuzzing: bytes in, damaged bytes out, the same for the same number, whatever the form of the file. */
import { seededRandom, type SeededRandom } from './seeded-random';

/** What mutants are made of. */
export interface MutantSource {
  /** Files that are damaged; at least one, none empty. */
  readonly samples: readonly Uint8Array[];
  /** Words of the format that are written over or into a file: tags, quotes, magics. */
  readonly words?: readonly (string | Uint8Array)[];
  /** The largest mutant in bytes; a longer one is cut. 256 KiB where left out. */
  readonly maxBytes?: number;
}

export const MAX_MUTANT_BYTES = 256 * 1024;
/** Numbers at the edges of sizes, counts and signs. */
const EDGES = [0, 1, 2, 3, 7, 8, 0x0d, 0x0a, 0x22, 0x26, 0x3c, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff];
const WIDE_EDGES = [0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];
const MAX_SPAN = 4096;

/** The mutant of that number: it alone is enough to make it again. */
export function mutant(source: MutantSource, number: number): Uint8Array {
  const random = seededRandom(number);
  const limit = source.maxBytes ?? MAX_MUTANT_BYTES;
  let bytes = Uint8Array.from(random.pick(source.samples).subarray(0, limit));
  const changes = 1 + random.below(random.below(4) === 0 ? 40 : 6);
  for (let change = 0; change < changes; change += 1) bytes = mutate(bytes, source, random).slice(0, limit);
  return bytes;
}

/** Mutants number `first` to `first + count - 1`. */
export function* mutants(source: MutantSource, count: number, first = 1): Generator<readonly [number, Uint8Array]> {
  for (let number = first; number < first + count; number += 1) yield [number, mutant(source, number)];
}

type Mutation = (bytes: Uint8Array, source: MutantSource, random: SeededRandom) => Uint8Array;

function mutate(bytes: Uint8Array, source: MutantSource, random: SeededRandom): Uint8Array {
  return bytes.length === 0 ? bytes : random.pick(MUTATIONS)(bytes, source, random);
}

/** Single bytes are damaged most often: such a mutant stays readable up to the damage, and is read deepest. */
const MUTATIONS: readonly Mutation[] = [
  flipBit,
  flipBit,
  writeByte,
  writeByte,
  writeEdge,
  writeEdge,
  writeWideEdge,
  writeWord,
  insertWord,
  removeSpan,
  repeatSpan,
  moveSpan,
  takeSpanOfAnother,
  fillSpan,
  cutOff,
];

function flipBit(bytes: Uint8Array, _: MutantSource, random: SeededRandom): Uint8Array {
  const at = random.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  return bytes;
}

function writeByte(bytes: Uint8Array, _: MutantSource, random: SeededRandom): Uint8Array {
  bytes[random.below(bytes.length)] = random.below(2) === 0 ? random.below(256) : random.pick(EDGES) & 0xff;
  return bytes;
}

function writeEdge(bytes: Uint8Array, _: MutantSource, random: SeededRandom): Uint8Array {
  const edge = random.pick(EDGES);
  return over(bytes, [edge & 0xff, edge >>> 8], random.below(bytes.length));
}

function writeWideEdge(bytes: Uint8Array, _: MutantSource, random: SeededRandom): Uint8Array {
  const edge = random.below(2) === 0 ? random.pick(WIDE_EDGES) : random.below(0x20000);
  const littleEndian = [edge & 0xff, (edge >>> 8) & 0xff, (edge >>> 16) & 0xff, edge >>> 24];
  return over(bytes, littleEndian, random.below(bytes.length));
}

function writeWord(bytes: Uint8Array, source: MutantSource, random: SeededRandom): Uint8Array {
  return over(bytes, word(source, random), random.below(bytes.length));
}

function insertWord(bytes: Uint8Array, source: MutantSource, random: SeededRandom): Uint8Array {
  return joined(bytes, random.below(bytes.length + 1), 0, word(source, random));
}

function removeSpan(bytes: Uint8Array, _: MutantSource, random: SeededRandom): Uint8Array {
  return joined(bytes, random.below(bytes.length), spanLength(bytes, random), []);
}

function repeatSpan(bytes: Uint8Array, _: MutantSource, random: SeededRandom): Uint8Array {
  const at = random.below(bytes.length);
  const span = bytes.slice(at, at + spanLength(bytes, random));
  const times = 1 + random.below(span.length < 64 ? 64 : 3);
  return joined(bytes, at, 0, Buffer.concat(Array.from({ length: times }, () => span)));
}

function moveSpan(bytes: Uint8Array, _: MutantSource, random: SeededRandom): Uint8Array {
  const from = random.below(bytes.length);
  const length = Math.min(spanLength(bytes, random), bytes.length - from);
  bytes.copyWithin(random.below(bytes.length), from, from + length);
  return bytes;
}

function takeSpanOfAnother(bytes: Uint8Array, source: MutantSource, random: SeededRandom): Uint8Array {
  const other = random.pick(source.samples);
  const from = random.below(other.length);
  return over(bytes, other.subarray(from, from + spanLength(other, random)), random.below(bytes.length));
}

function fillSpan(bytes: Uint8Array, _: MutantSource, random: SeededRandom): Uint8Array {
  const at = random.below(bytes.length);
  bytes.fill(random.pick([0, 0x20, 0x41, 0xff]), at, at + spanLength(bytes, random));
  return bytes;
}

function cutOff(bytes: Uint8Array, _: MutantSource, random: SeededRandom): Uint8Array {
  return bytes.slice(0, bytes.length - Math.min(bytes.length - 1, spanLength(bytes, random)));
}

/** Short spans are as likely as long ones. */
function spanLength(bytes: Uint8Array, random: SeededRandom): number {
  const longest = Math.min(bytes.length, random.pick([4, 16, 256, MAX_SPAN]));
  return 1 + random.below(longest);
}

function word({ words = [] }: MutantSource, random: SeededRandom): Uint8Array {
  if (words.length === 0) return Uint8Array.of(random.below(256));
  const picked = random.pick(words);
  return typeof picked === 'string' ? Buffer.from(picked, random.below(3) === 0 ? 'utf16le' : 'utf8') : picked;
}

function over(bytes: Uint8Array, written: ArrayLike<number>, at: number): Uint8Array {
  for (let index = 0; index < written.length && at + index < bytes.length; index += 1) {
    bytes[at + index] = written[index] ?? 0;
  }
  return bytes;
}

function joined(bytes: Uint8Array, at: number, removed: number, added: ArrayLike<number>): Uint8Array {
  // No Buffer: its `fill` and `slice` are others than those of a plain array.
  return new Uint8Array(Buffer.concat([bytes.subarray(0, at), Uint8Array.from(added), bytes.subarray(at + removed)]));
}
