/** What a prompt, the closing question and the list of open cases say, and which buttons they have. */
import { type Diagnosis } from '../../analyzers/diagnosis/diagnosis';
import { type Awaited, causeQuestionCard, closingQuestionCard, followUpCard, openCasesCard } from '../../cards/index';
import { cards, context } from '../support/card-examples';
import { buttonsOf, parts, texts } from '../support/card-reading';
import { diagnosis, failedConfirmed, failedOpen, needsMore, sasCommand } from '../support/diagnosis-examples';

const awaited = (made: Diagnosis | null, more: Partial<Awaited> = {}): Awaited => ({
  diagnosis: made,
  nothingRead: made === null,
  next: made?.next ?? sasCommand,
  asked: 'today at 11:40',
  of: null,
  ...more,
});

const sentence = (given: Awaited): string => texts(followUpCard(given, context))[2]!;

describe('A prompt says why the output matters', () => {
  const beforeTunnels: Diagnosis = {
    ...diagnosis({ 'client.firewall': ['failed', 'The firewall is off.'] }, { next: sasCommand }),
    outcome: 'failed',
    failedStep: 'client.firewall',
  };
  it.each([
    [
      'a tunnel that failed',
      awaited(failedOpen),
      'The infrastructure tunnel failed at main mode, and this output tells why.',
    ],
    [
      'a failure before the tunnels',
      awaited(beforeTunnels),
      'Failed before the tunnels: Windows Firewall. This output tells why.',
    ],
    ['nothing that failed', awaited(needsMore), 'Nothing failed so far, and this output decides how it goes on.'],
    ['a repair', awaited(failedConfirmed), 'It shows whether the repair worked.'],
    ['nothing read', awaited(null), 'Nothing was read so far, and this output shows most at once.'],
    ['a diagnosis of another release', awaited(null, { nothingRead: false }), 'This output decides how it goes on.'],
  ])('after %s', (_what, given, why) => {
    expect(sentence(given)).toBe(`I asked for it today at 11:40. ${why}`);
  });

  it('and where others read it too, of whom it was asked', () => {
    expect(sentence(awaited(needsMore, { of: 'Alex Wilber' }))).toMatch(
      /^I asked Alex Wilber for it today at 11:40\. /,
    );
  });
});

describe('The buttons', () => {
  it('of a prompt are the answer and tomorrow; the others wait in the menu', () => {
    expect(buttonsOf(followUpCard(awaited(failedOpen), context))).toEqual([
      'I ran it',
      'Send output',
      'Tomorrow',
      '[In an hour]',
      '[Solved]',
      '[Stop asking]',
    ]);
  });

  it('of the closing question close the case too', () => {
    expect(buttonsOf(closingQuestionCard(awaited(failedOpen), context))).toEqual([
      'I ran it',
      'Send output',
      'Tomorrow',
      '[Close case]',
      '[Stop asking]',
    ]);
  });

  it('are gone where somebody has answered', () => {
    expect(JSON.stringify(cards['settled'])).not.toContain('Action.');
  });

  it('carry the case, and nothing with authority', () => {
    const data = parts(followUpCard(awaited(failedOpen), context).body).flatMap((part) =>
      part['type'] === 'Action.Execute' ? [part['data']] : [],
    );
    expect(data).toEqual(Array.from({ length: 5 }, () => ({ case: 'C-142' })));
  });
});

describe('The question of the cause', () => {
  it('offers the causes of the diagnosis, something else and nobody knows, each in one press', () => {
    const card = causeQuestionCard(failedConfirmed, { by: 'Alex Wilber', at: '2026-11-24T10:02' }, context);
    const pressed = parts(card.body).flatMap(({ selectAction }) =>
      typeof selectAction === 'object' && selectAction !== null && 'data' in selectAction ? [selectAction.data] : [],
    );
    expect(pressed).toEqual([
      { case: 'C-142', cause: 'certificate-expired' },
      { case: 'C-142', cause: 'other' },
      { case: 'C-142', cause: 'unknown' },
    ]);
  });

  it('names no more causes than a phone shows at once', () => {
    const [cause] = failedConfirmed.causes;
    const many = { ...failedConfirmed, causes: Array.from({ length: 20 }, () => cause!) };
    const card = causeQuestionCard(many, { by: 'Alex Wilber', at: '2026-11-24T10:02' }, context);
    expect(texts(card).filter((text) => text === 'Choose')).toHaveLength(6);
  });
});

describe('The list of open cases', () => {
  it('says of each case its name, where it stands and who is asked', () => {
    expect(
      texts(cards['open-cases']!)
        .filter((text) => text !== ' ')
        .slice(0, 7),
    ).toEqual([
      '12 open cases',
      '6 wait for an output. The oldest comes first.',
      '✓',
      'CLIENT1 · C-131',
      'Both tunnels are up.',
      'Lynne Robbins · opened on 21 November 2026',
      'Open',
    ]);
  });

  it('has a row for a case that cannot be read', () => {
    expect(texts(cards['open-cases-last']!)).toContain(
      'This case was kept by another release and cannot be read by this one.',
    );
  });

  it('reads each row aloud as it stands there', () => {
    const rows = parts(cards['open-cases']!.body).flatMap(({ selectAction }) =>
      selectAction === undefined ? [] : [selectAction],
    );
    expect(rows[1]).toMatchObject({
      title:
        '? Case C-137. Waits for an output: main mode and quick mode. Alex Wilber · asked yesterday at 16:05. Open',
      verb: 'open',
      data: { case: 'C-137' },
    });
  });

  it('says so where none is open', () => {
    const card = openCasesCard({ shown: [], all: 0, waiting: 0, before: 0 }, context);
    expect(texts(card)).toEqual(['No open cases', 'Send me an output and I open one.']);
  });
});
