/** What an API key is: a prefix by which scanners for secrets know it, and 32 random bytes. Whoever is given one must keep it: only its hash is stored. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export const KEY_PREFIX = 'tt_';
const KEY_BYTES = 32;
/** 32 bytes in base64url. */
const KEY = /^tt_[A-Za-z0-9_-]{43}$/;

export const newApiKey = (): string => `${KEY_PREFIX}${randomBytes(KEY_BYTES).toString('base64url')}`;

export const isApiKey = (text: string): boolean => KEY.test(text);

/**
 * Hexadecimal SHA-256. Nothing slower is needed, and no salt: 256 random bits cannot be guessed from their hash (a password could).
 */
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/**
 * In constant time. That the store finds the row by its hash tells at most something of the hash, from which nobody gets to a key.
 */
export const isSameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** What an operator calls a key by, such as `K-3`. */
export const keyId = (number: number): string => `K-${number}`;

/** The number of an id such as `K-3`; null for anything else. */
export function keyNumber(id: string): number | null {
  const digits = /^K-(\d{1,15})$/.exec(id)?.[1];
  return digits === undefined ? null : Number(digits);
}
