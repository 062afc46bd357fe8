/** Compiles binary XML: a template's definition, or elements that stand in a record without a template. */
import { DEPENDENCY_BYTES, FRAGMENT_HEADER_BYTES, MORE_BIT, TOKEN } from './binary-xml-tokens';
import { type ChunkBytes, NAME_FRAME_BYTES, NAME_LENGTH_AT, nameAt, utf16Text } from './chunk-bytes';
import { damaged } from './damage';
import { contextOf, holdsElements, isOfUse, SYSTEM_TEXTS } from './element-context';
import { readInstance } from './template-instance';
import { type Context, type Operation, type Plan, type Source, type SystemField } from './template-plan';
import { fixedSize, valueText } from './value-text';
import { COMPILATION_STEPS, MAX_RECORD_DEPTH, spendSteps } from './work-budget';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
type Parts = (string | number)[];
type Attributes = readonly (readonly [name: string, value: Source])[];
const NONE: Attributes = [];

/**
 * The plan of the elements from `at` to `end` of a chunk. `inTemplate` says whether they are a template's. Elements that mean nothing in
 * their context are read over. Bytes that are no binary XML are damage.
 */
export function compileFragment(
  chunk: ChunkBytes,
  at: number,
  end: number,
  inTemplate: boolean,
  context: Context,
): Plan {
  const { view } = chunk;
  const operations: Operation[] = [];
  let position = at;
  spendSteps(chunk.budget, COMPILATION_STEPS);

  const read8 = (): number => view.getUint8(position++);
  const read16 = (): number => {
    position += 2;
    return view.getUint16(position - 2, true);
  };
  const read32 = (): number => {
    position += 4;
    return view.getUint32(position - 4, true);
  };
  /** A name stands where it is first used, or is referred to. */
  const readName = (): string => {
    const offset = read32();
    if (offset === position) position += NAME_FRAME_BYTES + 2 * view.getUint16(offset + NAME_LENGTH_AT, true);
    return nameAt(chunk, offset);
  };
  const readText = (): string => {
    const bytes = 2 * read16();
    position += bytes;
    spendSteps(chunk.budget, bytes >> 5);
    return utf16Text(chunk, position - bytes, bytes);
  };
  const readLiteral = (): string => {
    const type = read8();
    if (type === 0x01) return readText();
    const size = fixedSize(type);
    position += size;
    return valueText(chunk, type, position - size, size);
  };

  /** One piece of text or a substitution into `parts`; false where another token stands. */
  const readPart = (parts: Parts): boolean => {
    const token = view.getUint8(position) & ~MORE_BIT;
    position += 1;
    if (token === TOKEN.value) parts.push(readLiteral());
    else if (token === TOKEN.cdata) parts.push(readText());
    else if (token === TOKEN.characterReference) parts.push(String.fromCharCode(read16()));
    else if (token === TOKEN.entityReference) {
      const name = readName();
      parts.push(ENTITIES[name] ?? `&${name};`);
    } else if (token === TOKEN.substitution || token === TOKEN.optionalSubstitution) {
      parts.push(inTemplate ? read16() : damaged());
      position += 1;
    } else {
      position -= 1;
      return false;
    }
    spendSteps(chunk.budget, 1);
    return true;
  };

  /** The attributes of an element; an element that stands around others has none that matter. */
  const readAttributes = (areSkipped: boolean): Attributes => {
    const size = read32();
    if (areSkipped) {
      position += size;
      return NONE;
    }
    const attributes: (readonly [string, Source])[] = [];
    while ((view.getUint8(position) & ~MORE_BIT) === TOKEN.attribute) {
      position += 1;
      const name = readName();
      const parts: Parts = [];
      while (readPart(parts));
      attributes.push([name, parts]);
      spendSteps(chunk.budget, 1);
    }
    return attributes;
  };

  /** An element with all that is in it; `text` takes the text of an element that stands within a value. */
  const readElement = (around: Context, text: Parts, depth: number): void => {
    if (depth > MAX_RECORD_DEPTH) damaged();
    spendSteps(chunk.budget, 1);
    const hasAttributes = (read8() & MORE_BIT) !== 0;
    if (inTemplate) position += DEPENDENCY_BYTES;
    const size = read32();
    const next = position + size;
    const name = readName();
    if (next > end) damaged();
    if (!isOfUse(around, name)) {
      position = next;
      return;
    }
    const inside = contextOf(around, name);
    const attributes = hasAttributes ? readAttributes(around.place === 'document' || around.place === 'event') : NONE;
    const own: Parts = inside.place === 'text' && around.place === 'text' ? text : [];
    if (inside.place === 'user-data' && around.place === 'user-data') writeAttributes(inside, attributes);
    const token = read8();
    const hasElements = token === TOKEN.closeStart ? readContent(inside, own, depth + 1) : false;
    if (token !== TOKEN.closeStart && token !== TOKEN.closeEmpty) damaged();
    write(around, inside, name, attributes, own, hasElements);
  };

  /** What is between the tags of an element, or the fragment itself; whether there were elements. */
  const readContent = (inside: Context, own: Parts, depth: number): boolean => {
    let hasElements = false;
    while (position < end) {
      const token = view.getUint8(position);
      switch (token & ~MORE_BIT) {
        case TOKEN.openStart:
          hasElements = true;
          readElement(inside, own, depth);
          break;
        case TOKEN.endElement:
          position += 1;
          return hasElements;
        case TOKEN.processingTarget:
          position += 1;
          readName();
          break;
        case TOKEN.processingData:
          position += 1;
          readText();
          break;
        case TOKEN.templateInstance:
          hasElements = true;
          operations.push({ kind: 'instance', at: position, context: inside });
          position = readInstance(chunk, position, end, 0).end;
          break;
        case TOKEN.fragmentHeader:
          position += FRAGMENT_HEADER_BYTES;
          break;
        case TOKEN.end:
          return depth > 0 ? damaged() : hasElements;
        default:
          if (!readPart(own)) damaged();
          if (holdsElements(inside)) placeSubstitution(inside, own.pop());
      }
      spendSteps(chunk.budget, 1);
    }
    return depth > 0 ? damaged() : hasElements;
  };

  const placeSubstitution = (inside: Context, part: string | number | undefined): void => {
    if (typeof part === 'number') {
      operations.push({ kind: 'nested', substitution: part, context: inside, plans: new Map() });
    } else if (part !== undefined && inside.place === 'event-data' && part.trim() !== '') {
      operations.push({ kind: 'data', name: null, value: [part] });
    }
  };

  const writeAttributes = ({ path }: Context & { readonly path: string }, attributes: Attributes): void => {
    for (const [name, value] of attributes) {
      if (/^xmlns(?::|$)/.test(name)) continue;
      operations.push({ kind: 'user-data', value, context: { place: 'user-data', path: `${path}@${name}` } });
    }
  };

  const write = (
    around: Context,
    inside: Context,
    name: string,
    attributes: Attributes,
    own: Parts,
    hasElements: boolean,
  ): void => {
    if (around.place === 'system') {
      const field = SYSTEM_TEXTS.get(name);
      if (field !== undefined) operations.push({ kind: 'system', field, value: own });
      if (name === 'Provider') writeSystemAttribute('provider', 'Name', attributes);
      if (name === 'TimeCreated') writeSystemAttribute('time', 'SystemTime', attributes);
    } else if (around.place === 'event-data') {
      const named = attributes.find(([attribute]) => attribute === 'Name')?.[1];
      operations.push({ kind: 'data', name: named ?? (name === 'Data' ? null : [name]), value: own });
    } else if (inside.place === 'user-data' && inside.path !== '') {
      if (!hasElements || own.some((part) => typeof part === 'number' || part.trim() !== '')) {
        operations.push({ kind: 'user-data', value: own, context: inside });
      }
    }
  };

  const writeSystemAttribute = (field: SystemField, wanted: string, attributes: Attributes): void => {
    const value = attributes.find(([name]) => name === wanted)?.[1];
    if (value !== undefined) operations.push({ kind: 'system', field, value });
  };

  if (context.place === 'text') {
    const text: Parts = [];
    readContent(context, text, 0);
    operations.push({ kind: 'data', name: null, value: text });
  } else readContent(context, [], 0);
  return { operations, end: position };
}
