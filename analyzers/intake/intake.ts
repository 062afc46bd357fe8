/** Uploads become documents and event logs: archives are opened, bytes decoded, lines counted; what cannot be read is refused by name. */
import { createHash } from 'node:crypto';
import { type UploadReport } from '../diagnosis/diagnosis';
import { type Document, type UploadSource } from '../document';
import { knownBinaryKind } from './binary-kinds';
import { MAX_HELD_BYTES, MAX_UPLOAD_BYTES } from './bounds';
import { decode } from './decode';
import { digestLog, type LogDocument, type Watch, watched } from './event-log-intake';
import { linesOfDocument } from './document-lines';
import { emptyUpload, type Refusal, refusalOf } from './refusal';
import { type AnyUpload } from './source';
import { allowanceOf, type Member, unpack } from './unpack';

export interface Intake {
  readonly documents: readonly Document[];
  readonly logs: readonly LogDocument[];
  /** One report for each upload or member that was not looked at. */
  readonly rejected: readonly UploadReport[];
}

/**
 * All lists are in the order of their names. What is refused says why and what to send instead; it rejects only where `watch` says
 * that nobody waits any more.
 */
export async function intake(uploads: readonly AnyUpload[], watch: Watch = {}): Promise<Intake> {
  const documents: Document[] = [];
  const logs: LogDocument[] = [];
  const rejected: UploadReport[] = [];
  let room = MAX_HELD_BYTES;
  const progress = watched(watch);
  for (const upload of uploads) {
    for await (const unpacked of unpack(upload, allowanceOf(room))) {
      if (unpacked.kind === 'refused') {
        rejected.push(await reportRefusal(unpacked.source, unpacked.refusal));
        continue;
      }
      const { member } = unpacked;
      const taken = await take(member, progress);
      if ('refusal' in taken) rejected.push(refusedReport(member, taken));
      else if ('log' in taken) logs.push(taken);
      else {
        documents.push(taken);
        room -= taken.bytes;
      }
    }
  }
  return { documents: documents.sort(byName), logs: logs.sort(byName), rejected: rejected.sort(byName) };
}

const byName = (one: { readonly name: string; readonly sha256: string }, other: typeof one): number =>
  compare(one.name, other.name) || compare(one.sha256, other.sha256);

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

interface Refused {
  readonly refusal: Refusal;
  /** What was refused after it was read whole. */
  readonly bytes?: Uint8Array;
}

async function take(member: Member, progress: ReturnType<typeof watched>): Promise<Document | LogDocument | Refused> {
  try {
    const log = await digestLog(member, progress);
    if (log !== null) return log;
    if ((member.size ?? 0) > MAX_UPLOAD_BYTES) {
      const known = knownBinaryKind(member.head);
      if (known !== null) return { refusal: known };
    }
    const bytes = await member.hold();
    progress(member, bytes.length, 0);
    const result = documentOf(member, bytes);
    return 'code' in result ? { refusal: result, bytes } : result;
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal === null) throw fault;
    return { refusal };
  }
}

function documentOf({ name, modified }: Member, bytes: Uint8Array): Document | Refusal {
  if (bytes.length === 0) return emptyUpload;
  const decoded = decode(bytes, name);
  if (decoded.kind === 'refused') return decoded.refusal;
  const found = linesOfDocument(decoded.text, bytes);
  if (found === null) {
    return {
      ...emptyUpload,
      message: 'The file holds blank lines only. Run the command again and send what it prints.',
    };
  }
  return { name, bytes: bytes.length, sha256: sha256(bytes), encoding: decoded.encoding, modified, ...found };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const refusedReport = (member: Member, { refusal, bytes }: Refused): UploadReport =>
  rejection(member.name, bytes?.length ?? member.size ?? 0, bytes === undefined ? '' : sha256(bytes), refusal);

/** What was refused unread is only read for its hash where it is no larger than what would be held. */
async function reportRefusal(source: UploadSource, refusal: Refusal): Promise<UploadReport> {
  const { name, size, range } = source;
  const isSmall = size !== null && size <= MAX_UPLOAD_BYTES && range !== undefined;
  return rejection(name, size ?? 0, isSmall ? await hashOf(source).catch(() => '') : '', refusal);
}

async function hashOf({ chunks }: UploadSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of chunks()) hash.update(piece);
  return hash.digest('hex');
}

/** `sha256` is empty where the bytes were not read to their end. */
const rejection = (name: string, bytes: number, hash: string, { code, message }: Refusal): UploadReport => ({
  name,
  bytes,
  sha256: hash,
  status: 'rejected',
  encoding: null,
  language: null,
  readings: [],
  problems: [{ code, message }],
});
