/** The titles of adapters in `ipconfig`: what kind of adapter, and its name behind it, in the languages of Windows. */
import { spoken } from './languages/spoken';

export type AdapterKind =
  'ethernet' | 'wireless' | 'tunnel' | 'teredo' | '6to4' | 'iphttps' | 'isatap' | 'ppp' | 'unknown';

/** What stands before the name. */
const PREFIXES: readonly (readonly [AdapterKind, RegExp])[] = (
  [
    ['wireless', 'wirelessAdapter'],
    ['tunnel', 'tunnelAdapter'],
    ['ppp', 'pppAdapter'],
    ['ethernet', 'ethernetAdapter'],
    ['unknown', 'unknownAdapter'],
  ] as const
).map(([kind, notion]) => [kind, new RegExp(`^(?:${spoken(notion)}) `, 'iu')]);

/** Names and descriptions of the transition adapters are not translated. */
const DRIVERS: readonly (readonly [AdapterKind, RegExp])[] = [
  ['teredo', /teredo/i],
  ['6to4', /6to4/i],
  ['iphttps', /ip-?https/i],
  ['isatap', /isatap/i],
];

/** `Tunnel adapter iphttpsinterface` gives `iphttps` and `iphttpsinterface`; a title in an unknown language is all name. */
export function adapterTitle(
  title: string,
  description: string | null,
): { readonly kind: AdapterKind; readonly name: string } {
  const prefix = PREFIXES.find(([, pattern]) => pattern.test(title));
  const name = prefix === undefined ? title : title.replace(prefix[1], '');
  const driver = DRIVERS.find(([, pattern]) => pattern.test(`${title} ${description ?? ''}`));
  return { kind: driver?.[0] ?? prefix?.[0] ?? 'unknown', name };
}
