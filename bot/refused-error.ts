/** What the sender can mend: a code for logs and tests, and a sentence for the person. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  /** `sentence` names the value that was refused and says what to do next; it is shown as it is. */
  constructor(
    readonly code: string,
    sentence: string,
  ) {
    super(sentence);
  }
}
