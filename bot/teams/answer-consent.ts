/** Answers whether a person takes an offered script: its bytes go where Teams said, and the question goes away. */
import { collectScript } from '../../analyzers/index';
import { messageCard } from '../../cards/index';
import { type StoreTransaction } from '../store/store-transaction';
import { type Answering, putCard } from './answering';
import { type BotParts } from './bot-parts';
import { type FileConsent, takenFile } from './file-consent';
import { putOut } from './outbox';
import { putFile } from './put-file';

const DECLINED = 'The file stays here. The line to paste gathers the same, without the zip.';

export async function answerConsent(parts: BotParts, answering: Answering, consent: FileConsent): Promise<void> {
  const { order, place } = consent;
  if (place === null) {
    return answering.commit(async (tx) => {
      await removeOffer(parts, tx, answering, consent);
      await putCard(parts, tx, answering, messageCard(DECLINED, null));
    });
  }
  const { script } = collectScript(order);
  await putFile(place, Buffer.from(script), parts.downloads, answering.signal);
  const { conversation, key } = answering;
  await answering.commit(async (tx) => {
    await removeOffer(parts, tx, answering, consent);
    await putOut(parts.jobs, tx, `${key}/file`, { what: 'file', conversation, attachment: takenFile(place) });
  });
}

/** A second answer to it would only find that its place is gone. */
async function removeOffer(
  { jobs }: BotParts,
  tx: StoreTransaction,
  { conversation, key }: Answering,
  { offerActivityId }: FileConsent,
): Promise<void> {
  if (offerActivityId === null) return;
  await putOut(jobs, tx, `${key}/offer`, { what: 'remove', conversation, activityId: offerActivityId });
}
