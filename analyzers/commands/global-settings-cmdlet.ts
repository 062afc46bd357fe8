/** `Get-NetFirewallSetting -PolicyStore ActiveStore`: how strictly revocation is checked, and who may use tunnels, as netsh reads it. */
import { type PowershellRecord, valueOf } from '../grammars/powershell-list';
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
import { isActiveStore, localStore } from './policy-store';

/**
 * One record (MSFT_NetSecuritySettingData):
 *
 *     Name                                    : MSFT|FW|FirewallRule|{…}
 *     Exemptions                              : NeighborDiscovery, Dhcp
 *     RemoteMachineTunnelAuthorizationList    : None
 *     RemoteUserTunnelAuthorizationList       : O:LSD:(A;;CC;;;S-1-5-65-1)
 *     CertValidationLevel                     : AttemptCrlCheck
 *     MaxSAIdleTimeSeconds                    : 300
 *
 * Without `-PolicyStore` it is the local store: a weaker check there than the one in force would let a revoked certificate pass.
 */
export const globalSettingsCmdlet = defineCommand({
  id: 'netsh-global',
  typed: 'Get-NetFirewallSetting -PolicyStore ActiveStore',
  shell: 'powershell',
  runOn: 'server',
  elevated: true,
  shows: 'How strictly certificates are checked for revocation, and who may use the tunnels.',
  sources: ['powershell'],
  runs: (commandLine) => /^get-netfirewallsetting\b/i.test(commandLine),
  opens: opensRecord,
  opensBeside: (text, beside) => opensRecordBeside(SHAPE, text, beside),
  begins: (lines, index) => beginsRecords(SHAPE)(lines, index),
  ends: () => false,
  named: (fileName) => /netfirewallsetting/i.test(fileName),
  read: (output) => {
    const { record, complete, proofs, problems } = readCmdletRecord(output, SHAPE);
    const isActive = isActiveStore(output);
    return {
      data: record === null || !isActive ? NOTHING : settings(record),
      complete: complete && isActive,
      problems: isActive || problems.length > 0 ? problems : [localStore('Get-NetFirewallSetting', output)],
      proofs,
    };
  },
});

const SHAPE: CmdletShape = {
  list: 'settings',
  isOwn: (names) =>
    names.includes('certvalidationlevel') &&
    names.some((name) => /^(?:maxsaidletimeseconds|exemptions|keyencoding)$/.test(name)),
  isWhole: printedBelow('maxsaidletimeseconds'),
  paths: {
    strongCrlCheck: ['CertValidationLevel'],
    saIdleTimeMin: ['MaxSAIdleTimeSeconds'],
    authzUserGrp: ['RemoteUserTunnelAuthorizationList'],
    authzComputerGrp: ['RemoteMachineTunnelAuthorizationList'],
  },
  needed: ['strongCrlCheck'],
};

const NOTHING = { strongCrlCheck: null, saIdleTimeMin: null, authzUserGrp: null, authzComputerGrp: null };
/** The place of each is the number that netsh prints as StrongCRLCheck, and that JSON prints. */
const LEVELS = ['None', 'AttemptCrlCheck', 'RequireCrlCheck'];
const SECONDS_A_MINUTE = 60;

function settings(record: PowershellRecord) {
  const level = LEVELS.indexOf(wordOf(valueOf(record, 'CertValidationLevel'), LEVELS) ?? '');
  const idle = /^\d{1,6}$/.exec(valueOf(record, 'MaxSAIdleTimeSeconds') ?? '')?.[0];
  return {
    strongCrlCheck: level < 0 ? null : level,
    saIdleTimeMin: idle === undefined || idle === '0' ? null : Number(idle) / SECONDS_A_MINUTE,
    authzUserGrp: valueOf(record, 'RemoteUserTunnelAuthorizationList'),
    authzComputerGrp: valueOf(record, 'RemoteMachineTunnelAuthorizationList'),
  };
}
