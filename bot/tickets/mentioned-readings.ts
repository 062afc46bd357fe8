/**
 * Of a listing with thousands of entries only those that share a word or an address with the diagnosis: a note is made within a transaction,
 * and what it does not mention needs no stand-in.
 */
import { type CaseEvidence, type Diagnosis } from '../../analyzers/index';

type Readings = CaseEvidence['readings'];

/** A list that is no longer is learnt as it stands. */
const MAX_LIST = 100;
const WORDS = /[\p{L}\p{N}]+/gu;
const ADDRESSES = /[0-9a-f]*[:.][0-9a-f:.]+/gi;
const IS_ADDRESS = /^[0-9a-f]*[:.][0-9a-f:.]+$/i;

export function mentionedReadings(readings: Readings, diagnosis: Diagnosis): Readings {
  if (!readings.some(({ data }) => longLists(data).length > 0)) return readings;
  const { uploads, ...shown } = diagnosis;
  const text = JSON.stringify([shown, uploads.map(({ name, problems }) => [name, problems])]).toLowerCase();
  const words = new Set(text.match(WORDS));
  const addresses = new Set((text.match(ADDRESSES) ?? []).map((address) => address.replace(/[.:]$/, '')));
  const isMentioned = (value: unknown): boolean => {
    if (typeof value === 'string') {
      const said = value.toLowerCase();
      return IS_ADDRESS.test(said) ? addresses.has(said) : (said.match(WORDS) ?? []).some((word) => words.has(word));
    }
    return typeof value === 'object' && value !== null && Object.values(value).some(isMentioned);
  };
  return readings.map((reading) => {
    const shortened = longLists(reading.data).map(([name, list]) => [name, mentioned(list, isMentioned)] as const);
    // The data has its shape: a list of it has fewer entries.
    return { ...reading, data: { ...reading.data, ...Object.fromEntries(shortened) } } as typeof reading;
  });
}

/** Words that every entry has, such as `Success`, mention nobody: an entry counts by what it has of its own. */
function mentioned(list: readonly unknown[], isMentioned: (value: unknown) => boolean): readonly unknown[] {
  const seen = new Map<unknown, number>();
  const values = (entry: unknown): readonly unknown[] =>
    typeof entry === 'object' && entry !== null ? Object.values(entry) : [entry];
  for (const entry of list) for (const value of values(entry)) seen.set(value, (seen.get(value) ?? 0) + 1);
  const isShared = (value: unknown): boolean => (seen.get(value) ?? 0) > list.length / 2;
  const [first] = list;
  return [
    first,
    ...list.slice(1).filter((entry) => values(entry).some((each) => !isShared(each) && isMentioned(each))),
  ];
}

const longLists = (data: object): readonly (readonly [string, readonly unknown[]])[] =>
  Object.entries(data).flatMap(([name, value]: [string, unknown]) =>
    Array.isArray(value) && value.length > MAX_LIST ? [[name, value as readonly unknown[]] as const] : [],
  );
