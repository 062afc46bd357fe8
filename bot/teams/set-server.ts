/** Takes the server's public addresses into the case: the tunnel endpoints follow from them where the rules were not sent. */
import { type Diagnosis } from '../../analyzers/index';
import { messageCard } from '../../cards/index';
import { securityAssociationsCommand } from '../cases/first-question';
import { type ServerAddresses, type TakenIn } from '../cases/living-case';
import { type StoreTransaction } from '../store/store-transaction';
import { type Answering, putCard } from './answering';
import { type BotParts } from './bot-parts';
import { standing } from './case-cards';
import { showDiagnosis, takeInServer } from './take-in';

export const setServer = (parts: BotParts, answering: Answering, addresses: ServerAddresses): Promise<void> =>
  takeInServer(parts, answering, addresses, (tx, taken) => tell(parts, tx, answering, addresses, taken));

async function tell(
  parts: BotParts,
  tx: StoreTransaction,
  answering: Answering,
  addresses: ServerAddresses,
  taken: TakenIn,
): Promise<void> {
  const diagnosis = standing(taken.case);
  const next = diagnosis === null ? securityAssociationsCommand() : diagnosis.next;
  const awaited = next === null || taken.changed ? null : { next, computer: diagnosis?.computer ?? null };
  const card = messageCard(`${said(addresses)} ${meaning(taken, diagnosis)}`, awaited);
  await putCard(parts, tx, answering, card, { part: 'server' });
  if (diagnosis !== null && taken.changed) await showDiagnosis(parts, tx, answering, taken);
}

const said = ({ first, second }: ServerAddresses): string =>
  second === undefined
    ? `The server's first public address is ${first}, and its second is taken as the next one.`
    : `The server's public addresses are ${first} and ${second}.`;

function meaning({ changed }: TakenIn, diagnosis: Diagnosis | null): string {
  if (diagnosis === null) return 'Now send an output of the client.';
  return changed ? 'The diagnosis has changed.' : 'The diagnosis has not changed.';
}
