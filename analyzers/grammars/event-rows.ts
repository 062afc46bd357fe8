/** Rows of delimited text (RFC 4180) in a text that is not split: where a row ends, and where its fields stand. */

/** A field by the indexes of its text, without its quotes. */
export interface Field {
  readonly from: number;
  readonly to: number;
  readonly isQuoted: boolean;
}

export interface WholeRow {
  readonly kind: 'row';
  readonly fields: readonly Field[];
  /** Behind the line end of the row. */
  readonly end: number;
}

/** `open` where the text ends before the row does, `broken` where text follows a closing quote. */
export type Row = WholeRow | { readonly kind: 'open' } | { readonly kind: 'broken'; readonly at: number };

/** More than any export of events has. */
export const MAX_COLUMNS = 100;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The row that begins at `start`. Where nothing follows the text (`isEnd`), its end is a line end. */
export function rowAt(text: string, start: number, delimiter: string, isEnd: boolean): Row {
  const fields: Field[] = [];
  let at = start;
  for (;;) {
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at, delimiter);
    if (field === null) return { kind: 'open' };
    if (fields.length < MAX_COLUMNS) fields.push(field);
    at = field.isQuoted ? field.to + 1 : field.to;
    if (at >= text.length) return isEnd ? { kind: 'row', fields, end: at } : { kind: 'open' };
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) return { kind: 'row', fields, end: at + 1 };
    if (code !== CARRIAGE_RETURN) return { kind: 'broken', at };
    return { kind: 'row', fields, end: text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1 };
  }
}

/** Up to the next quote that is not doubled; null where there is none. */
function quotedField(text: string, start: number): Field | null {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 2)) {
    if (text[quote + 1] !== '"') return { from: start + 1, to: quote, isQuoted: true };
  }
  return null;
}

function plainField(text: string, start: number, delimiter: string): Field {
  const sign = delimiter.charCodeAt(0);
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === sign || code === LINE_FEED || code === CARRIAGE_RETURN) break;
  }
  return { from: start, to: at, isQuoted: false };
}

/** The text of a field; empty where the row has none. */
export function fieldText(text: string, field: Field | undefined): string {
  if (field === undefined) return '';
  const raw = text.slice(field.from, field.to);
  return field.isQuoted && raw.includes('""') ? raw.replaceAll('""', '"') : raw;
}

/** The index in the row's text of the character at `offset` of a field's text. */
export function fieldIndex(text: string, field: Field, offset: number): number {
  let at = field.from;
  for (let character = 0; character < offset && at < field.to; character += 1) {
    at += field.isQuoted && text[at] === '"' ? 2 : 1;
  }
  return at;
}
