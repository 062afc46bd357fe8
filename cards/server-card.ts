/** Asks for the public addresses of the DirectAccess server: the tunnel endpoints follow from them where no rules were sent. */
import { buttons } from './buttons';
import { type CardContext } from './card-context';
import { type AdaptiveCard } from './elements';
import { card, text, title } from './kit';
import { serverInputs, type WrittenServer } from './server-inputs';
import { words } from './words';

export function serverCard(given: WrittenServer, context: CardContext): AdaptiveCard {
  const said = words`Addresses of the server`;
  return card(`${said}: which public IPv4 addresses does the DirectAccess server have?`, [
    title(said),
    text(words`The tunnel endpoints follow from them where the rules of the client were not sent.`, {
      spacing: 'Small',
    }),
    ...serverInputs(given),
    ...buttons(['set-server'], [], context),
  ]);
}
