/** What the card of a diagnosis says, and in which order. */
import { type Diagnosis } from '../../analyzers/diagnosis/diagnosis';
import { type AdaptiveCard, diagnosisCard } from '../../cards/index';
import { context } from '../support/card-examples';
import { buttonsOf, parts, stepsAccountedFor, texts } from '../support/card-reading';
import {
  diagnosis,
  examples,
  failedConfirmed,
  failedKerberosProxy,
  failedOpen,
  needsMore,
} from '../support/diagnosis-examples';

const draw = (example: Diagnosis): AdaptiveCard => diagnosisCard(example, context);
const headings = (card: AdaptiveCard): readonly unknown[] =>
  parts(card.body)
    .filter(({ style }) => style === 'heading')
    .map(({ text }) => text);

test('A failed diagnosis is titled with tunnel, outcome and step, and its sentence is the cause', () => {
  expect(texts(draw(failedConfirmed)).slice(0, 5)).toEqual([
    '✗',
    'Infrastructure tunnel failed at main mode',
    'The computer certificate of CLIENT1 expired on 2 November 2026.',
    'Confirmed by certutil-my.txt, line 5',
    ' NotAfter: 11/2/2026 9:14 AM',
  ]);
});

test('Only the sign of a failed card has the colour Attention', () => {
  const coloured = (example: Diagnosis) => parts(draw(example).body).filter(({ color }) => color === 'Attention');
  expect(coloured(failedConfirmed).map(({ text }) => text)).toEqual(['✗']);
  expect(coloured(needsMore)).toEqual([]);
});

test('A cause that no line confirms is called likely, and no quote is promoted to the top', () => {
  expect(texts(draw(failedOpen)).slice(2, 4)).toEqual([
    'IKE refuses a computer certificate (13801, authentication credentials are unacceptable).',
    'Likely · CLIENT1 · 1 file read',
  ]);
});

test.each([
  ['diagnosis-failed', ['Do this']],
  ['diagnosis-failed-open', ['Run this next']],
  ['diagnosis-needs-more', ['Run this next']],
  ['diagnosis-healthy', ['If an application still fails']],
  ['diagnosis-failed-one-tunnel', ['Do this']],
])('The card %s has exactly one block to do', (name, expected) => {
  const blocks = parts(draw(examples[name]!).body).filter(({ style }) => style === 'emphasis');
  expect(blocks.flatMap((block) => parts(block).filter(({ style }) => style === 'heading'))).toMatchObject(
    expected.map((text) => ({ text })),
  );
});

test('The remedies are numbered, and the last says where to run the command that shows whether they worked', () => {
  const shown = texts(draw(failedConfirmed));
  const from = shown.indexOf('Do this');
  expect(shown.slice(from, from + 8)).toEqual([
    'Do this',
    '1',
    'Connect CLIENT1 to the office network or a VPN. It cannot enrol through the tunnel that is down.',
    '2',
    'Renew the certificate in the Certificates console of the computer account.',
    '3',
    'Then run this on CLIENT1, as administrator, in a Command Prompt. Send me what it prints.',
    'certutil -store my & netsh advfirewall monitor show mmsa',
  ]);
});

test('Tracing is the last remedy, whichever cause names it', () => {
  const shown = texts(draw(failedKerberosProxy));
  expect(shown.slice(shown.indexOf('Do this') + 1, shown.indexOf('Do this') + 5)).toEqual([
    '1',
    'Restart the service kpssvc on the server.',
    '2',
    'Trace the negotiation: netsh wfp capture start.',
  ]);
});

test('The heading of the steps says where the ladder stopped, or how far it is known', () => {
  expect(headings(draw(failedConfirmed))).toContain('Steps: stopped at 10 of 20');
  expect(headings(draw(needsMore))).toContain('Steps: known up to 7 of 20');
});

test('In the open group steps of one outcome share a line, and a failed one has its reason beneath', () => {
  const shown = texts(draw(failedConfirmed));
  const from = shown.indexOf('Infrastructure tunnel: 1 failed, 2 waiting');
  expect(shown.slice(from, from + 8)).toEqual([
    'Infrastructure tunnel: 1 failed, 2 waiting',
    '✓',
    'Rules received, rules active, network profile: passed',
    '✗',
    'Main mode: failed',
    'No main mode SA to 2002:836b:2::836b:2, and event 4653 gives code 13801.',
    '…',
    'Quick mode, domain controller: waiting',
  ]);
});

test('With Kerberos proxy there is one group Tunnel, and the intranet group is one line that does not open', () => {
  const card = draw(failedKerberosProxy);
  expect(texts(card)).toContain('Tunnel: 1 failed, 3 unknown');
  expect(texts(card)).toContain('Intranet tunnel: not applicable');
  expect(parts(card.body).map(({ id }) => id)).not.toContain('intranet');
});

test.each(Object.entries(examples))('The steps that the card %s lists and counts add up to 20', (_name, example) => {
  expect(stepsAccountedFor(draw(example))).toBe(20);
});

test.each([
  ['diagnosis-failed', ['I fixed it', 'Write note', '[Not this]', '[Solved]', '[Remind me]', '[More actions]']],
  [
    'diagnosis-failed-open',
    ['I ran it', 'Send output', 'Write note', '[Not this]', '[I fixed it]', '[Remind me]', '[More actions]'],
  ],
  [
    'diagnosis-needs-more',
    ['I ran it', 'Send output', 'Write note', '[It shows an error]', '[Remind me]', '[Solved]', '[More actions]'],
  ],
  ['diagnosis-healthy', ['Close case', 'Write note', '[Solved]', '[New case]', '[More actions]']],
])('The buttons of %s are what the card asks for, then the note, then the menu', (name, expected) => {
  expect(buttonsOf(draw(examples[name]!))).toEqual(expected);
});

test('After a press the same card has who pressed in the place of its buttons', () => {
  const done = diagnosisCard(failedConfirmed, {
    ...context,
    buttons: { doneBy: 'Alex Wilber', at: '2026-11-23T13:24' },
  });
  expect(buttonsOf(done)).toEqual([]);
  expect(texts(done).at(-1)).toBe('Done by Alex Wilber, 23 November 2026, 13:24');
});

test('A row names every count for who cannot see the card', () => {
  const rows = parts(draw(failedConfirmed).body).map(({ selectAction }) => selectAction);
  expect(rows).toContainEqual(
    expect.objectContaining({
      title: '✗ Security: 1 failed, 2 unknown. Show or hide: 1 failed, 2 unknown, 1 passed, 1 not applicable',
    }),
  );
});

test('Ids are unique on a card, since a second one would open with the first', () => {
  const ids = parts(draw(failedConfirmed).body).flatMap(({ id }) => (id === undefined ? [] : [id]));
  expect(new Set(ids).size).toBe(ids.length);
});

test('Where a card has nothing for a part, the part is left out whole', () => {
  const bare = draw(diagnosis({}, { next: null, uploads: [] }));
  expect(texts(bare).filter((text) => /^(?:Proof|Do this|Run this)|assum|understood/.test(text))).toEqual([]);
});

test('What is read aloud has no address and of the command only its first words', () => {
  expect(draw(needsMore).speak).toBe(
    'One more output is needed. Nothing failed so far. consec.txt stops after line 12, before its closing line Ok. Run netsh advfirewall on CLIENT1, as administrator, and send what it prints.',
  );
});

test('A client that is rightly idle inside is not called broken', () => {
  const inside = diagnosis({
    'client.location': ['not-applicable', 'The client is inside, so DirectAccess is rightly idle.'],
  });
  expect(texts(draw(inside)).slice(0, 2)).toEqual(['–', 'DirectAccess is rightly idle']);
});
