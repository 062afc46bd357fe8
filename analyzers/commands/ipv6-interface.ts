/** `netsh interface ipv6 show interface IPHTTPSInterface`: whether the server forwards and advertises on the adapter of its clients. */
import { field } from '../grammars/netsh';
import { type Draft } from '../reading';
import { type Command, defineCommand, type Output } from './command';
import { wholeLines } from './whole-lines';

/**
 * One block for each interface that is named:
 *
 *     Interface IPHTTPSInterface Parameters
 *     ----------------------------------------------
 *     IfLuid                             : tunnel_4
 *     …
 *     State                              : connected
 *     Forwarding                         : enabled
 *     Advertising                        : enabled
 *     …
 *     Default Link-local … / Directed MAC Wake up pattern : disabled
 */
export const ipv6Interface: Command<'netsh-ipv6-interface'> = defineCommand({
  id: 'netsh-ipv6-interface',
  typed: 'netsh interface ipv6 show interface IPHTTPSInterface',
  shell: 'cmd',
  runOn: 'server',
  elevated: false,
  powershell: 'Get-NetIPInterface -AddressFamily IPv6 -InterfaceAlias IPHTTPSInterface | Format-List',
  shows: 'Whether an interface of the server forwards and advertises, without which no packet of a client goes on.',
  sources: ['commandReference'],
  runs: (commandLine) =>
    /^netsh(?:\.exe)?\s+int(?:erface)?\s+ipv6\s+show\s+int(?:erfaces?)?\s+(?!level\b)\S/i.test(commandLine),
  opens: (text) => TITLE.test(text),
  begins: (lines, index) =>
    TITLE.test(lines[index]?.text ?? '') && /^IfLuid\s*:/i.test(lines[index + 2]?.text ?? lines[index + 1]?.text ?? ''),
  ends: () => false,
  named: (fileName) => /ipv6-?_?interface/i.test(fileName),
  read,
});

const TITLE = /^Interface (\S.{0,200}?) Parameters\s*$/;
const LABELS = ['state', 'forwarding', 'advertising'] as const;

function read(output: Output): Draft<'netsh-ipv6-interface'> {
  const proofs: Record<string, number> = {};
  const interfaces: { name: string; values: Map<string, boolean | null> }[] = [];
  const lines = wholeLines(output);
  for (const line of lines) {
    const title = TITLE.exec(line.text)?.[1];
    if (title !== undefined) {
      proofs[`interfaces[${interfaces.length}].name`] = line.number;
      interfaces.push({ name: title, values: new Map() });
      continue;
    }
    const shown = field(line.text);
    const label = LABELS.find((one) => one === shown?.label.trim().toLowerCase());
    const open = interfaces.at(-1);
    if (shown === null || label === undefined || open === undefined) continue;
    open.values.set(label, flag(shown.value));
    proofs[`interfaces[${interfaces.length - 1}].${label}`] = line.number;
  }
  const last = lines.findLast(({ text }) => text.trim() !== '');
  if (last !== undefined) proofs['closing'] = last.number;
  const isTold = interfaces.length > 0 && interfaces.every(({ values }) => values.get('advertising') != null);
  return {
    data: {
      interfaces: interfaces.map(({ name, values }) => ({
        name,
        connected: values.get('state') ?? null,
        forwarding: values.get('forwarding') ?? null,
        advertising: values.get('advertising') ?? null,
      })),
    },
    complete: isTold,
    proofs,
  };
}

function flag(value: string): boolean | null {
  if (/^(?:enabled|connected)$/i.test(value)) return true;
  return /^(?:disabled|disconnected)$/i.test(value) ? false : null;
}
