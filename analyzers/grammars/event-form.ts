/** A form of an event export as a reader of text: how its readers are fed, and bounded in what they hold. */
import { type EventTally } from './event-tally';
import { inWindows, LOOKAHEAD_CHARACTERS, type TextWindow, textWindow, WINDOW_CHARACTERS } from './event-window';
import { MAX_EVENT_CHARACTERS } from './found-events';

export interface EventFormReader {
  /**
   * Reads what is whole in the window and gives the index up to which the text is done with. Of an event that is not whole it waits for
   * more, unless `isEnd`: nothing follows. It takes no event whose end has less than LOOKAHEAD_CHARACTERS behind it before that.
   */
  readonly read: (isEnd: boolean) => number;
  /** Leaves the event it waits for, as that is longer than MAX_EVENT_CHARACTERS, for the next one; gives the index where it begins. */
  readonly abandon: () => number;
  /** After the end: whether the end of the form was seen, and nothing of its last event is missing. */
  readonly isWhole: () => boolean;
}

/** Opens a reader of a form over a window; what it finds it gives to the tally. */
export type OpenForm = (window: TextWindow, tally: EventTally) => EventFormReader;

/** Texts in pieces of any size go in; how it was cut into pieces changes nothing. */
export interface FedForm {
  readonly push: (text: string) => void;
  /** Call it once; says whether the form was whole. */
  readonly end: () => boolean;
}

export function feedForm(open: OpenForm, tally: EventTally): FedForm {
  const window = textWindow();
  const reader = open(window, tally);
  let awaited = 0;
  const pieces = inWindows((piece) => {
    window.add(piece);
    if (window.text().length < awaited) return;
    window.forget(reader.read(false));
    const held = window.text().length;
    // An event of many windows is looked at when there is twice as much of it: each of its letters is so looked at twice, not for every window.
    awaited = held <= WINDOW_CHARACTERS ? 0 : Math.min(held * 2, MAX_EVENT_CHARACTERS);
    if (held <= MAX_EVENT_CHARACTERS) return;
    tally.tooLarge(window.place(reader.abandon()).line);
    window.forget(held - LOOKAHEAD_CHARACTERS);
    awaited = 0;
  });
  return {
    push: pieces.push,
    end: () => {
      pieces.end();
      window.forget(reader.read(true));
      return reader.isWhole();
    },
  };
}
