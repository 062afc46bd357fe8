/** The language of a document, guessed from words that Windows' console programs print. */
import { type Line } from '../document';

/** How many lines with text are looked at. */
const MAX_LINES_WEIGHED = 400;

/** Words of labels and sentences, none of which is a word of another language in this list. */
const WORDS: readonly (readonly [string, RegExp])[] = [
  [
    'de',
    /\b(?:und|der|die|nicht|wurde|für|Regel|Adresse|Ja|Nein|Fehler|Befehl|Richtlinie|Gruppen|Zertifikat|Betriebssystem\w*|Beschreibung)\b/g,
  ],
  [
    'fr',
    /\b(?:le|les|une|est|pas|des|règle|Adresse IP|Oui|commande|erreur|Nom|carte|Système|Propriétaire|stratégie|connexion)\b/g,
  ],
  [
    'es',
    /\b(?:el|los|las|una|está|regla|dirección|Dirección|Sí|comando|Nombre|Adaptador|sistema|servidor|conexión|directiva)\b/g,
  ],
  ['pt', /\b(?:não|uma|são|regra|Endereço|Sim|comando|Nome|Adaptador|conexão|sistema|mídia|diretiva)\b/g],
  ['it', /\b(?:il|gli|una|non è|regola|Indirizzo|comando|Nome|Scheda|sistema|connessione|criteri)\b/g],
  ['nl', /\b(?:het|een|niet|regel|opdracht|adres|naam|verbinding|Ja|Nee|bestand)\b/g],
  ['pl', /\b(?:nie|jest|reguła|polecenie|Adres|Nazwa|Tak|połączenia|karta)\b/g],
  [
    'en',
    /\b(?:the|is|not|was|rule|Rule|command|Address|Yes|No|Name|error|Error|settings|Settings|State|Type|enabled|Connection)\b/g,
  ],
];
const LETTERS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/g],
  ['ko', /[\uac00-\ud7af]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['ru', /[\u0400-\u04ff]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['tr', /[ğşıİĞŞ]/g],
];
/** A script tells its language where it has more than a few letters: a name alone does not. */
const MIN_LETTERS = 12;

/** `en`, `de`, `es`, `fr` …, or null where the words are too few or of a language that is not known. */
export function guessLanguage(lines: readonly Line[]): string | null {
  const sample: string[] = [];
  for (const { text } of lines) {
    if (text !== '') sample.push(text.slice(0, 300));
    if (sample.length >= MAX_LINES_WEIGHED) break;
  }
  const text = sample.join('\n');
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const script = LETTERS.find(([, letters]) => count(letters) >= MIN_LETTERS);
  if (script !== undefined) return script[0];
  let best: string | null = null;
  let most = 0;
  for (const [language, words] of WORDS) {
    const found = count(words);
    if (found > most) [best, most] = [language, found];
  }
  return best;
}
