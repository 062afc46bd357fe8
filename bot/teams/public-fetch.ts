/**
 * Asks a host of the public internet, and only there: where the connection is made, after its name was resolved, so that neither a name that leads
 * into our own network nor one that leads elsewhere the second time it is asked for (DNS rebinding) brings us to a private address.
 */
import { lookup, type LookupAddress } from 'node:dns';
import { Agent, request as ask } from 'node:https';
import { type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { type ReadableStream } from 'node:stream/web';
import ipaddr from 'ipaddr.js';

/** What the SDK of the platform calls `lookup`, as far as we use it. */
export type Resolve = (
  host: string,
  options: { readonly all: true },
  /** Where it fails the platform gives no addresses at all. */
  found: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[] | undefined) => void,
) => void;

export interface PublicRequest {
  readonly method: 'GET' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  readonly signal: AbortSignal;
}

/** Never redirected, and never unpacked: a host is told that we take no encoding. */
export type PublicFetch = (url: URL, request: PublicRequest) => Promise<Response>;

/** The name of a host leads to an address that is not of the public internet. */
export class PrivateAddress extends Error {
  readonly code = 'private-address';
}

/** The prefix of NAT64, behind which an IPv4 address stands (RFC 6052); a network without IPv4 reaches every older host by it. */
const NAT64 = 'rfc6052';
const IPV4_BYTES = 4;

/** Whether a packet to it leaves for the public internet: nothing private, shared, local to the link or the machine, or reserved. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() === NAT64) return isUnicast(ipaddr.fromByteArray(address.toByteArray().slice(-IPV4_BYTES)));
  return isUnicast(address);
}

const isUnicast = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean => address.range() === 'unicast';

/** One private address among several is enough to refuse the host. */
export const publicLookup =
  (resolve: Resolve): LookupFunction =>
  (host, options, found) => {
    resolve(host, { ...options, all: true }, (error, addresses = []) => {
      const [first] = addresses;
      if (error !== null || first === undefined) found(error ?? new Error('The host has no address.'), '');
      else if (!addresses.every(({ address }) => isPublicAddress(address))) {
        found(new PrivateAddress('The host has a private address.'), '');
      } else if (options.all === true) found(null, addresses);
      else found(null, first.address, first.family);
    });
  };

/** Rejects with a PrivateAddress, and otherwise as the connection does. */
export function createPublicFetch(resolve: Resolve = lookup): PublicFetch {
  const agent = new Agent({ keepAlive: true, lookup: publicLookup(resolve) });
  return (url, { method, headers = {}, body, signal }) =>
    new Promise((settle, reject) => {
      const sent = ask(url, { agent, method, headers, signal }, (answer) => {
        try {
          settle(responseOf(answer, answer.statusCode ?? 0));
        } catch (error) {
          answer.destroy();
          reject(error instanceof Error ? error : new Error('The answer is none.'));
        }
      });
      sent.once('error', reject);
      sent.end(body);
    });
}

/** A Response of these statuses has no body. */
const BODILESS = new Set([204, 205, 304]);

function responseOf(answer: Readable & { readonly rawHeaders: readonly string[] }, status: number): Response {
  const headers = new Headers();
  for (let at = 0; at < answer.rawHeaders.length; at += 2) {
    headers.append(answer.rawHeaders[at] ?? '', answer.rawHeaders[at + 1] ?? '');
  }
  if (BODILESS.has(status)) {
    answer.resume();
    return new Response(null, { status, headers });
  }
  // The types of the platform and of the web name the same stream.
  return new Response(Readable.toWeb(answer) as ReadableStream<Uint8Array> as BodyInit, { status, headers });
}
