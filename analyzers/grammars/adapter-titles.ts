/** The titles of adapters in `ipconfig`: what kind of adapter, and its name behind it, in the languages of Windows. */

export type AdapterKind =
  'ethernet' | 'wireless' | 'tunnel' | 'teredo' | '6to4' | 'iphttps' | 'isatap' | 'ppp' | 'unknown';

/** What stands before the name, longest first within a language. */
const PREFIXES: readonly (readonly [AdapterKind, RegExp])[] = [
  [
    'wireless',
    /^(?:Wireless LAN adapter|Drahtlos-LAN-Adapter|Drahtlosadapter|Carte réseau sans fil|Adaptador de LAN inalámbrica|Adaptador de Rede sem Fio|Scheda LAN wireless|Draadloos LAN-adapter|Wireless LAN adapter) /i,
  ],
  ['tunnel', /^(?:Tunnel adapter|Tunneladapter|Carte Tunnel|Adaptador de t.{1,2}nel|Scheda Tunnel|Tunnel-adapter) /i],
  ['ppp', /^(?:PPP adapter|PPP-Adapter|Carte PPP|Adaptador PPP|Adaptador de PPP|Scheda PPP) /i],
  [
    'ethernet',
    /^(?:Ethernet adapter|Ethernet-Adapter|Carte Ethernet|Adaptador de Ethernet|Adaptador Ethernet|Scheda Ethernet) /i,
  ],
  [
    'unknown',
    /^(?:Unknown adapter|Unbekannter Adapter|Carte inconnue|Adaptador desconocido|Adaptador Desconhecido|Scheda sconosciuta|Onbekende adapter) /i,
  ],
  ['wireless', /^Wireless LAN アダプター |^ワイヤレス LAN アダプター /],
  ['tunnel', /^トンネル アダプター |^隧道适配器 /],
  ['ethernet', /^イーサネット アダプター |^以太网适配器 /],
];

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
