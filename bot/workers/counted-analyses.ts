/** Counts analyses and times them, whatever asks for them. */
import { type Counters } from '../counters';

export function counted<Arguments extends unknown[], Result>(
  analyse: (...given: Arguments) => Promise<Result>,
  begin: Counters['analysisBegan'],
): (...given: Arguments) => Promise<Result> {
  return async (...given) => {
    const ended = begin();
    try {
      const result = await analyse(...given);
      ended(true);
      return result;
    } catch (error) {
      ended(false);
      throw error;
    }
  };
}
