/** Notes from the transaction of a diagnosis to the ticket: on both homes, with the real job engine and a receiver that refuses as a test says. */
import { type CaseDiagnosis, type CaseRecord } from '../../../bot/cases/case-record';
import { createLog } from '../../../bot/log';
import { actionsOfCase } from '../../../bot/store/audit-trail';
import { caseNumber } from '../../../bot/store/case-id';
import { beginCase, openCase } from '../../../bot/store/case-rows';
import { prune } from '../../../bot/store/retention';
import { standInsFor } from '../../../bot/store/ticket-stand-ins';
import { type CaseTickets, createCaseTickets, type Planned } from '../../../bot/tickets/case-tickets';
import { createNoteWork } from '../../../bot/tickets/note-job';
import { openSignedWebhook } from '../../../bot/tickets/signed-webhook';
import { type TicketSystemName } from '../../../bot/tickets/ticket-system';
import { failedConfirmed, healthy, intranetFailed, needsMore } from '../../support/diagnosis-examples';
import { erased } from '../../support/erased';
import { describeHomes } from '../../support/homes';
import { type JobInstance, jobInstances, until } from '../../support/job-instances';
import { startReceiver, type WebhookReceiver } from '../../support/webhook-receiver';

const ALEX = 'msteams/a:alex';
const SAM = 'msteams/a:sam';
const AT = '2026-11-24T12:50:00';

let receiver: WebhookReceiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.close());

interface Scene {
  readonly instance: JobInstance;
  readonly tickets: CaseTickets;
  readonly record: CaseRecord;
  readonly said: string[];
  readonly plan: (
    diagnosis: CaseDiagnosis,
    more?: { readonly asked?: boolean; readonly of?: CaseRecord },
  ) => Promise<Planned>;
  readonly states: () => Promise<readonly string[]>;
}

describeHomes('The notes of a case', (open, of) => {
  const instances = jobInstances(open, of);

  async function scene({
    redacted = false,
    setUp = 'webhook',
  }: { readonly redacted?: boolean; readonly setUp?: TicketSystemName } = {}): Promise<Scene> {
    const instance = await instances();
    const { home, jobs } = instance;
    const { url } = receiver;
    const system = openSignedWebhook({ url, user: null, secret: 's', table: '', fetch: (request) => fetch(request) });
    const settings = { system: 'webhook', pattern: /\bNET-\d+\b/iu, redacted } as const;
    const tickets = createCaseTickets({ system, settings, jobs, now: Date.now });
    const said: string[] = [];
    const work = createNoteWork({
      home,
      open: { name: setUp, system },
      say: (_tx, _conversation, _key, sentence) => {
        said.push(sentence);
        return Promise.resolve();
      },
      log: createLog('silent'),
      now: Date.now,
    });
    await instance.start({ note: work });
    const record = await jobs.transaction(async (tx) => {
      const begun = await openCase(tx, ALEX, { at: Date.now(), person: null });
      return tickets.find(tx, begun, { title: 'NET-12: no intranet', channel: null, text: '' });
    });
    return {
      instance,
      tickets,
      record,
      said,
      plan: (diagnosis, { asked = false, of: whose = record } = {}) =>
        jobs.transaction((tx) => tickets.plan(tx, { record: whose, diagnosis, at: AT, asked })),
      states: async () =>
        (await home.db.selectFrom('jobs').select('state').where('kind', '=', 'note').orderBy('sequence').execute()).map(
          ({ state }) => state,
        ),
    };
  }
  const settled = async ({ states }: Scene, count: number): Promise<void> =>
    until(async () => {
      const all = await states();
      return all.length === count && all.every((state) => state !== 'pending' && state !== 'running');
    });

  it('is written once for one state, and leaves a trace', async () => {
    const made = await scene();
    expect(await made.plan(failedConfirmed)).toBe('planned');
    expect(await made.plan(failedConfirmed)).toBe('unchanged');
    expect(await made.plan(failedConfirmed, { asked: true })).toBe('unchanged');
    await settled(made, 1);
    expect(receiver.came.map(({ ticket, occasion }) => [ticket, occasion])).toEqual([['NET-12', 'failed']]);
    expect(receiver.came[0]!.text).toContain(receiver.came[0]!.id);
    const actions = await actionsOfCase(made.instance.home.db, caseNumber(made.record.id)!, 10);
    expect(actions.map(({ action }) => action)).toEqual(['note-written', 'ticket-bound']);
  });

  it('is not there where the transaction of the diagnosis came to nothing, nor is its state', async () => {
    const made = await scene();
    const undone = made.instance.jobs.transaction(async (tx) => {
      await made.tickets.plan(tx, { record: made.record, diagnosis: failedConfirmed, at: AT, asked: false });
      throw new Error('The case was changed meanwhile.');
    });
    await expect(undone).rejects.toThrow('meanwhile');
    expect(await made.states()).toEqual([]);
    expect(await made.plan(failedConfirmed)).toBe('planned');
  });

  it('is one where two diagnoses of the same state come at the same time', async () => {
    const made = await scene();
    const planned = await Promise.all([made.plan(failedConfirmed), made.plan(failedConfirmed)]);
    expect([...planned].sort()).toEqual(['planned', 'unchanged']);
    await settled(made, 1);
    expect(receiver.came).toHaveLength(1);
  });

  it('follows the case: failed, changed, healed, and failed again as before', async () => {
    const made = await scene();
    for (const diagnosis of [failedConfirmed, intranetFailed, healthy, failedConfirmed]) {
      expect(await made.plan(diagnosis)).toBe('planned');
    }
    await settled(made, 4);
    expect(receiver.came.map(({ occasion }) => occasion)).toEqual(['failed', 'changed', 'healed', 'failed']);
    expect(new Set(receiver.came.map(({ id }) => id)).size).toBe(4);
  });

  it('begins with a failure, unless somebody asks for it', async () => {
    const made = await scene();
    expect(await made.plan(needsMore)).toBe('quiet');
    expect(await made.plan(healthy)).toBe('quiet');
    expect(await made.plan(needsMore, { asked: true })).toBe('planned');
    expect(await made.plan(healthy)).toBe('planned');
    await settled(made, 2);
    expect(receiver.came.map(({ occasion }) => occasion)).toEqual(['asked', 'healed']);
  });

  it('is tried again after 503 and 429, under the same id', async () => {
    const made = await scene();
    receiver.answers.push(503, 429);
    await made.plan(failedConfirmed);
    await settled(made, 1);
    expect(await made.states()).toEqual(['done']);
    expect(receiver.came).toHaveLength(3);
    expect(new Set(receiver.came.map(({ id }) => id)).size).toBe(1);
    expect(made.said).toEqual([]);
  });

  it.each([
    [401, 'did not take my sign-in (401)'],
    [403, 'does not let me write to NET-12 (403)'],
    [404, 'shows me no ticket NET-12 (404)'],
  ])(
    'is given up after %d with one sentence, and nothing more is tried until somebody asks',
    async (status, sentence) => {
      const made = await scene();
      receiver.answers.push(status);
      await made.plan(failedConfirmed);
      await settled(made, 1);
      expect(await made.states()).toEqual(['dead']);
      expect(made.said).toEqual([expect.stringContaining(sentence)]);
      expect(await made.plan(healthy)).toBe('refused');
      expect(await made.plan(failedConfirmed, { asked: true })).toBe('planned');
      await settled(made, 2);
      expect(await made.states()).toEqual(['dead', 'done']);
    },
  );

  it('that was given up is not written by an operator who tries it again where it was written since', async () => {
    const made = await scene();
    receiver.answers.push(404);
    await made.plan(failedConfirmed);
    await settled(made, 1);
    await made.plan(failedConfirmed, { asked: true });
    await settled(made, 2);
    expect(await made.instance.jobs.retryDead(null)).toBe(1);
    await until(async () => (await made.states())[0] === 'cancelled');
    expect(receiver.came).toHaveLength(2);
  });

  it('that was given up and is written when an operator tries it again counts as the last one', async () => {
    const made = await scene();
    receiver.answers.push(403);
    await made.plan(failedConfirmed);
    await settled(made, 1);
    await made.instance.jobs.retryDead(null);
    await until(async () => (await made.states())[0] === 'done');
    expect(await made.plan(failedConfirmed, { asked: true })).toBe('unchanged');
    expect(receiver.came).toHaveLength(2);
  });

  it('goes to another ticket from its beginning', async () => {
    const made = await scene();
    await made.plan(failedConfirmed);
    const moved = await made.instance.jobs.transaction((tx) => made.tickets.bind(tx, made.record, 'NET-13', null));
    expect(await made.plan(failedConfirmed, { of: moved })).toBe('planned');
    await settled(made, 2);
    expect(receiver.came.map(({ ticket }) => ticket)).toEqual(['NET-12', 'NET-13']);
  });

  it('goes nowhere without a ticket', async () => {
    const made = await scene();
    const unbound = await made.instance.jobs.transaction((tx) => made.tickets.bind(tx, made.record, null, null));
    expect(await made.plan(failedConfirmed, { of: unbound, asked: true })).toBe('no-ticket');
  });

  it('keeps the ticket that a person named, whatever a later message says', async () => {
    const made = await scene();
    await made.instance.jobs.transaction((tx) => made.tickets.bind(tx, made.record, 'NET-13', null));
    const later = await made.instance.jobs.transaction((tx) =>
      made.tickets.find(tx, made.record, { title: 'NET-99', channel: null, text: '' }),
    );
    expect(later).toBe(made.record);
    expect(await made.instance.jobs.transaction((tx) => made.tickets.of(tx, made.record))).toMatchObject({
      ticket: 'NET-13',
      origin: 'hand',
    });
  });

  it('is dropped where another system was set up since', async () => {
    const made = await scene({ setUp: 'jira' });
    await made.plan(failedConfirmed);
    await settled(made, 1);
    expect(await made.states()).toEqual(['cancelled']);
    expect(receiver.came).toEqual([]);
  });

  it('names nobody where names are replaced, and a name has one stand-in in every note of the ticket', async () => {
    const made = await scene({ redacted: true });
    await made.plan(failedConfirmed);
    const sam = await made.instance.jobs.transaction(async (tx) => {
      const begun = await openCase(tx, SAM, { at: Date.now(), person: null });
      return made.tickets.bind(tx, begun, 'NET-12', null);
    });
    await made.plan(failedConfirmed, { of: sam });
    await settled(made, 2);
    const texts = receiver.came.map(({ text }) => text.replace(/tt-[0-9a-f]+|Case C-\d+/g, ''));
    expect(texts[0]).not.toContain('CLIENT1');
    expect(texts[1]).toBe(texts[0]);
    const { payloads } = await stored(made);
    expect(payloads.join('\n')).not.toContain('CLIENT1');
  });

  it('keeps what stands for what as long as a case has the ticket', async () => {
    const made = await scene({ redacted: true });
    const { home, jobs } = made.instance;
    await made.plan(failedConfirmed);
    await settled(made, 1);
    const second = await jobs.transaction(async (tx) =>
      made.tickets.bind(tx, await beginCase(tx, ALEX, { at: Date.now(), person: null }), 'NET-12', null),
    );
    await home.db
      .updateTable('cases')
      .set({ updated_at: 0 })
      .where('number', '=', caseNumber(made.record.id)!)
      .execute();
    expect(await prune(home, Date.now(), 1)).toMatchObject({ cases: 1 });
    expect(await standInsFor(home.db, 'NET-12')).toContain('CLIENT1'.toLowerCase());
    await erased(home, { kind: 'case', id: second.id }, Date.now());
    expect(await standInsFor(home.db, 'NET-12')).toBeNull();
  });

  const stored = async ({ instance }: Scene): Promise<{ readonly payloads: readonly string[] }> => {
    const rows = await instance.home.db.selectFrom('jobs').select('payload').execute();
    return { payloads: rows.map(({ payload }) => payload) };
  };
});
