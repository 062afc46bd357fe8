/**
 * Callers with a token of Microsoft Entra ID: an application that was given a role of this API, acting as itself.
 *
 * Tokens of version 2.0 only, whose issuer is `https://login.microsoftonline.com/TENANT/v2.0` and whose audience is the id of the API's
 * registration (Microsoft, "Access token claims reference", `iss`, `aud`, `ver`; "Secure applications and APIs by validating claims"). The
 * registration asks for them by `requestedAccessTokenVersion: 2`. Those of version 1.0 (`https://sts.windows.net/TENANT/`) are refused:
 * they name audience and client in other ways, and one way is easier to check than two.
 *
 * Tokens of people are refused too. An ID token has roles and this audience as well, when somebody signs in at the same registration; it
 * has neither `azp`, the client that got the token, nor a `sub` that is the `oid`, which a token of an application has.
 */
import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

import { ServiceError } from '../service-error';
import { type Scope } from './caller';
import { type CredentialReader } from './key-callers';
import { type Refusal } from './refusal';

/** Of the public cloud; the bot's own registration is there too. */
export const PUBLIC_AUTHORITY = 'https://login.microsoftonline.com';

export interface EntraApi {
  /** The application (client) id of the API's registration. */
  readonly audience: string;
  /** The tenant whose applications may call. */
  readonly tenant: string;
}

/** What each app role of the registration allows. */
const ROLE_SCOPES: Readonly<Record<string, readonly Scope[]>> = {
  'Cases.Read': ['cases.read'],
  'Cases.ReadWrite': ['cases.read', 'cases.write'],
};

/** How far two clocks may be apart, in seconds. */
const CLOCK_TOLERANCE_S = 60;
/** A withdrawn key is trusted for at most so long. */
const KEYS_KEPT_MS = 60 * 60 * 1000;
/** A token with a key that is not known makes us ask again, but not more often than this. */
const KEYS_COOLDOWN_MS = 30_000;
const KEYS_TIME_LIMIT_MS = 5000;
/** After the keys could not be had they are asked for again after so long; until then nobody waits. */
const KEYS_FAILED_MS = 5000;

const claims = z.object({
  tid: z.string(),
  oid: z.string().min(1).max(100),
  sub: z.string(),
  azp: z.string(),
  ver: z.literal('2.0'),
  idtyp: z.string().optional(),
  scp: z.unknown().optional(),
  roles: z.array(z.string()).optional(),
});

/** `authority` has no slash at its end. Rejects with a ServiceError where the published keys cannot be had. `now`: milliseconds since 1970. */
export function createTokenCallers(
  { audience, tenant }: EntraApi,
  authority: string,
  now: () => number,
): CredentialReader {
  const keyOf = publishedKeys(new URL(`${authority}/${tenant}/discovery/v2.0/keys`), now);
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keyOf, {
        algorithms: ['RS256'],
        issuer: `${authority}/${tenant}/v2.0`,
        audience,
        clockTolerance: CLOCK_TOLERANCE_S,
        currentDate: new Date(now()),
        requiredClaims: ['exp', 'nbf'],
      });
      return callerOfClaims(payload, tenant);
    } catch (error) {
      if (error instanceof ServiceError) throw error;
      return { refused: reasonOf(error) };
    }
  };
}

function callerOfClaims(payload: JWTPayload, tenant: string): Awaited<ReturnType<CredentialReader>> {
  const said = claims.safeParse(payload).data;
  if (said === undefined) return { refused: 'token-claims' };
  if (said.tid !== tenant) return { refused: 'token-tenant' };
  if (said.scp !== undefined || said.sub !== said.oid || (said.idtyp ?? 'app') !== 'app') {
    return { refused: 'token-of-person' };
  }
  const roles = (said.roles ?? []).filter((role) => Object.hasOwn(ROLE_SCOPES, role));
  if (roles.length === 0) return { refused: 'token-without-role' };
  return {
    key: `app/${said.tid}/${said.oid}`,
    name: said.azp,
    scopes: new Set(roles.flatMap((role) => ROLE_SCOPES[role] ?? [])),
  };
}

/** The keys that Entra publishes, kept for a while, asked for by one at a time and not again at once where that failed. */
function publishedKeys(address: URL, now: () => number): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(address, {
    timeoutDuration: KEYS_TIME_LIMIT_MS,
    cooldownDuration: KEYS_COOLDOWN_MS,
    cacheMaxAge: KEYS_KEPT_MS,
  });
  let failedAt: number | null = null;
  return async (header, token) => {
    // One key alone would fit a token that names none.
    if (header.kid === undefined) throw new errors.JWKSNoMatchingKey();
    if (failedAt !== null && Math.abs(now() - failedAt) < KEYS_FAILED_MS) {
      const known = keys.fresh ? keys.jwks() : undefined;
      if (known === undefined) throw keysUnreachable();
      // A token with a made-up key must not keep those out whose keys we have.
      return createLocalJWKSet(known)(header, token);
    }
    try {
      const key = await keys(header, token);
      failedAt = null;
      return key;
    } catch (error) {
      if (isOfToken(error)) throw error;
      failedAt = now();
      throw keysUnreachable(error);
    }
  };
}

const isOfToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

const keysUnreachable = (cause?: unknown): ServiceError =>
  new ServiceError(
    'signing-keys-unreachable',
    'The token cannot be checked now, because the keys of Microsoft Entra ID cannot be had. Try again in a minute, or use an API key.',
    cause,
  );

function reasonOf(error: unknown): Refusal['refused'] {
  if (error instanceof errors.JWTExpired) return 'token-expired';
  if (error instanceof errors.JWTClaimValidationFailed) return CLAIM_REASONS[error.claim] ?? 'token-claims';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'token-algorithm';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'token-signature';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) return 'token-key';
  if (error instanceof errors.JOSEError) return 'token-malformed';
  throw error;
}

const CLAIM_REASONS: Readonly<Record<string, Refusal['refused']>> = {
  iss: 'token-issuer',
  aud: 'token-audience',
  nbf: 'token-not-yet',
};
