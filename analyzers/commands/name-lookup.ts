/** `nslookup NAME [SERVER]`: what one DNS server says of a name; it does not use the name resolution policy table. */
import { type LineText } from '../document';
import { canonicalAddress } from '../grammars/address';
import { field } from '../grammars/netsh';
import { type Draft } from '../reading';
import { defineCommand, type Output } from './command';
import { isKnownWhole, wholeLines } from './whole-lines';

/** `*** dns.lan can't find da.example.com: Non-existent domain`: the name stands last before the colon in each language. */
const NOT_FOUND = /^\*\*\* .{1,300}?([\w.-]{1,255}): \S/;
/** The same, or `*** Request to dns.lan timed-out`. */
const FAILED = new RegExp(`${NOT_FOUND.source}|^\\*\\*\\* Request to \\S+ timed-out`, 'i');
const SERVER = /^(?:server|serveur|servidor)\s?:\s/i;
const MAX_LOOKUP_LINES = 60;

/**
 * The server that was asked, then the answer:
 *
 *     Server:  fritz.box
 *     Address:  192.168.1.1
 *
 *     Non-authoritative answer:
 *     Name:    da.example.com
 *     Address:  198.51.100.7
 *
 * Labels are translated; their order is not.
 */
export const nameLookup = defineCommand({
  id: 'nslookup',
  typed: 'nslookup <PUBLIC NAME>',
  shell: 'cmd',
  runOn: 'client',
  elevated: false,
  shows: 'Whether a DNS server knows a name: it asks that server itself and passes over the name resolution policy.',
  sources: ['hicksNames', 'commandReference'],
  once: true,
  powershell: 'Resolve-DnsName <PUBLIC NAME>',
  runs: (commandLine) => /^nslookup(?:\.exe)?\s+\S/i.test(commandLine),
  opens: (text) => SERVER.test(text),
  begins: (lines, index) => SERVER.test(lines[index]?.text ?? '') && isAddressed(lines[index + 1]),
  ends: () => false,
  named: (fileName) => /nslookup/i.test(fileName),
  read,
});

const isAddressed = (line: LineText | undefined): boolean =>
  canonicalAddress(field(line?.text ?? '')?.value ?? '') !== null;

function read(output: Output): Draft<'nslookup'> {
  const lines = wholeLines(output).slice(0, MAX_LOOKUP_LINES);
  const fields = lines.flatMap((line) => {
    const found = field(line.text);
    return found === null ? [] : [{ value: found.value, line }];
  });
  // The server and its address come first; the name and its addresses below them.
  const [, server, name, ...rest] = fields;
  const more = lines.filter(({ text }) => /^\s{4,}\S+$/.test(text)).map((line) => ({ value: line.text.trim(), line }));
  const found = [...rest, ...more].flatMap(({ value, line }) => {
    const address = canonicalAddress(value);
    return address === null ? [] : [{ address, line }];
  });
  const asked = /^nslookup(?:\.exe)?\s+(?:-\S+\s+)*([\w.-]{1,255})(?=\s|$)/i.exec(output.typed ?? '')?.[1] ?? null;
  const [first] = found;
  // Above its address stands what is said of the server's own name; a try that timed out is followed by others, or by `***`.
  const failed =
    first === undefined
      ? lines.find(({ text, number }) => FAILED.test(text) && server !== undefined && number > server.line.number)
      : undefined;
  const isTold = failed !== undefined || first !== undefined;
  return {
    data: {
      name: asked ?? NOT_FOUND.exec(failed?.text ?? '')?.[1] ?? name?.value ?? null,
      server: server === undefined ? null : canonicalAddress(server.value),
      addresses: found.map(({ address }) => address),
      found: failed !== undefined ? false : first === undefined ? null : true,
    },
    complete: isTold && isKnownWhole(output, lines.at(-1)?.text.trim() === '' || failed !== undefined),
    proofs: {
      ...(first === undefined ? {} : { addresses: first.line.number }),
      ...(failed === undefined ? {} : { found: failed.number, closing: failed.number }),
    },
  };
}
