/** What the parts of a terminal view share: the width and the colours, and how a quoted line is shown. */
import { type Quote } from '../../analyzers/index';
import { shown } from '../../cards/outside-text';
import { type Paint } from './terminal';

export interface Drawing {
  readonly columns: number;
  readonly paint: Paint;
}

/** "my.txt:5  the line", whole, so that a search for it finds it. */
export function quoteLine({ upload, line, record, text }: Quote): string {
  const at = record === undefined ? (line === undefined ? '' : `:${line}`) : ` record ${record}`;
  return `${shown(upload)}${at}  ${shown(text).trim()}`;
}
