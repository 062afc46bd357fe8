/** Portuguese: `ipconfig` of Brazil was seen, the other sentences are from memory. */
import { type Language } from './language';

export const portuguese: Language = {
  code: 'pt',
  dates: 'day-first',
  telling: ['não|uma|são|regra|Endereço|Sim|comando|Nome|Adaptador|conexão|sistema|mídia|diretiva'],
  seen: { ethernetAdapter: ['Adaptador Ethernet'], wirelessAdapter: ['Adaptador de Rede sem Fio'] },
  remembered: {
    criteria: ['critério'],
    rules: ['\\bregras?\\b'],
    elevation: ['privilég'],
    denied: ['acesso negado'],
    yes: ['sim'],
    no: ['não'],
    on: ['ativ\\w*'],
    off: ['desativ\\w*', 'inativ\\w*'],
    ruleName: ['nome da regra'],
    profile: ['perfil'],
    settings: ['configuraç'],
    domain: ['domínio'],
    inside: ['dentro'],
    outside: ['\\bfora\\b'],
    directAccess: ['acesso direto'],
    error: ['ERRO'],
    notFound: ['não (?:pôde|conseguiu) (?:localizar|encontrar)'],
    unknownAdapter: ['Adaptador Desconhecido'],
    nameResolution: ['resolução de nomes'],
  },
};
