/** French: `systeminfo` and the label of a rule were seen, the other sentences are from memory. */
import { type Language } from './language';

export const french: Language = {
  code: 'fr',
  dates: 'day-first',
  telling: [
    'le|les|une|est|pas|des|règle|Adresse IP|Oui|commande|erreur|Nom|carte|Système|Propriétaire|stratégie|connexion|Activé|Profils',
  ],
  seen: { ruleName: ['nom de la règle'], domainLabel: ['domaine'] },
  remembered: {
    criteria: ['critère'],
    rules: ['règle'],
    elevation: ['élév', 'privil[eè]g'],
    denied: ['accès refusé'],
    yes: ['oui'],
    no: ['non'],
    on: ['acti[fv]\\w*'],
    off: ['inacti[fv]\\w*', 'désactiv\\w*'],
    settings: ['paramètres'],
    domain: ['domaine'],
    private: ['privé'],
    public: ['publi'],
    inside: ["à l'intérieur"],
    outside: ["à l'extérieur", 'en dehors'],
    directAccess: ['accès direct'],
    error: ['ERREUR'],
    notFound: ["n'a pas trouvé", 'introuvable'],
    ethernetAdapter: ['Carte Ethernet'],
    wirelessAdapter: ['Carte réseau sans fil'],
    tunnelAdapter: ['Carte Tunnel'],
    pppAdapter: ['Carte PPP'],
    unknownAdapter: ['Carte inconnue'],
    nameResolution: ['résolution de noms?'],
  },
};
