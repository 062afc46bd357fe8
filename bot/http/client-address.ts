/** Where a request comes from, to count by it. */
import { type IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/** A line of an IPv6 provider gives whole networks to one customer. */
const IPV6_PARTS = 4;
/** Longer than any address with a port. */
const MAX_CHARACTERS = 60;

/**
 * An IPv4 address, or the /64 of an IPv6 one. `proxies` of our own stand before us: what the outermost of them saw is taken, and nothing that a
 * stranger wrote before it. `unknown` where that is no address.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().flatMap((line) => line.split(','));
  const chain = [...forwarded, request.socket.remoteAddress ?? ''];
  return network(chain.at(-1 - proxies)?.trim() ?? '');
}

function network(text: string): string {
  if (text.length > MAX_CHARACTERS) return UNKNOWN;
  const bare = withoutPort(text);
  if (!ipaddr.isValid(bare)) return UNKNOWN;
  const address = ipaddr.process(bare);
  return address instanceof ipaddr.IPv6
    ? `${address.parts
        .slice(0, IPV6_PARTS)
        .map((part) => part.toString(16))
        .join(':')}::/64`
    : address.toString();
}

const UNKNOWN = 'unknown';

/** Application Gateway of Azure writes the port too. */
function withoutPort(text: string): string {
  const bracketed = /^\[([0-9a-fA-F:.]+)\](?::\d{1,5})?$/.exec(text)?.[1];
  return bracketed ?? /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/.exec(text)?.[1] ?? text;
}
