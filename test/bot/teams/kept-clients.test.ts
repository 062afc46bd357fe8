/** Clients of the connector are made once for each service, and belong to the bot that asked for them. */
import { ClaimsIdentity } from 'botframework-connector';

import { botAuthentication } from '../../../bot/teams/bot-authentication';
import { KeptClients } from '../../../bot/teams/kept-clients';

const TEAMS = 'https://smba.trafficmanager.net/emea/';
const botNamed = (id: string) => new ClaimsIdentity([{ type: 'aud', value: id }], true);

describe('A client of the connector', () => {
  const clients = new KeptClients(botAuthentication(null));
  const clientOf = (bot: string, service: string) =>
    clients.createConnectorFactory(botNamed(bot)).create(service, 'https://api.botframework.com');

  it('is the same for the same bot and service', async () => {
    expect(await clientOf('one', TEAMS)).toBe(await clientOf('one', TEAMS));
  });

  it('is another for another service, and talks to that one', async () => {
    const [emea, amer] = [await clientOf('one', TEAMS), await clientOf('one', 'https://other.example/')];
    expect(emea).not.toBe(amer);
    expect([emea, amer].map((client) => Reflect.get(client, 'baseUri') as unknown)).toEqual([
      TEAMS,
      'https://other.example/',
    ]);
  });

  it('is another for another bot', async () => {
    expect(await clientOf('one', TEAMS)).not.toBe(await clientOf('two', TEAMS));
  });
});
