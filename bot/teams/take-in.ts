/** Takes what a person sent into the case and shows what came of it. */
import { diagnosisCard, unreadableCard } from '../../cards/index';
import { type CaseRecord } from '../cases/case-store';
import { type Incoming, type TakenIn } from '../cases/living-case';
import { type BotParts } from './bot-parts';
import { contextOf, standing } from './case-cards';
import { isSample } from './sample-case';

/** `at` is the time that the card shows. */
export async function takeInAndShow(
  parts: BotParts,
  conversation: string,
  incoming: Incoming,
  at: string | undefined,
): Promise<void> {
  await parts.shown.run(conversation, async () => {
    if (isSample(await parts.cases.current(conversation))) await parts.cases.beginCase(conversation);
    await show(parts, conversation, await parts.cases.takeIn(conversation, incoming), at);
  });
}

/** A diagnosis card where anything new was read, else the card that says what could not be. */
export async function show(
  parts: BotParts,
  conversation: string,
  taken: TakenIn,
  at: string | undefined,
): Promise<void> {
  parts.counters.count('uploads', taken.received.length);
  parts.counters.count('uploads_refused', taken.received.filter(({ status }) => status === 'rejected').length);
  const readAny = taken.received.some(({ readings }) => readings.length > 0);
  if (!readAny) {
    const card = unreadableCard(
      { uploads: taken.received, diagnosis: standing(taken.before) },
      contextOf(taken.case, at),
    );
    await parts.courier.card(conversation, card);
    return;
  }
  await showDiagnosis(parts, conversation, taken, at);
}

/** The card of the case as it stands now; the one before loses its buttons, so that no old card offers what no longer holds. */
export async function showDiagnosis(
  parts: BotParts,
  conversation: string,
  taken: TakenIn,
  at: string | undefined,
): Promise<void> {
  const { before, diagnosis } = taken;
  const shown = await parts.courier.card(conversation, diagnosisCard(diagnosis, contextOf(taken.case, at)));
  if (shown !== null) await parts.cases.shownBy(conversation, taken.case.id, shown);
  await retireCard(parts, before);
}

/** Takes the buttons away from the card that showed a case as it stood; does nothing where none did. */
export async function retireCard(parts: BotParts, record: CaseRecord): Promise<void> {
  const { conversation, cardActivityId, diagnosis } = record;
  if (cardActivityId === null || diagnosis === null) return;
  const retired = diagnosisCard(diagnosis, contextOf(record, undefined, 'gone'));
  await parts.courier.replaceCard(conversation, cardActivityId, retired);
}
