/** `Get-NetTeredoState`: the state of the Teredo adapter, as netsh reads it; the cmdlet prints no type. */
import { valueOf } from '../grammars/powershell-list';
import {
  beginsRecords,
  type CmdletShape,
  opensRecord,
  opensRecordBeside,
  printedBelow,
  readCmdletRecord,
} from './cmdlet-records';
import { defineCommand } from './command';

/**
 * One record; nothing is printed where Teredo is not active (Microsoft, Get-NetTeredoState), which is no fault by itself:
 *
 *     State : offline
 *     Error : primary server unreachable over UDP
 */
export const teredoStateCmdlet = defineCommand({
  id: 'netsh-teredo',
  typed: 'Get-NetTeredoState',
  shell: 'powershell',
  runOn: 'client',
  elevated: false,
  shows: 'The state of Teredo, and why it is offline.',
  sources: ['powershell'],
  runs: (commandLine) => /^get-netteredostate\b/i.test(commandLine),
  opens: opensRecord,
  opensBeside: (text, beside) => opensRecordBeside(SHAPE, text, beside),
  begins: (lines, index) => beginsRecords(SHAPE)(lines, index),
  ends: () => false,
  named: (fileName) => /teredostate/i.test(fileName),
  read: (output) => {
    const { record, complete, proofs, problems } = readCmdletRecord(output, SHAPE);
    return {
      complete,
      problems,
      proofs,
      data: {
        type: null,
        state: record === null ? null : valueOf(record, 'State'),
        error: record === null ? null : valueOf(record, 'Error'),
      },
    };
  },
});

const SHAPE: CmdletShape = {
  list: 'states',
  isOwn: (names) => names.includes('state') && names.includes('error') && !names.includes('status'),
  isWhole: printedBelow('state'),
  paths: { state: ['State'], error: ['Error'] },
  needed: ['state'],
};
