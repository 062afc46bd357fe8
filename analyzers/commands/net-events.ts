/** `netsh wfp show netevents`: the failed negotiations among the newest net events, with their codes in no language. */
import { formAt, opensForm } from '../grammars/event-beginning';
import { type TextForm } from '../grammars/event-forms';
import { netEventFilter } from '../grammars/found-events';
import { defineCommand } from './command';
import { proofsOfEvents, readExport } from './event-export';
import { lastPrinted, wholeLines } from './whole-lines';

/**
 * XML, which netsh writes into netevents.xml where no other place is named; `file=-` prints it. Windows keeps the events of the last
 * minutes only, so that none of a failed negotiation among them says nothing:
 *
 *     <netEvents numItems="1">
 *         <item>
 *             <header><timeStamp>2026-11-24T09:31:02.417Z</timeStamp>…</header>
 *             <type>FWPM_NET_EVENT_TYPE_IKEEXT_MM_FAILURE</type>
 *             <ikeMmFailure><failureErrorCode>13806</failureErrorCode>…</ikeMmFailure>
 *
 * The header is laid out as in published samples of dropped packets; the fields of a failure follow Microsoft's documentation alone.
 */
export const netEvents = defineCommand({
  id: 'netsh-wfp-netevents',
  typed: 'netsh wfp show netevents file=-',
  shell: 'cmd',
  runOn: 'client',
  elevated: true,
  shows:
    'Failed negotiations of the last minutes with their code, the side and the state in which they failed; no audit policy is needed for it.',
  sources: ['netEvents'],
  runs: (commandLine) => /^netsh(?:\.exe)?\s+wfp\s+show\s+netevents\b/i.test(commandLine),
  opens: opensForm,
  begins: (lines, index) => isNetEvents(formAt(lines, index)),
  ends: ({ text }) => /<\/(?:netEvents|wfpdiag)>\s*$/.test(text),
  named: (fileName) => /netevents|wfpdiag/i.test(fileName),
  read: (output) => {
    const found = readExport(output, netEventFilter, isNetEvents);
    const closing = lastPrinted(wholeLines(output));
    const { proofs, records, columns } = proofsOfEvents(found);
    return {
      data: {
        total: found?.total ?? 0,
        matched: found?.matched ?? 0,
        events: found?.events.map(({ event }) => event) ?? [],
      },
      complete: found?.whole === true && found.problems.length === 0,
      problems: found?.problems ?? [],
      proofs: closing === null ? proofs : { ...proofs, closing: closing.number },
      records,
      columns,
    };
  },
});

const isNetEvents = (form: TextForm | null): boolean => form?.form === 'net-events';
