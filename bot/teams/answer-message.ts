/** Answers one message of a person: an output, files, or one of the words that the bot knows. */
import { type AdaptiveCard, helpCard, messageCard, unreadableCard, welcomeCard } from '../../cards/index';
import { closeCase } from '../cases/case-steps';
import { type CaseRecord } from '../cases/case-record';
import { caseNumber } from '../store/case-id';
import { beginCase } from '../store/case-rows';
import { type StoreTransaction } from '../store/store-transaction';
import { type Answering, answerWith, putCard } from './answering';
import { type BotParts } from './bot-parts';
import { caseFiguresCard } from './case-figures-card';
import { contextOf, nextCard, noteCardOf, standing, stepsCardOf } from './case-cards';
import { explanationCard } from './explanation-card';
import { RefusedError } from '../refused-error';
import { refusal } from '../uploads/kept-upload';
import { fetchAll, type FileToFetch, handedOver } from './fetch-files';
import { type InboundMessage } from './inbound-message';
import { isAnsweredAtOnce } from './inbox';
import { type Intent, intentOf } from './message-intent';
import { sendScript } from './collecting-script';
import { answerFollowUpWord, isFollowUpWord } from './follow-up-answers';
import { setServer } from './set-server';
import { showSample } from './show-sample';
import { isPatient, type Patience, WaitError } from './wait-error';
import { answerTicketWord } from './ticket-words';
import { judgeAgain, retireCard, takeInAndShow } from './take-in';

/** Long enough to recognise one's own sentence. */
const MAX_ECHOED_CHARACTERS = 60;

export async function answerMessage(parts: BotParts, answering: Answering, message: InboundMessage): Promise<void> {
  const intent = intentOf(message.text);
  const looked = await lookForFiles(parts, answering, message);
  if (looked.files.length > 0) return answerFiles(parts, answering, looked.files, message, intent);
  // An edit of a word or a line is no new wish.
  if (message.isEdit && intent.kind !== 'output') return answering.commit(() => Promise.resolve());
  if (intent.kind === 'nothing' && message.scope !== 'personal' && looked.isComplete) {
    return answerWith(parts, answering, helpCard(contextOf(await parts.cases.current(answering.conversation))));
  }
  return answerText(parts, answering, message, intent, looked.refused);
}

interface LookedForFiles {
  readonly files: readonly FileToFetch[];
  /** Why it is not known whether there are any. */
  readonly refused: RefusedError | null;
  /** Whether all are known. */
  readonly isComplete: boolean;
}

/** Words that are answered at once are not looked behind; a message that was deleted meanwhile is not answered, whatever is in it. */
async function lookForFiles(
  { postedFiles, downloads, now }: BotParts,
  { conversation, takenAt }: Answering,
  { files, place, text, scope }: InboundMessage,
): Promise<LookedForFiles> {
  const personal = handedOver(files, downloads);
  const asked = place ?? null;
  if (asked === null || postedFiles === null || isAnsweredAtOnce(text)) {
    return { files: personal, refused: null, isComplete: scope === 'personal' };
  }
  try {
    const posted = await postedFiles({ place: asked, conversation, patience: { since: takenAt, now } });
    return { files: [...personal, ...posted], refused: null, isComplete: true };
  } catch (error) {
    const refused = error instanceof WaitError ? withoutFiles(error, intentOf(text), { since: takenAt, now }) : error;
    if (!(refused instanceof RefusedError) || refused.code === 'message-deleted') throw refused;
    return { files: personal, refused, isComplete: false };
  }
}

/** The longest wait that a pasted text is worth. */
const LONGEST_WAIT_MS = 10_000;

/** Whoever pasted an output or wrote a word is answered without the files where those would take long; whoever did not waits for them. */
function withoutFiles(wait: WaitError, { kind }: Intent, patience: Patience): WaitError | RefusedError {
  if (kind === 'nothing' || kind === 'line') return wait;
  if (kind === 'output' && wait.afterMs <= LONGEST_WAIT_MS && isPatient(patience, LONGEST_WAIT_MS)) return wait;
  return new RefusedError(
    'files-unseen',
    'I could not look for files, because Microsoft 365 asks me to wait. If there was one, post it again later.',
  );
}

/** All files of one message, and an output or an address beside them, are one answer. */
async function answerFiles(
  parts: BotParts,
  answering: Answering,
  files: readonly FileToFetch[],
  { isEdit }: InboundMessage,
  intent: Intent,
): Promise<void> {
  const fetched = await fetchAll(files);
  const pasted = intent.kind === 'output' ? intent.text : undefined;
  const server = intent.kind === 'server' ? intent : undefined;
  try {
    await takeInAndShow(parts, answering, { ...fetched, pasted }, { server, isEdit, missing: fetched.missing });
  } finally {
    await fetched.release();
  }
}

async function answerText(
  parts: BotParts,
  answering: Answering,
  message: InboundMessage,
  intent: Intent,
  unseen: RefusedError | null,
): Promise<void> {
  switch (intent.kind) {
    case 'output':
      return answerPasted(parts, answering, message, intent.text, unseen);
    case 'line':
      return answerLine(parts, answering, message, intent.text, unseen);
    case 'nothing':
      if (unseen !== null) throw unseen;
      return answerWord(parts, answering, message, intent);
    case 'server':
      return setServer(parts, answering, intent);
    case 'ticket':
      return answerTicketWord(parts, answering, intent.given);
    case 'explain':
      return answerWith(parts, answering, explanationCard(intent.code));
    case 'script':
      return sendScript(parts, answering, intent.words);
    case 'sample':
      return showSample(parts, answering);
    default:
      return answerWord(parts, answering, message, intent);
  }
}

/** Where it cannot be seen whether a file came along, the card says so beside what was read of the text. */
function answerPasted(
  parts: BotParts,
  answering: Answering,
  { isEdit }: InboundMessage,
  pasted: string,
  unseen: RefusedError | null,
): Promise<void> {
  const refused = unseen === null ? [] : [refusal({ name: 'Files of this message' }, unseen)];
  return takeInAndShow(parts, answering, { uploads: [], pasted, refused }, { isEdit });
}

async function answerLine(
  parts: BotParts,
  answering: Answering,
  message: InboundMessage,
  text: string,
  unseen: RefusedError | null,
): Promise<void> {
  if (await parts.cases.recognises(answering.conversation, text)) {
    return answerPasted(parts, answering, message, text, unseen);
  }
  // Whoever writes a sentence has attached what it is about.
  if (unseen !== null) throw unseen;
  const seen = text.length > MAX_ECHOED_CHARACTERS ? `${text.slice(0, MAX_ECHOED_CHARACTERS)}…` : text;
  const sentence = `"${seen}" is no output that I know. Send what a command printed, as text or as a file, or write help.`;
  await answerWith(parts, answering, messageCard(sentence, null));
}

type Word = Exclude<
  Intent,
  { kind: 'output' | 'line' | 'server' | 'ticket' | 'explain' | 'script' } | { kind: 'sample' }
>;

async function answerWord(parts: BotParts, answering: Answering, message: InboundMessage, intent: Word): Promise<void> {
  const record = await parts.cases.current(answering.conversation);
  if (isFollowUpWord(intent)) return answerFollowUpWord(parts, answering, message, intent, record);
  switch (intent.kind) {
    case 'help':
      return answerWith(parts, answering, helpCard(contextOf(record)));
    case 'hello':
      return answerWith(parts, answering, welcomeCard(contextOf(record)));
    case 'steps':
      return answerWith(parts, answering, stepsCardOf(record));
    case 'next':
      return answerWith(parts, answering, nextCard(record));
    case 'again':
      return standing(record) === null ? answerWith(parts, answering, nextCard(record)) : judgeAgain(parts, answering);
    case 'note':
      return answerWith(parts, answering, noteCardOf(record, message.at ?? new Date(parts.now()).toISOString()));
    case 'new-case':
      return answering.commit((tx) => startAnother(parts, tx, answering, record));
    case 'close':
      return answering.commit((tx) => close(parts, tx, answering, record));
    case 'stats':
      return answering.commit(async (tx) =>
        putCard(parts, tx, answering, await caseFiguresCard(parts, tx, answering, record.id)),
      );
    case 'wrong-server':
      return answerWith(parts, answering, messageCard(wrongServer(intent.given), null));
    case 'nothing':
      return answerWith(parts, answering, answerToNothing(message, record));
  }
}

const wrongServer = (given: string): string =>
  `"${given}" is no IPv4 address. Write it like this: server 131.107.0.2, with a second one after it if the next address is not it.`;

async function startAnother(
  parts: BotParts,
  tx: StoreTransaction,
  answering: Answering,
  record: CaseRecord,
): Promise<void> {
  const { conversation, person } = answering;
  const { id } = await beginCase(tx, conversation, { at: parts.now(), person });
  await settle(parts, tx, answering, record);
  const said = `Case ${id} is open, and case ${record.id} is closed. Send an output to begin.`;
  await putCard(parts, tx, answering, messageCard(said, null));
}

async function close(parts: BotParts, tx: StoreTransaction, answering: Answering, record: CaseRecord): Promise<void> {
  await closeCase(tx, record, { at: parts.now(), person: answering.person });
  await settle(parts, tx, answering, record);
  const said = `Case ${record.id} is closed. The next output opens another.`;
  await putCard(parts, tx, answering, messageCard(said, null));
}

/** Nothing more is asked of a case that has ended. */
async function settle(parts: BotParts, tx: StoreTransaction, answering: Answering, record: CaseRecord): Promise<void> {
  const number = caseNumber(record.id);
  if (number !== null) await parts.followUps.cancelFollowUps(tx, number, 'closed');
  await retireCard(parts, tx, answering, record);
}

/** In a chat there may have been a picture, in a channel a file that Teams does not hand to bots. */
function answerToNothing(message: InboundMessage, record: CaseRecord): AdaptiveCard {
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
