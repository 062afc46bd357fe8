/** `Get-DAConnectionStatus`: what the Network Connectivity Assistant makes of the connection; a hint, and never a proof. */
import { valueOf } from '../grammars/powershell-list';
import {
  beginsRecords,
  type CmdletShape,
  opensRecord,
  opensRecordBeside,
  printedBelow,
  readCmdletRecord,
  wordOf,
} from './cmdlet-records';
import { defineCommand } from './command';

/** The numbers behind the words of Status, which JSON prints; those of Substatus are not published. */
const STATUSES = ['', 'ConnectedLocally', 'ConnectedRemotely', 'ActionableError', 'Error'];

/**
 * One record; no output where the computer is not configured for DirectAccess (Microsoft, Get-DAConnectionStatus):
 *
 *     Status    : Error
 *     Substatus : CouldNotContactDirectAccessServer
 *
 * It fails where the service NcaSvc does not run.
 */
export const connectionStatus = defineCommand({
  id: 'da-connection-status',
  typed: 'Get-DAConnectionStatus',
  shell: 'powershell',
  runOn: 'client',
  elevated: false,
  shows: 'What the connectivity assistant of the client takes the connection to be, and why it is not up.',
  sources: ['powershell'],
  runs: (commandLine) => /^(?:powershell(?:\.exe)?\s.{0,100}?)?get-daconnectionstatus\b/i.test(commandLine),
  opens: opensRecord,
  opensBeside: (text, beside) => opensRecordBeside(SHAPE, text, beside),
  begins: (lines, index) => beginsRecords(SHAPE)(lines, index),
  ends: () => false,
  named: (fileName) => /daconnectionstatus/i.test(fileName),
  read: (output) => {
    // Asked several times in a row, it may change while the assistant tries again: the last answer counts.
    const { record, complete, proofs, problems } = readCmdletRecord(output, SHAPE, -1);
    const status = record === null ? null : wordOf(valueOf(record, 'Status'), STATUSES);
    const substatus = record === null ? null : valueOf(record, 'Substatus');
    return {
      data: { status, substatus: substatus !== null && /^\d+$/.test(substatus) ? null : substatus },
      complete,
      problems,
      proofs,
    };
  },
});

const SHAPE: CmdletShape = {
  list: 'answers',
  isOwn: (names) => names.includes('status') && names.includes('substatus'),
  first: /^status$/,
  isWhole: printedBelow('substatus'),
  paths: { status: ['Status'], substatus: ['Substatus'] },
  needed: ['status', 'substatus'],
};
