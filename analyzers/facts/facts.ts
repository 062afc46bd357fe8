/** All readings of a case, filed so that a rung can ask for the newest of a command from one machine. */
import { type CauseId, type Quote } from '../diagnosis/diagnosis';
import { type CommandId, type ReadingData } from '../diagnosis/reading-data';
import { type Reading, type ReadingOf } from '../reading';
import { compareAge } from './newer';

/** The machine that an output is of; what is not known to be the server's counts as the client's. */
export type Side = 'client' | 'server';

export interface Facts {
  /** ISO 8601: the time against which expiry is judged. */
  readonly at: string;
  readonly readings: readonly Reading[];
  /** The server's first and second public IPv4 address, as a person gave them. */
  readonly serverIpv4: string | null;
  readonly serverIpv4Second: string | null;
  /** Causes of which a person said that it is not this: nothing suspects them any more. */
  readonly setAside: readonly CauseId[];
}

export const sideOf = (reading: Reading): Side => (reading.origin === 'server' ? 'server' : 'client');

/** Every reading of a command from one side, newest first. */
export function every<Id extends CommandId>(facts: Facts, command: Id, side: Side): readonly ReadingOf<Id>[] {
  return facts.readings
    .filter(
      (reading): reading is Extract<Reading, ReadingOf<Id>> => reading.command === command && sideOf(reading) === side,
    )
    .sort((one, other) => compareAge(other, one));
}

/**
 * The newest usable reading of a command from one side: complete, or incomplete with something in it. One that was refused takes
 * nothing away from an older one; one that was cut does, since what it would have shown may be the opposite.
 */
export function latest<Id extends CommandId>(
  facts: Facts,
  command: Id,
  side: Side,
  accept: (reading: ReadingOf<Id>) => boolean = () => true,
): ReadingOf<Id> | null {
  const candidates = every(facts, command, side).filter(accept);
  const made = candidates.filter(({ problems }) => !problems.some(({ code }) => code === 'not-elevated'));
  const [newest = null] = made.length > 0 ? made : candidates;
  const isUsable = (reading: ReadingOf<Id>): boolean => reading.complete || holdsSomething(reading.data);
  if (newest === null || isUsable(newest)) return newest;
  return candidates.find((reading) => isUsable(reading) && compareAge(reading, newest) >= 0) ?? newest;
}

/**
 * The newest usable reading of a command from each machine of one side: of a cluster, or of several entry points, each server answers
 * for itself. What names no machine may be of any of them.
 */
export function latestOfEach<Id extends CommandId>(facts: Facts, command: Id, side: Side): readonly ReadingOf<Id>[] {
  const hosts = hostsOf(every(facts, command, side));
  const kept = (hosts.length > 1 ? hosts : [null]).flatMap((host) => {
    const isOfHost = (reading: ReadingOf<Id>): boolean =>
      host === null || reading.host === null || hostKey(reading.host) === host;
    return latest(facts, command, side, isOfHost) ?? [];
  });
  return kept.filter((reading, index) => kept.indexOf(reading) === index);
}

/** The machines that readings name, each once, in an order of their own. */
export function hostsOf(readings: readonly Pick<Reading, 'host'>[]): readonly string[] {
  return [...new Set(readings.flatMap(({ host }) => (host === null ? [] : [hostKey(host)])))].sort();
}

const hostKey = (host: string): string => shortName(host).toUpperCase();

/** Whether two readings may be of one machine: at least one of them names none, or both the same. */
export const mayBeOfOneHost = (one: Reading, other: Reading): boolean =>
  one.host === null || other.host === null || hostKey(one.host) === hostKey(other.host);

/** Whether any list of the data holds an entry, or any of its values is printed. */
function holdsSomething(data: ReadingData[CommandId]): boolean {
  return Object.values(data).some((value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== null));
}

/** The quotes behind the given paths, those that the reading has; its closing line where it has none of them. */
export function quotes(reading: Pick<Reading, 'proofs'>, ...paths: readonly string[]): readonly Quote[] {
  const found = paths.flatMap((path) => {
    const quote = reading.proofs[path];
    return quote === undefined ? [] : [quote];
  });
  const closing = reading.proofs['closing'];
  return found.length > 0 || closing === undefined ? found : [closing];
}

/** The name of the client computer, where a reading shows it. */
export function computerName(facts: Facts): string | null {
  const named = facts.readings.find((reading) => sideOf(reading) === 'client' && reading.host !== null);
  return named?.host == null ? null : shortName(named.host);
}

/** A computer as people call it: events print `pc1.corp.example`, prompts and systeminfo `PC1`. */
export const shortName = (host: string): string => host.split('.', 1)[0] ?? host;
