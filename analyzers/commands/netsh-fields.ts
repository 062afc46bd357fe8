/** The labelled values of an output, with the line of each and whether more was printed below it. */
import { type Line } from '../document';
import { field, isRuled } from '../grammars/netsh';
import { type Output } from './command';
import { wholeLines } from './whole-lines';

export interface PrintedField {
  /** The label in lower case. */
  readonly label: string;
  readonly value: string;
  readonly line: Line;
  /** Something follows: another line (be it blank, or cut in its middle), or the next prompt. The field above it is whole. */
  readonly followed: boolean;
}

/** Every labelled line of an output that is known to be whole, in order. */
export function printedFields(output: Output): readonly PrintedField[] {
  const lines = wholeLines(output);
  return lines.flatMap((line, index) => {
    const found = isRuled(line.text) ? null : field(line.text);
    if (found === null) return [];
    const followed = index + 1 < output.lines.length || output.closed;
    return [{ label: found.label.toLowerCase(), value: found.value, line, followed }];
  });
}

/** The line numbers behind values, for those that were printed. */
export function proofsOf(found: Readonly<Record<string, { readonly line: Line } | undefined>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(found).flatMap(([path, one]) => (one === undefined ? [] : [[path, one.line.number] as const])),
  );
}
