/**
 * `netsh advfirewall monitor show qmsa`: the quick mode security associations, elevated only.
 *
 *     Quick Mode SA at 03/04/2026 07:30:00
 *     ----------------------------------------------------------------------
 *     Local IP Address:                     2001:db8::1
 *     Remote IP Address:                    2002:836b:2::836b:2
 *     Local Port:                           Any
 *     Remote Port:                          Any
 *     Protocol:                             Any
 *     Direction:                            Both
 *     QM Offer:                             ESP:SHA1-AES192+60min+100000kb
 *     PFS:                                  None
 *     Ok.
 *
 * Microsoft's article 949856 shows the title `Main Mode SA at` for these too, so the values decide.
 */
import { type QuickModeSa } from '../diagnosis/reading-data';
import { canonicalAddress } from '../grammars/address';
import { type Association, modeStarting, opensAssociation } from '../grammars/security-associations';
import { type Command, defineCommand } from './command';
import { endsListing, isAloneAnswer, isInsideRules, readAssociations } from './security-association-listing';

export const quickModeSas: Command<'netsh-qmsa'> = defineCommand({
  id: 'netsh-qmsa',
  typed: 'netsh advfirewall monitor show qmsa',
  shell: 'cmd',
  runOn: 'client',
  elevated: true,
  shows: 'The quick mode SAs: whether traffic is protected to an endpoint.',
  sources: ['article'],
  powershell: 'Get-NetIPsecQuickModeSA',
  runs: (commandLine) => /^netsh(?:\.exe)?\s+advfirewall\s+monitor\s+show\s+qmsa\b/i.test(commandLine),
  opens: opensAssociation,
  begins: (lines, index) => modeStarting(lines, index) === 'quick' && !isInsideRules(lines, index),
  ends: endsListing,
  alone: isAloneAnswer,
  named: (fileName) => /(?:^|[^a-z])qm-?sas?(?:[^a-z]|$)|quick[-_ ]?mode/i.test(fileName),
  read: (output) => {
    const { found, ...draft } = readAssociations(output, 'quick', PATHS);
    return { ...draft, data: { sas: found.map(([association, time]) => quickModeSa(association, time)) } };
  },
});

/** Where each printed value stands in `data`. */
const PATHS = {
  local: 'local',
  remote: 'remote',
  localPort: 'localPort',
  remotePort: 'remotePort',
  protocol: 'protocol',
  direction: 'direction',
  quickOffer: 'offer',
  pfs: 'pfs',
} as const;

function quickModeSa({ parts }: Association, time: string | null): QuickModeSa {
  return {
    time,
    local: canonicalAddress(parts.local?.value ?? ''),
    remote: canonicalAddress(parts.remote?.value ?? ''),
    localPort: parts.localPort?.value ?? null,
    remotePort: parts.remotePort?.value ?? null,
    protocol: parts.protocol?.value ?? null,
    direction: parts.direction?.value ?? null,
    offer: parts.quickOffer?.value ?? null,
    pfs: parts.pfs?.value ?? null,
  };
}
