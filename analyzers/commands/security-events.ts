/** IPsec events of the Security log: why a negotiation failed, and which ones succeeded. */
import { type Problem } from '../diagnosis/diagnosis';
import { type Line } from '../document';
import { beginsTextEvents, textEvents } from '../grammars/event-text';
import { beginsXmlEvents, xmlEvents } from '../grammars/event-xml';
import { type FoundEvents } from '../grammars/found-events';
import { type Draft } from '../reading';
import { defineCommand, type Output } from './command';
import { outputDates } from './output-dates';
import { isBlank, isKnownWhole, lastPrinted, wholeLines } from './whole-lines';

/** One way in which events are exported. */
interface EventForm {
  readonly begins: (lines: readonly Line[], index: number) => boolean;
  readonly read: (lines: readonly Line[], date: (text: string) => string | null) => FoundEvents;
  /** Whether the form itself shows that nothing is missing at its end. */
  readonly closes: boolean;
}

/** XML comes first: a copied event has its text and its XML, and the XML says more. */
const FORMS: readonly EventForm[] = [
  { begins: beginsXmlEvents, read: xmlEvents, closes: true },
  { begins: beginsTextEvents, read: textEvents, closes: false },
];

/** Failed negotiations always say something of both sides. */
const FAILURES: ReadonlySet<number> = new Set([4652, 4653, 4654, 4983, 4984]);
const DENIED = /^\S.{0,120}(?:Access is denied|Zugriff verweigert|Accès refusé|Acceso denegado|Acesso negado)\.?$/i;

/**
 * One event a line, or over many lines, with or without a root:
 *
 *     <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Security-Auditing'/>
 *     <EventID>4653</EventID>…</System><EventData><Data Name='FailureReason'>Negotiation timed out</Data></EventData></Event>
 *
 * or as text: `Event[0]:`, `  Log Name: Security`, …, the message below `Description:`. wevtutil prints nothing where nothing matches.
 */
export const securityEvents = defineCommand({
  id: 'security-events',
  typed:
    'wevtutil qe Security /q:"*[System[Provider[@Name=\'Microsoft-Windows-Security-Auditing\'] and ((EventID>=4646 and EventID<=4655) or (EventID>=4960 and EventID<=4965) or (EventID>=4976 and EventID<=4984) or EventID=5049 or (EventID>=5451 and EventID<=5485))]]" /f:RenderedXml /rd:true /c:400',
  shell: 'cmd',
  runOn: 'client',
  elevated: true,
  runs: (commandLine) => /^wevtutil(?:\.exe)?\s+(?:qe|query-events)\s/i.test(commandLine),
  begins: (lines, index) => FORMS.some(({ begins }) => begins(lines, index)),
  ends: () => false,
  named: (fileName) => /events?\b|security.{0,20}\.(?:xml|txt)$/i.test(fileName),
  read,
});

function read(output: Output): Draft<'security-events'> {
  const proofs: Record<string, number> = {};
  const records: Record<string, string> = {};
  const columns: Record<string, number> = {};
  const lines = wholeLines(output);
  const dates = outputDates(output);
  const form = FORMS.find(({ begins }) => output.lines.some((_, index) => begins(output.lines, index)));
  // Half a line of XML shows by its open elements; half a line of text does not.
  const found = form?.read(form.closes ? output.lines : lines, dates.read) ?? { total: 0, events: [], whole: false };
  found.events.forEach(({ event, place, reason }, index) => {
    const path = `events[${index}]`;
    [proofs[path], columns[path]] = [place.line.number, place.column];
    if (reason !== null) {
      [proofs[`${path}.reason`], columns[`${path}.reason`]] = [reason.line.number, reason.column];
    }
    if (event.recordId !== null) [records[path], records[`${path}.reason`]] = [event.recordId, event.recordId];
  });
  const denied = form === undefined ? lines.find(({ text }) => DENIED.test(text)) : undefined;
  const closing = denied ?? lastPrinted(lines);
  if (closing !== null) proofs['closing'] = closing.number;
  const isEmpty = form === undefined && output.closed && output.typed !== null && lines.every(isBlank);
  const isWhole = found.whole && (form?.closes === true || isKnownWhole(output, true));
  const untold = found.events.find(({ event }) => FAILURES.has(event.eventId) && Object.keys(event.data).length === 0);
  return {
    data: { total: found.total, matched: found.events.length, events: found.events.map(({ event }) => event) },
    complete: isEmpty || (isWhole && untold === undefined),
    problems: [
      ...(denied === undefined ? [] : [notElevated(denied)]),
      ...(untold === undefined ? [] : [unknownWording(untold.place.line)]),
    ],
    proofs,
    records,
    columns,
    host: found.events[0]?.event.computer ?? null,
  };
}

const notElevated = (line: Line): Problem => ({
  code: 'not-elevated',
  message: `"${line.text.trim()}": the Security log needs an elevated prompt. Run the command there again (Run as administrator).`,
  line: line.number,
});

const unknownWording = (line: Line): Problem => ({
  code: 'unknown-wording',
  message:
    'The messages of these events are in a language that is not known. Export them as XML, which is the same in every language: wevtutil qe Security /f:xml > security.xml.',
  line: line.number,
});
