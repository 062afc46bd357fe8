/** A case on a disk: what `--case` keeps between two calls. */
import { z } from 'zod';
import { CASE_SCHEMA, type CaseEvidence } from '../../analyzers/case-evidence';
import { CAUSE_IDS } from '../../analyzers/diagnosis/diagnosis';
import { remoteCaseIn } from './remote-case';
import { type Misuse, misuse } from './usage';
import { readIfThere, writeWhole } from './whole-file';

/** The case of the file; null where there is no such file yet. */
export async function readCase(path: string): Promise<CaseEvidence | null | Misuse> {
  const text = await readIfThere(path);
  if (text === null) return null;
  if (typeof text !== 'string') {
    return misuse(`The case ${path} could not be read (${text.unread}). Name a file that may be read and written.`);
  }
  return parseCase(path, text);
}

/** Null where it is written, else the sentence that says why not. */
export async function writeCase(path: string, evidence: CaseEvidence): Promise<string | null> {
  const unwritten = await writeWhole(path, `${JSON.stringify(evidence)}\n`);
  if (unwritten === null) return null;
  return `The case ${path} could not be written (${unwritten}). What it held before is unharmed.`;
}

function parseCase(path: string, text: string): CaseEvidence | Misuse {
  const remote = remoteCaseIn(text);
  if (remote !== null) {
    return misuse(
      `The case ${path} is kept by ${remote.server}. Give --server ${remote.server}, or name another file.`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return misuse(`The case ${path} is no JSON. Name another file, or delete it to begin anew.`);
  }
  const { schema } = z.looseObject({ schema: z.unknown() }).safeParse(value).data ?? {};
  if (typeof schema === 'string' && schema.startsWith(SCHEMA_FAMILY) && schema !== CASE_SCHEMA) {
    return misuse(
      `The case ${path} has the form ${schema}, and this program knows ${CASE_SCHEMA}. Use the newer program.`,
    );
  }
  if (isCase(value)) return { ...value, setAside: value.setAside ?? [] };
  const [issue] = caseSchema.safeParse(value).error?.issues ?? [];
  const place = issue === undefined || issue.path.length === 0 ? 'its form' : issue.path.map(String).join('.');
  return misuse(`The case ${path} is none of this program: ${place} is not as it should be. Name another file.`);
}

/** The data of a reading is only known to be an object: its inner form is what this program wrote under this very schema. */
const isCase = (value: unknown): value is StoredCase => caseSchema.safeParse(value).success;

/** A file that an earlier release wrote knows nothing of causes that were set aside. */
type StoredCase = Omit<CaseEvidence, 'setAside'> & Partial<Pick<CaseEvidence, 'setAside'>>;

const SCHEMA_FAMILY = 'tunnel-triage/case/';

const quote = z.object({
  upload: z.string(),
  line: z.number().optional(),
  record: z.string().optional(),
  text: z.string(),
});
const problem = z.object({ code: z.string(), message: z.string(), line: z.number().optional() });
const origin = z.enum(['client', 'server', 'unknown']);

const reading = z.looseObject({
  command: z.string(),
  data: z.record(z.string(), z.unknown()),
  upload: z.string(),
  origin,
  originFrom: z.enum(['manifest', 'host-name', 'name', 'awaited', 'assumed']),
  host: z.string().nullable(),
  firstLine: z.number(),
  lastLine: z.number(),
  complete: z.boolean(),
  at: z.string().nullable(),
  modified: z.string().nullable(),
  call: z.number(),
  proofs: z.record(z.string(), quote),
  problems: z.array(problem),
});

const uploadReport = z.looseObject({
  name: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  status: z.enum(['analysed', 'partial', 'unrecognised', 'rejected']),
  encoding: z.string().nullable(),
  language: z.string().nullable(),
  readings: z.array(z.looseObject({ command: z.string(), origin, complete: z.boolean(), data: z.unknown() })),
  problems: z.array(problem),
});

const awaited = z.looseObject({
  id: z.string(),
  command: z.string(),
  shell: z.enum(['cmd', 'powershell']),
  runOn: z.enum(['client', 'server', 'domain-controller']),
  elevated: z.boolean(),
  why: z.string(),
  decides: z.array(z.string()),
});

const caseSchema = z.looseObject({
  schema: z.literal(CASE_SCHEMA),
  calls: z.int().min(0),
  serverIpv4: z.string().nullable(),
  serverIpv4Second: z.string().nullable(),
  readings: z.array(reading),
  uploads: z.array(uploadReport),
  awaited: awaited.nullable(),
  setAside: z.array(z.enum(CAUSE_IDS)).optional(),
});
