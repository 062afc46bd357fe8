/**
 * `netsh advfirewall monitor show currentprofile`: which firewall profile each attached network is in, elevated only.
 *
 *     Public Profile:
 *     ----------------------------------------------------------------------
 *     Network  2
 *     Ok.
 *
 * One block for each profile that has networks, one line for each network; a name may be anything, a number too.
 */
import { type ReadingData } from '../diagnosis/reading-data';
import { type Line, type LineText } from '../document';
import { isOk, isRuled, isRefusal, needsElevation } from '../grammars/netsh';
import { type Draft } from '../reading';
import { type Command, defineCommand, type Output } from './command';
import { profileInTitle } from './firewall-profile-title';
import { notElevated } from './output-problems';
import { wholeLines } from './whole-lines';

export const currentProfile: Command<'netsh-currentprofile'> = defineCommand({
  id: 'netsh-currentprofile',
  typed: 'netsh advfirewall monitor show currentprofile',
  shell: 'cmd',
  runOn: 'client',
  elevated: true,
  shows: 'Which firewall profile each attached network is in.',
  sources: ['article', 'location'],
  powershell: 'Get-NetConnectionProfile',
  runs: (commandLine) => /^netsh(?:\.exe)?\s+advfirewall\s+monitor\s+show\s+currentprofile\b/i.test(commandLine),
  opens: (text) => profileInTitle(text) !== null,
  begins: (lines, index) => profileOfNetworks(lines[index]) !== null,
  ends: ({ text }) => isOk(text) || needsElevation(text),
  alone: isRefusal,
  named: (fileName) => /current-?_?profile/i.test(fileName),
  read,
});

/** The most networks that one listing is read with. */
const MAX_NETWORKS = 200;

type Profile = ReadingData['netsh-currentprofile']['profiles'][number]['profile'];

/** The profile of a title that stands above networks; a title of settings is another command's. */
function profileOfNetworks(line: LineText | undefined): Profile | null {
  const title = profileInTitle(line?.text ?? '');
  return title === null || title.ofSettings ? null : title.profile;
}

interface Block {
  readonly profile: Profile;
  readonly title: Line;
  readonly networks: Line[];
}

function read(output: Output): Draft<'netsh-currentprofile'> {
  const closing = output.lines.find(({ text }) => isOk(text));
  const denied = output.lines.find(({ text }) => needsElevation(text));
  const blocks: Block[] = [];
  for (const line of wholeLines(output)) {
    if (line === closing || line === denied) break;
    const profile = profileOfNetworks(line);
    const open = blocks.at(-1);
    if (profile !== null) blocks.push({ profile, title: line, networks: [] });
    else if (line.text.trim() === '' || isRuled(line.text)) continue;
    else if (open !== undefined && open.networks.length < MAX_NETWORKS) open.networks.push(line);
  }
  const last = closing ?? denied;
  return {
    data: {
      profiles: blocks.map(({ profile, networks }) => ({ profile, networks: networks.map(({ text }) => text.trim()) })),
    },
    complete: closing !== undefined && denied === undefined && blocks.length > 0,
    problems: denied === undefined ? [] : [notElevated(denied.number)],
    proofs: {
      ...Object.fromEntries(blocks.flatMap(proofsOf)),
      ...(last === undefined ? {} : { closing: last.number }),
    },
  };
}

function proofsOf({ title, networks }: Block, index: number): readonly (readonly [string, number])[] {
  const path = `profiles[${index}]`;
  return [
    [path, title.number],
    [`${path}.profile`, title.number],
    ...networks.map((network, place) => [`${path}.networks[${place}]`, network.number] as const),
  ];
}
