/** The outbox with the real courier and a connector on the loopback interface that refuses as a test says. */
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

import { createCounters } from '../../../bot/counters';
import { createLog } from '../../../bot/log';
import { liveReference, markConversationDead, rememberConversation } from '../../../bot/store/conversations';
import { botAuthentication } from '../../../bot/teams/bot-authentication';
import { createBotAdapter } from '../../../bot/teams/bot-adapter';
import { createCourier } from '../../../bot/teams/courier';
import { putOut } from '../../../bot/teams/outbox';
import { createSendWork } from '../../../bot/teams/send-job';
import { messageCard } from '../../../cards/index';
import { describeHomes } from '../../support/homes';
import { type JobInstance, jobInstances, until } from '../../support/job-instances';

/** What the connector answers, in order; 201 when nothing is left. */
let answers: number[];
let asked: number;
let server: Server;
beforeEach(async () => {
  answers = [];
  asked = 0;
  server = createServer((request, response) => {
    asked += 1;
    request.resume();
    response.writeHead(answers.shift() ?? 201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: `sent-${asked}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const ALEX = 'msteams/a:alex';

describeHomes('A message in the outbox', (open, of) => {
  const instance = jobInstances(open, of);

  async function outbox(): Promise<JobInstance> {
    const made = await instance();
    const { home, jobs } = made;
    const log = createLog('silent');
    const reference = {
      bot: { id: '28:bot' },
      conversation: { id: 'a:alex', conversationType: 'personal' },
      channelId: 'msteams',
      serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    };
    await rememberConversation(home.db, ALEX, reference, { tenant: null, scope: 'personal', team: null }, Date.now());
    const courier = createCourier({
      adapter: createBotAdapter(botAuthentication(null), log),
      appId: '',
      referenceOf: (conversation) => liveReference(home.db, conversation),
      log,
      counters: createCounters(),
    });
    await made.start({ send: createSendWork({ home, jobs, courier, log, now: Date.now }) });
    return made;
  }
  const put = ({ jobs }: JobInstance, key: string): Promise<void> =>
    jobs.transaction((tx) =>
      putOut(jobs, tx, key, { what: 'card', conversation: ALEX, card: messageCard(key, null), shows: null }),
    );
  const stateOf = async ({ home }: JobInstance, key: string): Promise<string | undefined> =>
    (await home.db.selectFrom('jobs').select('state').where('key', '=', `send/${key}`).executeTakeFirst())?.state;

  it('is sent once however often it is put out', async () => {
    const made = await outbox();
    await Promise.all([put(made, 'one'), put(made, 'one')]);
    await until(async () => (await stateOf(made, 'one')) === 'done');
    expect(asked).toBe(1);
  });

  it('is sent again after 412', async () => {
    const made = await outbox();
    answers = [412];
    await put(made, 'one');
    await until(async () => (await stateOf(made, 'one')) === 'done');
    expect(asked).toBe(2);
  });

  it.each([403, 404])('is not sent again after %d, and neither is the next', async (status) => {
    const made = await outbox();
    answers = [status];
    await put(made, 'one');
    await put(made, 'two');
    await until(async () => (await stateOf(made, 'two')) === 'cancelled');
    expect(await stateOf(made, 'one')).toBe('cancelled');
    expect(asked).toBe(1);
    expect(await liveReference(made.home.db, ALEX)).toBeNull();
  });

  it('is dead at once after an answer that would be the same again', async () => {
    const made = await outbox();
    answers = [400];
    await put(made, 'one');
    await until(async () => (await stateOf(made, 'one')) === 'dead');
    expect(asked).toBe(1);
  });

  it('does not go where the bot was removed', async () => {
    const made = await outbox();
    await markConversationDead(made.home.db, ALEX, Date.now());
    await put(made, 'one');
    await until(async () => (await stateOf(made, 'one')) === 'cancelled');
    expect(asked).toBe(0);
  });
});
