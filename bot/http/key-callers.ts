/** Callers with an API key. */
import { z } from 'zod';

import { keyOfHash, noteKeyUse, type StoredKey } from '../store/api-keys';
import { type Home } from '../store/home';
import { hashOfKey, isApiKey, isSameHash, keyId } from './api-key';
import { type Caller, SCOPES } from './caller';
import { type Refusal } from './refusal';

/** What an older or newer release wrote and this one does not know gives no right. */
const storedScopes = z.array(z.string()).catch([]);

/** A caller, or the code of why there is none. `now` gives milliseconds since 1970. */
export type CredentialReader = (credential: string) => Promise<Caller | Refusal>;

/** Notes the day of the last use, once a day. Rejects as the store does. */
export function createKeyCallers(home: Home, now: () => number): CredentialReader {
  return async (credential) => {
    if (!isApiKey(credential)) return { refused: 'key-malformed' };
    const hash = hashOfKey(credential);
    const key = await keyOfHash(home.db, hash);
    if (key === null || !isSameHash(key.hash, hash)) return { refused: 'key-unknown' };
    const at = now();
    if (key.revoked_at !== null) return { refused: 'key-revoked' };
    if (key.expires_at !== null && key.expires_at <= at) return { refused: 'key-expired' };
    const day = new Date(at).toISOString().slice(0, 10);
    // Days are enough to find a key that nobody uses, and an answer waits for no disk because of it.
    if (key.last_used_day !== day) await home.inHaste((db) => noteKeyUse(db, key.number, day));
    return callerOfKey(key);
  };
}

function callerOfKey({ number, name, scopes }: StoredKey): Caller {
  const stored = new Set(storedScopes.parse(jsonOf(scopes)));
  return { key: `key/${keyId(number)}`, name, scopes: new Set(SCOPES.filter((scope) => stored.has(scope))) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
