/** Whether an activity is meant for the bot: with the right to read messages Teams delivers all of a team or a chat, and those are nobody's business. */
import { Parser } from 'htmlparser2';
import { type TurnContext } from 'botbuilder';

import { buttonPress } from './button-press';
import { mentionsBot } from './inbound-message';
import { type IncomingActivity } from './incoming-activity';

/** `unsaid`: the activity itself does not tell, and the store has to be asked whether its message is known. */
export type Addressed = 'yes' | 'no' | 'unsaid';

/** Asks nobody: what is not meant for the bot is dropped before anything is done, counted or written down. */
export function addressed(activity: IncomingActivity, context: TurnContext): Addressed {
  if (activity.conversation?.conversationType === 'personal') return 'yes';
  switch (activity.type) {
    case 'message':
    case 'messageUpdate':
      if (buttonPress(activity) !== null || mentionsBot(activity, context) || quotesBot(activity)) return 'yes';
      return answersAnother(activity) ? 'unsaid' : 'no';
    case 'messageDelete':
      return 'unsaid';
    default:
      return 'yes';
  }
}

/** A reply in a thread names the first message of it; one that names another may answer a card of the bot. */
function answersAnother({ id, replyToId, conversation }: IncomingActivity): boolean {
  if (replyToId == null || replyToId === id) return false;
  return conversation?.id.endsWith(`;messageid=${replyToId}`) !== true;
}

const QUOTE = 'http://schema.skype.com/Reply';

/**
 * "Reply" to a message puts a quote before the text, with the sender of what is quoted in it:
 * `<blockquote itemtype="http://schema.skype.com/Reply" itemid="ID"><strong itemprop="mri" itemid="28:…">`.
 */
function quotesBot({ attachments, recipient }: IncomingActivity): boolean {
  const bot = recipient?.id;
  if (bot === undefined) return false;
  return (attachments ?? []).some(
    ({ contentType, ...attachment }) =>
      contentType === 'text/html' &&
      typeof attachment['content'] === 'string' &&
      quotedSenders(attachment['content']).includes(bot),
  );
}

function quotedSenders(html: string): readonly string[] {
  const senders: string[] = [];
  let depth = 0;
  const parser = new Parser({
    onopentag: (name, { itemtype, itemprop, itemid }) => {
      if (name === 'blockquote' && (depth > 0 || itemtype === QUOTE)) depth += 1;
      if (depth > 0 && itemprop === 'mri' && itemid !== undefined) senders.push(itemid);
    },
    onclosetag: (name) => {
      if (name === 'blockquote' && depth > 0) depth -= 1;
    },
  });
  parser.end(html);
  return senders;
}
