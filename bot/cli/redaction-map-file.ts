/** The map of a redaction on a disk: what `--map` keeps between two calls. Who has it can undo the redaction, so only its owner reads it. */
import { z } from 'zod';
import { REDACTION_MAP_SCHEMA, type RedactionMap } from '../../analyzers/index';
import { type Misuse, misuse } from './usage';
import { readIfThere, writeWhole } from './whole-file';

/** The map of the file; null where there is no such file yet. */
export async function readRedactionMap(path: string): Promise<RedactionMap | null | Misuse> {
  const text = await readIfThere(path);
  if (text === null) return null;
  if (typeof text !== 'string') {
    return misuse(
      `The map ${path} could not be read (${text.unread}). Name a file that may be read and written.`,
      'redact',
    );
  }
  const parsed = mapSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  return misuse(
    `The map ${path} is none of this program${place === '' ? '' : `: ${place} is not as it should be`}. Name another file; it is left as it is.`,
    'redact',
  );
}

/** Null where it is written, else the sentence that says why not. */
export async function writeRedactionMap(path: string, map: RedactionMap): Promise<string | null> {
  const unwritten = await writeWhole(path, `${JSON.stringify(map, null, 1)}\n`);
  if (unwritten === null) return null;
  return `The map ${path} could not be written (${unwritten}). Name a file that may be written; nothing was redacted.`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const entries = (original: RegExp, standIn = original) =>
  z.record(z.string().regex(original), z.string().regex(standIn));
const name = /^[^\r\n]{1,300}$/;

const mapSchema = z.strictObject({
  schema: z.literal(REDACTION_MAP_SCHEMA),
  names: entries(name),
  numbers: entries(/^[0-9a-f]{1,130}$/),
  guids: entries(/^[0-9a-f-]{36}$/),
  domainSids: entries(/^\d{1,20}-\d{1,20}-\d{1,20}$/),
  accountIds: entries(/^\d{1,20}(?:-\d{1,20}){3}$/, /^\d{1,20}$/),
  ipv4Blocks: entries(/^\d{1,8}$/),
  ipv6Prefixes: entries(/^[0-9a-f]{4}:[0-9a-f]{4}:[0-9a-f]{4}$/),
  interfaceIds: entries(/^[0-9a-f]{14}$/),
  hardwareAddresses: entries(/^[0-9a-f]{12}$/),
});
