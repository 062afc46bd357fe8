/** Answers one message of a person: an output, files, or one of the words that the bot knows. */
import { type AdaptiveCard, messageCard, unreadableCard, welcomeCard } from '../../cards/index';
import { type BotParts } from './bot-parts';
import { contextOf, nextCard, noteCardOf, standing, stepsCardOf } from './case-cards';
import { explanationCard } from './explanation-card';
import { fetchFiles } from './fetch-files';
import { type InboundMessage } from './inbound-message';
import { type Intent, intentOf } from './message-intent';
import { scriptCardOf } from './collecting-script';
import { setServer } from './set-server';
import { showSample } from './show-sample';
import { retireCard, takeInAndShow } from './take-in';

/** Long enough to recognise one's own sentence. */
const MAX_ECHOED_CHARACTERS = 60;

export async function answerMessage(parts: BotParts, message: InboundMessage): Promise<void> {
  const intent = intentOf(message.text);
  await (message.files.length > 0 ? answerFiles(parts, message, intent) : answerText(parts, message, intent));
}

/** All files of one message, and an output pasted beside them, are one answer. */
async function answerFiles(
  parts: BotParts,
  { conversation, files, at }: InboundMessage,
  intent: Intent,
): Promise<void> {
  if (intent.kind === 'server') await parts.cases.setServer(conversation, intent);
  const fetched = await fetchFiles(files, parts.downloads);
  const pasted = intent.kind === 'output' ? intent.text : undefined;
  await takeInAndShow(parts, conversation, { ...fetched, pasted }, at);
}

async function answerText(parts: BotParts, message: InboundMessage, intent: Intent): Promise<void> {
  const { conversation, at } = message;
  switch (intent.kind) {
    case 'output':
      return takeInAndShow(parts, conversation, { uploads: [], pasted: intent.text }, at);
    case 'line':
      return answerLine(parts, message, intent.text);
    case 'server':
      return setServer(parts, conversation, intent, at);
    case 'explain':
      await parts.courier.card(conversation, explanationCard(intent.code));
      return;
    case 'script':
      await parts.courier.card(conversation, scriptCardOf(intent.words));
      return;
    case 'sample':
      return showSample(parts, conversation, at);
    default:
      await parts.courier.card(conversation, await shortAnswer(parts, message, intent));
  }
}

async function answerLine(parts: BotParts, { conversation, at }: InboundMessage, text: string): Promise<void> {
  if (await parts.cases.recognises(conversation, text)) {
    await takeInAndShow(parts, conversation, { uploads: [], pasted: text }, at);
    return;
  }
  const seen = text.length > MAX_ECHOED_CHARACTERS ? `${text.slice(0, MAX_ECHOED_CHARACTERS)}…` : text;
  const sentence = `"${seen}" is no output that I know. Send what a command printed, as text or as a file, or write help.`;
  await parts.courier.card(conversation, messageCard(sentence, null));
}

type ShortIntent = Exclude<Intent, { kind: 'output' | 'line' | 'server' | 'explain' | 'script' } | { kind: 'sample' }>;

async function shortAnswer(parts: BotParts, message: InboundMessage, intent: ShortIntent): Promise<AdaptiveCard> {
  const { conversation } = message;
  const record = await parts.cases.current(conversation);
  switch (intent.kind) {
    case 'help':
      return welcomeCard(contextOf(record));
    case 'steps':
      return stepsCardOf(record);
    case 'next':
      return nextCard(record);
    case 'note':
      return noteCardOf(record, message.at ?? parts.now());
    case 'new-case': {
      const { id } = await parts.cases.beginCase(conversation);
      await retireCard(parts, record);
      return messageCard(`Case ${id} is open, and case ${record.id} is closed. Send an output to begin.`, null);
    }
    case 'close':
      await parts.cases.closeCase(conversation, record.id);
      await retireCard(parts, record);
      return messageCard(`Case ${record.id} is closed. The next output opens another.`, null);
    case 'wrong-server':
      return messageCard(
        `"${intent.given}" is no IPv4 address. Write it like this: server 131.107.0.2, with a second one after it if the next address is not it.`,
        null,
      );
    case 'nothing':
      return answerToNothing(message, record);
  }
}

/** In a chat there may have been a picture, in a channel a file that Teams does not hand to bots. */
function answerToNothing(message: InboundMessage, record: Parameters<typeof contextOf>[0]): AdaptiveCard {
  if (message.hasPicture) {
    return messageCard(
      'A picture has no text that I can read. Paste the output, or save it as a text file and attach that.',
      null,
    );
  }
  return message.scope === 'personal'
    ? welcomeCard(contextOf(record))
    : unreadableCard({ uploads: [], diagnosis: standing(record) }, contextOf(record, message.at));
}
