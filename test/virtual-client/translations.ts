/** English outputs of netsh with the labels of another Windows: what netsh translates is put in other words, what it does not stays. */

export type ListingLanguage = 'de' | 'fr' | 'es' | 'ja' | 'none';

/**
 * Labels, titles and words by language. `Regelname`, `Aktiviert`, the German profiles and `Ja` were seen in published listings of firewall
 * rules, the other words are as one would translate them; `none` is a language that nobody knows.
 */
const WORDS: Readonly<Record<ListingLanguage, readonly (readonly [RegExp, string])[]>> = {
  de: [
    [/^Rule Name: {5}/gm, 'Regelname:     '],
    [/^Enabled: {9}/gm, 'Aktiviert:       '],
    [/\bYes$/gm, 'Ja'],
    [/\bNo$/gm, 'Nein'],
    [/Private,Public$/gm, 'Privat,Öffentlich'],
    [/^Connection Security Rules:/gm, 'Verbindungssicherheitsregeln:'],
    [/^Global Settings:/gm, 'Globale Einstellungen:'],
    [/^(Main|Quick) Mode SA at/gm, 'Sicherheitszuordnung, Modus $1, am'],
    [/^Local IP Address: {5}/gm, 'Lokale IP-Adresse:    '],
    [/^Remote IP Address: {4}/gm, 'Remote-IP-Adresse:    '],
    [/^Public Profile:/gm, 'Öffentliches Profil:'],
    [/^Private Profile:/gm, 'Privates Profil:'],
    [
      /No SAs match the specified criteria\./g,
      'Keine Sicherheitszuordnungen stimmen mit den angegebenen Kriterien überein.',
    ],
    [/No rules match the specified criteria\./g, 'Keine Regeln stimmen mit den angegebenen Kriterien überein.'],
  ],
  fr: [
    [/^Rule Name: {8}/gm, 'Nom de la règle : '],
    [/^Enabled:/gm, 'Activé :'],
    [/\bYes$/gm, 'Oui'],
    [/\bNo$/gm, 'Non'],
    [/Private,Public$/gm, 'Privé,Public'],
    [/^Connection Security Rules:/gm, 'Règles de sécurité de connexion :'],
    [/^Global Settings:/gm, 'Paramètres globaux :'],
    [/^Local IP Address: {5}/gm, 'Adresse IP locale :   '],
    [/^Remote IP Address: {4}/gm, 'Adresse IP distante : '],
  ],
  es: [
    [/^Rule Name: {9}/gm, 'Nombre de regla:   '],
    [/^Enabled: {4}/gm, 'Habilitada: '],
    [/\bYes$/gm, 'Sí'],
    [/^Ok\.$/gm, 'Aceptar'],
    [/^Local IP Address: {5}/gm, 'Dirección IP local:   '],
    [/^Remote IP Address: {4}/gm, 'Dirección IP remota:  '],
  ],
  ja: [
    [/^Local IP Address:/gm, 'ローカル IP アドレス:'],
    [/^Remote IP Address:/gm, 'リモート IP アドレス:'],
    [/No rules match the specified criteria\./g, '指定された条件に一致する規則はありません。'],
  ],
  none: [
    [/^(Main|Quick) Mode SA at/gm, 'Xelor $1 qu'],
    [/^Local IP Address:/gm, 'Vurni lok:'],
    [/^Remote IP Address:/gm, 'Vurni dist:'],
    [/^Ok\.$/gm, 'Zud!'],
    [/No SAs match the specified criteria\./g, 'Ni xelor qurta vun denna.'],
    [/No rules match the specified criteria\./g, 'Ni pravok qurta vun denna.'],
  ],
};

/** The text as a Windows in that language would print it, without the dashes below titles where `withoutDashes`. */
export function translated(text: string, language: ListingLanguage, withoutDashes = false): string {
  const said = WORDS[language].reduce((before, [pattern, words]) => before.replace(pattern, words), text);
  return withoutDashes ? said.replace(/^-{20,}\r?\n/gm, '') : said;
}
