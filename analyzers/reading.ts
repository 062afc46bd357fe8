/** A reading: what one section of a document told us, with the line behind every value, as plain data that a case can keep. */
import { type Origin, type Problem, type Quote } from './diagnosis/diagnosis';
import { type CommandId, type ReadingData } from './diagnosis/reading-data';

export interface ReadingOf<Id extends CommandId> {
  readonly command: Id;
  readonly data: ReadingData[Id];
  readonly upload: string;
  readonly origin: Origin;
  /** How the origin is known; `assumed` is shown as an assumption. */
  readonly originFrom: 'manifest' | 'host-name' | 'name' | 'awaited' | 'assumed';
  readonly host: string | null;
  /** Physical lines from 1; both are 0 for an event log, which fills its upload and may have records in the place of lines. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The command's own closing words (or the next prompt, section, or a whole last field) were seen. */
  readonly complete: boolean;
  /** The time printed in the output, ISO 8601, without a zone where the output has none; null where none is printed. */
  readonly at: string | null;
  /** The file's time in its archive, ISO 8601. */
  readonly modified: string | null;
  /** Which call of the case brought it: 1, 2, …; a later call replaces what an earlier one said. */
  readonly call: number;
  /** The line behind a value, by path into `data`: `sas[0].remote`, `rules[2].auth2`; `closing` is the closing or error line. */
  readonly proofs: Readonly<Record<string, Quote>>;
  readonly problems: readonly Problem[];
}

/** A reading of any command; `command` tells which. */
export type Reading = { [Id in CommandId]: ReadingOf<Id> }[CommandId];

/** A reading of events of negotiations: of the Security log, or of net events. */
export type EventReading = ReadingOf<'security-events' | 'netsh-wfp-netevents'>;

/** What a reader makes of one output, before the pipeline adds where it came from. */
export interface Draft<Id extends CommandId> {
  readonly data: ReadingData[Id];
  readonly complete: boolean;
  readonly at?: string | null;
  readonly problems?: readonly Problem[];
  /** The line number behind a value, by path into `data`. */
  readonly proofs: Readonly<Record<string, number>>;
  /** The host that the output itself names. */
  readonly host?: string | null;
  /** For readings that quote records: the record number by path. */
  readonly records?: Readonly<Record<string, string>>;
  /** Where in its line a value stands, by path: a line too long to quote is quoted from there. Left out: from its beginning. */
  readonly columns?: Readonly<Record<string, number>>;
}
