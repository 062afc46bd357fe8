/** Makes, lists and revokes API keys: of the embedded home the running bot is asked. A key is made here and shown once; only its hash goes anywhere. */
import { parseArgs } from 'node:util';
import { z } from 'zod';

import { type Config } from '../config';
import { type ControlRequests } from '../control/control-server';
import { hashOfKey, keyId, keyNumber, newApiKey } from '../http/api-key';
import { SCOPES } from '../http/caller';
import { RefusedError } from '../refused-error';
import { allKeys, keepKey, revokeKey } from '../store/api-keys';
import { type Home } from '../store/home';
import { askBotOrHome } from './home-of-operator';
import { textColumns } from './text-columns';

const ADD_REQUEST = 'keys-add';
const LIST_REQUEST = 'keys-list';
const REVOKE_REQUEST = 'keys-revoke';
const USAGE =
  `Write npm run keys -- add NAME --scope ${SCOPES.join(',')} --expires 90d (without --expires it has no end), ` +
  'npm run keys -- list, or npm run keys -- revoke K-1';

const MAX_NAME_CHARACTERS = 80;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Ten years. */
const MAX_DAYS = 3653;

const adding = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  name: z
    .string()
    .regex(/^[^\p{Cc}]+$/u)
    .max(MAX_NAME_CHARACTERS),
  scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
  /** How long from now; null for no end. */
  days: z.number().int().min(1).max(MAX_DAYS).nullable(),
});
type Adding = z.output<typeof adding>;

const listed = z.array(
  z.object({
    number: z.number(),
    name: z.string(),
    scopes: z.string(),
    created_at: z.number(),
    expires_at: z.number().nullable(),
    last_used_day: z.string().nullable(),
    revoked_at: z.number().nullable(),
  }),
);
type Listed = z.output<typeof listed>;

/** What the running bot does for it. `now` gives milliseconds since 1970. */
export const keysRequests = (home: Home, now: () => number): ControlRequests => ({
  [ADD_REQUEST]: (argument) => added(home, given(adding, argument), now()),
  [LIST_REQUEST]: () => listedFrom(home),
  [REVOKE_REQUEST]: (argument) => revokeKey(home.db, given(z.number().int(), argument), now()),
});

/** The words are `add NAME --scope … [--expires 90d]`, `list`, or `revoke ID`. Of `add` the key alone is given back. */
export async function keys(config: Config, words: readonly string[]): Promise<string> {
  const [verb, ...rest] = words;
  if (verb === 'add') return addKey(config, rest);
  if (verb === 'list' && rest.length === 0) return listKeys(config);
  if (verb === 'revoke' && rest.length === 1) return revoke(config, rest[0] ?? '');
  throw usage();
}

async function addKey(config: Config, words: readonly string[]): Promise<string> {
  const key = newApiKey();
  const argument = addingBy(words, hashOfKey(key));
  const request = { name: ADD_REQUEST, argument, reply: z.number() };
  const number = await askBotOrHome(config, request, (home) => added(home, argument, Date.now()));
  // Beside the key, so that a script can take standard output as it is.
  process.stderr.write(
    `${keyId(number)} is made: keep the key that follows, it is shown this once. npm run keys -- revoke ${keyId(number)} ends it.\n`,
  );
  return key;
}

async function listKeys(config: Config): Promise<string> {
  const request = { name: LIST_REQUEST, argument: null, reply: listed };
  const found = await askBotOrHome(config, request, listedFrom);
  return found.length === 0 ? `No key was made so far. ${USAGE}` : described(found, Date.now());
}

async function revoke(config: Config, id: string): Promise<string> {
  const number = keyNumber(id);
  if (number === null) throw usage();
  const request = { name: REVOKE_REQUEST, argument: number, reply: z.boolean() };
  if (await askBotOrHome(config, request, (home) => revokeKey(home.db, number, Date.now()))) {
    return `${id} is revoked: it opens nothing any more.`;
  }
  throw new RefusedError('no-key', `No key ${id} is there to revoke. See npm run keys -- list`);
}

const added = ({ db }: Home, { hash, name, scopes, days }: Adding, at: number): Promise<number> =>
  keepKey(db, { hash, name, scopes: [...new Set(scopes)], expiresAt: days === null ? null : at + days * DAY_MS }, at);

const listedFrom = async ({ db }: Home): Promise<Listed> => listed.parse(await allKeys(db));

function addingBy(words: readonly string[], hash: string): Adding {
  const { positionals, scope, expires } = optionsOf(words);
  const days = expires === undefined ? null : Number(/^(\d{1,4})d$/.exec(expires)?.[1] ?? 0);
  if (positionals.length !== 1) throw usage();
  return given(adding, { hash, name: positionals[0], scopes: scope?.split(','), days });
}

interface Options {
  readonly positionals: readonly string[];
  readonly scope?: string | undefined;
  readonly expires?: string | undefined;
}

function optionsOf(words: readonly string[]): Options {
  try {
    const options = { scope: { type: 'string' }, expires: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args: [...words], options, allowPositionals: true });
    return { positionals, ...values };
  } catch {
    throw usage(); // an option that is unknown
  }
}

function given<Value>(schema: z.ZodType<Value>, argument: unknown): Value {
  const { data, success } = schema.safeParse(argument);
  if (!success) throw usage();
  return data;
}

const usage = (): RefusedError => new RefusedError('keys-usage', USAGE);

function described(found: Listed, now: number): string {
  const rows = found.map((key) => [
    keyId(key.number),
    key.name,
    z.array(z.string()).parse(JSON.parse(key.scopes)).join(','),
    dayOf(key.created_at),
    key.expires_at === null ? '-' : dayOf(key.expires_at),
    key.last_used_day ?? '-',
    stateOf(key, now),
  ]);
  return textColumns([['key', 'name', 'scopes', 'made', 'ends', 'last used', 'state'], ...rows]).join('\n');
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

function stateOf({ revoked_at, expires_at }: Listed[number], now: number): string {
  if (revoked_at !== null) return 'revoked';
  return expires_at !== null && expires_at <= now ? 'expired' : 'valid';
}
