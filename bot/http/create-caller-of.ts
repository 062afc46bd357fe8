/** Finds out who calls the API, by the `Authorization` header: an API key, or a token of Microsoft Entra ID where that is set up. */
import { type Home } from '../store/home';
import { KEY_PREFIX } from './api-key';
import { type Caller, type CallerOf } from './caller';
import { createTokenCallers, type EntraApi, PUBLIC_AUTHORITY } from './entra-tokens';
import { createKeyCallers } from './key-callers';
import { NotAuthenticated, type Refusal } from './refusal';

export interface CallerParts {
  readonly home: Home;
  /** null where only API keys are taken. */
  readonly entra: EntraApi | null;
  /** Where tokens come from; a test has one of its own. */
  readonly authority?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** `Bearer` in any case (RFC 9110, 11.1), and a token68 (11.2). Node bounds the header at 16 KB. */
const BEARER = /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i;

/**
 * Its RefusedError is a NotAuthenticated. Rejects with a ServiceError `signing-keys-unreachable` too, where a token cannot be checked now, and as
 * the store does.
 */
export function createCallerOf({ home, entra, authority = PUBLIC_AUTHORITY, now }: CallerParts): CallerOf {
  const ofKey = createKeyCallers(home, now);
  const ofToken = entra === null ? null : createTokenCallers(entra, authority, now);
  const read = (authorization: string | undefined): Promise<Caller | Refusal> => {
    if (authorization === undefined) return Promise.resolve({ refused: 'no-credential' });
    const credential = BEARER.exec(authorization)?.[1];
    if (credential === undefined) return Promise.resolve({ refused: 'not-bearer' });
    if (credential.startsWith(KEY_PREFIX)) return ofKey(credential);
    return ofToken === null ? Promise.resolve({ refused: 'credential-unknown' }) : ofToken(credential);
  };
  return async (authorization) => {
    const found = await read(authorization);
    if ('key' in found) return found;
    throw new NotAuthenticated(found.refused);
  };
}
