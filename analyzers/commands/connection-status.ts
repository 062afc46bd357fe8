/** `Get-DAConnectionStatus`: what the Network Connectivity Assistant makes of the connection; a hint, and never a proof. */
import { valueOf } from '../grammars/powershell-list';
import { beginsRecords, type CmdletShape, opensRecord, readCmdletRecords, wordOf } from './cmdlet-records';
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
  begins: (lines, index) => beginsRecords(SHAPE)(lines, index),
  ends: () => false,
  named: (fileName) => /daconnectionstatus/i.test(fileName),
  read: (output) => {
    const { records, complete, proofs, problems } = readCmdletRecords(output, SHAPE);
    // Asked several times in a row, it may change while the assistant tries again: the last answer counts.
    const index = records.length - 1;
    const record = records[index];
    const status = record === undefined ? null : wordOf(valueOf(record, 'Status'), STATUSES);
    const substatus = record === undefined ? null : valueOf(record, 'Substatus');
    return {
      data: { status, substatus: substatus !== null && /^\d+$/.test(substatus) ? null : substatus },
      complete,
      problems,
      proofs: {
        ...(proofs['closing'] === undefined ? {} : { closing: proofs['closing'] }),
        ...Object.fromEntries(
          ['status', 'substatus'].flatMap((field) => {
            const line = proofs[`answers[${index}].${field}`];
            return line === undefined ? [] : [[field, line]];
          }),
        ),
      },
    };
  },
});

const SHAPE: CmdletShape = {
  list: 'answers',
  isOwn: (names) => names.includes('status') && names.includes('substatus'),
  first: /^status$/,
  isWhole: (record) => record.has('substatus') && [...record.keys()].at(-1) !== 'substatus',
  paths: { status: ['Status'], substatus: ['Substatus'] },
  needed: ['status', 'substatus'],
};
