/** The addresses that a certutil verification tried: what for, whether they answered, and the code where they did not. */
import { type Line } from '../document';
import { certutilError } from '../grammars/certutil';
import { containing, spoken, whole } from '../grammars/languages/spoken';

export interface FetchedUrl {
  /** `aia`, `cdp`, `base-crl` (where the delta list is named) or `ocsp`. */
  readonly kind: string;
  readonly url: string;
  readonly ok: boolean;
  /** The code of a failed fetch, `0x80072ee7`. */
  readonly code: string | null;
  readonly line: Line;
}

export const MAX_FETCHED_URLS = 500;

const SECTION = /^\s*-{8,}\s{1,4}([^-].{0,60}?)\s{1,4}-{8,}$/;
/** `Verified "Base CRL (04)" Time: 0 7203…`, `Failed "CDP" Time: 0`: the state, what was fetched, seconds, hash. */
const STATE = /^ {2}(\S[^"]{0,40}) "[^"]{0,80}" \S{1,12}: ?\d+/;
/** `[0.0] http://…`, or, below an error, the address alone. */
const ADDRESS = /^ {4}(?:\[\d+\.\d+(?:\.\d+)*\] )?((?:https?|ldap|file):.+)$/i;
const GOOD = whole('urlGood');
const BAD = new RegExp(`^(?:${spoken('urlBad')})`, 'iu');
const BASE_LIST = containing('baseList');

/**
 * The addresses in the order of the text. "No URLs" lines are none. `unknown` is the first state whose word is in no known
 * language: whether its address answered is not told, and it is left out.
 */
export function fetchedUrls(lines: readonly Line[]): {
  readonly urls: readonly FetchedUrl[];
  readonly unknown: Line | null;
} {
  const urls: FetchedUrl[] = [];
  let unknown: Line | null = null;
  let kind: string | null = null;
  let state: { readonly ok: boolean | null; readonly line: Line } | null = null;
  let code: string | null = null;
  for (const line of lines) {
    const section = SECTION.exec(line.text)?.[1];
    const word = STATE.exec(line.text)?.[1];
    const url = ADDRESS.exec(line.text)?.[1];
    if (section !== undefined) [kind, state, code] = [kindOf(section), null, null];
    else if (/^\S/.test(line.text) || /^\s*-{8,}$/.test(line.text)) [kind, state] = [null, null];
    else if (word !== undefined) [state, code] = [{ ok: stateOf(word), line }, null];
    else if (url !== undefined && kind !== null && state !== null) {
      if (state.ok === null && code === null) unknown ??= state.line;
      else if (urls.length < MAX_FETCHED_URLS) {
        urls.push({ kind, url: url.trim(), ok: state.ok === true && code === null, code, line });
      }
    } else code = certutilError(line.text)?.code ?? code;
  }
  return { urls, unknown };
}

/** `Certificate AIA`, `Certificate CDP`, `Base CRL CDP`, `Certificate OCSP`: the short names are not translated. */
function kindOf(section: string): string | null {
  if (/\bOCSP\b/i.test(section)) return 'ocsp';
  if (/\bAIA\b/i.test(section)) return 'aia';
  if (!/\bCDP\b/i.test(section)) return null;
  return BASE_LIST.test(section) ? 'base-crl' : 'cdp';
}

function stateOf(word: string): boolean | null {
  if (GOOD.test(word.trim())) return true;
  return BAD.test(word.trim()) ? false : null;
}
