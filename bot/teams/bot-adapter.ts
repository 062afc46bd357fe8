/**
 * The adapter of the bot: what a turn throws becomes one sentence to the person and one line in the log, and the activity is not
 * acknowledged: nothing of it was kept.
 */
import { type BotFrameworkAuthentication } from 'botframework-connector';

import { type Log } from '../log';
import { failureSentence, newReference } from './failure-sentence';
import { KeptClients } from './kept-clients';
import { TurnAdapter } from './turn-adapter';

export function createBotAdapter(authentication: BotFrameworkAuthentication, log: Log): TurnAdapter {
  const adapter = new TurnAdapter(new KeptClients(authentication));
  adapter.onTurnError = async (context, error) => {
    const reference = newReference();
    log.error('turn-failed', { reference }, error);
    try {
      await context.sendActivity(failureSentence(reference));
    } catch (second) {
      log.error('explanation-failed', { reference }, second);
    }
    throw error;
  };
  return adapter;
}
