/** Decodes one record: fetches the values that the plan of its template names. */
import { type ChunkBytes } from './chunk-bytes';
import { damaged } from './damage';
import { type EvtxEvent } from './evtx-event';
import { fileTimeText, fullTime } from './file-time';
import { compileFragment, FRAGMENT_HEADER_BYTES, MORE_BIT, TOKEN } from './fragment-compiler';
import {
  DEFINITION_HEADER_BYTES,
  DEFINITION_SIZE_AT,
  DESCRIPTOR_BYTES,
  readInstance,
  type TemplateInstance,
} from './template-instance';
import { type Context, type NestedOperation, type Operation, type Plan, type Source } from './template-plan';
import { ARRAY_BIT, BINARY_XML_TYPE, listTexts, valueText } from './value-text';
import { beginRecord, MAX_RECORD_DEPTH, spendCharacters, spendSteps } from './work-budget';

/** Signature, size, number, time: what comes before a record's binary XML. The size stands behind it once more. */
export const RECORD_HEADER_BYTES = 24;
export const RECORD_FOOTER_BYTES = 4;

const DOCUMENT: Context = { place: 'document' };
const TEXT: Context = { place: 'text' };
/** A FILETIME that was never set. */
const NO_TIME = '1601-01-01T00:00:00.0000000Z';

/** The plans of a chunk's templates where a record begins with them, by their offset. */
export type RecordPlans = Map<number, Plan>;

interface OpenEvent {
  readonly system: Partial<Record<string, string>>;
  readonly data: (readonly [string | null, string])[];
  readonly userData: (readonly [string, string])[];
}

/** The event of the record at an offset; throws what `verdictOf` tells where it cannot be read. */
export function decodeRecord(chunk: ChunkBytes, plans: RecordPlans, at: number, size: number, recovered: boolean) {
  beginRecord(chunk.budget, size);
  const event: OpenEvent = { system: {}, data: [], userData: [] };
  const limit = at + size - RECORD_FOOTER_BYTES;
  runFragments(chunk, event, at + RECORD_HEADER_BYTES, limit, DOCUMENT, plans, 0);
  return finished(chunk, event, at, recovered);
}

function finished({ view }: ChunkBytes, { system, data, userData }: OpenEvent, at: number, recovered: boolean) {
  const eventId = Number(system['eventId'] ?? damaged());
  if (!Number.isInteger(eventId) || eventId < 0) damaged();
  const provider = system['provider'] ?? '';
  if (provider === '') damaged(); // every event has one: a torn record, of which only zeros were written
  const created = fullTime(system['time'] ?? '');
  const written = fileTimeText(view.getUint32(at + 20, true), view.getUint32(at + 16, true));
  const recordId = system['recordId'] ?? '';
  const event: EvtxEvent = {
    provider,
    channel: textOrNull(system['channel']),
    eventId,
    version: numberOrNull(system['version']),
    recordId: recordId === '' || recordId === '0' ? String(view.getBigUint64(at + 8, true)) : recordId,
    time: created === null || created === NO_TIME ? (written ?? damaged()) : created,
    computer: textOrNull(system['computer']),
    data,
    userData,
    recovered,
  };
  return event;
}

const textOrNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

function numberOrNull(text: string | undefined): number | null {
  return text === undefined || !/^\s*\d{1,9}\s*$/.test(text) ? null : Number(text);
}

/** Everything between two offsets: template instances, or elements that stand there themselves. */
function runFragments(
  chunk: ChunkBytes,
  event: OpenEvent,
  from: number,
  limit: number,
  context: Context,
  plans: RecordPlans,
  depth: number,
): void {
  if (depth > MAX_RECORD_DEPTH || limit > chunk.size) damaged();
  let position = from;
  while (position < limit) {
    const token = chunk.view.getUint8(position);
    if (token === TOKEN.fragmentHeader) position += FRAGMENT_HEADER_BYTES;
    else if (token === TOKEN.templateInstance) {
      position = runInstance(chunk, event, position, limit, context, plans, depth);
    } else if ((token & ~MORE_BIT) === TOKEN.openStart) {
      const plan = compileFragment(chunk, position, limit, false, context);
      run(chunk, event, plan.operations, null, depth);
      position = plan.end;
    } else if (token === TOKEN.end) return;
    else damaged();
    spendSteps(chunk.budget, 1);
  }
}

/** Runs the instance at an offset and returns where it ends. */
function runInstance(
  chunk: ChunkBytes,
  event: OpenEvent,
  at: number,
  limit: number,
  context: Context,
  plans: RecordPlans,
  depth: number,
): number {
  const instance = readInstance(chunk, at, limit);
  spendSteps(chunk.budget, instance.offsets.length);
  const { definition } = instance;
  let plan = plans.get(definition);
  if (plan === undefined) {
    const start = definition + DEFINITION_HEADER_BYTES;
    const end = start + chunk.view.getUint32(definition + DEFINITION_SIZE_AT, true);
    if (end > chunk.size) damaged();
    plan = compileFragment(chunk, start, end, true, context);
    plans.set(definition, plan);
  }
  run(chunk, event, plan.operations, instance, depth);
  return instance.end;
}

function run(
  chunk: ChunkBytes,
  event: OpenEvent,
  operations: readonly Operation[],
  instance: TemplateInstance | null,
  depth: number,
): void {
  spendSteps(chunk.budget, operations.length);
  for (const operation of operations) {
    switch (operation.kind) {
      case 'system':
        event.system[operation.field] = sourceText(chunk, operation.value, instance, depth);
        break;
      case 'data':
        writeData(chunk, event, operation, instance, depth);
        break;
      case 'user-data':
        writeUserData(chunk, event, operation, instance, depth);
        break;
      case 'nested':
        runNested(chunk, event, operation, instance, depth);
        break;
      case 'instance':
        runInstance(chunk, event, operation.at, chunk.size, operation.context, new Map(), depth + 1);
    }
  }
}

function writeData(
  chunk: ChunkBytes,
  event: OpenEvent,
  { name, value }: Operation & { readonly kind: 'data' },
  instance: TemplateInstance | null,
  depth: number,
): void {
  const label = name === null ? null : sourceText(chunk, name, instance, depth);
  const list = listOf(chunk, value, instance);
  if (list === null) event.data.push([label, sourceText(chunk, value, instance, depth)]);
  else for (const text of list) event.data.push([label, text]);
}

function writeUserData(
  chunk: ChunkBytes,
  event: OpenEvent,
  { context, value }: Operation & { readonly kind: 'user-data' },
  instance: TemplateInstance | null,
  depth: number,
): void {
  const [part] = value;
  const { path } = context;
  spendCharacters(chunk.budget, path.length);
  if (value.length === 1 && typeof part === 'number' && typeOf(chunk, part, instance) === BINARY_XML_TYPE) {
    runValue(chunk, event, part, instance, context, new Map(), depth);
    return;
  }
  const list = listOf(chunk, value, instance);
  if (list === null) event.userData.push([path, sourceText(chunk, value, instance, depth)]);
  else for (const text of list) event.userData.push([path, text]);
}

/** A substitution among elements: binary XML as a rule; a text there is kept where it is data. */
function runNested(
  chunk: ChunkBytes,
  event: OpenEvent,
  { substitution, context, plans }: NestedOperation,
  instance: TemplateInstance | null,
  depth: number,
): void {
  if (typeOf(chunk, substitution, instance) === BINARY_XML_TYPE) {
    runValue(chunk, event, substitution, instance, context, plans, depth);
    return;
  }
  if (context.place !== 'event-data') return;
  const text = sourceText(chunk, [substitution], instance, depth);
  if (text.trim() !== '') event.data.push([null, text]);
}

function runValue(
  chunk: ChunkBytes,
  event: OpenEvent,
  substitution: number,
  instance: TemplateInstance | null,
  context: Context,
  plans: RecordPlans,
  depth: number,
): void {
  const at = offsetOf(substitution, instance);
  runFragments(chunk, event, at, at + sizeOf(chunk, substitution, instance), context, plans, depth + 1);
}

/** The items of a value that is one list: its element is repeated for each. Null where it is no list. */
function listOf(chunk: ChunkBytes, value: Source, instance: TemplateInstance | null): readonly string[] | null {
  const [part] = value;
  if (value.length !== 1 || typeof part !== 'number') return null;
  const type = typeOf(chunk, part, instance);
  if ((type & ARRAY_BIT) === 0) return null;
  const list = listTexts(chunk, type & ~ARRAY_BIT, offsetOf(part, instance), sizeOf(chunk, part, instance));
  return list.length === 0 ? [''] : list;
}

function sourceText(chunk: ChunkBytes, value: Source, instance: TemplateInstance | null, depth: number): string {
  const [only] = value;
  if (value.length === 1 && typeof only === 'string') return only;
  let text = '';
  for (const part of value) {
    text += typeof part === 'string' ? part : substitutionText(chunk, part, instance, depth);
  }
  return text;
}

function substitutionText(chunk: ChunkBytes, part: number, instance: TemplateInstance | null, depth: number): string {
  const at = offsetOf(part, instance);
  const size = sizeOf(chunk, part, instance);
  const type = typeOf(chunk, part, instance);
  if (type === BINARY_XML_TYPE) {
    const inner: OpenEvent = { system: {}, data: [], userData: [] };
    runFragments(chunk, inner, at, at + size, TEXT, new Map(), depth + 1);
    return inner.data.map(([, text]) => text).join('');
  }
  if ((type & ARRAY_BIT) !== 0) return listTexts(chunk, type & ~ARRAY_BIT, at, size).join(', ');
  const text = valueText(chunk, type, at, size);
  spendCharacters(chunk.budget, text.length);
  return text;
}

function offsetOf(substitution: number, instance: TemplateInstance | null): number {
  return instance?.offsets[substitution] ?? damaged();
}

function sizeOf({ view }: ChunkBytes, substitution: number, instance: TemplateInstance | null): number {
  return view.getUint16(descriptorOf(substitution, instance), true);
}

function typeOf({ view }: ChunkBytes, substitution: number, instance: TemplateInstance | null): number {
  return view.getUint8(descriptorOf(substitution, instance) + 2);
}

function descriptorOf(substitution: number, instance: TemplateInstance | null): number {
  if (instance === null || substitution >= instance.offsets.length) damaged();
  return instance.descriptors + DESCRIPTOR_BYTES * substitution;
}
