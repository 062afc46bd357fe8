/** Takes the server's public addresses into the case: the tunnel endpoints follow from them where the rules were not sent. */
import { type Diagnosis } from '../../analyzers/index';
import { messageCard } from '../../cards/index';
import { securityAssociationsCommand } from '../cases/first-question';
import { type ServerAddresses, type TakenIn } from '../cases/living-case';
import { type BotParts } from './bot-parts';
import { standing } from './case-cards';
import { showDiagnosis } from './take-in';

export async function setServer(
  parts: BotParts,
  conversation: string,
  addresses: ServerAddresses,
  at: string | undefined,
): Promise<void> {
  await parts.shown.run(conversation, async () => {
    await tell(parts, conversation, addresses, await parts.cases.setServer(conversation, addresses), at);
  });
}

async function tell(
  parts: BotParts,
  conversation: string,
  addresses: ServerAddresses,
  taken: TakenIn,
  at: string | undefined,
): Promise<void> {
  const diagnosis = standing(taken.case);
  const next = diagnosis === null ? securityAssociationsCommand() : diagnosis.next;
  const awaited = next === null || taken.changed ? null : { next, computer: diagnosis?.computer ?? null };
  await parts.courier.card(conversation, messageCard(`${said(addresses)} ${meaning(taken, diagnosis)}`, awaited));
  if (diagnosis !== null && taken.changed) await showDiagnosis(parts, conversation, taken, at);
}

const said = ({ first, second }: ServerAddresses): string =>
  second === undefined
    ? `The server's first public address is ${first}, and its second is taken as the next one.`
    : `The server's public addresses are ${first} and ${second}.`;

function meaning({ changed }: TakenIn, diagnosis: Diagnosis | null): string {
  if (diagnosis === null) return 'Now send an output of the client.';
  return changed ? 'The diagnosis has changed.' : 'The diagnosis has not changed.';
}
