/** Every form of an event export as text, told by its beginning. */
import { blockForm } from './event-blocks';
import { CLIXML_START, clixmlForm } from './event-clixml';
import { columnsOf } from './event-columns';
import { delimitedForm } from './event-delimited';
import { type OpenForm } from './event-form';
import { jsonForm } from './event-json';
import { listStart, readListBlock } from './event-list';
import { TABLE_HEADING, tableForm } from './event-table';
import { NET_EVENTS_START, netEventForm } from './net-event-xml';
import { COPIED_START, readTextBlock, WEVTUTIL_START } from './event-text';
import { EVENT_START, xmlForm } from './event-xml';

/** Every form that is read; of `format-table` only the name. */
export const EVENT_FORMS = [
  'evtx',
  'xml',
  'net-events',
  'event-viewer-csv',
  'event-viewer-text',
  'copied-text',
  'wevtutil-text',
  'powershell-csv',
  'powershell-json',
  'powershell-clixml',
  'format-list',
  'format-table',
] as const;
export type EventForm = (typeof EVENT_FORMS)[number];

export interface TextForm {
  readonly form: EventForm;
  readonly open: OpenForm;
  /** Whether the form itself shows that nothing is missing at its end. */
  readonly closes: boolean;
}

/** How much of a text is looked at to tell its form: the first event of a list may have a long message before its number. */
export const MAX_BEGINNING_CHARACTERS = 16 * 1024;

const XML = /^\s{0,100}(?:[-+]\s?)?</;
const ROOT = /^\s{0,100}(?:<\?xml[^<>]{0,200}\?>\s{0,100})?(?:[-+]\s?)?<Events[\s>/]/;
const JSON_BEGINNING = /^\s{0,100}[[{]/;
const JSON_ID = /"(?:Id|EventID|InstanceId)"\s{0,100}:\s{0,100}"?\d/;
const JSON_EVENT = /"(?:ProviderName|LogName|TimeCreated|RecordId|TimeGenerated|MachineName)"\s{0,100}:/;
const CLIXML_EVENT = /Eventing\.Reader\.EventLogRecord|\sN=['"]Id['"]/;

/** The form of a text that begins with an export; null where it begins with something else. */
export function textForm(text: string): TextForm | null {
  const beginning = text.slice(0, MAX_BEGINNING_CHARACTERS);
  if (XML.test(beginning)) {
    if (CLIXML_START.test(beginning))
      return CLIXML_EVENT.test(beginning) ? form('powershell-clixml', clixmlForm, true) : null;
    if (NET_EVENTS_START.test(beginning)) return form('net-events', netEventForm, true);
    return EVENT_START.test(beginning) || ROOT.test(beginning) ? form('xml', xmlForm, true) : null;
  }
  if (JSON_BEGINNING.test(beginning)) {
    const isEvent = JSON_ID.test(beginning) && JSON_EVENT.test(beginning);
    return isEvent ? form('powershell-json', jsonForm, true) : null;
  }
  const at = beginning.search(/\S/);
  if (isAt(WEVTUTIL_START, beginning, at))
    return form('wevtutil-text', blockForm(WEVTUTIL_START, readTextBlock), false);
  if (isAt(COPIED_START, beginning, at)) {
    // A copied event has its text and its XML, and the XML says more, in every language.
    if (EVENT_START.test(text)) return form('copied-text', xmlForm, true);
    return form('copied-text', blockForm(COPIED_START, readTextBlock), false);
  }
  return rows(beginning) ?? list(beginning, at);
}

function rows(beginning: string): TextForm | null {
  const columns = columnsOf(beginning);
  if (columns === null) return null;
  const name = !columns.isEventViewer
    ? 'powershell-csv'
    : columns.delimiter === '\t'
      ? 'event-viewer-text'
      : 'event-viewer-csv';
  return form(name, delimitedForm(columns), false);
}

function list(beginning: string, at: number): TextForm | null {
  if (isAt(TABLE_HEADING, beginning.slice(0, 2000), null)) return form('format-table', tableForm, false);
  const start = at < 0 ? null : listStart(beginning.slice(at));
  return start === null ? null : form('format-list', blockForm(start, readListBlock), false);
}

const form = (name: EventForm, open: OpenForm, closes: boolean): TextForm => ({ form: name, open, closes });

/** Whether a pattern matches at an index, or anywhere where that is null. */
function isAt(pattern: RegExp, text: string, index: number | null): boolean {
  const found = text.search(pattern);
  return found >= 0 && (index === null || found === index);
}
