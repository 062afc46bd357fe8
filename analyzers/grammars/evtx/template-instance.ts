/** A template instance in binary XML: which template, and where its values are. */
import { type ChunkBytes } from './chunk-bytes';
import { damaged } from './damage';

/** Bytes before the values' count where the template is defined elsewhere: token, version, number, offset. */
export const INSTANCE_HEADER_BYTES = 10;
/** Bytes before a template's elements: the offset of the next, its GUID, its size. */
export const DEFINITION_HEADER_BYTES = 24;
export const DEFINITION_SIZE_AT = 20;
export const DESCRIPTOR_BYTES = 4;

export interface TemplateInstance {
  /** Where in the chunk the definition is. */
  readonly definition: number;
  /** The descriptors: size and type of each value. */
  readonly descriptors: number;
  /** Where each value is. */
  readonly offsets: readonly number[];
  readonly end: number;
}

/**
 * The instance whose token is at `at`. The template is defined inside its first instance, later ones refer to it. A value that is absent has type 0
 * and still takes the bytes its size says. Damage where the values end behind `limit` or the definition is another's.
 */
export function readInstance({ view }: ChunkBytes, at: number, limit: number): TemplateInstance {
  const definition = view.getUint32(at + 6, true);
  // The number of a template is the beginning of its GUID.
  if (view.getUint32(definition + 4, true) !== view.getUint32(at + 2, true)) damaged();
  let position = at + INSTANCE_HEADER_BYTES;
  if (definition === position) {
    position += DEFINITION_HEADER_BYTES + view.getUint32(definition + DEFINITION_SIZE_AT, true);
  }
  const count = view.getUint32(position, true);
  const descriptors = position + 4;
  let value = descriptors + DESCRIPTOR_BYTES * count;
  if (value > limit) damaged();
  const offsets: number[] = [];
  for (let index = 0; index < count; index += 1) {
    offsets.push(value);
    value += view.getUint16(descriptors + DESCRIPTOR_BYTES * index, true);
  }
  return value > limit ? damaged() : { definition, descriptors, offsets, end: value };
}
