/** Damage to the structure of a JSON value: members lost, doubled, of another kind, hostile, endless. */
import { type SeededRandom } from '../support/seeded-random';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const DEPTH = 2000;
const deep = (): Json => {
  let value: Json = 'end';
  for (let level = 0; level < DEPTH; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};
const HOSTILE: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  0.5,
  2 ** 53,
  '',
  ' ',
  '\0',
  'null',
  '\ud800',
  'a'.repeat(1001),
  'ä'.repeat(20_000),
  '../../etc/passwd',
  "'; drop table cases; --",
  '__proto__',
  'constructor',
  '<at>Tunnel Triage</at>',
  '<script>alert(1)</script>',
  '${7*7}',
  '%00',
  'https://smba.trafficmanager.net.evil.example/',
  'http://169.254.169.254/latest/meta-data/',
  'file:///etc/passwd',
  '9999-99-99T99:99:99Z',
  '2026-11-24T11:50:00.000Z',
  [],
  {},
  [[]],
  [null],
  { __proto__: null },
];
const NAMES = ['__proto__', 'constructor', 'toString', 'id', 'type', 'name', 'value', 'text', '', 'ü', 'length'];

/** The value after one to four changes of its structure. */
export function mutatedJson(value: Json, random: SeededRandom): Json {
  let mutated = value;
  const changes = 1 + random.below(4);
  for (let change = 0; change < changes; change += 1) mutated = changedSomewhere(mutated, random);
  return mutated;
}

/** Down a path of members taken by chance, to where the change happens. */
function changedSomewhere(value: Json, random: SeededRandom): Json {
  const names = namesIn(value);
  // The root itself is rarely what is wrong.
  if (names.length === 0 || random.below(12) === 0) return hostile(random);
  const name = random.pick(names);
  const inner = memberOf(value, name);
  if (namesIn(inner).length > 0 && random.below(3) > 0) return withMember(value, name, changedSomewhere(inner, random));
  switch (random.below(7)) {
    case 0:
      return withoutMember(value, name);
    case 1:
      return withMember(value, random.pick(NAMES), inner);
    case 2:
      return withMember(
        value,
        name,
        Array.from({ length: random.pick([1, 2, 101, 1001]) }, () => inner),
      );
    case 3:
      return withMember(value, name, { [random.pick(NAMES)]: inner });
    case 4:
      return typeof inner === 'string'
        ? withMember(value, name, damagedText(inner, random))
        : withoutMember(value, name);
    default:
      return withMember(value, name, hostile(random));
  }
}

const hostile = (random: SeededRandom): Json => (random.below(60) === 0 ? deep() : random.pick(HOSTILE));

function damagedText(text: string, random: SeededRandom): string {
  const at = random.below(text.length + 1);
  const piece = random.pick(HOSTILE.filter((each) => typeof each === 'string'));
  return text.slice(0, at) + piece + text.slice(at + random.below(3));
}

const namesIn = (value: Json): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

const memberOf = (value: Json, name: string): Json =>
  (Object.entries(value as Readonly<Record<string, Json>>).find(([each]) => each === name)?.[1] ?? null) satisfies Json;

function withMember(value: Json, name: string, member: Json): Json {
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    const at = Number(name);
    return Number.isInteger(at) && at < list.length ? list.with(at, member) : [...list, member];
  }
  // fromEntries makes an own member of `__proto__` too, as a parser of JSON does.
  const others = Object.entries(value as Readonly<Record<string, Json>>).filter(([each]) => each !== name);
  return Object.fromEntries([...others, [name, member]]);
}

const withoutMember = (value: Json, name: string): Json =>
  Array.isArray(value)
    ? (value as readonly Json[]).filter((_, place) => String(place) !== name)
    : Object.fromEntries(Object.entries(value as Readonly<Record<string, Json>>).filter(([each]) => each !== name));
