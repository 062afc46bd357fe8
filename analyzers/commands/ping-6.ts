/** `ping -6 TARGET`: whether a tunnel endpoint or an intranet name answers. */
import { type Line } from '../document';
import { canonicalAddress, isIpv6 } from '../grammars/address';
import { wordsFor } from '../grammars/languages/spoken';
import { type Draft } from '../reading';
import { defineCommand, type Output } from './command';
import { wholeLines } from './whole-lines';

/** `Pinging fs1 [2001:db8::5] with 32 bytes of data:`, "Ping wird ausgeführt für …": an IPv6 address, and the size of 32 bytes. */
const HEADING = /^\S.{0,300}\s\d{1,5}\s.{0,60}:$/;
const TARGET_WITH_ADDRESS = /(\S{1,255}) \[([0-9a-f:.]{2,64}(?:%\w{1,16})?)\]/i;
/** `Sent = 4, Received = 4, Lost = 0`: three numbers in this order in every language; times have three too, with their unit. */
const COUNTS = /= ?(\d{1,6})\b(?! ?ms)\D{1,40}?= ?(\d{1,6})\b(?! ?ms)\D{1,40}?= ?(\d{1,6})\b(?! ?ms)/;
/** "could not find host fs1.", with the host's name in a group of its own for each language. */
const NOT_FOUND = new RegExp(
  wordsFor('hostNotFound')
    .map((sentence) => sentence.replace(/\{\}$/, '{}(?:\\.(?:\\s|$)|。)').replace('{}', '([^\\s,"]{1,255}?)'))
    .join('|'),
  'iu',
);
/** A reply of the target has a time: `Reply from 2001:db8::5: time=25ms`, `Zeit<1ms`. */
const REPLY = /\S ?[=<] ?\d{1,6} ?(?:ms|мс)\b/i;
export const MAX_REPLIES = 1000;
/** A line of ping holds one name, one address and some words; longer ones are not looked at. */
export const MAX_PING_CHARACTERS = 400;

/**
 * The statistics close it; an unanswered ping prints `Request timed out.` or an error for each try, an unknown name one line:
 *
 *     Pinging 2002:836b:2::836b:2 with 32 bytes of data:
 *     Reply from 2002:836b:2::836b:2: time=25ms
 *
 *     Ping statistics for 2002:836b:2::836b:2:
 *         Packets: Sent = 4, Received = 4, Lost = 0 (0% loss),
 */
export const pingSix = defineCommand({
  id: 'ping-6',
  typed: 'ping -6 <ENDPOINT>',
  shell: 'cmd',
  runOn: 'client',
  elevated: false,
  shows: 'Whether a tunnel endpoint or an intranet name answers.',
  sources: ['article', 'commandReference'],
  runs: (commandLine) => /^ping(?:\.exe)?\s/i.test(commandLine) && targetOf(commandLine) !== null,
  opens: isBeginning,
  begins: (lines, index) => isBeginning(lines[index]?.text ?? ''),
  ends: () => false,
  once: true,
  named: (fileName) => /ping/i.test(fileName),
  read,
});

/** An IPv6 address among its words keeps a ping over IPv4 out. */
function isBeginning(line: string): boolean {
  const text = line.slice(0, MAX_PING_CHARACTERS);
  return isHeading(text) || NOT_FOUND.test(text);
}

function isHeading(text: string): boolean {
  return HEADING.test(text) && addressIn(text) !== null;
}

function addressIn(text: string): string | null {
  for (const word of text.split(/[\s[\]]+/)) {
    const address = word.replace(/:$/, '');
    if (isIpv6(address)) return canonicalAddress(address);
  }
  return null;
}

/** The target is the last word of the command line; `-6`, or an address of that kind, asks for IPv6. */
function targetOf(commandLine: string): string | null {
  const words = commandLine.split(/\s+/);
  const target = words.at(-1) ?? '';
  const isSix = words.includes('-6') || isIpv6(target);
  return isSix && !target.startsWith('-') && !target.startsWith('<') ? target : null;
}

function read(output: Output): Draft<'ping-6'> {
  const proofs: Record<string, number> = {};
  const prove = (line: Line | undefined, ...paths: readonly string[]): void => {
    if (line !== undefined) for (const path of paths) proofs[path] = line.number;
  };
  const isShort = ({ text }: Line): boolean => text.length <= MAX_PING_CHARACTERS;
  const lines = wholeLines(output).filter(isShort);
  const heading = lines.find(({ text }) => isHeading(text));
  const missing = output.lines.filter(isShort).find(({ text }) => NOT_FOUND.test(text));
  const statistics = lines.find(({ text }) => COUNTS.test(text));
  const counts = COUNTS.exec(statistics?.text ?? '');
  const address = heading === undefined ? null : addressIn(heading.text);
  const replies = lines.filter((line) => line !== heading && isReply(line, address)).slice(0, MAX_REPLIES);
  prove(heading ?? missing, 'target', 'address');
  prove(missing ?? statistics, 'closing');
  replies.forEach((line, index) => prove(line, `replies[${index}]`));
  prove(statistics, 'sent', 'received');
  const missingName = missing === undefined ? null : nameNotFound(missing.text);
  const named = TARGET_WITH_ADDRESS.exec(heading?.text ?? '')?.[1] ?? address;
  return {
    data: {
      target: (output.typed === null ? null : targetOf(output.typed)) ?? missingName ?? named,
      address,
      resolved: missing !== undefined ? false : heading !== undefined ? true : null,
      sent: counts === null ? null : Number(counts[1]),
      // Windows counts "Destination host unreachable" from a router as received; only a reply of the target has a time.
      received: counts === null ? null : Math.min(Number(counts[2]), replies.length),
    },
    complete: missing !== undefined || counts !== null,
    proofs,
  };
}

/** The name of the sentence, whatever its language. */
const nameNotFound = (text: string): string | null => {
  // A group of another language than the one that matched holds nothing, which its type does not say.
  const names: readonly (string | undefined)[] = NOT_FOUND.exec(text)?.slice(1) ?? [];
  return names.find((name) => name !== undefined) ?? null;
};

const isReply = ({ text }: Line, address: string | null): boolean =>
  REPLY.test(text) && (address === null || addressIn(text.replace(/: /g, ' ')) === address);
