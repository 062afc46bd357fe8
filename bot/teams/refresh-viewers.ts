/** Whose clients ask by themselves how a case is now when they show its card again: those who have taken part in it. */
import { type AdaptiveCard } from '../../cards/index';
import { type CaseRecord } from '../cases/case-record';
import { caseNumber } from '../store/case-id';
import { peopleOfCase } from '../store/case-people';
import { type StoreTransaction } from '../store/store-transaction';

/** Teams takes so many; all others find "Refresh card" in the menu of the message (Microsoft Learn, "Work with Universal Actions"). */
export const MAX_VIEWERS = 60;

/**
 * The card for everybody is changed by an update; this is for whoever missed it. Naming the people bounds what comes: without the list the
 * client of every reader of a channel would ask, each time it draws the card.
 */
export async function withViewers(
  tx: StoreTransaction,
  { id }: Pick<CaseRecord, 'id'>,
  card: AdaptiveCard,
): Promise<AdaptiveCard> {
  const number = caseNumber(id);
  if (number === null || card.refresh === undefined) return card;
  const userIds = (await peopleOfCase(tx, number, MAX_VIEWERS)).flatMap(teamsId);
  return { ...card, refresh: { ...card.refresh, userIds } };
}

/** A key is the tenant and the id in its directory; Teams takes that as `8:orgid:ID`, or the id by which the bot knows the person. */
function teamsId(key: string): readonly string[] {
  const id = key.slice(key.indexOf('/') + 1);
  if (id === '') return [];
  return [/^\d+:/.test(id) ? id : `8:orgid:${id}`];
}
