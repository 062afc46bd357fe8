/** IPsec events of the Security log: why a negotiation failed, and which ones succeeded. */
import { type Problem } from '../diagnosis/diagnosis';
import { type Line } from '../document';
import { formAt, opensForm } from '../grammars/event-beginning';
import { type TextForm } from '../grammars/event-forms';
import { ipsecFilter } from '../grammars/found-events';
import { spoken } from '../grammars/languages/spoken';
import { type Draft } from '../reading';
import { defineCommand, type Output } from './command';
import { proofsOfEvents, readExport } from './event-export';
import { isBlank, lastPrinted, wholeLines } from './whole-lines';

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
  begins: (lines, index) => isSecurityLog(formAt(lines, index)),
  ends: () => false,
  named: (fileName) => /events?\b|security.{0,20}\.(?:xml|txt|csv|json)$/i.test(fileName),
  read,
});

/** Net events are those of another command. */
const isSecurityLog = (form: TextForm | null): boolean => form !== null && form.form !== 'net-events';

function read(output: Output): Draft<'security-events'> {
  const lines = wholeLines(output);
  const found = readExport(output, ipsecFilter, isSecurityLog);
  const { proofs, records, columns } = proofsOfEvents(found);
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

const notElevated = (line: Line): Problem => ({
  code: 'not-elevated',
  message: `"${line.text.trim()}": the Security log needs an elevated prompt. Run the command there again (Run as administrator).`,
  line: line.number,
});
