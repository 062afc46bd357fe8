/** One net event of the Windows Filtering Platform as XML, read by a parser: a failed negotiation with its code, point, state and peers. */
import { Parser } from 'htmlparser2';
import { type SecurityEvent } from '../diagnosis/reading-data';
import { eventData } from './event-data';
import { MAX_ELEMENT_DEPTH } from './event-element';
import { detached } from './event-window';
import { NET_EVENTS } from './found-events';

export interface NetEventElement {
  readonly event: SecurityEvent;
  /** Where the element of the failure's code begins, from the beginning of the text; null where it has none. */
  readonly reasonAt: number | null;
}

/** The structure of a failure, which is named after its type (fwpmtypes.h, `FWPM_NET_EVENT`). */
const FAILURE = /^ike(?:Mm|Qm|Em)Failure$/;

/**
 * Reads the text of one `item` of netevents.xml or `netEvent` of wfpdiag.xml; null where its tags do not fit together. Data is named as
 * Windows names it: `localAddrV6.byteArray16` of the header, `failureErrorCode` of the failure. The flags of a failure are `failureFlags`,
 * several values of a list stand in one, with blanks.
 */
export function readNetEventElement(text: string, eventId: number): NetEventElement | null {
  const path: string[] = [];
  const values = new Map<string, string>();
  const seen = { broken: false };
  let value = '';
  let isLeaf = true;
  let reasonAt: number | null = null;
  const parser = new Parser(
    {
      onopentag: (tag) => {
        if (tag === 'failureErrorCode') reasonAt ??= parser.startIndex;
        path.push(tag);
        seen.broken ||= path.length > MAX_ELEMENT_DEPTH;
        [value, isLeaf] = ['', true];
      },
      ontext: (more) => {
        value += more;
      },
      onclosetag: (tag, isImplied) => {
        // An empty element (`<flags/>`) is closed as if something were missing; it ends in its sign.
        seen.broken ||= path.at(-1) !== tag || (isImplied && text[parser.endIndex - 1] !== '/');
        const name = isLeaf ? nameOf(path) : null;
        if (name !== null) values.set(name, `${values.get(name) ?? ''} ${value.trim()}`.trim());
        path.pop();
        isLeaf = false;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (seen.broken || path.length > 0) return null;
  const time = values.get('timeStamp') ?? '';
  const data = [...values].filter(([name, one]) => name !== 'timeStamp' && one !== '');
  return {
    event: {
      provider: NET_EVENTS,
      channel: null,
      eventId,
      version: null,
      recordId: null,
      time: time === '' ? null : detached(time),
      computer: null,
      data: eventData(data),
    },
    reasonAt,
  };
}

/** Of what stands in the header or in the failure; null for all else. */
function nameOf([, part = '', field, item, ...below]: readonly string[]): string | null {
  const isFailure = FAILURE.test(part);
  if (field === undefined || below.length > 0 || (item !== undefined && item !== 'item')) return null;
  if (part !== 'header' && !isFailure) return null;
  return isFailure && field === 'flags' ? 'failureFlags' : field;
}
