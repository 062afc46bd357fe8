/** Italian: all from memory. */
import { type Language } from './language';

export const italian: Language = {
  code: 'it',
  dates: 'day-first',
  telling: ['il|gli|una|non è|regola|Indirizzo|comando|Nome|Scheda|sistema|connessione|criteri'],
  seen: {},
  remembered: {
    criteria: ['criteri '],
    rules: ['regol'],
    elevation: ['privileg'],
    denied: ['accesso negato'],
    yes: ['sì'],
    on: ['attiv\\w*'],
    off: ['disattiv\\w*'],
    ruleName: ['nome regola'],
    settings: ['impostazion'],
    domain: ['dominio'],
    inside: ["all'interno"],
    outside: ["all'esterno"],
    directAccess: ['accesso diretto'],
    error: ['ERRORE'],
    notFound: ['impossibile trovare'],
    ethernetAdapter: ['Scheda Ethernet'],
    wirelessAdapter: ['Scheda LAN wireless'],
    tunnelAdapter: ['Scheda Tunnel'],
    pppAdapter: ['Scheda PPP'],
    unknownAdapter: ['Scheda sconosciuta'],
    nameResolution: ['risoluzione (?:dei )?nomi'],
  },
};
