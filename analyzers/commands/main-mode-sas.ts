/**
 * `netsh advfirewall monitor show mmsa`: the main mode security associations, elevated only.
 *
 *     Main Mode SA at 03/04/2026 07:30:00
 *     ----------------------------------------------------------------------
 *     Local IP Address:                     2001:db8::1
 *     Remote IP Address:                    2002:836b:2::836b:2
 *     Auth1:                                ComputerCert
 *     Auth2:                                UserNTLM
 *     MM Offer:                             None-AES128-SHA256
 *     Cookie Pair:                          214e68615f01a7c1:5d08820d77e113b2
 *     Health Cert:                          No
 *     Ok.
 *
 * An empty list is the sentence `No SAs match the specified criteria.` Older Windows writes First Auth, Second Auth and Health Pair.
 */
import { type MainModeSa } from '../diagnosis/reading-data';
import { canonicalAddress } from '../grammars/address';
import { type Association, modeStarting, opensAssociation } from '../grammars/security-associations';
import { yesOrNo } from '../grammars/netsh';
import { type Command, defineCommand } from './command';
import { endsListing, isAloneAnswer, isInsideRules, readAssociations } from './security-association-listing';

export const mainModeSas: Command<'netsh-mmsa'> = defineCommand({
  id: 'netsh-mmsa',
  typed: 'netsh advfirewall monitor show mmsa',
  shell: 'cmd',
  runOn: 'client',
  elevated: true,
  shows: 'The main mode SAs: which endpoint answered, and how both sides were authenticated.',
  sources: ['article'],
  powershell: 'Get-NetIPsecMainModeSA',
  runs: (commandLine) => /^netsh(?:\.exe)?\s+advfirewall\s+monitor\s+show\s+mmsa\b/i.test(commandLine),
  opens: opensAssociation,
  begins: (lines, index) => modeStarting(lines, index) === 'main' && !isInsideRules(lines, index),
  ends: endsListing,
  alone: isAloneAnswer,
  named: (fileName) => /(?:^|[^a-z])mm-?sas?(?:[^a-z]|$)|main[-_ ]?mode/i.test(fileName),
  read: (output) => {
    const { found, ...draft } = readAssociations(output, 'main', PATHS);
    return { ...draft, data: { sas: found.map(([association, time]) => mainModeSa(association, time)) } };
  },
});

/** Where each printed value stands in `data`. */
const PATHS = {
  local: 'local',
  remote: 'remote',
  auth1: 'auth1',
  auth2: 'auth2',
  mainOffer: 'offer',
  cookies: 'cookies',
  health: 'healthCert',
} as const;

function mainModeSa({ parts }: Association, time: string | null): MainModeSa {
  return {
    time,
    local: canonicalAddress(parts.local?.value ?? ''),
    remote: canonicalAddress(parts.remote?.value ?? ''),
    auth1: parts.auth1?.value ?? null,
    auth2: parts.auth2?.value ?? null,
    offer: parts.mainOffer?.value ?? null,
    cookies: parts.cookies?.value ?? null,
    healthCert: parts.health === undefined ? null : yesOrNo(parts.health.value),
  };
}
