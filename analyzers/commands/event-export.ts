/** An export of events among the lines of a transcript or a file: what it gives, and where each event stands. */
import { formAt } from '../grammars/event-beginning';
import { feedForm } from '../grammars/event-form';
import { type TextForm } from '../grammars/event-forms';
import { cutTable } from '../grammars/event-log';
import { eventTally, type Tallied } from '../grammars/event-tally';
import { type EventFilter } from '../grammars/evtx/evtx-reader';
import { type Output } from './command';
import { isKnownWhole, wholeLines } from './whole-lines';

/** So many lines hold the first event, whose XML may stand below its text. */
const FIRST_EVENT_LINES = 400;

export interface ExportedEvents extends Tallied {
  /** The end of the form was seen. */
  readonly whole: boolean;
}

/** What the export of some form among the lines gives, whose first line may have others above it; null where there is none. */
export function readExport(
  output: Output,
  filter: EventFilter,
  isOwn: (form: TextForm | null) => boolean,
): ExportedEvents | null {
  const start = output.lines.findIndex((_, index) => isOwn(formAt(output.lines, index)));
  const form = start < 0 ? null : formAt(output.lines, start, FIRST_EVENT_LINES);
  if (form === null) return null;
  // Half a line of XML or JSON shows by what it leaves open; half a line of text does not.
  const lines = (form.closes ? output.lines : wholeLines(output)).slice(start);
  const tally = eventTally({ filter, ...(output.dates === undefined ? {} : { dates: output.dates }) });
  const fed = feedForm(form.open, tally);
  for (const { text } of lines) fed.push(`${text}\n`);
  const isClosed = fed.end();
  const tallied = tally.end();
  const number = (line: number): number => lines[line - 1]?.number ?? line;
  const place = <Place extends { readonly line: number } | null>(at: Place): Place =>
    at === null ? at : { ...at, line: number(at.line) };
  return {
    ...tallied,
    events: tallied.events.map((found) => ({ ...found, place: place(found.place), reason: place(found.reason) })),
    problems: [
      ...tallied.problems.map((problem) =>
        problem.line === undefined ? problem : { ...problem, line: number(problem.line) },
      ),
      ...(form.form === 'format-table' ? [{ ...cutTable, line: number(1) }] : []),
    ],
    whole: isClosed && (form.closes || isKnownWhole(output, true)),
  };
}

export interface EventProofs {
  readonly proofs: Readonly<Record<string, number>>;
  readonly records: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, number>>;
}

/** Where each event and its reason stand, by path into the data. */
export function proofsOfEvents(found: ExportedEvents | null): EventProofs {
  const proofs: Record<string, number> = {};
  const records: Record<string, string> = {};
  const columns: Record<string, number> = {};
  found?.events.forEach(({ event, place, reason }, index) => {
    const path = `events[${index}]`;
    if (place !== null) [proofs[path], columns[path]] = [place.line, place.column];
    if (reason !== null) [proofs[`${path}.reason`], columns[`${path}.reason`]] = [reason.line, reason.column];
    if (event.recordId !== null) [records[path], records[`${path}.reason`]] = [event.recordId, event.recordId];
  });
  return { proofs, records, columns };
}
