/** `tunnel-triage parse`: what was read of each upload, one JSON object a line. */
import { takeIn } from '../../analyzers/read';
import { type Surroundings } from './surroundings';
import { parseForm } from './command-forms';
import { readPaths } from './read-paths';
import { readWords } from './read-words';
import { type Answer, answer, type Misuse, misuse } from './usage';

export async function parse(
  words: readonly string[],
  { standardInput, watch, onFile }: Surroundings,
): Promise<Answer | Misuse> {
  const read = readWords(parseForm, words);
  if (read.kind === 'misuse') return read;
  if (read.operands.length === 0) return misuse('parse needs a file, a folder or - for standard input.', 'parse');
  const { uploads, complaints } = await readPaths(read.operands, standardInput, onFile);
  const { reports } = await takeIn(uploads, { call: 1, awaited: null }, watch);
  const isRead = reports.some(({ readings }) => readings.length > 0);
  return answer(reports.map((report) => `${JSON.stringify(report)}\n`).join(''), complaints, isRead ? 0 : 3);
}
