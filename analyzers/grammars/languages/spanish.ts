/** Spanish: `ipconfig`, `systeminfo` and an error of `net view` were seen, the other sentences are from memory. */
import { type Language } from './language';

export const spanish: Language = {
  code: 'es',
  dates: 'day-first',
  telling: [
    'el|los|las|una|está|regla|dirección|Dirección|Sí|comando|Nombre|Adaptador|sistema|servidor|conexión|directiva',
  ],
  seen: {
    yes: ['s[ií]'],
    domainLabel: ['domin.{0,2}o'],
    ethernetAdapter: ['Adaptador de Ethernet'],
    wirelessAdapter: ['Adaptador de LAN inalámbrica'],
    tunnelAdapter: ['Adaptador de t.{1,2}nel'],
  },
  remembered: {
    ok: ['aceptar\\.?'],
    criteria: ['criterio'],
    rules: ['\\breglas?\\b'],
    associations: ['asociaci'],
    elevation: ['privileg'],
    denied: ['acceso denegado'],
    on: ['activ\\w*'],
    off: ['desactiv\\w*'],
    ruleName: ['nombre de (?:la )?regla'],
    profile: ['perfil'],
    settings: ['configuraci'],
    domain: ['dominio'],
    public: ['públi'],
    inside: ['dentro'],
    outside: ['fuera'],
    directAccess: ['acceso directo'],
    notFound: ['no pudo encontrar'],
    pppAdapter: ['Adaptador PPP', 'Adaptador de PPP'],
    unknownAdapter: ['Adaptador desconocido'],
    nameResolution: ['resolución de nombres'],
  },
};
