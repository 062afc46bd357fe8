/**
 * `netsh advfirewall monitor show consec` (the active rules) and `netsh advfirewall consec show rule name=all` (the local ones):
 * connection security rules, elevated only.
 *
 *     Global Settings:                                  (monitor only, with the other settings)
 *     ----------------------------------------------------------------------
 *     IPsec:
 *     StrongCRLCheck                        0:Disabled
 *     …
 *     Connection Security Rules:                        (monitor only)
 *
 *     Rule Name:                            DirectAccess Policy-ClientToCorp
 *     ----------------------------------------------------------------------
 *     Enabled:                              Yes
 *     Profiles:                             Private,Public
 *     Mode:                                 Tunnel
 *     RemoteTunnelEndpoint:                 2002:836b:3::836b:3
 *     Auth1:                                ComputerCert
 *     Auth2:                                UserKerb
 *     MainModeSecMethods:                   DHGroup2-AES128-SHA256
 *     Ok.
 *
 * Without rules: `No rules match the specified criteria.`
 */
import { type Problem } from '../diagnosis/diagnosis';
import { type ConnectionSecurityRule, type ReadingData } from '../diagnosis/reading-data';
import { type Line } from '../document';
import { type RuleBlock, ruleBlocks, opensRule, startsRule } from '../grammars/connection-security-rule-block';
import { field, isDenied, isOk, needsElevation, nothingFound } from '../grammars/netsh';
import { type Draft } from '../reading';
import { type Command, defineCommand, type Output } from './command';
import { isGlobalTitle, listsRulesBelow, opensSettings } from './global-settings-title';
import { notElevated } from './output-problems';
import { wholeLines } from './whole-lines';

export const connectionSecurityRules: Command<'netsh-consec'> = defineCommand({
  id: 'netsh-consec',
  typed: 'netsh advfirewall monitor show consec verbose',
  shell: 'cmd',
  runOn: 'client',
  elevated: true,
  shows: 'The connection security rules that are active, with their endpoints and authentications.',
  sources: ['article'],
  powershell: 'Get-NetIPsecRule -PolicyStore ActiveStore',
  runs: (commandLine) =>
    /^netsh(?:\.exe)?\s+advfirewall\s+(?:monitor\s+show\s+consec|consec\s+show\s+rule)\b/i.test(commandLine),
  opens: (text) => (field(text)?.value ?? '') !== '' || isRulesTitle(text) || opensSettings(text),
  opensBeside: (text, { below }) => isRulesTitle(text) || opensRule(text, below) || opensSettings(text),
  begins: (lines, index) =>
    isRulesTitle(lines[index]?.text ?? '') ||
    startsRule(lines, index) ||
    (isGlobalTitle(lines, index) && listsRulesBelow(lines, index) !== false),
  ends: ({ text }) => isClosing(text),
  alone: ({ text }) => nothingFound(text) === 'rules' || needsElevation(text),
  holds: ({ text }) => nothingFound(text) === 'associations',
  named: (fileName) => /consec|connection[-_ ]?security|(?:active|received)[-_ ]?rules/i.test(fileName),
  read,
});

const isRulesTitle = (text: string): boolean => /^\s*connection security rules:\s*$/i.test(text);
const isClosing = (text: string): boolean => isOk(text) || nothingFound(text) === 'rules' || needsElevation(text);

function read(output: Output): Draft<'netsh-consec'> {
  const lines = wholeLines(output);
  const closing = output.lines.find(({ text }) => isClosing(text));
  const denied = output.lines.find(({ text }) => needsElevation(text) || isDenied(text));
  const blocks = ruleBlocks(lines, output.closed || lines.length < output.lines.length);
  const whole = blocks.filter((block) => block.whole);
  const strict = lines.find(({ text }) => /^\s*StrongCRLCheck\b/i.test(text));
  const problems: Problem[] = denied === undefined ? [] : [notElevated(denied.number)];
  return {
    data: {
      ...storeOf(output),
      rules: whole.map(({ rule }) => rule),
      strongCrlCheck: strongCrlCheck(strict),
    },
    complete:
      closing !== undefined && denied === undefined && blocks.length === whole.length && !isOtherListing(output),
    problems,
    proofs: {
      ...Object.fromEntries(whole.flatMap(proofsOf)),
      ...(strict === undefined ? {} : { strongCrlCheck: strict.number }),
      ...(closing === undefined ? {} : { closing: closing.number }),
    },
  };
}

/** The settings stand above the active rules only; the typed command, else the name of the document, tells a bare list of rules. */
function storeOf({ lines, typed, document }: Output): Pick<ReadingData['netsh-consec'], 'store' | 'source'> {
  const active: Pick<ReadingData['netsh-consec'], 'store' | 'source'> = { store: 'active', source: 'monitor' };
  const local: Pick<ReadingData['netsh-consec'], 'store' | 'source'> = { store: 'received', source: 'local' };
  if (typed !== null) return /\bmonitor\b/i.test(typed) ? active : local;
  const isTitled = lines.some(({ text }, index) => isRulesTitle(text) || isGlobalTitle(lines, index));
  return isTitled || /active|monitor/i.test(document ?? '') ? active : local;
}

/** Settings without a list of rules are those of `show global` or `monitor show firewall`, whatever was expected here. */
function isOtherListing({ lines }: Output): boolean {
  const titled = lines.findIndex((_line, index) => isGlobalTitle(lines, index));
  return titled >= 0 && listsRulesBelow(lines, titled) !== true;
}

/** `0:Disabled`, `1:Enabled`, `2:…`: the number decides, its word is translated. */
function strongCrlCheck(line: Line | undefined): number | null {
  const value = field(line?.text ?? '')?.value ?? '';
  return /^[0-2](?:\D|$)/.test(value) ? Number(value[0]) : null;
}

function proofsOf({ lines }: RuleBlock, index: number): readonly (readonly [string, number])[] {
  const path = `rules[${index}]`;
  const values = Object.entries(lines).map(([name, line]) => [`${path}.${name}`, line] as const);
  const heading = lines['name' satisfies keyof ConnectionSecurityRule];
  return heading === undefined ? values : [[path, heading], ...values];
}
