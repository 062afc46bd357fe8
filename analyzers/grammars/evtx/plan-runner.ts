/** Runs a plan for one record: fetches its values and puts them where the plan says. */
import { type ChunkBytes } from './chunk-bytes';
import { damaged } from './damage';
import { compileFragment } from './fragment-compiler';
import { FRAGMENT_HEADER_BYTES, MORE_BIT, TOKEN } from './binary-xml-tokens';
import {
  DEFINITION_HEADER_BYTES,
  DEFINITION_SIZE_AT,
  descriptorOf,
  readInstance,
  sizeIn,
  type TemplateInstance,
  typeIn,
  valueOffset,
} from './template-instance';
import { type Context, type Plan, type Source, type SystemField } from './template-plan';
import { ARRAY_BIT, BINARY_XML_TYPE, listTexts, valueText } from './value-text';
import { MAX_RECORD_DEPTH, spendCharacters, spendSteps } from './work-budget';

/** An event that is being put together; the fields of System are as they stand, empty where there are none. */
export type OpenEvent = Record<SystemField, string> & {
  readonly data: (readonly [string | null, string])[];
  readonly userData: (readonly [string, string])[];
};

/** Plans by the offset of their templates. */
export type Plans = Map<number, Plan>;

const TEXT: Context = { place: 'text' };

export function openEvent(): OpenEvent {
  return {
    provider: '',
    eventId: '',
    version: '',
    time: '',
    recordId: '',
    channel: '',
    computer: '',
    data: [],
    userData: [],
  };
}

/** Where a run stands: the event it fills, the instance whose values it fetches, how deep, and the first free place of `offsets`. */
interface Run {
  readonly chunk: ChunkBytes;
  readonly event: OpenEvent;
  readonly instance: TemplateInstance | null;
  readonly depth: number;
  readonly free: number;
}

/** A run from the top of a record, for `runFragments`. */
export function startRun(chunk: ChunkBytes, event: OpenEvent): Run {
  return { chunk, event, instance: null, depth: 0, free: 0 };
}

/** Everything between two offsets: template instances, or elements that stand there themselves. */
export function runFragments(run: Run, from: number, limit: number, context: Context, plans: Plans): void {
  const { chunk, event, depth, free } = run;
  if (depth > MAX_RECORD_DEPTH || limit > chunk.size) damaged();
  let position = from;
  while (position < limit) {
    const token = chunk.view.getUint8(position);
    if (token === TOKEN.fragmentHeader) position += FRAGMENT_HEADER_BYTES;
    else if (token === TOKEN.templateInstance) {
      position = runInstance(run, position, limit, context, plans);
    } else if ((token & ~MORE_BIT) === TOKEN.openStart) {
      const plan = compileFragment(chunk, position, limit, false, context);
      runPlan({ chunk, event, instance: null, depth, free }, plan);
      position = plan.end;
    } else if (token === TOKEN.end) return;
    else damaged();
    spendSteps(chunk.budget, 1);
  }
}

/** Runs the instance at an offset and returns where it ends. */
function runInstance(run: Run, at: number, limit: number, context: Context, plans: Plans): number {
  const { chunk, event, depth } = run;
  const instance = readInstance(chunk, at, limit, run.free);
  spendSteps(chunk.budget, instance.count);
  const { definition } = instance;
  let plan = plans.get(definition);
  if (plan === undefined) {
    const start = definition + DEFINITION_HEADER_BYTES;
    const end = start + chunk.view.getUint32(definition + DEFINITION_SIZE_AT, true);
    if (end > chunk.size) damaged();
    plan = compileFragment(chunk, start, end, true, context);
    plans.set(definition, plan);
  }
  runPlan({ chunk, event, instance, depth, free: run.free + instance.count }, plan);
  return instance.end;
}

function runPlan(run: Run, { operations }: Plan): void {
  spendSteps(run.chunk.budget, operations.length);
  for (const operation of operations) {
    switch (operation.kind) {
      case 'system':
        run.event[operation.field] = sourceText(run, operation.value);
        break;
      case 'data':
        writeData(run, operation.name, operation.value);
        break;
      case 'user-data':
        writeUserData(run, operation.context, operation.value);
        break;
      case 'nested':
        runNested(run, operation.substitution, operation.context, operation.plans);
        break;
      case 'instance':
        runInstance({ ...run, depth: run.depth + 1 }, operation.at, run.chunk.size, operation.context, new Map());
    }
  }
}

function writeData(run: Run, name: Source | null, value: Source): void {
  const label = name === null ? null : sourceText(run, name);
  const list = listOf(run, value);
  if (list === null) run.event.data.push([label, sourceText(run, value)]);
  else for (const text of list) run.event.data.push([label, text]);
}

function writeUserData(run: Run, context: Context & { readonly path: string }, value: Source): void {
  const { path } = context;
  spendCharacters(run.chunk.budget, path.length);
  const only = value[0];
  if (value.length === 1 && typeof only === 'number') {
    if (typeIn(descriptorOf(run.chunk, run.instance, only)) === BINARY_XML_TYPE) {
      runValue(run, only, context, new Map());
      return;
    }
  }
  const list = listOf(run, value);
  if (list === null) run.event.userData.push([path, sourceText(run, value)]);
  else for (const text of list) run.event.userData.push([path, text]);
}

/** A substitution among elements: binary XML as a rule; a text there is kept where it is data. */
function runNested(run: Run, substitution: number, context: Context, plans: Plans): void {
  const type = typeIn(descriptorOf(run.chunk, run.instance, substitution));
  if (type === BINARY_XML_TYPE) runValue(run, substitution, context, plans);
  else if (context.place === 'event-data') {
    const text = substitutionText(run, substitution);
    if (text.trim() !== '') run.event.data.push([null, text]);
  }
}

/** Runs a value that is binary XML. */
function runValue(run: Run, substitution: number, context: Context, plans: Plans, event = run.event): void {
  const { chunk, instance, free } = run;
  const at = valueOffset(chunk, instance, substitution);
  const limit = at + sizeIn(descriptorOf(chunk, instance, substitution));
  runFragments({ chunk, event, instance: null, depth: run.depth + 1, free }, at, limit, context, plans);
}

/** The items of a value that is one list: its element is repeated for each. Null where it is no list. */
function listOf({ chunk, instance }: Run, value: Source): readonly string[] | null {
  const only = value[0];
  if (value.length !== 1 || typeof only !== 'number') return null;
  const descriptor = descriptorOf(chunk, instance, only);
  const type = typeIn(descriptor);
  if ((type & ARRAY_BIT) === 0) return null;
  const list = listTexts(chunk, type & ~ARRAY_BIT, valueOffset(chunk, instance, only), sizeIn(descriptor));
  return list.length === 0 ? [''] : list;
}

function sourceText(run: Run, value: Source): string {
  const only = value[0];
  if (value.length === 1 && only !== undefined) return partText(run, only);
  let text = '';
  for (const part of value) text += partText(run, part);
  return text;
}

const partText = (run: Run, part: string | number): string =>
  typeof part === 'string' ? part : substitutionText(run, part);

function substitutionText(run: Run, substitution: number): string {
  const { chunk, instance } = run;
  const descriptor = descriptorOf(chunk, instance, substitution);
  const at = valueOffset(chunk, instance, substitution);
  const type = typeIn(descriptor);
  if (type === BINARY_XML_TYPE) {
    const inner = openEvent();
    runValue(run, substitution, TEXT, new Map(), inner);
    return inner.data.map(([, text]) => text).join('');
  }
  if ((type & ARRAY_BIT) !== 0) return listTexts(chunk, type & ~ARRAY_BIT, at, sizeIn(descriptor)).join(', ');
  const text = valueText(chunk, type, at, sizeIn(descriptor));
  spendCharacters(chunk.budget, text.length);
  return text;
}
