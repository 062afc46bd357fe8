/** Erases a case, a conversation or a person, and hands out before what is kept of them: of the embedded file the running bot does it. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

import { type Config } from '../config';
import { type ControlRequests } from '../control/control-server';
import { errorCode } from '../error-code';
import { RefusedError } from '../refused-error';
import { caseNumber } from '../store/case-id';
import { erase, type Subject } from '../store/erasure';
import { type Home } from '../store/home';
import { keptData, type KeptData } from '../store/kept-data';
import { keysOfId } from '../store/people';
import { ServiceError } from '../service-error';
import { askBotOrHome } from './home-of-operator';

const REQUEST = 'erase';
/** The file is written anew afterwards: about a second for each 100 MB. */
const ERASE_LIMIT_MS = 10 * 60 * 1000;
const MAX_KEY_CHARACTERS = 1000;
const ONLY_THIS_ACCOUNT = 0o600;
const USAGE =
  'Say what, for example npm run erase -- --case C-12, --conversation KEY or --person ID: that only counts. ' +
  'Add --export FILE to write all that is kept into a file, and --yes to erase it for good.';

const text = z.string().min(1).max(MAX_KEY_CHARACTERS);
const erasing = z.object({
  subject: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('case'), id: text }),
    z.object({ kind: z.literal('conversation'), key: text }),
    z.object({ kind: z.literal('person'), key: text }),
  ]),
  /** An absolute path; null writes none. */
  file: z.string().min(1).nullable(),
  really: z.boolean(),
});
type Erasing = z.output<typeof erasing>;

const counts = z.record(z.string(), z.number());
type Counts = z.output<typeof counts>;

/** What the running bot does for it. `now` gives milliseconds since 1970. */
export const eraseRequests = (home: Home, now: () => number): ControlRequests => ({
  [REQUEST]: (argument) => {
    const given = erasing.safeParse(argument).data;
    if (given === undefined) throw new RefusedError('erase-usage', USAGE);
    return erasedFrom(home, given, now());
  },
});

/** The words are `--case`, `--conversation` or `--person` with what it names, `--export FILE`, and `--yes`, without which nothing is erased. */
export async function eraseSubject(config: Config, words: readonly string[]): Promise<string> {
  const given = givenBy(words);
  const request = { name: REQUEST, argument: given, limitMs: ERASE_LIMIT_MS, reply: counts };
  const erased = await askBotOrHome(config, request, (home) => erasedFrom(home, given, Date.now()));
  const { subject } = given;
  const named = `--${subject.kind} ${subject.kind === 'case' ? subject.id : subject.key}`;
  const rows = Object.values(erased).reduce((sum, count) => sum + count, 0);
  const exported = given.file === null ? [] : [`${given.file} holds all that was kept.`];
  const table = Object.entries(erased).map(([name, count]) => `${name.padEnd(16)} ${String(count).padStart(9)} rows`);
  const end = given.really
    ? `Erased for good: ${rows} rows. Backups that were made before still have them.`
    : `Nothing was erased. These ${rows} rows go with: npm run erase -- ${named} --yes`;
  return [...table, '', ...exported, end].join('\n');
}

const OPTIONS = {
  case: { type: 'string' },
  conversation: { type: 'string' },
  person: { type: 'string' },
  export: { type: 'string' },
  yes: { type: 'boolean' },
} as const;

interface Given {
  readonly case?: string | undefined;
  readonly conversation?: string | undefined;
  readonly person?: string | undefined;
  readonly export?: string | undefined;
  readonly yes?: boolean | undefined;
}

function givenBy(words: readonly string[]): Erasing {
  const values = optionsOf(words);
  const { case: id, conversation, person } = values ?? {};
  const subjects: readonly Subject[] = [
    ...(id === undefined ? [] : [{ kind: 'case', id } as const]),
    ...(conversation === undefined ? [] : [{ kind: 'conversation', key: conversation } as const]),
    ...(person === undefined ? [] : [{ kind: 'person', key: person } as const]),
  ];
  const file = values?.export === undefined ? null : resolve(values.export); // the bot may have another working folder
  const given = erasing.safeParse({ subject: subjects[0], file, really: values?.yes === true }).data;
  const isCase = id === undefined || caseNumber(id) !== null;
  if (given === undefined || subjects.length !== 1 || !isCase) throw new RefusedError('erase-usage', USAGE);
  return given;
}

function optionsOf(words: readonly string[]): Given | null {
  try {
    return parseArgs({ args: [...words], options: OPTIONS }).values;
  } catch {
    return null; // an option that is unknown is a matter of usage too
  }
}

/** The file is on the disk before anything is erased, and holds what the same transaction erases. */
async function erasedFrom(home: Home, { subject: named, file, really }: Erasing, at: number): Promise<Counts> {
  const subject = await withTenant(home, named);
  if (file !== null && existsSync(file)) {
    throw new RefusedError(
      'export-exists',
      `${file} exists already: give the export another name. Nothing was erased.`,
    );
  }
  const deleted = await erase(home, subject, {
    at,
    really,
    before: async (tx) => {
      if (file !== null) writeWhole(file, await keptData(tx, subject, at));
    },
  });
  if (Object.keys(deleted).length > 0) return deleted;
  if (file !== null) rmSync(file, { force: true });
  throw new RefusedError(
    'erase-nothing',
    `Nothing is kept about this ${subject.kind}: see how it is named in the log.`,
  );
}

/** Of a person the id in the directory does, where it is of one tenant only. */
async function withTenant({ db }: Home, subject: Subject): Promise<Subject> {
  if (subject.kind !== 'person' || subject.key.includes('/')) return subject;
  const keys = await keysOfId(db, subject.key);
  if (keys.length > 1) {
    throw new RefusedError('erase-ambiguous', `Several people have this id: name one of ${keys.join(', ')}.`);
  }
  return { kind: 'person', key: keys[0] ?? subject.key };
}

/** The file takes its name when it is whole; nobody but this account may read it. */
function writeWhole(file: string, data: KeptData): void {
  const partial = `${file}.partial`;
  try {
    const descriptor = openSync(partial, 'wx', ONLY_THIS_ACCOUNT);
    try {
      writeFileSync(descriptor, `${JSON.stringify(data, null, 2)}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(partial, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') rmSync(partial, { force: true });
    throw new ServiceError(
      'export-not-written',
      `${file} cannot be written (${errorCode(error)}): check that its folder exists, has room, and may be written by the account of the bot. Nothing was erased.`,
      error,
    );
  }
}
