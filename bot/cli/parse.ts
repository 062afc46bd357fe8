/** `tunnel-triage parse`: what was read of each upload, one JSON object a line. */
import { takeIn } from '../../analyzers/read';
import { type Surroundings } from './analyze';
import { readPaths } from './read-paths';
import { type Answer, answer, type Misuse, misuse } from './usage';

export async function parse(
  words: readonly string[],
  { standardInput, watch }: Surroundings,
): Promise<Answer | Misuse> {
  const option = words.find((word) => word.startsWith('-') && word !== '-' && word !== '--');
  if (option !== undefined && !words.includes('--')) return misuse(`parse has no option ${option}. Give paths only.`);
  const paths = words.filter((word) => word !== '--');
  if (paths.length === 0) return misuse('parse needs a file, a folder or - for standard input.');
  const { uploads, complaints } = await readPaths(paths, standardInput);
  const { reports } = await takeIn(uploads, { call: 1, awaited: null }, watch);
  const read = reports.some(({ readings }) => readings.length > 0);
  return answer(reports.map((report) => `${JSON.stringify(report)}\n`).join(''), complaints, read ? 0 : 3);
}
