/** The typing indicator: shown where an answer takes a while, spared where it is there at once. */
import { createBackgroundWork } from '../../../bot/teams/background-work';
import { createTypingIndicator } from '../../../bot/teams/typing-indicator';

const AFTER_MS = 20;
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5 * AFTER_MS));

function scene() {
  const shown: string[] = [];
  const typing = (conversation: string): Promise<void> => Promise.resolve(void shown.push(conversation));
  return { shown, indicator: createTypingIndicator({ courier: { typing }, work: createBackgroundWork() }) };
}

describe('The typing indicator', () => {
  it('is shown once where the answer takes longer than its time', async () => {
    const { shown, indicator } = scene();
    indicator.soon('a', 'a/1', AFTER_MS);
    await later();
    expect(shown).toEqual(['a']);
  });

  it('is not shown where the answer was made before', async () => {
    const { shown, indicator } = scene();
    indicator.soon('a', 'a/1', AFTER_MS);
    indicator.over('a/1');
    await later();
    expect(shown).toEqual([]);
  });

  it('of one message is not ended by the answer to another', async () => {
    const { shown, indicator } = scene();
    indicator.soon('a', 'a/1', AFTER_MS);
    indicator.soon('a', 'a/2', AFTER_MS);
    indicator.over('a/1');
    await later();
    expect(shown).toEqual(['a']);
  });

  it('comes at once where there is no time to wait', () => {
    const { shown, indicator } = scene();
    indicator.soon('a', 'a/1', 0);
    expect(shown).toEqual(['a']);
  });
});
