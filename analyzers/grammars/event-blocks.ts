/** Events as blocks of lines, each from a line that begins one to the next such line. */
import { type EventFormReader, type OpenForm } from './event-form';
import { type EventTally } from './event-tally';
import { LOOKAHEAD_CHARACTERS, type TextWindow } from './event-window';

/** Reads the block between two indexes; false where it is the last one of the text and cut. */
export type ReadBlock = (window: TextWindow, tally: EventTally, start: number, end: number, isLast: boolean) => boolean;

/** `beginning` is a global pattern whose match begins where a block does. */
export const blockForm =
  (beginning: RegExp, readBlock: ReadBlock): OpenForm =>
  (window, tally): EventFormReader => {
    let isWhole = true;
    const next = (text: string, from: number): number => {
      beginning.lastIndex = from;
      return beginning.exec(text)?.index ?? -1;
    };
    return {
      read: (isEnd) => {
        const text = window.text();
        const limit = isEnd ? text.length : text.length - LOOKAHEAD_CHARACTERS;
        let start = next(text, 0);
        while (start >= 0 && start < limit) {
          const following = next(text, start + 1);
          if ((following < 0 || following > limit) && !isEnd) return start;
          const isLast = following < 0;
          isWhole = readBlock(window, tally, start, isLast ? text.length : following, isLast);
          if (isLast) return text.length;
          start = following;
        }
        return start < 0 ? Math.max(0, text.lastIndexOf('\n', limit) + 1) : Math.min(start, limit);
      },
      abandon: () => 0,
      isWhole: () => isWhole,
    };
  };
