/**
 * Stand-ins of IP and hardware addresses that keep their form: private stays private, 6to4 stays 6to4 of the same IPv4 stand-in, Teredo and
 * ISATAP carry theirs, neighbours stay neighbours. The last octet of an IPv4 address, the last byte of an interface identifier and the
 * number of a subnet stay: alone they tell nobody, and without them neighbours, gateways and prefixes would not be what they were.
 */
import ipaddr from 'ipaddr.js';
import { createBlocks } from './ipv4-blocks';
import { type Register, type Registers } from './redaction-map';

export interface AddressStandIns {
  /** The stand-in of an IPv4 address in four parts; null where the text is none. Masks, loopback and multicast are given back. */
  readonly ipv4: (text: string) => string | null;
  /** The stand-in of an IPv6 address without zone or prefix length; null where the text is none. */
  readonly ipv6: (text: string) => string | null;
  /** The stand-in of twelve hexadecimal digits, lower case. */
  readonly hardware: (digits: string) => string;
  /** Takes note of an address of a text, so that `settle` can give neighbours to neighbours. */
  readonly note: (text: string) => void;
  /** Gives their stand-ins to all IPv4 blocks that were noted, in their order. */
  readonly settle: () => void;
}

export function createAddressStandIns({
  ipv4Blocks,
  ipv6Prefixes,
  interfaceIds,
  hardwareAddresses,
}: Registers): AddressStandIns {
  const blocks = createBlocks(ipv4Blocks);
  const hardware = (digits: string): string => hardwareStandIn(hardwareAddresses, digits);
  const embedded = (high: number, low: number): readonly [number, number] => {
    const value = blocks.standIn(high * 0x10000 + low);
    return [Math.floor(value / 0x10000), value % 0x10000];
  };
  const ipv6 = (text: string): string | null => {
    if (!ipaddr.IPv6.isValid(text)) return null;
    const groups = ipaddr.IPv6.parse(text).parts;
    const standIn = new ipaddr.IPv6([...standInGroups(groups, { ipv6Prefixes, interfaceIds, hardware, embedded })]);
    if (!text.includes('.')) return standIn.toRFC5952String();
    // A text that ends in four parts keeps doing so.
    const value = (standIn.parts[6] ?? 0) * 0x10000 + (standIn.parts[7] ?? 0);
    const head = new ipaddr.IPv6([...standIn.parts.slice(0, 6), 0xffff, 0xffff]).toRFC5952String();
    return head.replace(/ffff:ffff$|255\.255\.255\.255$/, textOf(value));
  };
  return {
    ipv4: (text) => {
      const value = valueOf(text);
      return value === null ? null : textOf(blocks.standIn(value));
    },
    ipv6,
    hardware,
    note: (text) => {
      for (const value of valuesIn(text)) blocks.note(value);
    },
    settle: blocks.settle,
  };
}

function valueOf(text: string): number | null {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text)) return null;
  return ipaddr.IPv4.parse(text).octets.reduce((sum, octet) => sum * 256 + octet, 0);
}

const textOf = (value: number): string => [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');

/** The IPv4 address of a text, or those that an IPv6 address carries. */
function valuesIn(text: string): readonly number[] {
  if (!text.includes(':')) return [valueOf(text)].filter((value) => value !== null);
  if (!ipaddr.IPv6.isValid(text)) return [];
  const parts = ipaddr.IPv6.parse(text).parts;
  const pair = (index: number): number => (parts[index] ?? 0) * 0x10000 + (parts[index + 1] ?? 0);
  if (parts[0] === 0x2002) return [pair(1)];
  if (parts[0] === 0x2001 && parts[1] === 0) return [pair(2), 0xffffffff - pair(6)];
  return isIsatap(parts) ? [pair(6)] : [];
}

/** ISATAP's interface identifiers, RFC 5214. */
const isIsatap = (parts: readonly number[]): boolean => (parts[4] === 0 || parts[4] === 0x200) && parts[5] === 0x5efe;

interface GroupStandIns {
  readonly ipv6Prefixes: Register;
  readonly interfaceIds: Register;
  readonly hardware: (digits: string) => string;
  readonly embedded: (high: number, low: number) => readonly [number, number];
}

/** Eight groups of sixteen bits. */
function standInGroups(groups: readonly number[], standIns: GroupStandIns): readonly number[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups;
  const tail = [e, f, g, h];
  if (isUntouched(groups)) return groups;
  if (a === 0x2002) return [a, ...standIns.embedded(b, c), d, ...interfaceStandIn(tail, standIns)];
  if (a === 0x2001 && b === 0) {
    const [high, low] = standIns.embedded(g ^ 0xffff, h ^ 0xffff);
    return [a, b, ...standIns.embedded(c, d), e, f, high ^ 0xffff, low ^ 0xffff];
  }
  // NAT64's own prefix, addresses that map or are compatible with IPv4: only what they carry is of somebody.
  if ((a === 0x64 && b === 0xff9b) || (a === 0 && b === 0)) return [a, b, c, d, e, f, ...standIns.embedded(g, h)];
  if ((a & 0xffc0) === 0xfe80) return [a, b, c, d, ...interfaceStandIn(tail, standIns)];
  const isLocal = (a & 0xfe00) === 0xfc00;
  const prefix = standIns.ipv6Prefixes.standIn(
    [a, b, c].map(hex).join(':'),
    (number) =>
      (isLocal ? ['fd00', hex(Math.floor(number / 0x10000) + 1), hex(number % 0x10000)] : globalPrefix(number)).join(
        ':',
      ),
    isLocal ? 'local' : 'global',
  );
  return [...prefix.split(':').map((group) => Number.parseInt(group, 16)), d, ...interfaceStandIn(tail, standIns)];
}

/** For documentation: 2001:db8::/32 (RFC 3849), then 3fff::/20 (RFC 9637). */
const globalPrefix = (number: number): readonly string[] =>
  number < 0x10000
    ? ['2001', '0db8', hex(number)]
    : ['3fff', hex(Math.floor(number / 0x10000) % 0x1000), hex(number % 0x10000)];

/** Unspecified and loopback, bare prefixes of whole kinds, multicast, and the site-local servers that Windows invents. */
const isUntouched = (groups: readonly number[]): boolean => {
  const [a = 0, b = 0, ...rest] = groups;
  const isBare = rest.every((group) => group === 0);
  if (a >= 0xff00 || (a & 0xffc0) === 0xfec0) return true;
  if (isBare && (b === 0 || (a === 0x64 && b === 0xff9b))) return true;
  return a === 0 && b === 0 && groups.slice(2, 7).every((group) => group === 0);
};

const hex = (group: number): string => group.toString(16).padStart(4, '0');

function interfaceStandIn(
  tail: readonly number[],
  { interfaceIds, hardware, embedded }: GroupStandIns,
): readonly number[] {
  const [e = 0, f = 0, g = 0, h = 0] = tail;
  if (e === 0 && f === 0 && g === 0) return tail;
  // The endpoint of the 6to4 formula, and addresses behind NAT64, end in an IPv4 address.
  if ((e === 0 && f === 0) || isIsatap([0, 0, 0, 0, e, f])) return [e, f, ...embedded(g, h)];
  if ((f & 0xff) === 0xff && g >>> 8 === 0xfe) {
    const digits = hardware(hex(e ^ 0x200) + hex(f).slice(0, 2) + hex(g).slice(2) + hex(h));
    const [one = 0, two = 0, three = 0] = groupsOf(digits);
    return [one ^ 0x200, (two & 0xff00) | 0xff, 0xfe00 | (two & 0xff), three];
  }
  const key = tail.map(hex).join('');
  const head = key.slice(0, -2);
  // Known stand-ins come back as themselves, so what was redacted once stays as it is.
  const standIn = interfaceIds.standIn(head, interfaceIdOf);
  return groupsOf(standIn + key.slice(-2));
}

/** Fourteen digits that no two numbers share, spread so that they look like a temporary identifier. */
const interfaceIdOf = (number: number): string =>
  (Math.imul(number, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0') +
  (Math.imul(number + 7, 0x85ebca6b) >>> 8).toString(16).padStart(6, '0');

const groupsOf = (digits: string): readonly number[] =>
  (digits.match(/.{4}/g) ?? []).map((group) => Number.parseInt(group, 16));

/** Of locally administered addresses; those of nobody, of everybody and of groups stay. */
function hardwareStandIn(register: Register, digits: string): string {
  const isGroup = (Number.parseInt(digits.slice(0, 2), 16) & 1) === 1;
  if (/^0+$/.test(digits) || isGroup) return digits;
  return register.standIn(digits, (number) => `0200db${(number % 0x1000000).toString(16).padStart(6, '0')}`);
}
