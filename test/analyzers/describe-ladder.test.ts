/** The ladder as data asks for its commands as a diagnosis does: with what must be done before. */
import { questions } from '../../analyzers/commands/questions';
import { describeLadder } from '../../analyzers/describe-ladder';

it('A rung whose command needs something first says so', () => {
  const needs = questions.flatMap(({ id, needs: first }) => (first === undefined ? [] : [{ id, first }]));
  const rungs = describeLadder().filter(({ next }) => needs.some(({ id }) => id === next.id));
  expect(rungs.map(({ step }) => step)).toContain('security.revocation');
  for (const { next } of rungs) expect(next.why).toContain(needs.find(({ id }) => id === next.id)?.first);
});
