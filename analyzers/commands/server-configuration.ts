/** `Get-DAServer`: how the DirectAccess server is set up, which tells the kind of the deployment. */
import { type PowershellRecord, valueOf } from '../grammars/powershell-list';
import {
  beginsRecords,
  type CmdletShape,
  flagOf,
  opensRecord,
  opensRecordBeside,
  readCmdletRecord,
} from './cmdlet-records';
import { defineCommand } from './command';

/**
 * One record; its certificates go on over several indented lines:
 *
 *     DAInstallType               : FullInstall
 *     ConnectToAddress            : da.example.com
 *     ClientIPv6Prefix            : 2001:db8:9:1000::/64
 *     UserAuthentication          : UserPasswd
 *     ComputerCertAuthentication  : Disabled
 *     TeredoState                 : Disabled
 *     IsSingleNic                 : False
 *     IsNatDeployed               : True
 *     HealthCheck                 : Disabled
 *
 * An empty answer means that it reached no domain controller.
 */
export const serverConfiguration = defineCommand({
  id: 'da-server',
  typed: 'Get-DAServer',
  shell: 'powershell',
  runOn: 'server',
  elevated: true,
  shows: 'How the server is set up: certificates or Kerberos proxy, NAT, smart cards.',
  sources: ['powershell'],
  runs: (commandLine) => /^get-daserver\b/i.test(commandLine),
  opens: opensRecord,
  opensBeside: (text, beside) => opensRecordBeside(SHAPE, text, beside),
  begins: (lines, index) => beginsRecords(SHAPE)(lines, index),
  ends: () => false,
  named: (fileName) => /daserver/i.test(fileName),
  read: (output) => {
    const { record, complete, proofs, problems } = readCmdletRecord(output, SHAPE);
    return {
      data: record === null ? NOTHING : configuration(record),
      complete,
      problems,
      proofs,
    };
  },
});

const SHAPE: CmdletShape = {
  list: 'servers',
  isOwn: (names) =>
    names.includes('computercertauthentication') &&
    names.some((name) => /^(?:userauthentication|connecttoaddress|dainstalltype)$/.test(name)),
  isWhole: (record) => record.has('healthcheck'),
  paths: {
    connectTo: ['ConnectToAddress'],
    clientPrefix: ['ClientIPv6Prefix'],
    computerCertificates: ['ComputerCertAuthentication'],
    userAuthentication: ['UserAuthentication'],
    teredo: ['TeredoState'],
    singleNic: ['IsSingleNic'],
    behindNat: ['IsNatDeployed'],
    healthCheck: ['HealthCheck'],
  },
  needed: ['computerCertificates'],
};

const NOTHING = {
  connectTo: null,
  clientPrefix: null,
  computerCertificates: null,
  userAuthentication: null,
  teredo: null,
  singleNic: null,
  behindNat: null,
  healthCheck: null,
};

/** `Enabled` and `Disabled` are believed as words only: which numbers JSON has for them is not published. */
const WORDS_ONLY = [null, null];

const configuration = (record: PowershellRecord) => ({
  connectTo: valueOf(record, 'ConnectToAddress'),
  clientPrefix: valueOf(record, 'ClientIPv6Prefix'),
  computerCertificates: flagOf(valueOf(record, 'ComputerCertAuthentication'), WORDS_ONLY),
  userAuthentication: valueOf(record, 'UserAuthentication'),
  teredo: flagOf(valueOf(record, 'TeredoState'), WORDS_ONLY),
  singleNic: flagOf(valueOf(record, 'IsSingleNic')),
  behindNat: flagOf(valueOf(record, 'IsNatDeployed')),
  healthCheck: flagOf(valueOf(record, 'HealthCheck'), WORDS_ONLY),
});
