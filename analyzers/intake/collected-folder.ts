/** Whose outputs a folder of a collecting script holds: one of its files names the computer, the others are told by their folder. */
import { type Document, type LineText } from '../document';
import { type Manifest, originInName } from './origin';

/** What gatherNetworkInfo.vbs always writes; `osinfo.txt` holds the output of `systeminfo`. */
const GATHERED = new Set(['dns.txt', 'envinfo.txt', 'netiostate.txt', 'osinfo.txt', 'windowsfirewallconfig.txt']);
const MIN_GATHERED = 3;
/** The computer's name stands near the top of `systeminfo`; the script prints a list of files above it. */
const MAX_LINES_SEARCHED = 400;
const VALUE = /^\S[^:]{1,80}:\s{1,60}(\S.{0,200})$/;
const PRODUCT = /\bWindows ?(?:Server|\d)/i;

/**
 * The folders among some documents that one computer filled: those of gatherNetworkInfo.vbs, and those of TSS and SDP, whose files begin
 * with the computer's name (`PC1_DirectAccessClient_netsh_dnsclient-show-state.TXT`). The name is that of `systeminfo` in them.
 */
export function collectedFolders(documents: readonly Document[]): readonly Manifest[] {
  const names = documents.map(({ name }) => name);
  return documents.flatMap((document) => {
    const computer = computerIn(document.lines);
    if (computer === null) return [];
    const folder = document.name.slice(0, document.name.length - fileOf(document.name).length);
    const own = names.filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length).toLowerCase());
    const isGathered = folder !== '' && own.filter((name) => GATHERED.has(name)).length >= MIN_GATHERED;
    const prefix = isGathered ? folder : `${folder}${fileOf(document.name).slice(0, computer.length)}_`;
    const isPrefixed = fileOf(document.name).toLowerCase().startsWith(`${computer.toLowerCase()}_`);
    if (!isGathered && !isPrefixed) return [];
    return [{ folder: prefix, origin: originInName(computer) ?? ('unknown' as const), computer }];
  });
}

const fileOf = (name: string): string => /[^\\/]*$/.exec(name)?.[0] ?? name;

/** The computer's name: the value right above the product's, whatever the language of their labels. */
function computerIn(lines: readonly LineText[]): string | null {
  const searched = lines.slice(0, MAX_LINES_SEARCHED).filter(({ text }) => text.trim() !== '');
  for (const [index, { text }] of searched.entries()) {
    const above = VALUE.exec(searched[index - 1]?.text ?? '')?.[1] ?? '';
    if (PRODUCT.test(VALUE.exec(text)?.[1] ?? '') && /^[\w-]{1,63}$/.test(above.trim())) return above.trim();
  }
  return null;
}
