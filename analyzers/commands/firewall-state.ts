/**
 * `netsh advfirewall show allprofiles [state]`: whether the firewall is on, profile by profile.
 *
 *     Domain Profile Settings:
 *     ----------------------------------------------------------------------
 *     State                                 ON
 *
 *     Private Profile Settings:
 *     …
 *     Ok.
 */
import { type ReadingData } from '../diagnosis/reading-data';
import { type Line, type LineText } from '../document';
import { field, isOk, isRuled, isRefusal, needsElevation } from '../grammars/netsh';
import { whole } from '../grammars/languages/spoken';
import { type Draft } from '../reading';
import { type Command, defineCommand, type Output } from './command';
import { profileInTitle } from './firewall-profile-title';
import { notElevated, unknownWording } from './output-problems';
import { wholeLines } from './whole-lines';

/** The same without translated words. */
const CMDLET = 'Get-NetFirewallProfile -PolicyStore ActiveStore';

export const firewallState: Command<'netsh-firewall-state'> = defineCommand({
  id: 'netsh-firewall-state',
  typed: 'netsh advfirewall show allprofiles state',
  shell: 'cmd',
  runOn: 'client',
  elevated: false,
  shows: 'Whether Windows Firewall is on, profile by profile.',
  sources: ['prerequisites'],
  powershell: CMDLET,
  runs: (commandLine) =>
    /^netsh(?:\.exe)?\s+advfirewall\s+(?:show\s+(?:all|domain|private|public|current)profiles?|monitor\s+show\s+firewall(?!\s+rule))\b/i.test(
      commandLine,
    ),
  opens: (text) => profileInTitle(text) !== null,
  begins: (lines, index) => settingsOf(lines[index]) !== null,
  ends: ({ text }) => isOk(text) || needsElevation(text),
  alone: isRefusal,
  named: (fileName) => /all-?_?profiles|firewall-?_?(?:state|profiles)/i.test(fileName),
  read,
});

type Profile = ReadingData['netsh-firewall-state']['profiles'][number]['profile'];

function settingsOf(line: LineText | undefined): Profile | null {
  const title = profileInTitle(line?.text ?? '');
  return title?.ofSettings === true ? title.profile : null;
}

/** ON and OFF of the languages that are known. */
const [ON, OFF] = [whole('on'), whole('off')];

interface Block {
  readonly profile: Profile;
  readonly title: Line;
  state: Line | null;
}

function read(output: Output): Draft<'netsh-firewall-state'> {
  const blocks: Block[] = [];
  for (const line of wholeLines(output)) {
    const profile = settingsOf(line);
    const open = blocks.at(-1);
    if (profile !== null) blocks.push({ profile, title: line, state: null });
    // The state is the first setting below the title, whatever its label is called.
    else if (open?.state === null && !isRuled(line.text) && field(line.text) !== null) open.state = line;
  }
  const shown = blocks.flatMap(({ profile, state }) =>
    state === null ? [] : [{ profile, state, on: isOn(field(state.text)?.value ?? '') }],
  );
  const closing = output.lines.find(({ text }) => isOk(text));
  const denied = output.lines.find(({ text }) => needsElevation(text));
  const strange = shown.find(({ on }) => on === null);
  return {
    data: { profiles: shown.map(({ profile, on }) => ({ profile, on })) },
    complete: closing !== undefined && denied === undefined && strange === undefined && shown.length > 0,
    problems: [
      ...(denied === undefined ? [] : [notElevated(denied.number)]),
      ...(strange === undefined ? [] : [unknownWording(strange.state.text.trim(), strange.state.number, CMDLET)]),
    ],
    proofs: {
      ...Object.fromEntries(
        shown.flatMap(({ state }, index) => [
          [`profiles[${index}]`, state.number] as const,
          [`profiles[${index}].on`, state.number] as const,
        ]),
      ),
      ...(closing === undefined ? {} : { closing: closing.number }),
    },
  };
}

const isOn = (value: string): boolean | null => (ON.test(value) ? true : OFF.test(value) ? false : null);
