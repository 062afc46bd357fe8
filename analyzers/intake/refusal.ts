/** A refusal: why an upload is not looked at, as a code for tests and a sentence for its sender. */

export interface Refusal {
  readonly code:
    | 'picture'
    | 'event-log-binary'
    | 'cabinet'
    | 'trace'
    | 'office-document'
    | 'binary'
    | 'other-archive'
    | 'too-large'
    | 'encrypted'
    | 'corrupt'
    | 'empty'
    | 'too-deep'
    | 'too-many-entries';
  /** One sentence or two: what was seen, and what to send instead. */
  readonly message: string;
}

/** The largest upload, and the largest member of an archive, that is looked at. */
export const MAX_UPLOAD_BYTES = 100 * 1024 * 1024;

/** Nothing is in it. */
export const emptyUpload: Refusal = {
  code: 'empty',
  message: 'The file is empty. Run the command again and send what it prints.',
};

/** More than MAX_UPLOAD_BYTES; the sentence has both sizes in MB. */
export function tooLarge(bytes: number): Refusal {
  const [size, limit] = [bytes, MAX_UPLOAD_BYTES].map((count) => `${Math.ceil(count / (1024 * 1024))} MB`);
  return {
    code: 'too-large',
    message: `The file has ${size ?? ''}; up to ${limit ?? ''} are read. Send the output of one command, or for an event log the IPsec events alone.`,
  };
}
