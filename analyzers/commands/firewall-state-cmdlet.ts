/** `Get-NetFirewallProfile -PolicyStore ActiveStore`: whether the firewall is on, profile by profile, as netsh reads it. */
import { type PowershellRecord, valueOf } from '../grammars/powershell-list';
import { type Draft } from '../reading';
import {
  beginsRecords,
  type CmdletShape,
  flagOf,
  opensRecord,
  opensRecordBeside,
  printedBelow,
  readCmdletEntries,
} from './cmdlet-records';
import { defineCommand, type Output } from './command';
import { isActiveStore, localStore } from './policy-store';

/**
 * One record for each profile:
 *
 *     Name                            : Domain
 *     Enabled                         : True
 *     DefaultInboundAction            : Block
 *
 * Without `-PolicyStore` it is the local store, where Group Policy may still say otherwise: `NotConfigured` says nothing, and what is
 * on there may be off.
 */
export const firewallStateCmdlet = defineCommand({
  id: 'netsh-firewall-state',
  typed: 'Get-NetFirewallProfile -PolicyStore ActiveStore',
  shell: 'powershell',
  runOn: 'client',
  elevated: false,
  shows: 'For which profiles Windows Firewall is on; where it is off, no connection security rule is active.',
  sources: ['powershell'],
  runs: (commandLine) => /^get-netfirewallprofile\b/i.test(commandLine),
  opens: opensRecord,
  opensBeside: (text, beside) => opensRecordBeside(SHAPE, text, beside),
  begins: (lines, index) => beginsRecords(SHAPE)(lines, index),
  ends: () => false,
  named: (fileName) => /netfirewallprofile/i.test(fileName),
  read,
});

const PROFILES = ['domain', 'private', 'public'] as const;

const SHAPE: CmdletShape = {
  list: 'profiles',
  // `Name, Enabled` alone is a selection that people make; other lists print more.
  isOwn: (names) =>
    names.includes('name') &&
    names.includes('enabled') &&
    (names.length === 2 || names.some((name) => /^(?:defaultinboundaction|allowlocalipsecrules)$/.test(name))),
  first: /^name$/,
  isWhole: printedBelow('enabled'),
  paths: { name: ['Name', 'Profile'], on: ['Enabled'] },
  needed: ['name', 'on'],
};

/** False, True and NotConfigured, whose numbers JSON prints. */
const GPO_BOOLEAN = [false, true, null];

function read(output: Output): Draft<'netsh-firewall-state'> {
  const { entries: profiles, complete, proofs, problems } = readCmdletEntries(output, SHAPE, profileOf);
  const shown = isActiveStore(output)
    ? profiles
    : profiles.map((one) => ({ ...one, on: one.on === true ? null : one.on }));
  const isTold = shown.every(({ on }) => on !== null);
  return {
    data: { profiles: shown },
    complete: complete && profiles.length === PROFILES.length && isTold,
    problems: !isTold && problems.length === 0 ? [localStore('Get-NetFirewallProfile', output)] : problems,
    proofs,
  };
}

function profileOf(record: PowershellRecord) {
  const name = (valueOf(record, 'Name', 'Profile') ?? '').toLowerCase();
  const profile = PROFILES.find((one) => one === name);
  return profile === undefined ? [] : [{ profile, on: flagOf(valueOf(record, 'Enabled'), GPO_BOOLEAN) }];
}
