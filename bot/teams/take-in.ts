/** Takes what a person sent into the case; what is shown of it, and what is asked about it later, belong to the same transaction. */
import { missingRightCard, unreadableCard } from '../../cards/index';
import { type CaseRecord } from '../cases/case-record';
import { countUploads } from '../cases/count-uploads';
import { type Asked } from '../cases/follow-ups';
import { type Incoming, type ServerAddresses, type TakenIn } from '../cases/living-case';
import { caseNumber } from '../store/case-id';
import { rememberTaken } from '../store/taken-messages';
import { type StoreTransaction } from '../store/store-transaction';
import { type Answering, putCard } from './answering';
import { type BotParts } from './bot-parts';
import { caseCard, contextOf, standing } from './case-cards';
import { MEANWHILE, type MissingRight } from './missing-right';
import { putOut } from './outbox';
import { createReadingMessage, type ProgressPoster } from './reading-progress';
import { withViewers } from './refresh-viewers';
import { isSample } from './sample-case';
import { noteInTicket } from './note-in-ticket';

export interface TakeInOptions {
  readonly server?: ServerAddresses | undefined;
  readonly isEdit?: boolean;
  /** A right that was missing for one of the files: the report of the file has no room for how it is granted. */
  readonly missing?: MissingRight | null;
}

export const missingCard = ({ message, grants }: MissingRight) =>
  missingRightCard({ said: message, grants, until: MEANWHILE });

/**
 * What a real client printed begins a case of its own where the open one has samples. An edit that brought nothing that was not there before
 * is not answered.
 */
export async function takeInAndShow(
  parts: BotParts,
  answering: Answering,
  incoming: Incoming,
  { server, isEdit = false, missing = null }: TakeInOptions = {},
): Promise<void> {
  const { conversation, person, signal } = answering;
  const reading = createReadingMessage(posterOf(parts, answering));
  let inPlaceOf: string | null = null;
  try {
    const taken = await parts.cases.takeIn({
      conversation,
      incoming: { ...incoming, watch: { onProgress: reading.onProgress, signal } },
      server,
      inAnotherCase: isSample,
      person,
      at: answering.at,
      commit: async (work) => {
        inPlaceOf = await reading.end();
        return answering.commit(work);
      },
      also: async (tx, made) => {
        await remember(parts, tx, answering, made);
        if (!isEdit || bringsNews(made)) {
          await show(parts, tx, answering, made, inPlaceOf);
          if (missing !== null) await putCard(parts, tx, answering, missingCard(missing), { part: 'missing' });
          return;
        }
        if (inPlaceOf === null) return;
        await putOut(parts.jobs, tx, `${answering.key}/reading`, {
          what: 'remove',
          conversation,
          activityId: inPlaceOf,
        });
      },
    });
    countUploads(parts.counters, taken.received);
  } finally {
    await reading.end();
  }
}

/** What the message brought can then be taken out again. */
async function remember(
  { now }: BotParts,
  tx: StoreTransaction,
  { messageId, person }: Answering,
  { case: record, received }: TakenIn,
): Promise<void> {
  const number = caseNumber(record.id);
  if (messageId === null || number === null || received.every(({ status }) => status === 'rejected')) return;
  await rememberTaken(tx, messageId, { caseNumber: number, call: record.evidence.calls }, { at: now(), person });
}

/** Whether anything came that the case did not have, or could not be read. */
const bringsNews = ({ before, received }: TakenIn): boolean =>
  received.some(
    // The name of a pasted text is another each time.
    ({ sha256 }) => sha256 === '' || !before.evidence.uploads.some((each) => each.sha256 === sha256),
  );

/** Outside of the outbox: what shows how far a reading has come is of no use any more when that is over. */
function posterOf({ courier, referenceOf }: BotParts, { conversation, key }: Answering): ProgressPoster {
  const keyed = `send/${key}/reading`;
  return {
    post: async (card) => {
      const reference = await referenceOf(conversation);
      return reference === null ? null : courier.card(reference, { key: keyed, card });
    },
    replace: async (activityId, card) => {
      await courier.replaceCard(await referenceOf(conversation), activityId, { key: keyed, card });
    },
  };
}

/** Judges again what the case has, with the analyzers as they are now. */
export async function judgeAgain(parts: BotParts, answering: Answering): Promise<void> {
  const { conversation, person, commit } = answering;
  await parts.cases.takeIn({
    conversation,
    incoming: { uploads: [] },
    person,
    commit,
    also: (tx, taken) => showDiagnosis(parts, tx, answering, taken),
  });
}

/** Takes the server's addresses; `also` is what is said of them. */
export async function takeInServer(
  parts: BotParts,
  { conversation, person, commit }: Answering,
  server: ServerAddresses,
  also: (tx: StoreTransaction, taken: TakenIn) => Promise<void>,
): Promise<void> {
  await parts.cases.takeIn({ conversation, incoming: { uploads: [] }, server, person, commit, also });
}

/**
 * The card of the case where anything new was read, else the card that says what could not be; in the place of the message that showed the
 * reading, where there was one.
 */
export async function show(
  parts: BotParts,
  tx: StoreTransaction,
  answering: Answering,
  taken: TakenIn,
  inPlaceOf: string | null = null,
): Promise<void> {
  const closed = taken.closed === null ? null : caseNumber(taken.closed.id);
  if (closed !== null) await parts.followUps.cancelFollowUps(tx, closed, 'closed');
  const readAny = taken.received.some(({ readings }) => readings.length > 0);
  if (readAny) {
    await followUp(parts, tx, answering, taken);
    return showDiagnosis(parts, tx, answering, taken, inPlaceOf);
  }
  const received = { uploads: taken.received, diagnosis: standing(taken.before) };
  await putCard(parts, tx, answering, unreadableCard(received, contextOf(taken.case, answering.at)), { inPlaceOf });
}

/** Something came: whatever was planned is settled. */
async function followUp(parts: BotParts, tx: StoreTransaction, answering: Answering, taken: TakenIn): Promise<void> {
  const number = caseNumber(taken.case.id);
  if (number === null) return;
  const asked = askedOf(parts, answering, taken);
  await (asked === null
    ? parts.followUps.cancelFollowUps(tx, number, 'evidence')
    : parts.followUps.planFollowUp(tx, asked, 'evidence'));
}

/** Where a command is asked for, be it after a repair, whoever was asked is reminded of it later. */
export async function askLater(
  parts: BotParts,
  tx: StoreTransaction,
  answering: Answering,
  taken: TakenIn,
): Promise<void> {
  const asked = askedOf(parts, answering, taken);
  if (asked !== null) await parts.followUps.planFollowUp(tx, asked);
}

function askedOf(
  { now }: BotParts,
  { conversation, person }: Answering,
  { case: record, diagnosis }: TakenIn,
): Asked | null {
  const number = caseNumber(record.id);
  if (number === null || person === null || (diagnosis.next ?? diagnosis.then[0]) === undefined) return null;
  return { caseNumber: number, conversation, person, at: now() };
}

/** The card of the case as it stands now; the one before loses its buttons, so that no old card offers what no longer holds. */
export async function showDiagnosis(
  parts: BotParts,
  tx: StoreTransaction,
  answering: Answering,
  { before, case: taken, diagnosis }: TakenIn,
  inPlaceOf: string | null = null,
): Promise<void> {
  const record = await noteInTicket(parts, tx, answering, taken, diagnosis);
  const card = await withViewers(tx, record, caseCard(diagnosis, contextOf(record, answering.at)));
  const number = caseNumber(record.id);
  const shows =
    number === null ? null : ({ kind: 'case', caseNumber: number, retired: retiredCard(before, 'moved') } as const);
  await putCard(parts, tx, answering, card, { shows, inPlaceOf });
}

/** Takes the buttons away from the card that shows a case as it stood; nothing comes of it where none does. */
export async function retireCard(
  { jobs }: BotParts,
  tx: StoreTransaction,
  { conversation, key }: Pick<Answering, 'conversation' | 'key'>,
  record: CaseRecord,
): Promise<void> {
  const number = caseNumber(record.id);
  const card = retiredCard(record);
  if (number === null || card === null) return;
  await putOut(jobs, tx, `${key}/retire-${number}`, { what: 'retire', conversation, caseNumber: number, card });
}

const retiredCard = (record: CaseRecord, buttons: 'gone' | 'moved' = 'gone') =>
  record.diagnosis === null ? null : caseCard(record.diagnosis, contextOf(record, undefined, buttons));
