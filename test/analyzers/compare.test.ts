/** Two diagnoses beside each other: what is a failure, what a repair, and what is neither. */
import { compare, standingOf } from '../../analyzers/diagnosis/compare';
import { type Outcome } from '../../analyzers/diagnosis/diagnosis';
import { diagnosis, failedConfirmed, failedOpen, intranetFailed } from '../support/diagnosis-examples';

const oneStep = (outcome: Outcome) => diagnosis({ 'infra.main-mode': [outcome, 'It is so.'] });

test.each([
  ['waiting', 'failed', 'failed'],
  ['passed', 'failed', 'failed'],
  ['failed', 'passed', 'repaired'],
  ['unknown', 'passed', 'shown'],
  ['waiting', 'passed', 'shown'],
  ['passed', 'unreadable', 'unreadable'],
  ['passed', 'unknown', 'lost'],
  ['failed', 'unknown', 'lost'],
  ['waiting', 'unknown', 'other'],
  ['passed', 'waiting', 'other'],
  ['unknown', 'not-applicable', 'other'],
] as const)('A step that was %s and is %s now is %s', (before, now, kind) => {
  const { changes } = compare(standingOf(oneStep(before), null), oneStep(now));
  expect(changes.map((change) => [change.before, change.now.outcome, change.kind])).toEqual([[before, now, kind]]);
});

test('New failures come first, then repairs, then what is shown now, then what is lost from sight', () => {
  const { changes } = compare(standingOf(failedConfirmed, null), intranetFailed);
  expect(changes.map(({ kind }) => kind)).toEqual([
    'failed',
    'failed',
    'repaired',
    'repaired',
    'shown',
    'shown',
    'shown',
    'lost',
  ]);
});

test('Every step is either changed or not', () => {
  const { changes, unchanged } = compare(standingOf(failedConfirmed, null), intranetFailed);
  expect(changes.length + unchanged.length).toBe(20);
});

test('Only the step that had stopped the tunnels tells that a repair worked', () => {
  expect(compare(standingOf(failedConfirmed, null), intranetFailed).repaired?.step).toBe('infra.main-mode');
  expect(compare(standingOf(oneStep('unknown'), null), oneStep('passed')).repaired).toBeNull();
});

test('A diagnosis compared with itself has changed in nothing', () => {
  expect(compare(standingOf(failedOpen, null), failedOpen)).toMatchObject({
    changes: [],
    repaired: null,
    causeChanged: false,
    nextChanged: false,
  });
});

test('The same cause that is surer now, and another command, are changes', () => {
  const [cause] = failedOpen.causes;
  const surer = { ...failedOpen, causes: [{ ...cause!, confidence: 'confirmed' as const }], next: null };
  expect(compare(standingOf(failedOpen, null), surer)).toMatchObject({
    changes: [],
    causeChanged: true,
    nextChanged: true,
  });
});

test('A step of which the earlier release knew nothing counts as unknown then', () => {
  const before = { ...standingOf(oneStep('passed'), null), steps: [] };
  expect(compare(before, oneStep('passed')).changes.map(({ before: was }) => was)).toEqual(['unknown']);
});
