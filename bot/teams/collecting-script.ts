/** The answer to `script`: the card with the collecting script of one machine and one shell, or one sentence that says how to ask. */
import { collectScript } from '../../analyzers/index';
import { type AdaptiveCard, messageCard, scriptCard } from '../../cards/index';

const KNOWN: readonly string[] = ['client', 'server', 'cmd', 'powershell'];

/** `words` stand behind "script", in lower case and any order. A client and a Command Prompt, which every Windows has, where not said. */
export function scriptCardOf(words: readonly string[]): AdaptiveCard {
  if (words.some((word) => !KNOWN.includes(word))) {
    return messageCard('Write: script, script server, script powershell, or script server powershell.', null);
  }
  const on = words.includes('server') ? 'server' : 'client';
  return scriptCard(collectScript({ shell: words.includes('powershell') ? 'powershell' : 'cmd', on }));
}
