/** Answers the buttons that only show: more actions, the forms behind them, and how the case is now. Nothing of the case changes by them. */
import { actionsCard, type AdaptiveCard, remindCard, serverCard, settledCard, type ShowVerb } from '../../cards/index';
import { type CaseRecord } from '../cases/case-record';
import { clockOf } from '../cases/follow-up-words';
import { caseOf } from '../store/case-rows';
import { scopeOf } from '../store/conversations';
import { type StoreTransaction } from '../store/store-transaction';
import { putCard } from './answering';
import { type BotParts } from './bot-parts';
import { type ShowPress } from './button-press';
import { contextOf, standing } from './case-cards';
import { caseNow } from './case-now';
import { remindTimes } from './chosen-time';
import { isOwnCard } from './done-card';
import { type Delivered } from './inbox';
import { FOREIGN_CARD, type PressAnswer, said } from './press-answer';
import { everywhere } from './pressed-card';

/** In the transaction of the turn. A form that is opened from the list of actions takes its place; from the card of the case it stands below. */
export async function answerShowPress(
  parts: BotParts,
  tx: StoreTransaction,
  press: ShowPress,
  delivered: Delivered,
): Promise<PressAnswer> {
  const record = await caseOf(tx, press.conversation, press.caseId);
  if (record === null) return FOREIGN_CARD;
  if (press.verb === 'refresh') return { kind: 'card', card: await caseNow(tx, record, press.cardActivityId) };
  if (record.state === 'closed') {
    const sentence = `Case ${record.id} is closed, so there is nothing more to do. The next output opens another.`;
    if (isOwnCard(record, press)) return said(sentence);
    return everywhere(parts, tx, press, delivered, settledCard(sentence, null, clockOf(parts.now(), 'UTC')));
  }
  const card = await FORMS[press.verb](parts, tx, record, delivered);
  if (press.verb !== 'actions' && !isOwnCard(record, press)) return everywhere(parts, tx, press, delivered, card);
  await putCard(parts, tx, delivered, card);
  return said(BELOW[press.verb]);
}

type Form = Exclude<ShowVerb, 'refresh'>;

const BELOW: Readonly<Record<Form, string>> = {
  actions: 'All the actions are below.',
  remind: 'Choose below when I ask again.',
  server: 'Write the addresses below.',
};

const FORMS: Readonly<
  Record<Form, (parts: BotParts, tx: StoreTransaction, record: CaseRecord, where: Delivered) => Promise<AdaptiveCard>>
> = {
  actions: (_parts, _tx, record) => Promise.resolve(actionsCard(standing(record), contextOf(record))),
  remind: async ({ followUps, now, retentionDays }, tx, record, where) => {
    const isPersonal = (await scopeOf(tx, where.conversation)) === 'personal';
    const others = isPersonal ? null : (await followUps.rulesFor(tx, { ...where, person: null })).zone;
    const own = await followUps.rulesFor(tx, where);
    return remindCard(remindTimes(own, others, now(), retentionDays), contextOf(record));
  },
  server: (_parts, _tx, record) => {
    const { serverIpv4, serverIpv4Second } = record.evidence;
    return Promise.resolve(serverCard({ first: serverIpv4 ?? '', second: serverIpv4Second ?? '' }, contextOf(record)));
  },
};
