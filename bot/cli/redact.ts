/** `tunnel-triage redact`: the same texts with stand-ins for everything that says whose they are. */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { createRedactor, type UploadSource } from '../../analyzers/index';
import { type RedactedText, redactUploads } from '../../analyzers/redaction/redact-uploads';
import { faultCode, faultReason } from '../fault';
import { type Surroundings } from './surroundings';
import { redactForm } from './command-forms';
import { eventLine } from './events';
import { readPaths } from './read-paths';
import { readWords } from './read-words';
import { readRedactionMap, writeRedactionMap } from './redaction-map-file';
import { type Answer, answer, type Misuse, misuse } from './usage';

/** The map is written before any text is: a text whose map was lost could not be followed back. */
export async function redact(words: readonly string[], surroundings: Surroundings): Promise<Answer | Misuse> {
  const read = readWords(redactForm, words);
  if (read.kind === 'misuse') return read;
  const { operands, values } = read;
  if (operands.length === 0) {
    return misuse(
      'redact needs a file, a folder or - for standard input, as in: tunnel-triage redact mmsa.txt',
      'redact',
    );
  }
  const earlier = values.map === undefined ? null : await readRedactionMap(values.map);
  if (earlier !== null && 'kind' in earlier) return earlier;
  const redactor = createRedactor(earlier ?? undefined);
  const given = await readPaths(operands, surroundings.standardInput, surroundings.onFile);
  const uploads = given.uploads.map((upload): UploadSource => ({ ...upload, name: shownName(upload.name, operands) }));
  const { texts, refused, logs } = await redactUploads(
    uploads,
    redactor,
    (found) => eventLine(found, null),
    surroundings.watch,
  );
  const complaints = [
    ...given.complaints,
    ...refused.map(({ name, message }) => `${name} is left out: ${message}`),
    ...logs.map(
      (name) => `${name} is a binary log: its IPsec events are given as JSON lines. Save it as XML to have it whole.`,
    ),
  ];
  if (texts.length === 0) return answer('', complaints, 3);
  const unwritten = values.map === undefined ? null : await writeRedactionMap(values.map, redactor.map());
  if (unwritten !== null) return answer('', [...complaints, unwritten], 3);
  if (values.out !== undefined) return answer('', [...complaints, ...(await writeTexts(values.out, texts))]);
  const [only] = texts;
  if (texts.length === 1 && only !== undefined) await surroundings.write(only.text);
  else for (const [index, text] of texts.entries()) await surroundings.write(headed(text, index === 0));
  return answer('', complaints);
}

/** As `head` and `tail` part several files. */
function headed({ name, text }: RedactedText, isFirst: boolean): string {
  const ends = text === '' || text.endsWith('\n');
  return `${isFirst ? '' : '\n'}==> ${name} <==\n${text}${ends ? '' : '\n'}`;
}

/** Without the folders above what was given: they belong to whoever keeps the files, and often have a name. */
function shownName(path: string, operands: readonly string[]): string {
  if (path === '-') return path;
  const own = operands
    .filter((operand) => operand !== '-')
    .map((operand) => relative(dirname(resolve(operand)), resolve(path)))
    .filter((name) => name !== '' && !name.startsWith('..'))
    .sort((one, other) => one.length - other.length)[0];
  return own ?? basename(path);
}

/** Each text as a file of its name; none that is there is touched. */
async function writeTexts(folder: string, texts: readonly RedactedText[]): Promise<readonly string[]> {
  const complaints: string[] = [];
  const taken = new Set<string>();
  for (const { name, text } of texts) {
    const path = join(folder, unusedName(name === '-' ? 'standard-input.txt' : inside(name), taken));
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text, { flag: 'wx', mode: 0o600 });
    } catch (fault) {
      const why = faultCode(fault) === 'EEXIST' ? 'is there already' : `could not be written (${faultReason(fault)})`;
      complaints.push(`${path} ${why}. Name an empty folder with --out.`);
    }
  }
  return complaints;
}

/** Members of archives may be called anything: no part of a name leads out of the folder. */
const inside = (name: string): string =>
  name
    .split(/[\\/]+/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')

    .map((part) => part.replace(/[\u0000-\u001f:*?"<>|]/g, '_'))
    .join('/') || 'unnamed.txt';

function unusedName(name: string, taken: Set<string>): string {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  let chosen = name;
  for (let number = 2; taken.has(chosen.toLowerCase()); number += 1) chosen = `${stem}-${number}${extension}`;
  taken.add(chosen.toLowerCase());
  return chosen;
}
