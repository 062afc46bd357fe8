/** Counts and times what the workers do. */
import { type Counters } from '../counters';

/** The same function, counted. */
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
