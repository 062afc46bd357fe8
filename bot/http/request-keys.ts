/** Requests with an Idempotency-Key: the first does the work, the others get its answer. */
import { createHash, randomUUID } from 'node:crypto';

import { type Log } from '../log';
import { RefusedError } from '../refused-error';
import { ServiceError } from '../service-error';
import { type Home } from '../store/home';
import {
  giveKeyBack,
  keepAnswer,
  type KeyHolder,
  renewKey,
  RUNNING_LEASE_MS,
  takeKey,
} from '../store/idempotency-keys';
import { type StoreTransaction } from '../store/store-transaction';

/** Three renewals may fail before another request may take the key over. */
const RENEW_EVERY_MS = RUNNING_LEASE_MS / 4;

/** What is answered again: headers and body as they were. */
export interface RepeatableAnswer<Body> {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

/** One request, with a key or without. */
export interface KeyedRequest {
  /** What was answered to the same request before; null where this one is to do the work. Throws `key-of-another-request`. */
  readonly earlier: <Body>(fingerprint: string) => RepeatableAnswer<Body> | null;
  /** In the transaction of the effect. Rejects where another request has the key by now, and then nothing must be kept. */
  readonly keep: (
    tx: StoreTransaction,
    fingerprint: string,
    answer: RepeatableAnswer<unknown>,
    caseNumber: number,
  ) => Promise<void>;
  /** When the request is over, whatever came of it. Never rejects. */
  readonly end: () => Promise<void>;
}

export interface RequestKeysParts {
  readonly home: Home;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Rejects with `key-in-use` while another request with the key runs. */
export type BeginRequest = (caller: string, key: string | undefined) => Promise<KeyedRequest>;

export function createRequestKeys({ home, log, now }: RequestKeysParts): BeginRequest {
  return async (caller, key) => {
    if (key === undefined) return WITHOUT_KEY;
    const holder: KeyHolder = { caller, key, owner: randomUUID() };
    const kept = await home.inHaste((db) => takeKey(db, holder, now()));
    if (kept !== null) return { ...WITHOUT_KEY, earlier: (fingerprint) => answeredBefore(kept, fingerprint) };
    const renewal = setInterval(() => {
      renewKey(home.db, holder, now()).catch((error: unknown) => log.warn('key-not-renewed', {}, error));
    }, RENEW_EVERY_MS);
    return {
      earlier: () => null,
      keep: async (tx, fingerprint, answer, caseNumber) => {
        const kept_ = { fingerprint, answer: JSON.stringify(answer) };
        if (await keepAnswer(tx, holder, kept_, caseNumber)) return;
        throw new ServiceError('key-lost', 'Another request has taken the key over.');
      },
      end: async () => {
        clearInterval(renewal);
        await giveKeyBack(home.db, holder).catch((error: unknown) => log.warn('key-not-given-back', {}, error));
      },
    };
  };
}

const WITHOUT_KEY: KeyedRequest = {
  earlier: () => null,
  keep: () => Promise.resolve(),
  end: () => Promise.resolve(),
};

function answeredBefore<Body>(kept: { readonly fingerprint: string; readonly answer: string }, fingerprint: string) {
  if (kept.fingerprint !== fingerprint) {
    throw new RefusedError(
      'key-of-another-request',
      'This Idempotency-Key was used for another request: give each request a key of its own.',
    );
  }
  // Only `keep` writes it, for a request of the same fingerprint.
  return JSON.parse(kept.answer) as RepeatableAnswer<Body>;
}

/** Tells a request from any other: what it asks for, and with what. */
export const fingerprintOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
