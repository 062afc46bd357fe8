/** German: listings of rules and `systeminfo` were seen, the other sentences are from memory. */
import { type Language } from './language';

export const german: Language = {
  code: 'de',
  dates: 'day-first',
  telling: [
    'und|der|die|nicht|wurde|für|Regel|Regelname|Adresse|Ja|Nein|Fehler|Befehl|Richtlinie|Gruppen|Zertifikat',
    'Betriebssystem\\w*|Beschreibung|Aktiviert|Beliebig|Profile|Typ|Zustand|Hauptmodus|Schnellmodus',
  ],
  seen: {
    criteria: ['kriteri'],
    rules: ['\\bregeln?\\b'],
    yes: ['ja'],
    ruleName: ['regelname'],
    domain: ['domän'],
    private: ['privat'],
    public: ['öffentlich'],
    domainLabel: ['dom.{0,2}ne'],
    ethernetAdapter: ['Ethernet-Adapter'],
  },
  remembered: {
    associations: ['zuordnung'],
    elevation: ['erhöht', 'höhere'],
    denied: ['zugriff verweigert'],
    no: ['nein'],
    on: ['ein', 'an', 'aktiviert'],
    off: ['aus', 'deaktiviert'],
    settings: ['einstellung'],
    inside: ['innerhalb'],
    outside: ['außerhalb'],
    directAccess: ['direkt\\w*'],
    error: ['FEHLER'],
    notFound: ['nicht (?:gefunden|finden)'],
    wirelessAdapter: ['Drahtlos-LAN-Adapter', 'Drahtlosadapter'],
    tunnelAdapter: ['Tunneladapter'],
    pppAdapter: ['PPP-Adapter'],
    unknownAdapter: ['Unbekannter Adapter'],
    nameResolution: ['namensauflösung'],
  },
};
