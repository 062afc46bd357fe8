/** What a person wishes of `tunnel-triage analyze`, read from its words, or what is wrong with them. */
import { isIPv4 } from 'node:net';

import { analyzeForm } from './command-forms';
import { readWords } from './read-words';
import { serverFault } from './server-address';
import { type Misuse, misuse } from './usage';

export interface AnalyzeSettings {
  readonly json: boolean;
  readonly card: boolean;
  readonly proof: boolean;
  readonly paths: readonly string[];
  readonly serverIpv4: string | undefined;
  readonly serverIpv4Second: string | undefined;
  readonly case: string | undefined;
  /** The bot that analyses; undefined where this program does. */
  readonly server: string | undefined;
  readonly at: string | undefined;
  readonly failOn: readonly string[];
}

export function analyzeSettings(words: readonly string[]): AnalyzeSettings | Misuse {
  const read = readWords(analyzeForm, words);
  if (read.kind === 'misuse') return read;
  const { at, case: file, 'server-ipv4': serverIpv4, 'server-ipv4-2': serverIpv4Second } = read.values;
  const { json, card, proof } = read.values;
  const wrong = [serverIpv4, serverIpv4Second].find((address) => address !== undefined && !isIPv4(address));
  if (wrong !== undefined) return misuse(`${wrong} is no IPv4 address. Give one like 131.107.0.2.`, 'analyze');
  if (serverIpv4Second !== undefined && serverIpv4 === undefined) {
    return misuse('--server-ipv4-2 is the second address; give the first with --server-ipv4 too.', 'analyze');
  }
  if (at !== undefined && !isTime(at))
    return misuse(`${at} is no time. Give one like 2026-11-24T09:30:00Z.`, 'analyze');
  const failOn = (read.values['fail-on'] ?? '').split(',').filter((outcome) => outcome !== '');
  if (json && proof && !card) return misuse('--json has every line of proof already. Leave --proof out.', 'analyze');
  const server = read.values.server?.replace(/(?<!\/)\/+$/, '');
  const fault = server === undefined ? null : serverFault(server);
  if (fault !== null) return misuse(fault, 'analyze');
  if (server !== undefined && at !== undefined) {
    return misuse('A server judges against its own clock. Leave --at out, or leave --server out.', 'analyze');
  }
  return { json, card, proof, paths: read.operands, serverIpv4, serverIpv4Second, case: file, server, at, failOn };
}

const isTime = (text: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text));
