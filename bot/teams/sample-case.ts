/** The sample case: four outputs of a made-up client, sent as a technician would send them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Upload } from '../../analyzers/index';
import { type CaseRecord } from '../cases/case-record';

/** No file of a person has it: their names have no path. */
const SAMPLE_PREFIX = 'sample/';

export async function sampleUploads(folder: string): Promise<readonly Upload[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  return Promise.all(
    names.map(async (name) => ({ name: `${SAMPLE_PREFIX}${name}`, bytes: await readFile(join(folder, name)) })),
  );
}

/** A case of samples only: an output of a real client must not be judged together with them. */
export function isSample({ evidence, diagnosis }: CaseRecord): boolean {
  // The diagnosis names them too, and is at hand; one of another release is not.
  const { uploads } = diagnosis ?? evidence;
  return uploads.length > 0 && uploads.every(({ name }) => name.startsWith(SAMPLE_PREFIX));
}
