/** A refusal that somebody with more rights can mend: what is missing, who can grant it, with which command. */
import { type Grant } from '../../cards/index';
import { RefusedError } from '../refused-error';

/** What works whatever is missing. */
export const MEANWHILE = 'Until then paste the output, or send the file in a chat with me.';

/** Never leaves the room: the person gets the card of it. */
export class MissingRight extends RefusedError {
  constructor(
    code: string,
    sentence: string,
    /** The one with the least privilege first. */
    readonly grants: readonly Grant[],
  ) {
    super(code, sentence);
  }
}
