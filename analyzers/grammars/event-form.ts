/** A form of an event export as a reader of text: how its readers are fed, and bounded in what they hold. */
import { type EventTally } from './event-tally';
import { inWindows, LOOKAHEAD_CHARACTERS, type TextWindow, textWindow } from './event-window';
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
  const pieces = inWindows((piece) => {
    window.add(piece);
    window.forget(reader.read(false));
    const held = window.text().length;
    if (held <= MAX_EVENT_CHARACTERS) return;
    tally.tooLarge(window.place(reader.abandon()).line);
    window.forget(held - LOOKAHEAD_CHARACTERS);
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
