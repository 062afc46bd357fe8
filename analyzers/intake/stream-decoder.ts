/** Bytes that come in pieces become text: by the same judgement as a whole upload's, made where it can be made first. */
import { isAscii } from 'node:buffer';
import { getDecoder } from 'iconv-lite';
import { SAMPLE_BYTES } from './binary-kinds';
import { eightBitEncoding, encodingOfHead } from './decode';
import { type Refusal } from './refusal';

export interface StreamDecoder {
  readonly push: (bytes: Uint8Array) => string;
  /** The text of the last bytes; call it once. */
  readonly end: () => string;
  /** The lower-case name of the encoding, as `decode` gives it; certain after the end. */
  readonly encoding: () => string;
}

/** What is weighed before the first foreign letter too: a letter is judged by its neighbours. */
const CONTEXT_BYTES = 256;
/** The longest UTF-8 sequence but one: so many bytes of a cut one may end a sample. */
const MAX_CUT_BYTES = 3;

/**
 * A decoder of an upload that begins with `head`, which is not pushed by itself; or the refusal of what is no text. Text of 8 bits is
 * ASCII up to its first foreign letter, wherever that is; from there on SAMPLE_BYTES are gathered, and they tell the encoding.
 */
export function streamDecoder(head: Uint8Array, name: string): StreamDecoder | Refusal {
  const beginning = encodingOfHead(head, name);
  if (beginning.kind === 'refused') return beginning.refusal;
  let encoding = beginning.encoding;
  let decoder = encoding === null ? null : getDecoder(encoding);
  /** Pieces of ASCII need no decoder where the one before did not end inside a character: all of these encodings hold ASCII as it is. */
  const isBytewise = encoding?.startsWith('utf-16') !== true && encoding?.startsWith('utf-32') !== true;
  let isInside = true;
  let context = Buffer.alloc(0);
  let gathered: Buffer[] = [];
  let size = 0;

  const decide = (): string => {
    if (size === 0) return '';
    const bytes = Buffer.concat(gathered);
    [gathered, size] = [[], 0];
    const cut = bytes.length < SAMPLE_BYTES ? 0 : cutBytes(bytes.subarray(0, SAMPLE_BYTES));
    encoding = eightBitEncoding(Buffer.concat([context, bytes.subarray(0, SAMPLE_BYTES - cut)]));
    decoder = getDecoder(encoding);
    return decoder.write(bytes);
  };

  return {
    push: (piece) => {
      const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      if (decoder !== null) {
        const isPlain = isBytewise && !isInside && isAscii(bytes);
        isInside = (bytes.at(-1) ?? 0) >= 0x80;
        return isPlain ? bytes.toString('latin1') : decoder.write(bytes);
      }
      let text = '';
      let rest = bytes;
      if (size === 0) {
        const foreign = isAscii(bytes) ? bytes.length : bytes.findIndex((byte) => byte >= 0x80);
        text = bytes.toString('latin1', 0, foreign);
        context = Buffer.concat([context, bytes.subarray(Math.max(0, foreign - CONTEXT_BYTES), foreign)]).subarray(
          -CONTEXT_BYTES,
        );
        rest = bytes.subarray(foreign);
      }
      if (rest.length === 0) return text;
      // The bytes may be overwritten once this call is back.
      gathered.push(Buffer.from(rest));
      size += rest.length;
      return size < SAMPLE_BYTES ? text : text + decide();
    },
    end: () => {
      const text = decide();
      const last = decoder?.end() ?? '';
      return text + (encoding === 'utf-8' && last === '\ufffd' ? '' : last);
    },
    encoding: () => encoding ?? 'utf-8',
  };
}

/** How many bytes at the end of a sample belong to a UTF-8 sequence that goes on behind it. */
function cutBytes(sample: Buffer): number {
  for (let count = 1; count <= MAX_CUT_BYTES; count += 1) {
    const byte = sample[sample.length - count] ?? 0;
    if (byte >= 0xc0) return count;
    if (byte < 0x80) return 0;
  }
  return 0;
}
