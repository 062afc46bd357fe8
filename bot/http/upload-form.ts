/** A form of files as it is sent (RFC 7578), piece by piece: a file may be of any size, or a pipe. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

export interface FormFile {
  readonly name: string;
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

export interface UploadForm {
  readonly contentType: string;
  readonly body: ReadableStream<Uint8Array>;
}

export function uploadForm(files: readonly FormFile[]): UploadForm {
  const boundary = `tunnel-triage-${randomUUID()}`;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: webStream(piecesOf(files, boundary)),
  };
}

/** The two types of the same stream do not know each other. */
const webStream = (pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> =>
  Readable.toWeb(Readable.from(pieces)) as unknown as ReadableStream<Uint8Array>;

async function* piecesOf(files: readonly FormFile[], boundary: string): AsyncGenerator<Uint8Array> {
  for (const { name, chunks } of files) {
    yield bytesOf(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${quoted(name)}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    );
    yield* chunks();
    yield bytesOf('\r\n');
  }
  yield bytesOf(`--${boundary}--\r\n`);
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A quoted string of RFC 9110; a line end has no place in it, and is no part of a name that the API takes. */
const quoted = (name: string): string => name.replace(/[\\"]/g, '\\$&').replace(/[\r\n]/g, ' ');
