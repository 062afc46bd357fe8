/** The same evidence in other clothes: encodings, line ends, orders, repetitions. */
import iconv from 'iconv-lite';
import { type Upload } from '../../analyzers/document';

export const textOf = (upload: Upload): string => Buffer.from(upload.bytes).toString('utf8');

/** The files with every byte sequence made anew from its text. */
export const reencoded = (uploads: readonly Upload[], encode: (text: string) => Uint8Array): readonly Upload[] =>
  uploads.map((upload) => ({ ...upload, bytes: encode(textOf(upload)) }));

export const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8 with a byte order mark': (text) => iconv.encode(text, 'utf8', { addBOM: true }),
  'UTF-16LE with a byte order mark': (text) => iconv.encode(text, 'utf-16le', { addBOM: true }),
  'UTF-16BE with a byte order mark': (text) => iconv.encode(text, 'utf-16be', { addBOM: true }),
  'code page 850': (text) => iconv.encode(text, 'cp850'),
  'LF line ends': (text) => Buffer.from(text.replaceAll('\r\n', '\n'), 'utf8'),
};

/** What each of those bytes says, for holding quotes against them. */
export const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  'UTF-16LE with a byte order mark': (bytes) => iconv.decode(Buffer.from(bytes), 'utf-16le'),
  'UTF-16BE with a byte order mark': (bytes) => iconv.decode(Buffer.from(bytes), 'utf-16be'),
  'code page 850': (bytes) => iconv.decode(Buffer.from(bytes), 'cp850'),
};

/** The encodings that have every sign of the files: code page 850 has no Cyrillic letters. */
export const encodingsOf = (uploads: readonly Upload[]): readonly string[] =>
  Object.entries(ENCODINGS)
    .filter(([name, encode]) => {
      const decode = DECODERS[name];
      return decode === undefined || uploads.every((upload) => decode(encode(textOf(upload))) === textOf(upload));
    })
    .map(([name]) => name);

/** An order that a seed decides: a linear congruential generator and Fisher-Yates. */
export function shuffled<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const result = [...items];
  let state = seed;
  for (let index = result.length - 1; index > 0; index -= 1) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const other = state % (index + 1);
    const held = result[index];
    const swapped = result[other];
    if (held === undefined || swapped === undefined) continue;
    result[index] = swapped;
    result[other] = held;
  }
  return result;
}

/** The same files once more under the same names, and a third time under others. */
export const repeated = (uploads: readonly Upload[]): readonly Upload[] => [
  ...uploads,
  ...uploads,
  ...uploads.map((upload) => ({ ...upload, name: `${upload.name}.again.txt` })),
];
