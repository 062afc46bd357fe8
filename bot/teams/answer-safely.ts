/** Does work that answers a person; a failure becomes one sentence to the person and one line in the log, under one reference. */
import { randomUUID } from 'node:crypto';

import { errorCard, messageCard } from '../../cards/index';
import { RefusedError } from '../refused-error';
import { type BotParts } from './bot-parts';
import { contextOf } from './case-cards';

const SAFE = 'Your case is as it was. Send the same again in a minute.';
const REFERENCE_CHARACTERS = 8;

/** Never rejects. */
export async function answerSafely(parts: BotParts, conversation: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    try {
      await explain(parts, conversation, error);
    } catch (second) {
      parts.log.error('explanation-failed', {}, second);
    }
  }
}

async function explain(parts: BotParts, conversation: string, error: unknown): Promise<void> {
  parts.counters.count('answers_failed');
  if (error instanceof RefusedError) {
    parts.log.warn(error.code);
    await parts.courier.card(conversation, messageCard(error.message, null));
    return;
  }
  const reference = newReference();
  parts.log.error('answer-failed', { reference }, error);
  const record = await parts.cases.current(conversation);
  await parts.courier.card(conversation, errorCard(SAFE, reference, contextOf(record)));
}

/** Short enough to be read out on the phone. */
export const newReference = (): string => randomUUID().slice(0, REFERENCE_CHARACTERS);

/** Where no card can be shown. */
export const failureSentence = (reference: string): string =>
  `I could not finish this. ${SAFE} Reference ${reference}.`;
