/** Uploads become documents: archives are opened, bytes decoded, lines counted; what cannot be read is refused by name. */
import { createHash } from 'node:crypto';
import { type UploadReport } from '../diagnosis/diagnosis';
import { type Document, type Upload } from '../document';
import { decode } from './decode';
import { withoutDoubling } from './doubled-lines';
import { toLines } from './lines';
import { withoutPasteMarks } from './paste-marks';
import { emptyUpload, MAX_UPLOAD_BYTES, type Refusal, tooLarge } from './refusal';
import { unpack } from './unpack';

export interface Intake {
  readonly documents: readonly Document[];
  /** One report for each upload or member that was not looked at. */
  readonly rejected: readonly UploadReport[];
}

/** Never throws: what is refused says why and what to send instead. Both lists are in the order of their names. */
export function intake(uploads: readonly Upload[]): Intake {
  const documents: Document[] = [];
  const rejected: UploadReport[] = [];
  for (const upload of uploads) {
    if (upload.bytes.length > MAX_UPLOAD_BYTES) {
      rejected.push(reportRefusal(upload, tooLarge(upload.bytes.length)));
      continue;
    }
    for (const unpacked of unpack(upload)) {
      const result = unpacked.kind === 'refused' ? unpacked.refusal : documentOf(unpacked.upload);
      if ('code' in result) rejected.push(reportRefusal(unpacked.upload, result));
      else documents.push(result);
    }
  }
  return { documents: documents.sort(byName), rejected: rejected.sort(byName) };
}

const byName = (one: { readonly name: string; readonly sha256: string }, other: typeof one): number =>
  compare(one.name, other.name) || compare(one.sha256, other.sha256);

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

function documentOf(upload: Upload): Document | Refusal {
  if (upload.bytes.length === 0) return emptyUpload;
  const decoded = decode(upload.bytes, upload.name);
  if (decoded.kind === 'refused') return decoded.refusal;
  const { lines, endsWhole } = toLines(decoded.text);
  if (lines.every(({ text }) => text.trim() === '')) {
    return {
      ...emptyUpload,
      message: 'The file holds blank lines only. Run the command again and send what it prints.',
    };
  }
  const pasted = withoutPasteMarks(lines);
  return {
    name: upload.name,
    bytes: upload.bytes.length,
    sha256: sha256(upload.bytes),
    encoding: decoded.encoding,
    modified: upload.modified ?? null,
    lines: withoutDoubling(pasted.lines),
    endsWhole: endsWhole || pasted.endsWhole,
  };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function reportRefusal(upload: Upload, { code, message }: Refusal): UploadReport {
  return {
    name: upload.name,
    bytes: upload.bytes.length,
    sha256: sha256(upload.bytes),
    status: 'rejected',
    encoding: null,
    language: null,
    readings: [],
    problems: [{ code, message }],
  };
}
