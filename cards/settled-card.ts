/** A prompt that was answered: one sentence in the place of what it asked, so that an old card offers nothing that no longer holds. */
import { type AdaptiveCard } from './elements';
import { aside, card, value } from './kit';
import { dateAndTime } from './dates';

/** `by` is null where nobody pressed anything: the output came. `at` is ISO 8601, in the person's own time where it is known. */
export const settledCard = (sentence: string, by: string | null, at: string | null): AdaptiveCard =>
  card(sentence, [
    value(sentence),
    ...(by === null && at === null
      ? []
      : [
          aside(
            [by === null ? 'Answered' : `Done by ${by}`, ...(at === null ? [] : [dateAndTime(at)])].join(', '),
            'Small',
          ),
        ]),
  ]);
