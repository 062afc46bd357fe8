/** The two seconds: title and sentence of every kind of diagnosis. */
import { dateAndTime } from '../../cards/dates';
import { aboutLine, headline } from '../../cards/headline';
import { diagnosisCard } from '../../cards/index';
import { context } from '../support/card-examples';
import { texts } from '../support/card-reading';
import {
  diagnosis,
  failedConfirmed,
  failedKerberosProxy,
  failedOpen,
  healthyKerberosProxy,
  sasCommand,
} from '../support/diagnosis-examples';

test.each([
  ['client.firewall', 'Failed before the tunnels: Windows Firewall'],
  ['infra.rules-active', 'Infrastructure tunnel failed at rules active'],
  ['intranet.traffic', 'Intranet tunnel failed at traffic'],
  ['security.certificate', 'Security failed at certificate'],
] as const)('A failure of %s is titled "%s"', (step, title) => {
  expect(headline(diagnosis({ [step]: ['failed', 'It failed.'] }, { outcome: 'failed' })).title).toBe(title);
});

test('With Kerberos proxy the tunnel has no other name', () => {
  expect(headline(failedKerberosProxy).title).toBe('Tunnel failed at main mode');
  expect(headline(healthyKerberosProxy).title).toBe('The tunnel is up');
});

test('Where nothing failed, the sentence names what is not shown yet', () => {
  expect(headline(diagnosis({}, { next: sasCommand }))).toMatchObject({
    title: 'One more output is needed',
    sentence: 'Nothing failed so far. Main mode and quick mode are not shown yet.',
  });
});

test('What both tunnels have is named once', () => {
  const next = { ...sasCommand, decides: ['infra.main-mode', 'intranet.main-mode'] as const };
  expect(headline(diagnosis({}, { next })).sentence).toBe('Nothing failed so far. Main mode is not shown yet.');
});

test('Where nothing can narrow further, no output is asked for', () => {
  expect(headline(diagnosis({}, { next: null })).title).toBe('Nothing more to ask');
});

test('An assumption that could turn the outcome round stands in the sentence, and in no row', () => {
  const text = 'The given address 10.0.0.1 contradicts the rules and was dropped.';
  const doubted = { ...failedConfirmed, assumptions: [{ id: 'given-address-dropped', text }] };
  expect(headline(doubted).sentence).toBe(`The computer certificate of CLIENT1 expired on 2 November 2026. ${text}`);
  expect(texts(diagnosisCard(doubted, context)).filter((said) => said.startsWith('1 assumption'))).toEqual([]);
});

test.each([
  ['2026-11-02', '2 November 2026'],
  ['2026-11-23T13:02:11', '23 November 2026, 13:02'],
  ['2026-11-23T13:02:11.000Z', '23 November 2026, 13:02 UTC'],
  ['yesterday', 'yesterday'],
])('The time %s is written %s', (iso, said) => {
  expect(dateAndTime(iso)).toBe(said);
});

test('A possible cause is no fact: the sentence says what was seen and names the cause as possible', () => {
  const [cause] = failedOpen.causes;
  const guess = { ...failedOpen, causes: [{ ...cause!, confidence: 'possible' as const, title: 'A guess.' }] };
  const why = guess.steps.find(({ step }) => step === guess.failedStep)!.why;
  expect(headline(guess).sentence).toBe(`${why} Possible cause: a guess.`);
  expect(aboutLine(guess, guess.causes[0]!)).toBe('CLIENT1 · 1 file read');
});
