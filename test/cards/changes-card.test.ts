/** What the card says of an upload that came into a case with a diagnosis. */
import { standingOf } from '../../analyzers/diagnosis/compare';
import { type Diagnosis } from '../../analyzers/diagnosis/diagnosis';
import { changesCard } from '../../cards/index';
import { context } from '../support/card-examples';
import { buttonsOf, parts, texts } from '../support/card-reading';
import { diagnosis, failedConfirmed, failedOpen, healthy, intranetFailed } from '../support/diagnosis-examples';

const changed = (before: Diagnosis, now: Diagnosis) =>
  changesCard(now, standingOf(before, '2026-11-23T11:40'), context);
const sentence = (before: Diagnosis, now: Diagnosis) => texts(changed(before, now))[2];

test('The title is the state now, and its sentence begins with what the repair did', () => {
  expect(texts(changed(failedConfirmed, intranetFailed)).slice(0, 3)).toEqual([
    '✗',
    'Intranet tunnel failed at main mode',
    'Your repair worked: the infrastructure tunnel is up. The server refuses the intranet tunnel with code 13906: a smart card is required.',
  ]);
});

test('A step that passes again without its tunnel being up is named by itself', () => {
  const broken: Diagnosis = {
    ...diagnosis({ 'client.firewall': ['failed', 'It is off.'] }),
    outcome: 'failed',
    failedStep: 'client.firewall',
  };
  const mended = diagnosis({ 'client.firewall': ['passed', 'It is on.'] });
  expect(sentence(broken, mended)).toMatch(/^Your repair worked: Windows Firewall passes now\. /);
});

test('Where nothing was repaired the sentence is the cause alone', () => {
  expect(sentence(failedOpen, failedConfirmed)).toBe('The computer certificate of CLIENT1 expired on 2 November 2026.');
});

test('Tunnels that were up before are said to have been', () => {
  expect(sentence(healthy, failedConfirmed)).toMatch(/^Both tunnels were up before\. The computer certificate/);
});

test('Each changed step says what it was and what it is, the new failures first and bold', () => {
  const card = changed(failedConfirmed, intranetFailed);
  const shown = texts(card);
  const from = shown.indexOf('What changed');
  expect(shown.slice(from, from + 20)).toEqual([
    'What changed',
    'Since 23 November 2026, 11:40',
    '✗',
    'Intranet main mode: waiting, now failed',
    'Event 4984 gives code 13906 for 2002:836b:3::836b:3.',
    '✗',
    'Smart card: unknown, now failed',
    'Code 13906 says that the sign-in was without one.',
    '✓',
    'Infrastructure main mode: failed, now passed',
    'SA to 2002:836b:2::836b:2 with ComputerCert and UserNTLM.',
    '✓',
    'Certificate: failed, now passed',
    'A new one is valid until 22 November 2027.',
    '✓',
    'Infrastructure quick mode, domain controller, intranet traffic: waiting, now passed',
    '?',
    'Audit: passed, now unknown',
    'The new upload does not show it. This is no repair and no failure.',
    'Cause: another one, now likely',
  ]);
  const bold = parts(card.body).filter(({ weight, text }) => weight === 'Bolder' && String(text).includes(', now '));
  expect(bold).toHaveLength(2);
});

test.each([
  ['a new failure', failedConfirmed, intranetFailed],
  ['a cause that was found', failedOpen, failedConfirmed],
  ['a repair', failedConfirmed, healthy],
])('The changed and the unchanged steps add up to 20 after %s', (_what, before, now) => {
  const named = /^([A-Z][^:.]*): (?:[a-z ]+, now )?(?:passed|failed|unknown|unreadable|waiting|not applicable)$/;
  const listed = texts(changed(before, now)).flatMap((line) => named.exec(line)?.[1]?.split(', ') ?? []);
  expect(new Set(listed).size).toBe(20);
  expect(listed).toHaveLength(20);
});

test('Where nothing changed one line says so, and the block comes again', () => {
  const shown = texts(changed(failedOpen, failedOpen));
  expect(shown).toContain('Nothing changed: all steps are as they were');
  expect(shown).toContain('certutil -v -store my');
  expect(shown.filter((line) => /What changed|^Steps|Not changed/.test(line))).toEqual([]);
});

test('Where only another command is asked for, that is said', () => {
  const now = { ...failedOpen, next: { ...failedOpen.next!, id: 'other', command: 'klist' } };
  expect(texts(changed(failedOpen, now))).toContain('Nothing changed in the steps: another command is asked for');
});

test('The ladder is in the menu, since the card shows only what moved', () => {
  expect(buttonsOf(changed(failedConfirmed, intranetFailed))).toEqual([
    'I ran it',
    'Send output',
    'Write note',
    '[Not this]',
    '[See the steps]',
    '[I fixed it]',
    '[More actions]',
  ]);
});

test('What is read aloud begins as the card does', () => {
  expect(changed(failedConfirmed, intranetFailed).speak).toBe(
    'Intranet tunnel failed at main mode. Your repair worked: the infrastructure tunnel is up. The server refuses the intranet tunnel with code 13906: a smart card is required. Run whoami on CLIENT1, and send what it prints.',
  );
});
