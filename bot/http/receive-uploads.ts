/** Takes the files of one request as they come, a large one on the disk: several as multipart/form-data, or one as the body itself. */
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { createHash } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';

import { RefusedError } from '../refused-error';
import { keptUpload, tooLarge } from '../uploads/kept-upload';
import { MAX_FILE_BYTES, MAX_FILES_PER_MESSAGE, MAX_MESSAGE_BYTES } from '../uploads/upload-bounds';
import { createUploadFolder, type UploadFolder } from '../uploads/upload-folder';
import { type PoolUpload } from '../workers/analysis-task';
import { fileNameOf } from './file-name';
import { bodyPieces } from './request-body';

/** What of each file is kept in memory: the outputs of commands, and no event log. */
const MAX_HELD_BYTES_OF_FILE = 256 * 1024;
/** What the parts of a form add to their files. */
const MAX_FORM_BYTES = 256 * 1024;
const PART_LIMITS = { headerPairs: 20, headerSize: 8 * 1024, fieldNameSize: 1024 };

export interface ReceivedUploads {
  readonly uploads: readonly PoolUpload[];
  /** Tells what came from anything else: names and contents, in their order. */
  readonly digest: string;
  /** Removes what lies on the disk. Never rejects. */
  readonly release: () => Promise<void>;
}

/** How much of the request has come. */
export interface Receiving {
  readonly name: string;
  readonly bytes: number;
  /** null where the sender has not said. */
  readonly totalBytes: number | null;
}

/**
 * All files or none: rejects with a RefusedError for the first that is not taken, or with the reason of `ends`, and then nothing is left on the
 * disk. `name`: that of a single file.
 */
export async function receiveUploads(
  request: IncomingMessage,
  name: string | undefined,
  ends: AbortSignal,
  onReceiving: (receiving: Receiving) => void,
): Promise<ReceivedUploads> {
  const folder = createUploadFolder();
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  const came = (file: string) => (bytes: number) =>
    onReceiving({ name: file, bytes, totalBytes: Number.isFinite(length) ? length : null });
  try {
    const incoming = { request, folder, ends, came };
    const isForm = /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '');
    const files = isForm ? await filesOfForm(incoming) : [await fileOfBody(incoming, name)];
    if (files.length === 0) throw noFile();
    const digest = createHash('sha256').update(
      JSON.stringify(files.map(({ upload, sha256 }) => [upload.name, sha256])),
    );
    return { uploads: files.map(({ upload }) => upload), digest: digest.digest('hex'), release: folder.remove };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

interface ReceivedFile {
  readonly upload: PoolUpload;
  readonly sha256: string;
}

interface Incoming {
  readonly request: IncomingMessage;
  readonly folder: UploadFolder;
  readonly ends: AbortSignal;
  readonly came: (file: string) => (bytes: number) => void;
}

async function fileOfBody({ request, folder, ends, came }: Incoming, name: string | undefined) {
  const file = fileNameOf(name, request.headers['content-disposition']);
  const tooMuch = (): RefusedError => tooLarge(file, MAX_FILE_BYTES);
  const kept = await keptFile(
    file,
    bodyPieces(request, { most: MAX_FILE_BYTES, tooMuch, ends, came: came(file) }),
    folder,
  );
  if (sizeOf(kept.upload) === 0) throw noFile();
  return kept;
}

const sizeOf = (upload: PoolUpload): number => ('path' in upload ? upload.size : upload.bytes.byteLength);

/** Parts follow each other, and none is read before the one before it was. */
async function filesOfForm({ request, folder, ends, came }: Incoming): Promise<readonly ReceivedFile[]> {
  const form = formOf(request);
  const files: Promise<ReceivedFile>[] = [];
  const streams: BusboyFileStream[] = [];
  const first: { refused: RefusedError | null } = { refused: null };
  let current = '';
  const refuse = (error: RefusedError): void => {
    first.refused ??= error;
    // Ends the reading of the request.
    form.destroy(error);
  };
  form.on('file', (_field: string, stream: BusboyFileStream, given: string | undefined) => {
    const kept = keptPart(stream, given, folder, (name) => (current = name));
    kept.catch((error: unknown) => {
      if (error instanceof RefusedError) refuse(error);
      else form.destroy(error instanceof Error ? error : new Error('A part could not be kept.'));
    });
    files.push(kept);
    streams.push(stream);
  });
  form.once('filesLimit', () => refuse(tooMany()));
  const most = MAX_MESSAGE_BYTES + MAX_FORM_BYTES;
  const tooMuch = (): RefusedError => tooLarge('The request', MAX_MESSAGE_BYTES);
  // What stands behind the last boundary is no part of the form, and the reader of forms never asks for it (RFC 2046, 5.1.1: the epilogue).
  const finished = new Promise<void>((resolve) => {
    form.once('finish', resolve);
  });
  const piped = pipeline(
    bodyPieces(request, {
      most,
      tooMuch,
      ends,
      came: (bytes) => {
        if (current !== '') came(current)(bytes);
      },
    }),
    form,
  );
  piped.catch(() => undefined);
  try {
    await Promise.race([piped, finished]);
  } catch (error) {
    // A part whose end does not come any more is ended, or whoever keeps it would wait for ever.
    for (const stream of streams) stream.destroy();
    await Promise.allSettled(files);
    throw first.refused ?? (isOfForm(error) ? brokenForm() : error);
  }
  const received = await Promise.all(files).finally(() => form.destroy());
  if (first.refused !== null) throw first.refused;
  return received;
}

function formOf({ headers }: IncomingMessage): BusboyInstance {
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
      // What a folder is called tells whose outputs are in it; nothing is ever written under such a name.
      preservePath: true,
      isPartAFile: () => true,
      limits: { ...PART_LIMITS, files: MAX_FILES_PER_MESSAGE, fileSize: MAX_FILE_BYTES },
    });
  } catch {
    throw brokenForm();
  }
}

/** Its own complaints have no class and no code. */
const isOfForm = (error: unknown): boolean =>
  error instanceof Error &&
  /^(?:Unexpected end of multipart data|Part terminated early|Malformed|Multipart)/.test(error.message);

async function keptPart(
  stream: BusboyFileStream,
  given: string | undefined,
  folder: UploadFolder,
  begun: (name: string) => void,
): Promise<ReceivedFile> {
  try {
    const name = fileNameOf(given, undefined);
    begun(name);
    const kept = await keptFile(name, stream, folder);
    if (stream.truncated) throw tooLarge(name, MAX_FILE_BYTES);
    return kept;
  } catch (error) {
    stream.resume();
    throw error;
  }
}

async function keptFile(
  name: string,
  pieces: AsyncIterable<Uint8Array>,
  { newFile }: UploadFolder,
): Promise<ReceivedFile> {
  const hash = createHash('sha256');
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  }
  const upload = await keptUpload(name, hashed(), { heldBytes: MAX_HELD_BYTES_OF_FILE, newFile });
  return { upload, sha256: hash.digest('hex') };
}

const noFile = (): RefusedError =>
  new RefusedError('no-file', 'There is no file in the request: send at least one, as in -F file=@mmsa.txt.');

const tooMany = (): RefusedError =>
  new RefusedError(
    'too-many-files',
    `I read ${MAX_FILES_PER_MESSAGE} files of one request: send the others in another one, or all of them in one zip.`,
  );

const brokenForm = (): RefusedError =>
  new RefusedError('broken-body', 'The form is cut off or malformed: send it again, as curl -F file=@NAME makes it.');
