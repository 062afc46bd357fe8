/**
 * `reg query HKLM\SOFTWARE\Policies\Microsoft\WindowsFirewall\ConSecRules`: the rules as Group Policy delivered them, readable without
 * elevation.
 *
 *     HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\WindowsFirewall\ConSecRules
 *         {8a4f…}    REG_SZ    v2.10|Action=SecureServer|Active=TRUE|Profile=Private|Profile=Public|Name=DirectAccess Policy-ClientToCorp|RTunnel6=2002:836b:3::836b:3|
 *
 * Without rules: `ERROR: The system was unable to find the specified registry key or value.` The authentication stands in sets of their
 * own, so it is not printed here.
 */
import { type ConnectionSecurityRule } from '../diagnosis/reading-data';
import { type Line } from '../document';
import { canonicalAddress } from '../grammars/address';
import { isMissingInRegistry } from '../grammars/registry-words';
import { type Draft } from '../reading';
import { type Command, defineCommand, type Output } from './command';
import { wholeLines } from './whole-lines';

export const connectionSecurityRulesRegistry: Command<'netsh-consec'> = defineCommand({
  id: 'netsh-consec',
  typed: 'reg query HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\ConSecRules',
  shell: 'cmd',
  runOn: 'client',
  elevated: false,
  shows: 'The rules as Group Policy delivered them.',
  sources: ['article'],
  runs: (commandLine) => /^reg(?:\.exe)?\s+query\s+"?[^"]{0,200}\\WindowsFirewall\\ConSecRules\b/i.test(commandLine),
  opens: (text) => isKey(text) || VALUE.test(text),
  begins: (lines, index) => isKey(lines[index]?.text ?? '') || VALUE.test(lines[index]?.text ?? ''),
  ends: ({ text }) => isMissingInRegistry(text),
  alone: ({ text }) => isMissingInRegistry(text),
  named: (fileName) => /consec-?_?rules?[-_ ]?reg|reg(?:istry|-?query)?[-_ ]?consec/i.test(fileName),
  read,
});

const isKey = (text: string): boolean => /^HKEY_LOCAL_MACHINE\\\S{1,200}\\ConSecRules\s*$/i.test(text);
const VALUE = /^\s{0,16}\S{1,200}\s+REG_SZ\s+(v2\.\d{1,3}\|.*)$/i;
/** The most rules that are read. */
const MAX_RULES = 5000;

function read(output: Output): Draft<'netsh-consec'> {
  const found = wholeLines(output)
    .flatMap((line) => {
      const value = VALUE.exec(line.text)?.[1];
      return value === undefined ? [] : [{ line, rule: ruleOf(value) }];
    })
    .slice(0, MAX_RULES);
  const missing = output.lines.find(({ text }) => isMissingInRegistry(text));
  const key = output.lines.find(({ text }) => isKey(text));
  const closing = missing ?? key;
  // A whole key ends with a blank line; a line of a rule that no line end follows may be cut.
  const isWhole = key !== undefined && (output.closed || endsBlank(output));
  return {
    data: { store: 'received', source: 'registry', rules: found.map(({ rule }) => rule), strongCrlCheck: null },
    complete: missing !== undefined || isWhole,
    proofs: {
      ...Object.fromEntries(found.flatMap(({ line }, index) => proofsOf(line, index))),
      ...(closing === undefined ? {} : { closing: closing.number }),
    },
  };
}

const endsBlank = ({ lines, endsWhole }: Output): boolean =>
  endsWhole !== false && lines.length > 1 && lines.at(-1)?.text.trim() === '';

/** `v2.10|Action=…|Active=TRUE|Profile=Public|Name=…|EP2_6=…|RTunnel6=…|`; a name may stand several times. */
function ruleOf(value: string): ConnectionSecurityRule {
  const parts = value.split('|').flatMap((part) => {
    const at = part.indexOf('=');
    return at < 0 ? [] : [[part.slice(0, at).toLowerCase(), part.slice(at + 1)] as const];
  });
  const every = (name: RegExp): readonly string[] => parts.flatMap(([key, text]) => (name.test(key) ? [text] : []));
  const first = (name: RegExp): string | null => every(name)[0] ?? null;
  const list = (name: RegExp): string | null => every(name).join(',') || null;
  const address = (text: string | null): string | null => canonicalAddress(text ?? '') ?? text;
  const active = first(/^active$/);
  const remote = first(/^rtunnel[46]/);
  return {
    name: first(/^name$/) ?? '',
    enabled: active === null ? null : /^true$/i.test(active),
    profiles: every(/^profile$/).map((profile) => profile.toLowerCase()),
    type: null,
    mode: remote === null && first(/^ltunnel[46]/) === null ? null : 'Tunnel',
    localTunnelEndpoint: address(first(/^ltunnel[46]/)),
    remoteTunnelEndpoint: address(remote),
    endpoint1: list(/^ep1_[46]$/),
    endpoint2: list(/^ep2_[46]$/),
    auth1: null,
    auth2: null,
    action: first(/^action$/),
    auth1CaName: null,
    auth1HealthCert: null,
    applyAuthorization: null,
  };
}

function proofsOf({ number }: Line, index: number): readonly (readonly [string, number])[] {
  const path = `rules[${index}]`;
  return ['', '.name', '.enabled', '.profiles', '.remoteTunnelEndpoint', '.action'].map(
    (part) => [path + part, number] as const,
  );
}
