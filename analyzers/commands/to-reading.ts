/** A command's draft becomes a reading: with its document, the machine it is of, and the very lines as quotes. */
import { type Origin, type Problem, type Quote } from '../diagnosis/diagnosis';
import { type CommandId } from '../diagnosis/reading-data';
import { type Document, type LineText, numberAt } from '../document';
import { type Draft, type Reading } from '../reading';
import { type Command, type Output } from './command';
import { unknownWording } from './output-problems';

/** A longer line is quoted by its beginning. */
export const MAX_QUOTE_CHARACTERS = 400;

/** Where an output came from, beyond its lines. */
export interface Provenance {
  readonly document: Document;
  readonly origin: Origin;
  readonly originFrom: Reading['originFrom'];
  readonly host: string | null;
  readonly call: number;
}

/** One output as it is read; `from` and `to` are the physical line numbers of its first and its last line with text. */
export interface ReadOutput {
  readonly command: Command;
  readonly output: Output;
  readonly from: number;
  readonly to: number;
}

/** The reading of one output. A line that the document does not have is not quoted. */
export function toReading(found: ReadOutput, draft: Draft<CommandId>, provenance: Provenance): Reading {
  const { document, origin, originFrom, host, call } = provenance;
  const problems = [...(draft.problems ?? []), ...cutOff(found, draft)];
  const reading = {
    command: found.command.id,
    data: draft.data,
    upload: document.name,
    origin,
    originFrom,
    host: draft.host ?? host,
    firstLine: found.from,
    lastLine: found.to,
    complete: draft.complete,
    at: draft.at ?? null,
    modified: document.modified,
    call,
    proofs: quotesOf(draft, document),
    problems,
  };
  return reading as Reading; // `read` of a command gives the data of its own id (defineCommand), which the union cannot show
}

function quotesOf({ proofs, records, columns }: Draft<CommandId>, document: Document): Readonly<Record<string, Quote>> {
  // A listing of ten thousand entries has a hundred thousand of them.
  const quotes: Record<string, Quote> = {};
  for (const [path, number] of Object.entries(proofs)) {
    const line = lineAt(document, number);
    if (line === undefined) continue;
    const record = records?.[path];
    const column = line.raw.length > MAX_QUOTE_CHARACTERS ? (columns?.[path] ?? 0) : 0;
    const text = partFrom(line.raw, column);
    quotes[path] = { upload: document.name, line: number, ...(record === undefined ? {} : { record }), text };
  }
  return quotes;
}

/** The line of a number, which is lower for every line above it; some may have been left out. */
function lineAt(document: Document, number: number): LineText | undefined {
  const { lines, numbers } = document;
  if (numbers === null) return lines[number - 1];
  let [from, to] = [0, lines.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const found = numberAt(document, middle);
    if (found === number) return lines[middle];
    if (found < number) from = middle + 1;
    else to = middle;
  }
  return undefined;
}

/** The part of a line that a quote holds; of an event on one long line, the one element that stands there. */
function partFrom(raw: string, column: number): string {
  const part = raw.slice(column, column + MAX_QUOTE_CHARACTERS);
  const end = column > 0 && part.startsWith('<Data') ? part.indexOf('</Data>') : -1;
  return end < 0 ? part : part.slice(0, end + '</Data>'.length);
}

/**
 * What is not complete and has no other reason was cut off, said with its last line; where something follows it, nothing was cut and
 * its words are not known.
 */
function cutOff({ output, command, to }: ReadOutput, draft: Draft<CommandId>): readonly Problem[] {
  const explained = draft.problems?.some(({ code }) => code !== 'ambiguous-date') ?? false;
  if (draft.complete || explained) return [];
  const last = output.lines.findLast(({ text }) => text.trim() !== '')?.text.trim() ?? '';
  if (output.closed && last !== '') return [unknownWording(last, to, command.powershell)];
  const where =
    last === '' ? 'Nothing of it is printed below the command line' : `It ends with "${last.slice(0, 100)}"`;
  const message = `The output of ${command.typed} is not whole. ${where}. Copy all of it, down to the next prompt.`;
  return [{ code: 'cut-off', message, line: to }];
}
