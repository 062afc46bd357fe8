/** The buttons of the cards, pressed through the real adapter with authentication on. */
import { type AdaptiveCard } from '../../../cards/index';
import { message, press, submit } from '../../support/bot-activities';
import { ASSOCIATIONS, failingClient, healthyClient, windowOf } from '../../support/bot-outputs';
import { type Sent, startTeams, type TeamsAround } from '../../support/bot-teams';
import { caseOf, wordsOf } from '../../support/card-words';

let teams: TeamsAround;
beforeEach(async () => {
  teams = await startTeams();
});
afterEach(() => teams.close());

interface InvokeAnswer {
  readonly statusCode: number;
  readonly type: string;
  readonly value: AdaptiveCard | string;
}

/** The first diagnosis, with its card. */
async function diagnosed(): Promise<Sent & { readonly card: AdaptiveCard }> {
  await teams.post(message(windowOf(failingClient(), ASSOCIATIONS)));
  const sent = await teams.card(1);
  // The press comes after the case has noted which message shows it.
  await teams.post(message('help'));
  await teams.card(2);
  return sent;
}

async function pressed(verb: string, data: Readonly<Record<string, unknown>>, on: string): Promise<InvokeAnswer> {
  const { status, body } = await teams.post(press(verb, data, on));
  expect(status).toBe(200);
  return JSON.parse(body) as InvokeAnswer;
}

describe('A button', () => {
  it('with a pasted output replaces its card at once and sends the new diagnosis', async () => {
    const { card, activityId } = await diagnosed();
    const pasted = windowOf(healthyClient(), ASSOCIATIONS);
    const answer = await pressed('paste', { case: caseOf(card), pasted }, activityId);
    expect(answer.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(wordsOf(answer.value as AdaptiveCard)).toContain('Done by Alex Wilber');
    expect(wordsOf((await teams.card(3)).card)).toContain('Both tunnels are up');
  });

  it('replaces its card for everybody, not only for who pressed', async () => {
    const { card, activityId } = await diagnosed();
    await pressed('fixed', { case: caseOf(card) }, activityId);
    await teams.until(() => teams.sent.some((sent) => sent.method === 'PUT' && sent.activityId === activityId));
    const replaced = teams.sent.find((sent) => sent.method === 'PUT' && sent.activityId === activityId);
    expect(wordsOf(replaced!.card!)).toContain('Done by Alex Wilber');
  });

  it('I fixed it asks for the security associations again', async () => {
    const { card, activityId } = await diagnosed();
    await pressed('fixed', { case: caseOf(card) }, activityId);
    expect(wordsOf((await teams.card(3)).card)).toContain('netsh advfirewall monitor show mmsa');
  });

  it('It shows an error asks for the error as it stands', async () => {
    const { card, activityId } = await diagnosed();
    const answer = await pressed('error', { case: caseOf(card) }, activityId);
    expect(answer).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Send the error as it stands.',
    });
    expect(wordsOf((await teams.card(3)).card)).toContain('Run as administrator');
  });

  it('Write note sends the note for the ticket', async () => {
    const { card, activityId } = await diagnosed();
    await pressed('note', { case: caseOf(card) }, activityId);
    expect(wordsOf((await teams.card(3)).card)).toContain('infrastructure tunnel failed at main mode');
  });

  it('See the steps sends the ladder as it stands', async () => {
    const { card, activityId } = await diagnosed();
    await pressed('steps', { case: caseOf(card) }, activityId);
    expect(wordsOf((await teams.card(3)).card)).toContain('Steps: stopped at 10 of 20');
  });

  it('Close case closes the case, and its old card then says why it changes nothing', async () => {
    const { card, activityId } = await diagnosed();
    await pressed('close', { case: caseOf(card) }, activityId);
    expect(wordsOf((await teams.card(3)).card)).toContain('Case C-1 is closed.');
    const answer = await pressed('paste', { case: caseOf(card), pasted: 'anything' }, activityId);
    expect(answer.value).toContain('Case C-1 is closed, so this card changes nothing.');
  });

  it('New case keeps what was read of the first', async () => {
    const { card, activityId } = await diagnosed();
    await pressed('new-case', { case: caseOf(card) }, activityId);
    expect(wordsOf((await teams.card(3)).card)).toContain('Case C-2 is open.');
    await pressed('note', { case: 'C-1' }, activityId);
    expect(wordsOf((await teams.card(4)).card)).toContain('infrastructure tunnel failed');
  });

  it('Try sample shows a case of its own, with a confirmed cause', async () => {
    await teams.post(message('help'));
    const { card } = await teams.card(1);
    await pressed('sample', { case: caseOf(card) }, 'none');
    const sample = wordsOf((await teams.card(2)).card);
    expect(sample).toContain('Infrastructure tunnel failed at main mode');
    expect(sample).toContain('Confirmed by sample/certutil-my.txt');
  });

  it('works by Action.Submit too', async () => {
    const { card, activityId } = await diagnosed();
    expect((await teams.post(submit('note', { case: caseOf(card) }, activityId))).status).toBe(200);
    expect(wordsOf((await teams.card(3)).card)).toContain('Note for the ticket');
  });

  it.each([
    ['a verb that no card has', 'format-disk', { case: 'C-1' }],
    ['no case', 'note', {}],
    ['a case that is no text', 'note', { case: 1 }],
  ])('with %s does nothing', async (_what, verb, data) => {
    await diagnosed();
    const answer = await pressed(verb, data, 'none');
    expect(answer.value).toContain('This button is of another release.');
  });

  it('with a case of another conversation does nothing', async () => {
    const { card, activityId } = await diagnosed();
    const foreign = {
      ...press('note', { case: caseOf(card) }, activityId),
      conversation: { id: 'a:bob', conversationType: 'personal', tenantId: '66666666-7777-4888-8999-000000000000' },
    };
    const { body } = await teams.post(foreign);
    expect((JSON.parse(body) as InvokeAnswer).value).toContain('This card belongs to a case of another conversation.');
  });

  it('leaves on the card of what changed what it said, with who pressed below', async () => {
    await diagnosed();
    await teams.post(message(windowOf(healthyClient(), ASSOCIATIONS)));
    const { card, activityId } = await teams.card(3);
    await teams.until(() => teams.sent.some(({ method }) => method === 'PUT'));
    const answer = await pressed('close', { case: caseOf(card) }, activityId);
    const done = JSON.stringify(answer.value);
    expect(done).toContain('What changed');
    expect(done).toContain('Done by');
    expect(done).not.toContain('Action.Execute');
  });

  it('loses its place on a card that a newer one has replaced', async () => {
    const { card, activityId } = await diagnosed();
    await teams.post(message(windowOf(healthyClient(), ASSOCIATIONS)));
    await teams.until(() => teams.sent.some((sent) => sent.method === 'PUT' && sent.activityId === activityId));
    const retired = teams.sent.find((sent) => sent.method === 'PUT' && sent.activityId === activityId);
    expect(JSON.stringify(card)).toContain('Action.Execute');
    expect(JSON.stringify(retired!.card)).not.toContain('Action.Execute');
  });

  it.each(['new case', 'close'])('loses its place on the card of a case that ended with %s', async (words) => {
    const { activityId } = await diagnosed();
    await teams.post(message(words));
    await teams.until(() => teams.sent.some((sent) => sent.method === 'PUT' && sent.activityId === activityId));
    const retired = teams.sent.find((sent) => sent.method === 'PUT' && sent.activityId === activityId);
    expect(JSON.stringify(retired!.card)).not.toContain('Action.Execute');
  });
});

describe('An invoke that is no button', () => {
  it('is answered as not implemented', async () => {
    const { status } = await teams.post({ ...press('note', {}, 'none'), name: 'task/fetch' });
    expect(status).toBe(501);
  });
});
