/** The sign-in at the start: one sentence for whoever starts the bot, and never the secret. */
import nock from 'nock';

import { checkTicketSystem, openTicketSystem } from '../../../bot/tickets/open-ticket-system';
import { TICKET_SYSTEMS, type TicketSystemName } from '../../../bot/tickets/ticket-system';

const SECRET = 'very-secret';
const checked = (system: TicketSystemName, url = 'https://tickets.example.com'): Promise<string | null> =>
  checkTicketSystem(
    openTicketSystem({
      system,
      url,
      user: 'triage',
      secret: SECRET,
      pattern: /x/u,
      table: 'incident',
      redacted: false,
    }),
  );
const everything = () => nock('https://tickets.example.com').persist();

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});
afterAll(() => nock.restore());

describe.each(TICKET_SYSTEMS)('The sign-in to %s', (system) => {
  it('that is refused is said with what to check', async () => {
    everything().get(/.*/).reply(401, {}).post(/.*/).reply(401, {});
    const sentence = await checked(system);
    expect(sentence).toContain('did not take the sign-in (401): check TUNNEL_TRIAGE_TICKET_USER');
    expect(sentence).not.toContain(SECRET);
  });

  it('that finds nothing at the address is said', async () => {
    everything().get(/.*/).reply(404, {}).post(/.*/).reply(404, {});
    expect(await checked(system)).toContain('answered 404 at TUNNEL_TRIAGE_TICKET_URL: check that address.');
  });

  it('that meets nobody is said, and does not keep the bot from starting', async () => {
    nock.enableNetConnect('127.0.0.1');
    const sentence = await checked(system, 'http://127.0.0.1:9');
    expect(sentence).toContain('does not answer at TUNNEL_TRIAGE_TICKET_URL (');
    expect(sentence).not.toContain(SECRET);
  });
});
