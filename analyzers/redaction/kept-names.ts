/** Names that are the same everywhere and tell nothing of anybody: they stay. */
import { isWindowsWord } from './windows-words';

/** Top-level domains of organisations and of private networks; those of two letters are countries. File extensions are none. */
const TOP_LEVELS = new Set(
  `com net org edu gov mil int info biz name pro local lan internal intranet intra intern corp corporate private priv home example test
  invalid localdomain cloud app dev online tech site group company global ads domain firma office arpa onmicrosoft`.split(
    /\s+/,
  ),
);
const EXTENSIONS = new Set(['cs', 'md', 'pl', 'ps', 'py', 'rs', 'sh', 'so', 'is', 'id', 'js', 'ts', 'vb']);

export const isTopLevel = (label: string): boolean =>
  TOP_LEVELS.has(label) || (/^[a-z]{2}$/.test(label) && !EXTENSIONS.has(label));

/** Makers of Windows and public certification authorities. */
const PUBLIC_DOMAINS =
  /(?:^|\.)(?:microsoft|windows|windowsupdate|msftncsi|msftconnecttest|digicert|verisign|symantec|symcb|symcd|thawte|geotrust|globalsign|entrust|sectigo|usertrust|comodoca|godaddy|identrust|lencr|amazontrust|w3|xmlsoap|oasis-open|ietf|in-addr)\.(?:com|net|org|arpa)$/;

/** Whether a dotted name in lower case is of the public. */
export const isPublicName = (name: string): boolean => PUBLIC_DOMAINS.test(name);

const PUBLIC_AUTHORITIES =
  /microsoft|digicert|verisign|symantec|thawte|geotrust|globalsign|entrust|sectigo|usertrust|comodo|baltimore|godaddy|let's encrypt|isrg/i;

/** Whether the value of a distinguished name is of the public. */
export const isPublicAuthority = (value: string): boolean => PUBLIC_AUTHORITIES.test(value);

/** Labels that Windows and DirectAccess look for by themselves. */
const WELL_KNOWN_LABELS = new Set(
  `www isatap wpad localhost directaccess-webprobehost directaccess-corpconnectivityhost directaccess-nls domaindnszones
  forestdnszones`.split(/\s+/),
);

export const isWellKnownLabel = (label: string): boolean => label.startsWith('_') || WELL_KNOWN_LABELS.has(label);

/** What stands before a backslash without being a domain: authorities in several languages, keys of the registry, name spaces. */
const NO_DOMAINS = new Set(
  `builtin vordefiniert authority instans autoridade autorité nt-autorität nt-autoritaet nt service window manager host machine apppool
  label beschriftung hklm hkcu hku hkcr hkey_local_machine hkey_current_user hkey_users software system root windows microsoft policies
  services device global device tcpip cert currentversion`.split(/\s+/),
);

/** Whether `WORD\…` is no account of a domain. */
export const isNoDomain = (word: string): boolean => NO_DOMAINS.has(word.toLowerCase());

/** A single word that may be learnt: no word of Windows, no number, long enough to be told apart from one. */
export const isTelling = (word: string): boolean =>
  word.length >= 3 && !/^[\d.,:_-]+$/.test(word) && !isWindowsWord(word) && !isWellKnownLabel(word.toLowerCase());

/** Several words, of which at least one is telling. */
export const isTellingPhrase = (phrase: string): boolean =>
  phrase.split(/[^\p{L}\p{N}_.$-]+/u).some((word) => isTelling(word) && !/^(?:ca|\d+)$/i.test(word));
