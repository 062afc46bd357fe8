/** A template instance in binary XML: which template, and where its values are. */
import { type ChunkBytes } from './chunk-bytes';
import { damaged } from './damage';

/** Places in an instance: behind its token and a version the template's number, then its offset, then the values' count. */
export const TEMPLATE_NUMBER_AT = 2;
export const DEFINITION_OFFSET_AT = 6;
export const INSTANCE_HEADER_BYTES = 10;
/** Before a template's elements: the offset of the next, its GUID, which begins with its number, its size. */
export const DEFINITION_NUMBER_AT = 4;
export const DEFINITION_SIZE_AT = 20;
export const DEFINITION_HEADER_BYTES = 24;
/** Size and type of a value. */
export const DESCRIPTOR_BYTES = 4;

export interface TemplateInstance {
  /** Where in the chunk the definition is. */
  readonly definition: number;
  /** Where the descriptors of the values begin. */
  readonly descriptors: number;
  readonly count: number;
  /** The index of the first value's place in `offsets` of the chunk; what is nested begins behind the last. */
  readonly base: number;
  readonly end: number;
}

/**
 * The instance whose token is at `at`, its values' places from `base` of `offsets`. A template is defined inside its first instance, later ones refer to
 * it. A value that is absent has type 0 and still takes the bytes its size says. Damage where the values end behind `limit` or the definition is another's.
 */
export function readInstance(chunk: ChunkBytes, at: number, limit: number, base: number): TemplateInstance {
  const { view, offsets } = chunk;
  const definition = view.getUint32(at + DEFINITION_OFFSET_AT, true);
  if (view.getUint32(definition + DEFINITION_NUMBER_AT, true) !== view.getUint32(at + TEMPLATE_NUMBER_AT, true)) {
    damaged();
  }
  let position = at + INSTANCE_HEADER_BYTES;
  if (definition === position) {
    position += DEFINITION_HEADER_BYTES + view.getUint32(definition + DEFINITION_SIZE_AT, true);
  }
  const count = view.getUint32(position, true);
  const descriptors = position + 4;
  let value = descriptors + DESCRIPTOR_BYTES * count;
  if (value > limit || base + count > offsets.length) damaged();
  for (let index = 0; index < count; index += 1) {
    offsets[base + index] = value;
    value += view.getUint16(descriptors + DESCRIPTOR_BYTES * index, true);
  }
  return value > limit ? damaged() : { definition, descriptors, count, base, end: value };
}

/** Where a value is; damage where the instance has no such value. */
export function valueOffset(chunk: ChunkBytes, instance: TemplateInstance | null, substitution: number): number {
  if (instance === null || substitution >= instance.count) damaged();
  return chunk.offsets[instance.base + substitution] ?? damaged();
}

/** Size (the lower 16 bits) and type (the 8 above) of a value; damage where the instance has no such value. */
export function descriptorOf({ view }: ChunkBytes, instance: TemplateInstance | null, substitution: number): number {
  if (instance === null || substitution >= instance.count) damaged();
  return view.getUint32(instance.descriptors + DESCRIPTOR_BYTES * substitution, true);
}

export const sizeIn = (descriptor: number): number => descriptor & 0xffff;
export const typeIn = (descriptor: number): number => (descriptor >>> 16) & 0xff;
