/** Does what the press of a button asked for, after its turn was answered. */
import { type CaseVerb, messageCard, proofCard } from '../../cards/index';
import { closeCase, expectCommand } from '../cases/case-steps';
import { type CaseRecord } from '../cases/case-record';
import { securityAssociationsCommand } from '../cases/first-question';
import { caseNumber } from '../store/case-id';
import { beginCase } from '../store/case-rows';
import { type StoreTransaction } from '../store/store-transaction';
import { type Answering, answerWith, putCard } from './answering';
import { type BotParts } from './bot-parts';
import { type CasePress } from './button-press';
import { contextOf, noteCardOf, standing, stepsCardOf } from './case-cards';
import { sendScript } from './collecting-script';
import { judgeCause } from './judge-cause';
import { postToTicket } from './post-to-ticket';
import { setServer } from './set-server';
import { showSample } from './show-sample';
import { retireCard, takeInAndShow } from './take-in';
import { writtenServer } from './written-server';

type Deed = (parts: BotParts, answering: Answering, press: CasePress, record: CaseRecord) => Promise<void>;

export const doPressed: Deed = (parts, answering, press, record) => DEEDS[press.verb](parts, answering, press, record);

const DEEDS: Readonly<Record<CaseVerb, Deed>> = {
  paste: (parts, answering, { pasted }) => takeInAndShow(parts, answering, { uploads: [], pasted }),
  answer: (parts, answering, { pasted }) => takeInAndShow(parts, answering, { uploads: [], pasted }),
  'not-this': (parts, answering, { cause }, record) => judgeCause(parts, answering, record, { cause, aside: true }),
  'take-back': (parts, answering, { cause }, record) => judgeCause(parts, answering, record, { cause, aside: false }),
  'set-server': async (parts, answering, { server }) => {
    const addresses = writtenServer(server);
    if (addresses !== null && typeof addresses !== 'string') await setServer(parts, answering, addresses);
  },
  proof: (parts, answering, _press, record) => {
    const diagnosis = standing(record);
    const nothing = messageCard(`There is no proof yet: nothing was read in case ${record.id}.`, null);
    return answerWith(parts, answering, diagnosis === null ? nothing : proofCard(diagnosis, contextOf(record)));
  },
  fixed: (parts, answering, _press, record) => answering.commit((tx) => askAgain(parts, tx, answering, record)),
  error: (parts, answering, _press, record) => {
    const diagnosis = standing(record);
    const awaited = diagnosis?.next == null ? null : { next: diagnosis.next, computer: diagnosis.computer };
    return answerWith(parts, answering, messageCard(ON_AN_ERROR, awaited));
  },
  'new-case': (parts, answering, _press, record) =>
    answering.commit(async (tx) => {
      const { conversation, person } = answering;
      const { id } = await beginCase(tx, conversation, { at: parts.now(), person });
      await cancelFollowUps(parts, tx, record);
      await putCard(parts, tx, answering, messageCard(`Case ${id} is open. Send an output to begin.`, null));
    }),
  close: (parts, answering, _press, record) =>
    answering.commit(async (tx) => {
      await closeCase(tx, record, { at: parts.now(), person: answering.person });
      await cancelFollowUps(parts, tx, record);
      // The button may be one of a prompt: then the diagnosis still has its own.
      await retireCard(parts, tx, answering, record);
      const said = `Case ${record.id} is closed. The next output opens another.`;
      await putCard(parts, tx, answering, messageCard(said, null));
    }),
  sample: (parts, answering) => showSample(parts, answering),
  collect: (parts, answering, _press, record) =>
    sendScript(parts, answering, standing(record)?.next?.runOn === 'server' ? ['server'] : []),
  ticket: (parts, answering, _press, record) => postToTicket(parts, answering, record),
  steps: (parts, answering, _press, record) => answerWith(parts, answering, stepsCardOf(record)),
  note: (parts, answering, press, record) =>
    answerWith(parts, answering, noteCardOf(record, press.at ?? new Date(parts.now()).toISOString())),
};

const ON_AN_ERROR =
  'Send the error as it stands: paste the window from the prompt to the next prompt. If it says that elevation is required, open the Command Prompt with "Run as administrator" and run it again.';

/** After a repair the ladder is climbed again from the SAs, which imply most of it. */
async function askAgain(
  parts: BotParts,
  tx: StoreTransaction,
  answering: Answering,
  record: CaseRecord,
): Promise<void> {
  const { conversation, person } = answering;
  const at = parts.now();
  const next = securityAssociationsCommand();
  await expectCommand(tx, record, next, { at, person });
  const number = caseNumber(record.id);
  if (number !== null && person !== null) {
    await parts.followUps.planFollowUp(tx, { caseNumber: number, conversation, person, at });
  }
  const computer = standing(record)?.computer ?? null;
  await putCard(parts, tx, answering, messageCard('This shows whether the repair worked.', { next, computer }));
}

async function cancelFollowUps({ followUps }: BotParts, tx: StoreTransaction, record: CaseRecord): Promise<void> {
  const number = caseNumber(record.id);
  if (number !== null) await followUps.cancelFollowUps(tx, number, 'closed');
}
