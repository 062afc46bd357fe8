/** The columns of events in rows, known by their header: Event Viewer's and those of Export-Csv. */
import { RECORD_NAMES } from './event-record';
import { fieldText, rowAt, type WholeRow } from './event-rows';

/** How the rows of an export are to be read. */
export interface Columns {
  readonly delimiter: string;
  /** The place of each property in a row. */
  readonly places: ReadonlyMap<string, number>;
  /** How many fields a row has; Event Viewer's header names one fewer. */
  readonly count: number;
  /** How a row begins: so the next one is found behind a broken one. Lines of a message hardly begin so. */
  readonly rowStart: RegExp;
  readonly isEventViewer: boolean;
  /** Where the rows begin, behind the header. */
  readonly rowsAt: number;
}

/** Event Viewer's columns in their order: the header is in the user's language, and the message has no name in it. */
const EVENT_VIEWER = ['Keywords', 'TimeCreated', 'ProviderName', 'Id', 'TaskDisplayName', 'Message'];
const DELIMITERS = [',', '\t', ';', '|'];
const TYPE_LINE = /^#TYPE [^\r\n]{0,500}(?:\r\n|\n|\r)/;
/** The header of an export without events in English; above rows its words do not count. */
const EMPTY_EVENT_VIEWER = /^(?:Keywords|Level)[,\t]Date and Time[,\t]Source[,\t]Event ID[,\t]Task Category$/;
const MAX_HEADER_CHARACTERS = 4000;

/** The columns of a text that begins with the header of such an export; null where it is none. */
export function columnsOf(text: string): Columns | null {
  const from = TYPE_LINE.exec(text)?.[0].length ?? 0;
  const head = text.slice(0, from + MAX_HEADER_CHARACTERS);
  for (const delimiter of DELIMITERS) {
    const header = rowAt(head, from, delimiter, true);
    if (header.kind !== 'row' || header.fields.length < 2) continue;
    const columns = powershellColumns(head, header, delimiter) ?? eventViewerColumns(text, header, delimiter);
    if (columns !== null) return columns;
  }
  return null;
}

function powershellColumns(head: string, header: WholeRow, delimiter: string): Columns | null {
  const names = header.fields.map((field) => fieldText(head, field).trim());
  const has = (wanted: readonly string[]): boolean => wanted.some((name) => names.includes(name));
  const { time, provider, message, recordId } = RECORD_NAMES;
  if (!has(RECORD_NAMES.eventId) || [time, provider, message, recordId].filter(has).length < 2) return null;
  return {
    delimiter,
    places: new Map(names.map((name, index) => [name, index])),
    count: names.length,
    rowStart: /^["\d]/,
    isEventViewer: false,
    rowsAt: header.end,
  };
}

/** Five names over rows of six values, of which the second has a time and the fourth is a number. */
function eventViewerColumns(text: string, header: WholeRow, delimiter: string): Columns | null {
  if (header.fields.length !== EVENT_VIEWER.length - 1) return null;
  const plain = String.raw`[^"\r\n${delimiter}]`;
  const any = String.raw`(?:${plain}{1,200}|"[^"\r\n]{1,200}")`;
  const time = String.raw`"?[^"\r\n\t;]{0,40}\d[:.]\d\d[^"\r\n\t;]{0,40}"?`;
  const rowStart = new RegExp(`^${[any, time, any, String.raw`\d{1,10}`].join(delimiter)}${delimiter}`);
  const isEmpty = text.trim().length <= header.end && EMPTY_EVENT_VIEWER.test(text.trim());
  if (!isEmpty && !rowStart.test(text.slice(header.end, header.end + MAX_HEADER_CHARACTERS))) return null;
  return {
    delimiter,
    places: new Map(EVENT_VIEWER.map((name, index) => [name, index])),
    count: EVENT_VIEWER.length,
    rowStart,
    isEventViewer: true,
    rowsAt: header.end,
  };
}
