/** The answer to `explain CODE`: the card of the code, or one sentence that says how to ask. */
import { explain } from '../../analyzers/index';
import { type AdaptiveCard, explainCard, messageCard } from '../../cards/index';

/** Long enough to recognise one's own word. */
const MAX_ECHOED_CHARACTERS = 60;

export function explanationCard(code: string): AdaptiveCard {
  if (code === '') return messageCard('Write the code behind the word: explain 13801.', null);
  const explanation = explain(code);
  if (explanation.meanings.length > 0) return explainCard(explanation);
  const seen = code.length > MAX_ECHOED_CHARACTERS ? `${code.slice(0, MAX_ECHOED_CHARACTERS)}…` : code;
  return messageCard(
    `"${seen}" is no code that I know. Give one code as Windows prints it: 13801, 0x35E9, its name, %%8222, or an event id.`,
    null,
  );
}
