/**
 * The event that work belongs to: a turn, a request of the API, or a job that nothing else began. Its id stands on every line of the log that
 * comes of it, and goes with the jobs that are made in it, over restarts and instances, so that one search shows what became of one activity.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const EVENT_BYTES = 8;

const events = new AsyncLocalStorage<string>();

/** 16 hexadecimal digits, which say nothing of what they stand for. */
export const newEvent = (): string => randomBytes(EVENT_BYTES).toString('hex');

export const inEvent = <Result>(event: string, work: () => Result): Result => events.run(event, work);

/** null outside of every event, such as while the bot starts. */
export const currentEvent = (): string | null => events.getStore() ?? null;
