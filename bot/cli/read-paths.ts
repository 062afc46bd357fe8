/** Files, folders and standard input as uploads to be read piece by piece; what is not there is a complaint and loses nothing else. */
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type UploadSource } from '../../analyzers/index';
import { fileSource, pipeSource } from '../file-source';
import { faultCode, faultReason } from '../fault';

/** How many files one call takes in. */
export const MAX_FILES = 2000;
/** How deep folders are entered. */
export const MAX_FOLDER_DEPTH = 16;

export interface Given {
  readonly uploads: readonly UploadSource[];
  readonly complaints: readonly string[];
}

/** Which of several files is read now. */
export interface FileProgress {
  readonly name: string;
  /** Counts from 1. */
  readonly number: number;
  readonly total: number;
}

/**
 * Each path in the order given, a folder's files by name. `-` is standard input, under the name `-`; it can be read once. `onFile` is
 * told whenever one of them is begun.
 */
export async function readPaths(
  paths: readonly string[],
  standardInput: AsyncIterable<Uint8Array>,
  onFile: (progress: FileProgress) => void = () => undefined,
): Promise<Given> {
  const uploads: UploadSource[] = [];
  const complaints: string[] = [];
  for await (const found of filesOf(paths)) {
    const upload = 'path' in found ? await sourceOf(found.path, standardInput) : found;
    if ('complaint' in upload) {
      complaints.push(upload.complaint);
      continue;
    }
    if (uploads.length >= MAX_FILES) {
      complaints.push(
        `There are more than ${MAX_FILES} files; ${upload.name} and what follows are left out. Give less at a time.`,
      );
      break;
    }
    uploads.push(upload);
  }
  const total = uploads.length;
  return {
    uploads: uploads.map((upload, index) =>
      told(upload, () => onFile({ name: upload.name, number: index + 1, total })),
    ),
    complaints,
  };
}

/** The same upload, which tells when it is begun to be read. */
function told(upload: UploadSource, onBegin: () => void): UploadSource {
  const { chunks, range } = upload;
  const begun = <Pieces>(pieces: () => Pieces): Pieces => {
    onBegin();
    return pieces();
  };
  return {
    ...upload,
    chunks: () => begun(chunks),
    ...(range === undefined ? {} : { range: (start: number, end: number) => begun(() => range(start, end)) }),
  };
}

interface Complaint {
  readonly complaint: string;
}

/** What is given is followed through links and may be a pipe; in a folder only plain files and folders are taken. */
async function* filesOf(paths: readonly string[], depth = 0): AsyncGenerator<{ readonly path: string } | Complaint> {
  for (const path of paths) {
    const listing = path === '-' ? null : await listingOf(path);
    if (listing === null) yield { path };
    else if ('complaint' in listing) yield listing;
    else if (depth < MAX_FOLDER_DEPTH) yield* filesOf(listing.inside, depth + 1);
    else
      yield {
        complaint: `${path} lies more than ${MAX_FOLDER_DEPTH} folders deep and is left out. Give it by itself.`,
      };
  }
}

/** The paths in a folder; null where the path is no folder. */
async function listingOf(path: string): Promise<{ readonly inside: readonly string[] } | Complaint | null> {
  try {
    if (!(await stat(path)).isDirectory()) return null;
    const entries = await readdir(path, { withFileTypes: true });
    const wanted = entries.filter((entry) => entry.isFile() || entry.isDirectory());
    return { inside: wanted.map(({ name }) => join(path, name)).sort() };
  } catch (fault) {
    return { complaint: complaintOf(path, fault) };
  }
}

async function sourceOf(path: string, standardInput: AsyncIterable<Uint8Array>): Promise<UploadSource | Complaint> {
  if (path === '-') return { name: '-', size: null, chunks: () => standardInput };
  try {
    const found = await stat(path);
    if (!found.isFile()) return pipeSource(path);
    await (await open(path)).close(); // whether it may be read is said here, where it loses nothing else
    return fileSource({ name: path, path, size: found.size });
  } catch (fault) {
    return { complaint: complaintOf(path, fault) };
  }
}

function complaintOf(path: string, fault: unknown): string {
  const code = faultCode(fault);
  if (code === 'ENOENT') return `${path} does not exist. Check its name, and give the others again with it.`;
  if (code === 'EACCES' || code === 'EPERM') return `${path} may not be read by this user. Copy it to where it may.`;
  return `${path} could not be read (${faultReason(fault)}). Copy it and try the copy.`;
}
