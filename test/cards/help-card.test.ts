/** The help card lists what the bot knows, and nothing else. */
import { intentOf, knownWords } from '../../bot/teams/message-intent';
import { EVERYDAY_WORDS, OTHER_WORDS, PROMPT_WORDS } from '../../cards/chat-words';

const listed = [...EVERYDAY_WORDS, ...OTHER_WORDS, ...PROMPT_WORDS].map(({ written }) => written);

test.each(listed)('"%s" is a word that the bot knows', (written) => {
  expect(['line', 'output', 'nothing', 'wrong-server', 'wrong-setting']).not.toContain(intentOf(written).kind);
});

test('No word that the bot knows is left out', () => {
  const kinds = new Set(listed.map((written) => intentOf(written).kind));
  const greetings = ['help', 'hello'];
  expect(
    knownWords().filter((word) => !kinds.has(intentOf(word).kind) && !greetings.includes(intentOf(word).kind)),
  ).toEqual([]);
});
