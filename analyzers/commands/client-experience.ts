/** `Get-DAClientExperienceConfiguration`: what the DirectAccess client policy brought, with the tunnel endpoints that are pinged. */
import { canonicalAddress, isIpv6 } from '../grammars/address';
import { listEntries, type PowershellRecord, valueOf } from '../grammars/powershell-list';
import {
  beginsRecords,
  type CmdletShape,
  flagOf,
  opensRecord,
  opensRecordBeside,
  printedBelow,
  readCmdletRecord,
} from './cmdlet-records';
import { defineCommand } from './command';

/**
 * One record; it is there without a policy too, and then holds nothing:
 *
 *     CorporateResources               : {HTTP:http://directaccess-webprobehost.corp.example.com}
 *     FriendlyName                     : Workplace Connection
 *     IPsecTunnelEndpoints             : {PING:2001:db8:9:1000::1, PING:2001:db8:9:1000::2}
 *     PreferLocalNamesAllowed          : False
 */
export const clientExperience = defineCommand({
  id: 'da-client-experience',
  typed: 'Get-DAClientExperienceConfiguration',
  shell: 'powershell',
  runOn: 'client',
  elevated: false,
  shows: 'The DirectAccess settings that Group Policy brought: the tunnel endpoints and what is probed.',
  sources: ['powershell'],
  runs: (commandLine) => /^get-daclientexperienceconfiguration\b/i.test(commandLine),
  opens: opensRecord,
  opensBeside: (text, beside) => opensRecordBeside(SHAPE, text, beside),
  begins: (lines, index) => beginsRecords(SHAPE)(lines, index),
  ends: () => false,
  named: (fileName) => /daclientexperience/i.test(fileName),
  read: (output) => {
    const { record, complete, proofs, problems, isEmpty } = readCmdletRecord(output, SHAPE);
    return {
      data: record === null ? NOTHING : configuration(record),
      complete: complete && !isEmpty,
      problems,
      proofs,
    };
  },
});

const SHAPE: CmdletShape = {
  list: 'policies',
  isOwn: (names) =>
    names.includes('ipsectunnelendpoints') &&
    names.some((name) => /^(?:corporateresources|preferlocalnamesallowed|friendlyname)$/.test(name)),
  isWhole: printedBelow('ipsectunnelendpoints'),
  paths: {
    tunnelEndpoints: ['IPsecTunnelEndpoints'],
    corporateResources: ['CorporateResources'],
    friendlyName: ['FriendlyName'],
    localNamesAllowed: ['PreferLocalNamesAllowed'],
  },
  needed: ['tunnelEndpoints'],
};

const NOTHING = { friendlyName: null, tunnelEndpoints: [], corporateResources: [], localNamesAllowed: null };

const configuration = (record: PowershellRecord) => ({
  friendlyName: valueOf(record, 'FriendlyName'),
  tunnelEndpoints: listEntries(valueOf(record, 'IPsecTunnelEndpoints') ?? '').flatMap((entry) => {
    const address = entry.replace(/^PING:/i, '');
    return isIpv6(address) ? (canonicalAddress(address) ?? []) : [];
  }),
  corporateResources: listEntries(valueOf(record, 'CorporateResources') ?? ''),
  localNamesAllowed: flagOf(valueOf(record, 'PreferLocalNamesAllowed')),
});
