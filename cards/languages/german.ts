/** German: what the bot says and understands (de, de-AT, de-CH). Windows' own terms, commands and quoted lines stay as they are. */
import { GERMAN_ACTIONS } from './german-actions';
import { GERMAN_APP } from './german-app';
import { GERMAN_CARDS } from './german-cards';
import { GERMAN_CAUSES } from './german-causes';
import { GERMAN_CHANNEL } from './german-channel';
import { GERMAN_CHAT } from './german-chat';
import { GERMAN_CLIENT_VERDICTS } from './german-client-verdicts';
import { GERMAN_CODES } from './german-codes';
import { GERMAN_FAILURES } from './german-failures';
import { GERMAN_FINDINGS } from './german-findings';
import { GERMAN_NAMES } from './german-names';
import { GERMAN_PROBLEMS } from './german-problems';
import { GERMAN_QUESTIONS } from './german-questions';
import { GERMAN_STATUSES } from './german-statuses';
import { GERMAN_TICKETS } from './german-tickets';
import { GERMAN_VERDICTS } from './german-verdicts';
import { type Translation } from './phrasebook';

const MONTHS: Readonly<Record<string, string>> = {
  January: 'Januar',
  February: 'Februar',
  March: 'März',
  April: 'April',
  May: 'Mai',
  June: 'Juni',
  July: 'Juli',
  August: 'August',
  September: 'September',
  October: 'Oktober',
  November: 'November',
  December: 'Dezember',
};

/** "2 November 2026, 13:02 UTC": "2. November 2026, 13:02 UTC". A week has no year. */
function germanDate(english: string): string | null {
  if (!/^\d/.test(english)) return null;
  const [, day, month = '', more = ''] =
    /^(\d{1,2}) ([A-Z][a-z]{2,8})( \d{4})?$/.exec(english.split(',', 1)[0] ?? '') ?? [];
  const german = MONTHS[month];
  const rest = english.slice(english.split(',', 1)[0]?.length ?? 0);
  const isDate = day !== undefined && german !== undefined && /^(?:, \d{2}:\d{2}(?: UTC)?)?$/.test(rest);
  return isDate ? `${day}. ${german}${more}${rest}` : null;
}

export const german: Translation = {
  phrases: {
    ...GERMAN_ACTIONS,
    ...GERMAN_APP,
    ...GERMAN_NAMES,
    ...GERMAN_CARDS,
    ...GERMAN_CHANNEL,
    ...GERMAN_CHAT,
    ...GERMAN_CAUSES,
    ...GERMAN_QUESTIONS,
    ...GERMAN_CLIENT_VERDICTS,
    ...GERMAN_VERDICTS,
    ...GERMAN_FAILURES,
    ...GERMAN_FINDINGS,
    ...GERMAN_PROBLEMS,
    ...GERMAN_CODES,
    ...GERMAN_STATUSES,
    ...GERMAN_TICKETS,
  },
  date: germanDate,
  and: 'und',
  written: {
    help: 'hilfe',
    next: 'weiter',
    steps: 'schritte',
    note: 'notiz',
    'explain 13801': 'erkläre 13801',
    script: 'skript',
    'new case': 'neuer fall',
    'server 131.107.0.2': 'server 131.107.0.2',
    'script server': 'skript server',
    again: 'nochmal',
    solved: 'gelöst',
    close: 'schließen',
    stats: 'statistik',
    sample: 'beispiel',
    waiting: 'was ist offen',
    'what is waiting': 'was ist offen',
    explain: 'erkläre',
    tomorrow: 'morgen',
    'in an hour': 'in einer stunde',
    'stop asking': 'nicht mehr fragen',
    'ask me again': 'wieder fragen',
    settings: 'einstellungen',
    'ticket NET-142': 'ticket NET-142',
  },
  heard: {
    hilfe: 'help',
    hallo: 'hello',
    schritte: 'steps',
    weiter: 'next',
    nächster: 'next',
    nochmal: 'again',
    notiz: 'note',
    'neuer fall': 'new case',
    schließen: 'close',
    'fall schließen': 'close',
    beispiel: 'sample',
    'was ist offen': 'waiting',
    'offene fälle': 'waiting',
    'nicht mehr fragen': 'stop asking',
    'wieder fragen': 'ask me again',
    morgen: 'tomorrow',
    'in einer stunde': 'in an hour',
    gelöst: 'solved',
    einstellungen: 'settings',
    statistik: 'stats',
    skript: 'script',
    erkläre: 'explain',
  },
};
