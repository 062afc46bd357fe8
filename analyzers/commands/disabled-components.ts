/** `reg query …\Tcpip6\Parameters /v DisabledComponents`: whether IPv6, or its tunnel adapters, are disabled on this computer. */
import { type Line } from '../document';
import { isMissingInRegistry } from '../grammars/registry-words';
import { type Draft } from '../reading';
import { defineCommand, type Output } from './command';
import { wholeLines } from './whole-lines';

const KEY = /^HKEY_LOCAL_MACHINE\\SYSTEM\\(?:CurrentControlSet|ControlSet\d{3})\\Services\\Tcpip6\\Parameters\s*$/i;
const VALUE = /^\s*DisabledComponents\s+REG_DWORD\s+(0x[0-9a-f]{1,8})\s*$/i;
/** `DisabledComponents : 255`, as Get-ItemProperty prints it. */
const PROPERTY = /^DisabledComponents\s*: (\d{1,10})\s*$/i;

/**
 *     HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip6\Parameters
 *         DisabledComponents    REG_DWORD    0xff
 *
 * Where the value is not set, reg says that it is unable to find it.
 */
export const disabledComponents = defineCommand({
  id: 'reg-disabled-components',
  typed: 'reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters /v DisabledComponents',
  shell: 'cmd',
  runOn: 'client',
  elevated: false,
  powershell: "Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters' DisabledComponents",
  shows: 'Which parts of IPv6 are switched off: with the tunnel adapters off, no IP-HTTPS, Teredo or 6to4 can come up.',
  sources: ['commandReference'],
  runs: (commandLine) =>
    /^(?:reg(?:\.exe)?\s+query|get-itemproperty)\s/i.test(commandLine) && /Tcpip6\\Parameters/i.test(commandLine),
  opens: (text) => KEY.test(text) || PROPERTY.test(text),
  begins: (lines, index) =>
    (KEY.test(lines[index]?.text ?? '') && VALUE.test(lines[index + 1]?.text ?? '')) ||
    PROPERTY.test(lines[index]?.text ?? ''),
  ends: () => false,
  once: true,
  named: (fileName) => /disabledcomponents|tcpip6/i.test(fileName),
  read,
});

function read(output: Output): Draft<'reg-disabled-components'> {
  const lines = wholeLines(output);
  const shown = lines.find(({ text }) => VALUE.test(text) || PROPERTY.test(text));
  // The sentence says that this value is absent only below the command line that asks for it.
  const isAsked = /DisabledComponents/i.test(output.typed ?? '');
  const absent = shown === undefined && isAsked ? lines.find(({ text }) => isMissingInRegistry(text)) : undefined;
  const line: Line | undefined = shown ?? absent;
  return {
    data: {
      value: shown === undefined ? null : valueIn(shown.text),
      isSet: shown !== undefined ? true : absent === undefined ? null : false,
    },
    complete: line !== undefined,
    proofs: line === undefined ? {} : { value: line.number, closing: line.number },
  };
}

const valueIn = (text: string): number => Number(VALUE.exec(text)?.[1] ?? PROPERTY.exec(text)?.[1] ?? 0);
