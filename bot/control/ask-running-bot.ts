/** A command of the operator asks the bot that runs on a data folder. */
import { connect } from 'node:net';

import { errorCode } from '../error-code';
import { RefusedError } from '../refused-error';
import { ServiceError } from '../service-error';
import { controlAddress } from './control-address';
import { controlReply, firstLine, parsedLine } from './control-message';

/** No bot runs on the folder, or none that can be asked. */
export const NOT_RUNNING = Symbol('not-running');

/** The longest reply; a status has some kilobytes. */
const MAX_REPLY_CHARACTERS = 4 * 1024 * 1024;
/** How long a request may take unless it says otherwise, in milliseconds. */
export const REPLY_LIMIT_MS = 30_000;

/** Rejects with the sentence of the bot where it refuses, and with one of ours where it does not answer within `limitMs`. */
export async function askRunningBot(
  folder: string,
  name: string,
  argument: unknown,
  limitMs = REPLY_LIMIT_MS,
): Promise<unknown> {
  const address = controlAddress(folder);
  if (address === null) return NOT_RUNNING;
  const socket = connect(address);
  try {
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  } catch (error) {
    if (ABSENT.has(errorCode(error))) return NOT_RUNNING;
    throw new ServiceError(
      'control-unreachable',
      `The bot that runs on ${folder} cannot be asked: run this command with the account of the bot.`,
      error,
    );
  }
  const limit = setTimeout(() => socket.destroy(), limitMs);
  try {
    socket.write(`${JSON.stringify({ name, argument })}\n`);
    const reply = parsedLine(controlReply, await firstLine(socket, MAX_REPLY_CHARACTERS));
    if (reply !== null && 'sentence' in reply) throw new RefusedError(reply.code, reply.sentence);
    if (reply !== null) return reply.result;
    throw new Error('The reply is none.');
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    throw new ServiceError(
      'control-no-reply',
      `The bot that runs on ${folder} gave no answer: look into its log, and try again.`,
      error,
    );
  } finally {
    clearTimeout(limit);
    socket.destroy();
  }
}

const ABSENT = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'ENOTDIR']);
