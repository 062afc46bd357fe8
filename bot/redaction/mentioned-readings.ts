/**
 * Of a listing with thousands of entries only those that share a word or an address with the diagnosis: a note is made within a transaction,
 * and what it does not mention needs no stand-in.
 */
import { type CaseEvidence, type Diagnosis } from '../../analyzers/index';

type Readings = CaseEvidence['readings'];

/** A list that is no longer is learnt as it stands. */
const MAX_LIST = 100;
const WORDS = /[\p{L}\p{N}]+/gu;
const ADDRESSES = /(?<![0-9a-f])[0-9a-f]*[:.][0-9a-f:.]+/gi;
const IS_ADDRESS = /^[0-9a-f]*[:.][0-9a-f:.]+$/i;

export function mentionedReadings(readings: Readings, diagnosis: Diagnosis): Readings {
  if (!readings.some(({ data }) => longLists(data).length > 0)) return readings;
  const { uploads, ...shown } = diagnosis;
  const text = JSON.stringify([shown, uploads.map(({ name, problems }) => [name, problems])]).toLowerCase();
  const addresses = (text.match(ADDRESSES) ?? []).map((address) => address.replace(/[.:]$/, ''));
  const said: ReadonlySet<string> = new Set([...(text.match(WORDS) ?? []), ...addresses]);
  return readings.map((reading) => {
    const shortened = longLists(reading.data).map(([name, list]) => [name, mentioned(list, said)] as const);
    // The data has its shape: a list of it has fewer entries.
    return { ...reading, data: { ...reading.data, ...Object.fromEntries(shortened) } } as typeof reading;
  });
}

/**
 * A word that most entries have, such as `Success` or the name of the company, tells none from the others: it is learnt with the first entry
 * that has it, and any other entry counts by what few have.
 */
function mentioned(list: readonly unknown[], said: ReadonlySet<string>): readonly unknown[] {
  const parts = list.map((entry) => new Set(partsOf(entry)));
  const counts = new Map<string, number>();
  for (const entry of parts) for (const part of entry) counts.set(part, (counts.get(part) ?? 0) + 1);
  const learnt = new Set<string>();
  return list.filter((_, index) => {
    const own = [...(parts[index] ?? [])];
    const counted = own.some(
      (part) => said.has(part) && (!learnt.has(part) || (counts.get(part) ?? 0) <= list.length / 2),
    );
    if (counted) for (const part of own) learnt.add(part);
    return counted;
  });
}

/** The words and addresses of an entry, in small letters. */
function partsOf(value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(partsOf);
  if (typeof value !== 'string') return [];
  const text = value.toLowerCase();
  return IS_ADDRESS.test(text) ? [text] : (text.match(WORDS) ?? []);
}

const longLists = (data: object): readonly (readonly [string, readonly unknown[]])[] =>
  Object.entries(data).flatMap(([name, value]: [string, unknown]) =>
    Array.isArray(value) && value.length > MAX_LIST ? [[name, value as readonly unknown[]] as const] : [],
  );
