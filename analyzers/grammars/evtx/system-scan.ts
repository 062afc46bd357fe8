/** The cheap look at a record: where its event id, time, provider and channel are, without making anything of the rest. */
import { type ChunkBytes, isTextAt, NAME_FRAME_BYTES, NAME_LENGTH_AT, NAME_TEXT_AT, utf16Text } from './chunk-bytes';
import { DEPENDENCY_BYTES, FRAGMENT_HEADER_BYTES, MORE_BIT, TOKEN } from './binary-xml-tokens';

/** A field of System: what the template says in full, or the number of the substitution that holds it. */
export interface Field {
  readonly literal: string | null;
  /** -1 where there is none. */
  readonly substitution: number;
}

export interface SystemScan {
  readonly eventId: Field;
  readonly time: Field;
  readonly provider: Field;
  readonly channel: Field;
}

type Name = 'EventID' | 'TimeCreated' | 'Provider' | 'Channel';

const MAX_SYSTEM_ELEMENTS = 64;
const SIZE_BYTES = 4;
const STRING_TYPE = 0x01;

/** An element that was opened: where its attributes and what follows it are. */
interface OpenElement {
  readonly name: number;
  readonly nameLength: number;
  readonly attributes: number;
  readonly content: number;
  readonly next: number;
}

/**
 * Walks `Event/System` of the elements at `at` and skips the elements it does not need by their size. Null where it meets what it does not know: then the
 * record has to be decoded in full, which decides. Throws RangeError behind the end of the chunk.
 */
export function scanSystem(chunk: ChunkBytes, at: number, inTemplate: boolean): SystemScan | null {
  const { view } = chunk;
  const start = view.getUint8(at) === TOKEN.fragmentHeader ? at + FRAGMENT_HEADER_BYTES : at;
  const event = openElement(view, start, inTemplate);
  if (event === null || !isNamed(chunk, event, 'Event')) return null;
  const system = openElement(view, event.content, inTemplate);
  if (system === null || !isNamed(chunk, system, 'System')) return null;
  const found: Partial<Record<Name, Field>> = {};
  let position = system.content;
  for (let elements = 0; elements < MAX_SYSTEM_ELEMENTS; elements += 1) {
    if (view.getUint8(position) === TOKEN.endElement) break;
    const element = openElement(view, position, inTemplate);
    if (element === null) return null;
    const name = nameOf(chunk, element);
    if (name !== null) {
      const isAttribute = name === 'Provider' || name === 'TimeCreated';
      const field = isAttribute
        ? attributeField(chunk, element, name === 'Provider' ? 'Name' : 'SystemTime', inTemplate)
        : fieldAt(chunk, element.content, TOKEN.endElement, inTemplate);
      if (field === null || found[name] !== undefined) return null;
      found[name] = field;
    }
    position = element.next;
  }
  const { EventID: eventId, TimeCreated: time, Provider: provider, Channel: channel } = found;
  if (eventId === undefined || time === undefined || provider === undefined || channel === undefined) return null;
  return { eventId, time, provider, channel };
}

function openElement(view: DataView, at: number, inTemplate: boolean): OpenElement | null {
  const token = view.getUint8(at);
  if ((token & ~MORE_BIT) !== TOKEN.openStart) return null;
  let position = at + 1 + (inTemplate ? DEPENDENCY_BYTES : 0);
  const next = position + SIZE_BYTES + view.getUint32(position, true);
  position += SIZE_BYTES;
  const name = view.getUint32(position, true);
  const nameLength = view.getUint16(name + NAME_LENGTH_AT, true);
  position += 4;
  if (name === position) position += NAME_FRAME_BYTES + 2 * nameLength;
  let attributes = 0;
  if ((token & MORE_BIT) !== 0) {
    attributes = position + SIZE_BYTES;
    position = attributes + view.getUint32(position, true);
  }
  const close = view.getUint8(position);
  if (close !== TOKEN.closeStart && close !== TOKEN.closeEmpty) return null;
  return { name: name + NAME_TEXT_AT, nameLength, attributes, content: position + 1, next };
}

function isNamed(chunk: ChunkBytes, element: OpenElement, name: string): boolean {
  return element.nameLength === name.length && isTextAt(chunk, element.name, name);
}

function nameOf(chunk: ChunkBytes, element: OpenElement): Name | null {
  switch (element.nameLength) {
    case 7:
      return isTextAt(chunk, element.name, 'EventID')
        ? 'EventID'
        : isTextAt(chunk, element.name, 'Channel')
          ? 'Channel'
          : null;
    case 8:
      return isTextAt(chunk, element.name, 'Provider') ? 'Provider' : null;
    case 11:
      return isTextAt(chunk, element.name, 'TimeCreated') ? 'TimeCreated' : null;
    default:
      return null;
  }
}

const ABSENT: Field = { literal: '', substitution: -1 };

/** The value of one attribute of an element; an attribute before it must be as simple. */
function attributeField(chunk: ChunkBytes, element: OpenElement, wanted: string, inTemplate: boolean): Field | null {
  const { view } = chunk;
  if (element.attributes === 0) return ABSENT;
  let position = element.attributes;
  while ((view.getUint8(position) & ~MORE_BIT) === TOKEN.attribute) {
    const name = view.getUint32(position + 1, true);
    const length = view.getUint16(name + NAME_LENGTH_AT, true);
    position += 5;
    if (name === position) position += NAME_FRAME_BYTES + 2 * length;
    const isWanted = length === wanted.length && isTextAt(chunk, name + NAME_TEXT_AT, wanted);
    if (isWanted) return fieldAt(chunk, position, TOKEN.attribute, inTemplate);
    const end = valueEnd(view, position);
    if (end === null) return null;
    position = end;
  }
  return ABSENT;
}

/** Where one literal or substitution ends; null where there is another token. */
function valueEnd(view: DataView, at: number): number | null {
  const token = view.getUint8(at) & ~MORE_BIT;
  if (token === TOKEN.substitution || token === TOKEN.optionalSubstitution) return at + 4;
  if (token !== TOKEN.value || view.getUint8(at + 1) !== STRING_TYPE) return null;
  return at + 4 + 2 * view.getUint16(at + 2, true);
}

/** A value that is one literal or one substitution; `follower` is what may come behind it, or the end of the tag. */
function fieldAt(chunk: ChunkBytes, at: number, follower: number, inTemplate: boolean): Field | null {
  const { view } = chunk;
  const first = view.getUint8(at) & ~MORE_BIT;
  if (first === follower) return ABSENT;
  const end = valueEnd(view, at);
  if (end === null) return null;
  const after = view.getUint8(end) & ~MORE_BIT;
  if (after !== follower && after !== TOKEN.closeStart && after !== TOKEN.closeEmpty) return null;
  if (first === TOKEN.value) {
    return { literal: utf16Text(chunk, at + 4, 2 * view.getUint16(at + 2, true)), substitution: -1 };
  }
  return inTemplate ? { literal: null, substitution: view.getUint16(at + 1, true) } : null;
}
