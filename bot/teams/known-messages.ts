/** What the store knows of messages that do not tell whether they are meant for the bot. */
import { type Home } from '../store/home';
import { wasSeen } from '../store/seen-activities';
import { isOwnMessage } from '../store/shown-cards';
import { takenFrom } from '../store/taken-messages';
import { type KnownMessages } from './bot-parts';

export const knownMessages = ({ db }: Home): KnownMessages => ({
  wasTaken: async (conversation, message) =>
    (await wasSeen(db, conversation, message)) || (await takenFrom(db, conversation, message)).length > 0,
  isOwnMessage: (conversation, message) => isOwnMessage(db, conversation, message),
});
