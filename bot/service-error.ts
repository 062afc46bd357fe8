/** Something outside failed (a disk, a service, a worker): a code, a sentence for whoever runs the bot, and the cause. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  constructor(
    readonly code: string,
    sentence: string,
    cause?: unknown,
  ) {
    super(sentence, { cause });
  }
}
