/** IPsec events of the Security log: why a negotiation failed, and which ones succeeded. */
import { type Problem } from '../diagnosis/diagnosis';
import { type Line } from '../document';
import { formAt, opensForm } from '../grammars/event-beginning';
import { feedForm } from '../grammars/event-form';
import { cutTable } from '../grammars/event-log';
import { eventTally, type Tallied } from '../grammars/event-tally';
import { ipsecFilter } from '../grammars/found-events';
import { spoken } from '../grammars/languages/spoken';
import { type Draft } from '../reading';
import { defineCommand, type Output } from './command';
import { isBlank, isKnownWhole, lastPrinted, wholeLines } from './whole-lines';

const DENIED = new RegExp(`^\\S.{0,120}(?:${spoken('denied')})\\.?$`, 'iu');

/**
 * One event a line, or over many lines, with or without a root:
 *
 *     <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Security-Auditing'/>
 *     <EventID>4653</EventID>…</System><EventData><Data Name='FailureReason'>Negotiation timed out</Data></EventData></Event>
 *
 * or as text: `Event[0]:`, `  Log Name: Security`, …, the message below `Description:`; or any other form of EVENT_FORMS that is text.
 * wevtutil prints nothing where nothing matches.
 */
export const securityEvents = defineCommand({
  id: 'security-events',
  typed:
    'wevtutil qe Security /q:"*[System[Provider[@Name=\'Microsoft-Windows-Security-Auditing\'] and ((EventID>=4646 and EventID<=4655) or (EventID>=4960 and EventID<=4965) or (EventID>=4976 and EventID<=4984) or EventID=5049 or (EventID>=5451 and EventID<=5485))]]" /f:RenderedXml /rd:true /c:400',
  shell: 'cmd',
  runOn: 'client',
  elevated: true,
  shows: 'The IPsec events of the Security log: why a negotiation failed, and which ones succeeded.',
  sources: ['article', 'audit', 'messages'],
  runs: (commandLine) => /^(?:wevtutil(?:\.exe)?\s+(?:qe|query-events)|Get-WinEvent)\s/i.test(commandLine),
  opens: opensForm,
  begins: (lines, index) => formAt(lines, index) !== null,
  ends: () => false,
  named: (fileName) => /events?\b|security.{0,20}\.(?:xml|txt|csv|json)$/i.test(fileName),
  read,
});

function read(output: Output): Draft<'security-events'> {
  const lines = wholeLines(output);
  const found = readEvents(output);
  const { proofs, records, columns } = found === null ? NO_PROOFS : proofsOf(found);
  const denied = found === null ? lines.find(({ text }) => DENIED.test(text)) : undefined;
  const closing = denied ?? lastPrinted(lines);
  const isEmpty = found === null && output.closed && output.typed !== null && lines.every(isBlank);
  const problems = found?.problems ?? [];
  const isSound = problems.every(({ code }) => code === 'ambiguous-date');
  return {
    data: {
      total: found?.total ?? 0,
      matched: found?.matched ?? 0,
      events: found?.events.map(({ event }) => event) ?? [],
    },
    complete: isEmpty || (found?.whole === true && isSound),
    problems: [...(denied === undefined ? [] : [notElevated(denied)]), ...problems],
    proofs: closing === null ? proofs : { ...proofs, closing: closing.number },
    records,
    columns,
    host: found?.events[0]?.event.computer ?? null,
  };
}

/** So many lines hold the first event, whose XML may stand below its text. */
const FIRST_EVENT_LINES = 400;

interface Found extends Tallied {
  readonly whole: boolean;
}

/** What the export among the lines gives, whose first line may have others above it; null where there is none. */
function readEvents(output: Output): Found | null {
  const start = output.lines.findIndex((_, index) => formAt(output.lines, index) !== null);
  const form = start < 0 ? null : formAt(output.lines, start, FIRST_EVENT_LINES);
  if (form === null) return null;
  // Half a line of XML or JSON shows by what it leaves open; half a line of text does not.
  const lines = (form.closes ? output.lines : wholeLines(output)).slice(start);
  const tally = eventTally({ filter: ipsecFilter, ...(output.dates === undefined ? {} : { dates: output.dates }) });
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

interface Proofs {
  readonly proofs: Readonly<Record<string, number>>;
  readonly records: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, number>>;
}

const NO_PROOFS: Proofs = { proofs: {}, records: {}, columns: {} };

function proofsOf({ events }: Tallied): Proofs {
  const proofs: Record<string, number> = {};
  const records: Record<string, string> = {};
  const columns: Record<string, number> = {};
  events.forEach(({ event, place, reason }, index) => {
    const path = `events[${index}]`;
    if (place !== null) [proofs[path], columns[path]] = [place.line, place.column];
    if (reason !== null) [proofs[`${path}.reason`], columns[`${path}.reason`]] = [reason.line, reason.column];
    if (event.recordId !== null) [records[path], records[`${path}.reason`]] = [event.recordId, event.recordId];
  });
  return { proofs, records, columns };
}

const notElevated = (line: Line): Problem => ({
  code: 'not-elevated',
  message: `"${line.text.trim()}": the Security log needs an elevated prompt. Run the command there again (Run as administrator).`,
  line: line.number,
});
