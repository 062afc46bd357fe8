/** Damage that a text takes on its way: lines lost, doubled, wrapped, cut, mixed with others, quoted, and signs that nobody typed. */
import { type SeededRandom } from '../support/seeded-random';

/** A mutant that grew further is cut here. */
export const MAX_TEXT_CHARACTERS = 256 * 1024;
const MAX_REPEATS = 2000;
const LONG_LINE = 50_000;
/** Signs that chat, mail and editors put in, and ones that end a line for some readers only. */
const ODD_SIGNS = [
  '\0',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\u0085',
  '\u000b',
  '\f',
  '\t',
  '\u001b[31m',
  '\u202e',
  '\ud800',
  '“',
  '–',
];
const WORDS = [
  'Ok.',
  'C:\\Windows\\system32>',
  'C:\\Windows\\system32>netsh advfirewall monitor show mmsa',
  'PS C:\\> Get-NetIPsecMainModeSA',
  '-'.repeat(70),
  'Main Mode SA at 11/24/2026 09:00:00',
  'No SAs match the specified criteria.',
  'The requested operation requires elevation (Run as administrator).',
  '##### netsh-mmsa netsh advfirewall monitor show mmsa #####',
  '##### end exit 0 #####',
  '#< CLIXML',
  '<Event>',
  '[{',
  '2002:836b:2::836b:2',
  '::',
  '%%8199',
  '0x80092013',
];
const EDGE_NUMBERS = ['0', '-1', '4294967295', '4294967296', '99999999999999999999', '0x', '1e309', '٣'];

type Mutation = (text: string, random: SeededRandom, others: readonly string[]) => string;

/** The text after a few mutations; `others` lend lines. */
export function mutatedText(text: string, random: SeededRandom, others: readonly string[]): string {
  let mutated = text;
  const changes = 1 + random.below(random.below(4) === 0 ? 12 : 3);
  for (let change = 0; change < changes; change += 1) {
    mutated = random.pick(MUTATIONS)(mutated, random, others).slice(0, MAX_TEXT_CHARACTERS);
  }
  return mutated;
}

/** The beginning of a text: at the end of a line as often as within one. */
export function cutText(text: string, random: SeededRandom): string {
  const at = random.below(text.length);
  if (random.below(2) === 0) return text.slice(0, at);
  const end = text.indexOf('\n', at);
  return end < 0 ? text.slice(0, at) : text.slice(0, end + 1);
}

/** A span of lines. */
function span(lines: readonly string[], random: SeededRandom): readonly [number, number] {
  const from = random.below(lines.length);
  return [from, Math.min(lines.length, from + 1 + random.below(random.pick([1, 3, 20, 200])))];
}

const inLines =
  (
    change: (lines: readonly string[], random: SeededRandom, others: readonly string[]) => readonly string[],
  ): Mutation =>
  (text, random, others) =>
    change(text.split('\n'), random, others).join('\n');

const without = inLines((lines, random) => lines.toSpliced(...lengthOf(span(lines, random))));
const doubled = inLines((lines, random) => {
  const [from, to] = span(lines, random);
  return lines.toSpliced(from, 0, ...lines.slice(from, to));
});
const repeated = inLines((lines, random) => {
  const [from, to] = span(lines, random);
  const piece = lines.slice(from, Math.min(to, from + 20));
  const characters = piece.reduce((sum, line) => sum + line.length + 1, 0);
  // What is longer is cut, so that a long piece need not be made so often that it fills the memory.
  const times = Math.min(
    1 + random.below(random.pick([3, 50, MAX_REPEATS])),
    Math.ceil(MAX_TEXT_CHARACTERS / characters),
  );
  return lines.toSpliced(from, 0, ...Array.from({ length: times }, () => piece).flat());
});
const swapped = inLines((lines, random) => {
  const [one, other] = [random.below(lines.length), random.below(lines.length)];
  return lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '');
});
const mixed = inLines((lines, random, others) => {
  const other = random.pick(others).split('\n');
  return lines.toSpliced(random.below(lines.length), 0, ...other.slice(...span(other, random)));
});
const lineCut = inLines((lines, random) => {
  const at = random.below(lines.length);
  const line = lines[at] ?? '';
  return lines.with(at, line.slice(0, random.below(line.length + 1)));
});
const joined = inLines((lines, random) => {
  const at = random.below(lines.length);
  return lines.toSpliced(at, 2, `${(lines[at] ?? '').trimEnd()}${random.pick(['', ' '])}${lines[at + 1] ?? ''}`);
});
const wrapped = inLines((lines, random) => {
  const width = random.pick([40, 76, 80, 120]);
  return lines.flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? [line]);
});
const quoted = inLines((lines, random) => {
  const mark = random.pick(['> ', '| ', '    ', '\t', '12: ', '* ']);
  return lines.map((line) => mark + line);
});
const wordPut = inLines((lines, random) =>
  lines.toSpliced(random.below(lines.length + 1), 0, `${random.pick(WORDS)}\r`),
);
const longLine = inLines((lines, random) => {
  const at = random.below(lines.length);
  const piece = random.pick(['A', ' ', ':', '-', ', ', '(', '"', 'a:b ', '::', '\\', '<', '&amp;', '0']);
  return lines.with(at, (lines[at] ?? '') + piece.repeat(random.below(LONG_LINE / piece.length)));
});
const shuffledPiece = inLines((lines, random) => {
  const [from, to] = span(lines, random);
  return [...lines.slice(0, from), ...lines.slice(from, to).reverse(), ...lines.slice(to)];
});
const lineEnds: Mutation = (text, random) =>
  text.replaceAll('\r\n', random.pick(['\n', '\r', '\n\n', '\r\r\n', '\u2028']));
const oddSign: Mutation = (text, random) => inserted(text, random, random.pick(ODD_SIGNS));
const manyOddSigns: Mutation = (text, random) => text.replaceAll(random.pick([' ', ':', '\n']), random.pick(ODD_SIGNS));
const signGone: Mutation = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + text.slice(at + 1 + random.below(random.pick([1, 4, 80])));
};
const signOver: Mutation = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + String.fromCharCode(32 + random.below(95)) + text.slice(at + 1);
};
const numberOver: Mutation = (text, random) => {
  const numbers = [...text.matchAll(/\d+/g)];
  if (numbers.length === 0) return text;
  const { index, 0: number } = random.pick(numbers);
  return text.slice(0, index) + random.pick(EDGE_NUMBERS) + text.slice(index + number.length);
};
const cut: Mutation = (text, random) => cutText(text, random);
const beginningLost: Mutation = (text, random) => text.slice(random.below(text.length));

const lengthOf = ([from, to]: readonly [number, number]): [number, number] => [from, to - from];

function inserted(text: string, random: SeededRandom, piece: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

/** What happens most in a chat is there most often. */
const MUTATIONS: readonly Mutation[] = [
  without,
  without,
  doubled,
  repeated,
  swapped,
  mixed,
  mixed,
  lineCut,
  joined,
  wrapped,
  quoted,
  wordPut,
  wordPut,
  longLine,
  shuffledPiece,
  lineEnds,
  oddSign,
  manyOddSigns,
  signGone,
  signOver,
  signOver,
  numberOver,
  numberOver,
  cut,
  beginningLost,
];
