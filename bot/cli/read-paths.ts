/** Files, folders and standard input as uploads, within bounds; what could not be read is a complaint and loses nothing else. */
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Upload } from '../../analyzers/document';
import { faultCode, faultReason } from './fault';

/** How many files one call takes in. */
export const MAX_FILES = 2000;
/** How deep folders are entered. */
export const MAX_FOLDER_DEPTH = 16;
/** One byte more than the analyzers take: they refuse such an upload themselves, with the reason. */
export const MAX_READ_BYTES = 100 * 1024 * 1024 + 1;
/** How much one call keeps in memory. */
export const MAX_TOTAL_BYTES = 1024 * 1024 * 1024;

export interface Given {
  readonly uploads: readonly Upload[];
  readonly complaints: readonly string[];
}

/** Each path in the order given, a folder's files by name. `-` is standard input, under the name `-`. */
export async function readPaths(paths: readonly string[], standardInput: AsyncIterable<Uint8Array>): Promise<Given> {
  const uploads: Upload[] = [];
  const complaints: string[] = [];
  let total = 0;
  for await (const found of filesOf(paths)) {
    const bytes = 'path' in found ? await contentOf(found.path, standardInput) : found;
    if ('complaint' in bytes) {
      complaints.push(bytes.complaint);
      continue;
    }
    total += bytes.content.length;
    if (uploads.length >= MAX_FILES || total > MAX_TOTAL_BYTES) {
      const most = total > MAX_TOTAL_BYTES ? '1 GB' : `${MAX_FILES} files`;
      complaints.push(`There is more than ${most}; ${bytes.name} and what follows are left out. Give less at a time.`);
      break;
    }
    uploads.push({ name: bytes.name, bytes: bytes.content });
  }
  return { uploads, complaints };
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

interface Content {
  readonly name: string;
  readonly content: Uint8Array;
}

async function contentOf(path: string, standardInput: AsyncIterable<Uint8Array>): Promise<Content | Complaint> {
  try {
    return { name: path, content: path === '-' ? await bounded(standardInput) : await fileContent(path) };
  } catch (fault) {
    return { complaint: complaintOf(path, fault) };
  }
}

async function fileContent(path: string): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    return await bounded(handle.createReadStream({ autoClose: false }));
  } finally {
    await handle.close();
  }
}

async function bounded(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    chunks.push(chunk.subarray(0, MAX_READ_BYTES - size));
    size += chunk.length;
    if (size >= MAX_READ_BYTES) break;
  }
  return Buffer.concat(chunks);
}

function complaintOf(path: string, fault: unknown): string {
  const code = faultCode(fault);
  if (code === 'ENOENT') return `${path} does not exist. Check its name, and give the others again with it.`;
  if (code === 'EACCES' || code === 'EPERM') return `${path} may not be read by this user. Copy it to where it may.`;
  return `${path} could not be read (${faultReason(fault)}). Copy it and try the copy.`;
}
