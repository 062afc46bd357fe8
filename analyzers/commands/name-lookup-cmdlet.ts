/** `Resolve-DnsName NAME`: whether a name resolves the way that programs resolve it, through the name resolution policy table. */
import { canonicalAddress } from '../grammars/address';
import { type PowershellRecord, valueOf } from '../grammars/powershell-list';
import { type Draft } from '../reading';
import {
  beginsRecords,
  type CmdletShape,
  opensRecord,
  opensRecordBeside,
  readCmdletRecords,
  wordOf,
} from './cmdlet-records';
import { defineCommand, type Output } from './command';

/**
 * One record for each answer, as a table by default:
 *
 *     Name                Type   TTL   Section    IPAddress
 *     ----                ----   ---   -------    ---------
 *     fs1.corp.example    AAAA   1200  Answer     2001:db8:9:7777::a00:5
 *
 * or one error: `Resolve-DnsName : fs1.corp.example : DNS name does not exist`.
 */
export const nameLookupCmdlet = defineCommand({
  id: 'resolve-dnsname',
  typed: 'Resolve-DnsName <NAME>',
  shell: 'powershell',
  runOn: 'client',
  elevated: false,
  shows: 'Whether a name resolves the way that programs resolve it, through the name resolution policy.',
  sources: ['hicksNames', 'powershell'],
  runs: (commandLine) => /^resolve-dnsname\b/i.test(commandLine),
  opens: (text) => opensRecord(text) || ERROR.test(text),
  opensBeside: (text, beside) => opensRecordBeside(SHAPE, text, beside) || ERROR.test(text),
  begins: (lines, index) => beginsRecords(SHAPE)(lines, index) || ERROR.test(lines[index]?.text ?? ''),
  ends: () => false,
  named: (fileName) => /resolve-?dnsname/i.test(fileName),
  read,
});

const ERROR = /^Resolve-DnsName\s*: ([\w.-]{1,255}) : \S/i;

const SHAPE: CmdletShape = {
  list: 'answers',
  isOwn: (names) => ['name', 'type', 'ttl', 'section'].every((name) => names.includes(name)),
  first: /^name$/,
  isWhole: () => false,
  paths: { name: ['Name'], address: ['IPAddress', 'IP4Address', 'IP6Address'], section: ['Section'] },
  needed: ['name', 'address'],
};

/** DnsSection: JSON prints its number. */
const SECTIONS = ['Question', 'Answer', 'Authority', 'Additional'];

function read(output: Output): Draft<'resolve-dnsname'> {
  const { records, complete, proofs, problems, failure } = readCmdletRecords(output, SHAPE);
  const asked = /^resolve-dnsname\s+(?:-name\s+)?['"]?([\w.-]{1,255})['"]?(?=\s|$)/i.exec(output.typed ?? '')?.[1];
  const failed = output.lines.find(({ text }) => ERROR.test(text));
  const isAnswer =
    failure !== null && /^DNS_(?:ERROR_RCODE|INFO_NO)|^(?:ERROR_TIMEOUT|WSA|System\.Net)/.test(failure.id);
  const answers = records.filter(isAnswerRecord);
  const addresses = answers.flatMap((record) => addressOf(record) ?? []);
  const [first] = answers;
  return {
    data: {
      name: asked ?? ERROR.exec(failed?.text ?? '')?.[1] ?? (first === undefined ? null : valueOf(first, 'Name')),
      addresses,
      error: failure?.id ?? null,
    },
    complete: complete || isAnswer,
    problems: isAnswer ? [] : problems,
    proofs: {
      ...proofs,
      ...(first === undefined ? {} : { addresses: lineOf(first) }),
      ...(failure === null ? {} : { error: failed?.number ?? failure.line.number }),
    },
  };
}

/** Answers of a DNS server that has none hold its authority, and no address. */
const isAnswerRecord = (record: PowershellRecord): boolean =>
  wordOf(valueOf(record, 'Section'), SECTIONS) === 'Answer' && addressOf(record) !== null;

const lineOf = (record: PowershellRecord): number => [...record.values()][0]?.line.number ?? 1;

function addressOf(record: PowershellRecord): string | null {
  const address = valueOf(record, 'IPAddress', 'IP6Address', 'IP4Address');
  return address === null ? null : canonicalAddress(address);
}
