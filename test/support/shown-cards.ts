/** The cards that a bot under test has shown, by words on them. */
import { type AdaptiveCard } from '../../cards/index';
import { type Sent, type TeamsAround } from './bot-teams';
import { wordsOf } from './card-words';

/** A message with a card. */
export type Shown = Sent & { readonly card: AdaptiveCard };

export interface ShownCards {
  readonly cardsWith: (words: string) => readonly Shown[];
  /** The newest card that has the words, once there are `count` of them. */
  readonly shown: (words: string, count?: number) => Promise<Shown>;
  /** What took the place of a message for everybody. */
  readonly replacedBy: (before: Shown, words: string) => Promise<Shown>;
}

/** `teams`: of the test that runs. */
export function shownCards(teams: () => TeamsAround): ShownCards {
  const isShown = (sent: Sent, words: string): sent is Shown =>
    sent.card !== null && wordsOf(sent.card).includes(words);
  const cardsWith = (words: string): readonly Shown[] =>
    teams().sent.filter((sent): sent is Shown => sent.method === 'POST' && isShown(sent, words));
  return {
    cardsWith,
    shown: async (words, count = 1) => {
      await teams().until(() => cardsWith(words).length >= count);
      return cardsWith(words).at(-1)!;
    },
    replacedBy: async ({ activityId }, words) => {
      const found = () =>
        teams().sent.find(
          (sent): sent is Shown => sent.method === 'PUT' && sent.activityId === activityId && isShown(sent, words),
        );
      await teams().until(() => found() !== undefined);
      return found()!;
    },
  };
}
