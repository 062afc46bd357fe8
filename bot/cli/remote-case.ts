/** What `--case FILE` remembers of a case that is kept by a server: where it is, and its id there. */
import { z } from 'zod';

import { type Misuse, misuse } from './usage';
import { readIfThere, writeWhole } from './whole-file';

const SCHEMA = 'tunnel-triage/remote-case/1';

export interface RemoteCase {
  /** As it was given, without a slash at its end. */
  readonly server: string;
  readonly id: string;
}

const kept = z.object({ schema: z.literal(SCHEMA), server: z.string(), id: z.uuid() });

/** The case of the file; null where there is no such file yet. */
export async function readRemoteCase(path: string, server: string): Promise<RemoteCase | null | Misuse> {
  const text = await readIfThere(path);
  if (text === null) return null;
  if (typeof text !== 'string') {
    return misuse(`The case ${path} could not be read (${text.unread}). Name a file that may be read and written.`);
  }
  const found = remoteCaseIn(text);
  if (found === null) {
    return misuse(`The case ${path} is none that a server keeps. Leave --server out, or name another file.`, 'analyze');
  }
  if (found.server === server) return found;
  return misuse(
    `The case ${path} is kept by ${found.server}. Give --server ${found.server}, or name another file.`,
    'analyze',
  );
}

/** null where the text is something else. */
export function remoteCaseIn(text: string): RemoteCase | null {
  try {
    return kept.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Null where it is written, else the sentence that says why not. */
export async function writeRemoteCase(path: string, { server, id }: RemoteCase): Promise<string | null> {
  const unwritten = await writeWhole(path, `${JSON.stringify({ schema: SCHEMA, server, id })}\n`);
  return unwritten === null
    ? null
    : `The case ${path} could not be written (${unwritten}). The server keeps it as ${id}; give the same files again with another name.`;
}
