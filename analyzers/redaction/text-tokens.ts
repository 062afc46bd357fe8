/** What a text is taken apart into when it is redacted: everything that may have a stand-in, the longest form of each first. */
import ipaddr from 'ipaddr.js';

const IPV4 = String.raw`\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d)`;
const IPV6 = String.raw`(?:[0-9a-f]{1,4}:|:){2,8}(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4})(?![\p{L}\p{N}_]|:[0-9a-f:])`;

/** Addresses of both kinds. */
export const ADDRESS = new RegExp(String.raw`(?<![\p{L}\p{N}_.])(?:${IPV6}|${IPV4})`, 'giu');

/** The address in what looks like one: a colon behind it is of the sentence, a letter before it of a drive or a label. */
export function addressIn(token: string): {
  readonly before: string;
  readonly address: string;
  readonly after: string;
} {
  const after = /[^:]:$/.test(token) ? ':' : '';
  const whole = token.slice(0, token.length - after.length);
  const before = (/^[a-f]:(?!:)/i.exec(whole)?.[0] ?? '') && !ipaddr.IPv6.isValid(whole) ? whole.slice(0, 2) : '';
  return { before, address: whole.slice(before.length), after };
}

/** A run of letters, digits, dots, hyphens and underscores that begins and ends with a letter or a digit. */
const RUN_PATTERN = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,1000}[\p{L}\p{N}_])?`;
export const RUN = new RegExp(RUN_PATTERN, 'gu');

/** The tokens by name, in the order in which they are tried at a place. */
export const TOKENS = new RegExp(
  [
    String.raw`(?<sid>(?<![\p{L}\p{N}-])S-1-\d{1,3}(?:-\d{1,10}){1,14}(?![\d-]))`,
    String.raw`(?<guid>(?<![0-9a-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z]))`,
    String.raw`(?<pairs>(?<![0-9a-z:-])(?:[0-9a-f]{2}(?: [0-9a-f]{2}){4,63}|[0-9a-f]{2}(?:-[0-9a-f]{2}){5,31}|[0-9a-f]{2}(?::[0-9a-f]{2}){5}(?:(?::[0-9a-f]{2}){10,26})?)(?![0-9a-z]|[:-][0-9a-f]))`,
    String.raw`(?<ipv6>(?<![\p{L}\p{N}_.])${IPV6})`,
    String.raw`(?<ipv4>(?<![\p{L}\p{N}_.])${IPV4})`,
    String.raw`(?<escape>%[0-9a-f]{2})`,
    `(?<run>${RUN_PATTERN})`,
  ].join('|'),
  'giu',
);
