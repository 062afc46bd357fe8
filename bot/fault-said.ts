/** What whoever started a program reads of what it rejected with. */
import { RefusedError } from './refused-error';
import { ServiceError } from './service-error';

/** A refusal, and a fault of the outside, is a sentence; anything else is a fault of ours and shows where. */
export function faultSaid(error: unknown): string {
  if (error instanceof RefusedError || error instanceof ServiceError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
