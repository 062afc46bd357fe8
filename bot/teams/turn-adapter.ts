/** The SDK's adapter, entered below its HTTP half: the door answers by itself, so that no text of the SDK leaves the process. */
import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';

import { type IncomingActivity } from './incoming-activity';

/** `refused`: the sender did not prove who it is, and the bot saw nothing. */
export type TurnResult =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'refused'; readonly cause: unknown };

export class TurnAdapter extends CloudAdapter {
  /** Authenticates, then runs one turn. */
  async turn(
    authorization: string,
    activity: IncomingActivity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<TurnResult> {
    const progress = { entered: false };
    try {
      // The schema has checked what it names; the SDK's type promises more than any sender has to keep.
      const typed = activity as unknown as Activity;
      const response: InvokeResponse | undefined = await this.processActivity(authorization, typed, (context) => {
        progress.entered = true;
        return logic(context);
      });
      return { kind: 'answered', status: response?.status ?? 200, body: response?.body ?? null };
    } catch (error) {
      // A forged signature is an Error of the token library, not an AuthenticationError: who never entered was refused.
      if (!progress.entered || error instanceof AuthenticationError) return { kind: 'refused', cause: error };
      throw error;
    }
  }
}
