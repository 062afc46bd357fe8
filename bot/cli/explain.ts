/** `tunnel-triage explain CODE…`: what each code means for a tunnel, and what to do. */
import { explain as explainCode, type Explanation } from '../../analyzers/index';
import { shown } from '../../cards/outside-text';
import { type Surroundings } from './surroundings';
import { explainForm } from './command-forms';
import { explanationView } from './explanation-view';
import { readWords } from './read-words';
import { type Answer, answer, type Misuse, misuse } from './usage';

/** More codes than this are a file given by mistake. */
export const MAX_CODES = 200;
/** Long enough to recognise one's own word. */
const MAX_ECHOED_CHARACTERS = 60;

/** Exit status 3 where no code is known; a code that is not known beside others is said on standard error. */
export function explain(words: readonly string[], { terminal }: Surroundings): Answer | Misuse {
  const read = readWords(
    explainForm,
    words.filter((word) => !isBelowZero(word)),
  );
  if (read.kind === 'misuse') return read;
  const codes = words.filter((word) => isBelowZero(word) || read.operands.includes(word));
  if (codes.length === 0)
    return misuse('Name at least one code: tunnel-triage explain 13801 0x80092013 %%8222.', 'explain');
  if (codes.length > MAX_CODES) return misuse(`Name at most ${MAX_CODES} codes at once.`, 'explain');
  const explanations = codes.map(explainCode);
  const known = explanations.filter(({ meanings }) => meanings.length > 0);
  const complaints = explanations.filter(({ meanings }) => meanings.length === 0).map(notKnown);
  const text = known.map((explanation) => explanationView(explanation, terminal)).join('\n');
  const output = read.values.json ? `${JSON.stringify(explanations, null, 2)}\n` : text;
  return answer(output, complaints, known.length === 0 ? 3 : 0);
}

/** A number below zero is how some programs print an HRESULT, and no option. */
const isBelowZero = (word: string): boolean => /^-\d/.test(word);

function notKnown({ given }: Explanation): string {
  const seen = given.length > MAX_ECHOED_CHARACTERS ? `${given.slice(0, MAX_ECHOED_CHARACTERS)}…` : given;
  return `"${shown(seen)}" is no code that I know. Give it as Windows prints it: 13801, 0x35E9, its name, %%8222, or an event id.`;
}
