/** The answer to `script` and to "Get script": one line to paste, and the script of one machine and one shell as a file. */
import { z } from 'zod';

import { collectScript, type CollectScript } from '../../analyzers/index';
import { messageCard, scriptCard } from '../../cards/index';
import { type Answering, answerWith, putCard } from './answering';
import { type BotParts } from './bot-parts';
import { scriptOffer } from './file-consent';
import { putOut } from './outbox';

const KNOWN: readonly string[] = ['client', 'server', 'cmd', 'powershell'];
const HOW_TO_ASK = 'Write: script, script server, script powershell, or script server powershell.';

/** `words` stand behind "script", in lower case and any order. */
export async function sendScript(parts: BotParts, answering: Answering, words: readonly string[]): Promise<void> {
  const script = scriptOf(words);
  if (script === null) return answerWith(parts, answering, messageCard(HOW_TO_ASK, null));
  const { conversation, key } = answering;
  const asFile = takesFiles(await parts.referenceOf(conversation));
  await answering.commit(async (tx) => {
    await putCard(parts, tx, answering, scriptCard(script));
    if (!asFile) return;
    await putOut(parts.jobs, tx, `${key}/file`, { what: 'file', conversation, attachment: scriptOffer(script) });
  });
}

/** For a client and a Command Prompt, which every Windows has, where not said. */
function scriptOf(words: readonly string[]): CollectScript | null {
  if (words.some((word) => !KNOWN.includes(word))) return null;
  const on = words.includes('server') ? 'server' : 'client';
  return collectScript({ shell: words.includes('powershell') ? 'powershell' : 'cmd', on });
}

const personal = z.looseObject({ conversation: z.looseObject({ conversationType: z.literal('personal') }) });
/** Teams hands files of bots over in the personal chat only; elsewhere the card has the script. */
const takesFiles = (reference: unknown): boolean => personal.safeParse(reference).success;
