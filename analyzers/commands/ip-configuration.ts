/** `ipconfig` and `ipconfig /all`: the adapters with their addresses, in any language. */
import { type Adapter } from '../diagnosis/reading-data';
import { type LineText } from '../document';
import { type Draft } from '../reading';
import { type AdapterBlock, readAdapter, readFields } from './adapter-block';
import { defineCommand, type Output } from './command';
import { isKnownWhole, wholeLines } from './whole-lines';

/** "Windows IP Configuration", "Windows-IP-Konfiguration", "Configuración IP de Windows": short, and with both words. */
const TITLE = /^\s*(?:Windows[ -]IP|.{0,30}\bIP (?:de|di|do|da) Windows|Windows IP 構成|Windows IP 配置)/i;
const MAX_TITLE_CHARACTERS = 50;
/** An adapter's title stands at the margin and ends in a colon; below a blank line comes a field with dots. */
const ADAPTER_TITLE = /^\S.{2,200}:$/;
/** So near below its title an adapter has its first field, blank lines included. */
const MAX_FIELD_DISTANCE = 5;
export const MAX_ADAPTERS = 500;

/**
 * Fields have dots up to their colon; values that go on stand in lines of their own:
 *
 *     Windows IP Configuration
 *
 *        Host Name . . . . . . . . . . . . : CLIENT1
 *
 *     Tunnel adapter iphttpsinterface:
 *
 *        Connection-specific DNS Suffix  . :
 *        IPv6 Address. . . . . . . . . . . : 2001:db8:1:1000::5(Preferred)
 *        Default Gateway . . . . . . . . . :
 */
export const ipConfiguration = defineCommand({
  id: 'ipconfig',
  typed: 'ipconfig /all',
  shell: 'cmd',
  runOn: 'client',
  elevated: false,
  shows: 'The adapters with their addresses: which of them has a global IPv6 address.',
  sources: ['article', 'commandReference'],
  powershell: 'Get-NetIPConfiguration -Detailed',
  runs: (commandLine) => /^ipconfig(?:\.exe)?(?:\s+\/all)?\s*(?:[>|].*)?$/i.test(commandLine),
  opens: (text) => isTitle(text) || ADAPTER_TITLE.test(text),
  begins: (lines, index) =>
    (isTitle(lines[index]?.text ?? '') && !isNameCache(lines, index)) || (index === 0 && isAdapter(lines, 0)),
  ends: () => false,
  named: (fileName) => /ipconfig/i.test(fileName),
  read,
});

const isTitle = (text: string): boolean => text.length <= MAX_TITLE_CHARACTERS && TITLE.test(text);

/** `ipconfig /displaydns` has the same title; below it stands a name over dashes. */
const isNameCache = (lines: readonly LineText[], index: number): boolean =>
  lines.slice(index + 1, index + MAX_FIELD_DISTANCE).some(({ text }) => /^ {4}-{20,}$/.test(text));

/** Where other text at the margin comes before the first field, the line is what somebody wrote above a copy: `Please have a look:`. */
function isAdapter(lines: readonly LineText[], index: number): boolean {
  if (!ADAPTER_TITLE.test(lines[index]?.text ?? '')) return false;
  const below = lines.slice(index + 1, index + MAX_FIELD_DISTANCE);
  const margin = below.findIndex(({ text }) => /^\S/.test(text));
  return below.slice(0, margin < 0 ? below.length : margin).some(({ text }) => /^ {3}\S.*\. {0,2}:/.test(text));
}

function read(output: Output): Draft<'ipconfig'> {
  const proofs: Record<string, number> = {};
  const lines = wholeLines(output);
  const starts = lines.flatMap((_, index) => (isAdapter(lines, index) ? [index] : []));
  const machine = readFields(lines.slice(0, starts[0] ?? lines.length));
  const blocks = starts
    .slice(0, MAX_ADAPTERS)
    .map((start, index) => readAdapter(lines.slice(start, starts[index + 1]), machine.length > 0));
  const lastIsWhole = blocks.at(-1)?.whole ?? false;
  // The title of one more adapter may be all that was printed of it.
  const another = lines.slice((starts.at(-1) ?? 0) + 1).some(({ text }) => ADAPTER_TITLE.test(text));
  const complete = isKnownWhole(output, lastIsWhole && !another);
  const kept = complete || lastIsWhole ? blocks : blocks.slice(0, -1);
  kept.forEach((block, index) => prove(block, index, proofs));
  const hostName = machine[0];
  const primarySuffix = machine[1];
  if (hostName !== undefined) proofs['hostName'] = hostName.line.number;
  if (primarySuffix !== undefined) proofs['primarySuffix'] = primarySuffix.line.number;
  return {
    data: {
      adapters: kept.map(({ adapter }): Adapter => adapter),
      hostName: hostName?.value ?? null,
      primarySuffix: primarySuffix !== undefined && primarySuffix.value !== '' ? primarySuffix.value : null,
    },
    complete: complete && kept.length > 0,
    proofs,
    host: hostName?.value ?? null,
  };
}

function prove({ lines }: AdapterBlock, index: number, proofs: Record<string, number>): void {
  for (const [field, line] of lines) proofs[`adapters[${index}].${field}`] = line.number;
}
