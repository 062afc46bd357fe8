/** IP addresses as Windows prints them, and the 6to4 arithmetic of the article. */
import ipaddr from 'ipaddr.js';

/**
 * The canonical text of an address (RFC 5952 for IPv6), its zone (`%12`) and Windows' `(Preferred)` left out; null where the text
 * is no address. `2002:836B:2:0::836b:2%3(Preferred)` gives `2002:836b:2::836b:2`.
 */
export function canonicalAddress(text: string): string | null {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const canonical = canonicalOf(text);
  if (text.length > MAX_REMEMBERED_CHARACTERS) return canonical;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(text, canonical);
  return canonical;
}

/** A listing names the same few peers again and again, and each is asked for several times. */
const remembered = new Map<string, string | null>();
const MAX_REMEMBERED = 2000;
const MAX_REMEMBERED_CHARACTERS = 100;

function canonicalOf(text: string): string | null {
  const bare = text.trim().replace(/\(.*$/, '').replace(/%.*$/, '').replace(/^\\\\/, '').trim();
  if (bare.includes(':')) return ipaddr.IPv6.isValid(bare) ? ipaddr.IPv6.parse(bare).toRFC5952String() : null;
  return ipaddr.IPv4.isValidFourPartDecimal(bare) ? ipaddr.IPv4.parse(bare).toString() : null;
}

/** Whether two texts are the same address, compared as 32- or 128-bit values. */
export function sameAddress(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const canonical = canonicalAddress(one);
  return canonical !== null && canonical === canonicalAddress(other);
}

/** Whether the text is an IPv6 address: no IPv4 peer can be a DirectAccess tunnel endpoint. */
export function isIpv6(text: string | null): boolean {
  return text !== null && (canonicalAddress(text)?.includes(':') ?? false);
}

/**
 * The 6to4 tunnel endpoint of a public IPv4 address, `2002:WWXX:YYZZ::WWXX:YYZZ` (the seed article): 131.107.0.2 gives
 * `2002:836b:2::836b:2`. Null where the text is no IPv4 address.
 */
export function sixToFourEndpoint(ipv4: string): string | null {
  if (!ipaddr.IPv4.isValidFourPartDecimal(ipv4.trim())) return null;
  const [w = 0, x = 0, y = 0, z = 0] = ipaddr.IPv4.parse(ipv4.trim()).octets;
  const high = (w * 256 + x).toString(16);
  const low = (y * 256 + z).toString(16);
  return canonicalAddress(`2002:${high}:${low}:0:0:0:${high}:${low}`);
}

/** Whether an address is one of 6to4, 2002::/16 (RFC 3056). */
export const isSixToFour = (address: string): boolean => canonicalAddress(address)?.startsWith('2002:') ?? false;

/** Blocks of IPv4 that the Internet does not route. Those for documentation stand for public addresses, in redacted outputs too. */
const INSIDE = ['private', 'carrierGradeNat', 'linkLocal', 'loopback', 'multicast', 'broadcast', 'unspecified'];

/** Whether an address is one of IPv4 that the Internet may route. */
export const isPublicIpv4 = (address: string): boolean =>
  ipaddr.IPv4.isValidFourPartDecimal(address) && !INSIDE.includes(ipaddr.IPv4.parse(address).range());

/** The next IPv4 address, 131.107.0.2 → 131.107.0.3; null for 255.255.255.255 or no address. */
export function nextIpv4(ipv4: string): string | null {
  if (!ipaddr.IPv4.isValidFourPartDecimal(ipv4.trim())) return null;
  const value = ipaddr.IPv4.parse(ipv4.trim()).octets.reduce((sum, octet) => sum * 256 + octet, 0) + 1;
  if (value > 0xffffffff) return null;
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}
