/** The corpus of real outputs beside a checkout, and how a report is compared with what a file's expectation says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type UploadReport } from '../../analyzers/diagnosis/diagnosis';
import { canonicalAddress } from '../../analyzers/grammars/address';

const ROOT = resolve(__dirname, '..', '..');
const CORPUS = resolve(ROOT, process.env['TUNNEL_TRIAGE_CORPUS'] ?? '../shared/corpus');

export const hasCorpus = existsSync(CORPUS);

export interface CorpusFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files below a folder of the corpus, sorted; none where the corpus is absent. */
export function corpusFiles(folder: string): readonly CorpusFile[] {
  const root = join(CORPUS, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: relative(root, path), bytes: readFileSync(path) }));
}

interface ExpectedReading {
  readonly command: string;
  readonly complete?: boolean;
  readonly data?: unknown;
}

export type Expectation =
  | ExpectedReading
  | { readonly unreadable: true; readonly problem?: string; readonly command?: string; readonly data?: unknown }
  | { readonly notRejected: true; readonly ifRead?: readonly ExpectedReading[] }
  | { readonly anyOf: readonly Expectation[] };

/** What of an expectation a report does not meet; empty where it meets all. */
export function misses(report: UploadReport, expected: Expectation): readonly string[] {
  if ('anyOf' in expected) {
    const all = expected.anyOf.map((one) => misses(report, one));
    return all.find((one) => one.length === 0) ?? all.flat();
  }
  if ('notRejected' in expected) {
    const wrong = (expected.ifRead ?? []).flatMap((one) =>
      report.readings.some(({ command }) => command === one.command) ? missesReading(report, one) : [],
    );
    return report.status === 'rejected' ? ['is rejected', ...wrong] : wrong;
  }
  return 'unreadable' in expected ? missesUnreadable(report, expected) : missesReading(report, expected);
}

function missesReading(report: UploadReport, { command, complete, data }: ExpectedReading): readonly string[] {
  const same = report.readings.filter((reading) => reading.command === command);
  if (same.length === 0) return [`no reading of ${command}, but ${report.readings.map((one) => one.command).join()}`];
  const all = same.map((reading) => [
    ...(complete === undefined || reading.complete === complete ? [] : [`complete is ${String(reading.complete)}`]),
    ...(data === undefined ? [] : differences(reading.data, data, 'data')),
  ]);
  return all.find((one) => one.length === 0) ?? all.flat();
}

function missesUnreadable(
  report: UploadReport,
  { problem, command, data }: { readonly problem?: string; readonly command?: string; readonly data?: unknown },
): readonly string[] {
  const told = report.problems.some(({ code, message }) => new RegExp(problem ?? '', 'i').test(`${code} ${message}`));
  const claims = report.readings.some((one) => one.complete && (command === undefined || one.command === command));
  const held = data === undefined || report.readings.some((one) => differences(one.data, data, 'data').length === 0);
  return [
    ...(report.status === 'partial' || report.status === 'unrecognised' ? [] : [`status is ${report.status}`]),
    ...(told ? [] : [`no problem like ${problem ?? ''}`]),
    ...(claims ? ['a reading claims to be complete'] : []),
    ...(held ? [] : [`no reading has ${JSON.stringify(data)}`]),
  ];
}

/** Where `actual` is not what `expected` asks for, by path; the operators are `$any`, `$match`, `$words` and `$has`. */
export function differences(actual: unknown, expected: unknown, path: string): readonly string[] {
  if (Array.isArray(expected)) return listDifferences(actual, expected, path);
  if (!isRecord(expected)) {
    return sameValue(actual, expected) ? [] : [`${path} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`];
  }
  const { $any, $match, $words, $has } = expected;
  if (Array.isArray($any)) {
    const isMet = $any.some((one: unknown) => differences(actual ?? null, one, path).length === 0);
    return isMet ? [] : [`${path} is ${JSON.stringify(actual)}, none of ${JSON.stringify($any)}`];
  }
  if (typeof $match === 'string') {
    return new RegExp($match, 'i').test(textOf(actual))
      ? []
      : [`${path} is ${JSON.stringify(actual)}, not like ${$match}`];
  }
  if (Array.isArray($words)) {
    const words = new Set(
      textOf(actual)
        .toLowerCase()
        .split(/[\s,]+/),
    );
    const same = words.size === $words.length && $words.every((word: unknown) => words.has(textOf(word).toLowerCase()));
    return same ? [] : [`${path} is ${JSON.stringify(actual)}, not the words ${JSON.stringify($words)}`];
  }
  if (Array.isArray($has)) {
    const list: readonly unknown[] = Array.isArray(actual) ? actual : [];
    return $has.flatMap((one: unknown) =>
      list.some((item) => differences(item, one, path).length === 0) ? [] : [`${path} lacks ${JSON.stringify(one)}`],
    );
  }
  if (!isRecord(actual)) return [`${path} is ${JSON.stringify(actual)}, not a record`];
  return Object.entries(expected).flatMap(([key, value]) => differences(actual[key], value, `${path}.${key}`));
}

function listDifferences(actual: unknown, expected: readonly unknown[], path: string): readonly string[] {
  if (!Array.isArray(actual) || actual.length !== expected.length) {
    return [`${path} is ${JSON.stringify(actual)}, not a list of ${expected.length}`];
  }
  return expected.flatMap((one, index) => differences(actual[index], one, `${path}[${index}]`));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(' ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function sameValue(actual: unknown, expected: unknown): boolean {
  if (typeof actual === 'string' && typeof expected === 'string') return plain(actual) === plain(expected);
  return actual === expected;
}

/** Texts are compared trimmed, with any blank as one blank; addresses, times, GUIDs and long hex numbers by value. */
function plain(text: string): string {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  const address = canonicalAddress(trimmed);
  if (address !== null) return address;
  const time = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?Z?$/.exec(trimmed);
  if (time !== null) return `${time[1] ?? ''}T${time[2] ?? ''}${time[3] ?? ':00'}`;
  return /^[{]?[0-9a-f -]{16,}[}]?$/i.test(trimmed) ? trimmed.replace(/[^0-9a-f]/gi, '').toLowerCase() : trimmed;
}
