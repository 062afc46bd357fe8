/** Where the parts of a drawn card stand: what is compared where another Chromium draws the same fonts a little differently. */
import { type Page } from 'playwright-core';

/** A text, a button or an input, from the upper left corner of the card, in CSS pixels. */
export interface Box {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Widths and places may differ so much between two versions of Chromium with the same fonts; a line more is 17 pixels. */
export const BOX_TOLERANCE = 4;
/** Enough to tell which part is meant. */
const TEXT_CHARACTERS = 40;

export const boxesOf = (page: Page): Promise<readonly Box[]> =>
  page.evaluate<Box[]>(`(() => {
    const { left, top } = document.getElementById('card').getBoundingClientRect();
    return [...document.querySelectorAll('#card :is(.ac-textBlock, .ac-richTextBlock, .ac-pushButton, .ac-input)')]
      .map((part) => ({ text: part.textContent.slice(0, ${TEXT_CHARACTERS}), box: part.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
      .map(({ text, box }) => ({
        text, x: Math.round(box.x - left), y: Math.round(box.y - top), width: Math.round(box.width), height: Math.round(box.height),
      }));
  })()`);

/**
 * What stands elsewhere than before, as sentences. A height is measured by the distance to the part above, so that one line that is
 * higher by a pixel does not add up over the whole card.
 */
export function movedBoxes(before: readonly Box[], now: readonly Box[]): readonly string[] {
  const parts = (boxes: readonly Box[]): string => boxes.map(({ text }) => text).join(' | ');
  if (parts(before) !== parts(now)) return [`other parts: ${parts(now)}; they were: ${parts(before)}`];
  return now.flatMap((box, index) => {
    const was = before[index];
    if (was === undefined) return [];
    const fallen = box.y - (now[index - 1]?.y ?? 0) - (was.y - (before[index - 1]?.y ?? 0));
    const moves = [box.x - was.x, fallen, box.width - was.width, box.height - was.height];
    return moves.every((by) => Math.abs(by) <= BOX_TOLERANCE)
      ? []
      : [`"${box.text}" stands at ${place(box)}; it stood at ${place(was)}`];
  });
}

const place = ({ x, y, width, height }: Box): string => `${x},${y} with ${width} × ${height}`;
