/**
 * Pictures of cards as goldens: half the size, 16 levels of grey, so that all of them together stay small and a change of one sign is
 * still seen. Another Chromium or other fonts draw every letter a little differently, so what the pictures were drawn with is kept
 * beside them: only with the very same does a difference fail by itself; else the places of all parts decide.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { type Page } from 'playwright-core';
import { PNG } from 'pngjs';

import { type Box, boxesOf, movedBoxes } from './card-boxes';
import { type Theme } from './card-browser';
import { asJson } from './golden';

/** How far two pixels may be from each other (0 to 1): one level of grey is 0.06, which rounding alone can make. */
export const PIXEL_THRESHOLD = 0.1;
/** A window of so many pixels a side is looked at on its own: a sign is about 6 by 7 of them. */
export const WINDOW_PIXELS = 16;
/** So many of its pixels may differ: two strokes of a letter that another processor rounds differently. Another sign differs in 15 and more. */
export const MAX_DIFFERING_PIXELS = 8;
const GREY_LEVELS = 16;

/** In the dark and in high contrast these two stand for all: the others have the same elements. */
const EVERY_THEME = ['diagnosis-failed', 'changes'];

export const isPictured = (name: string, theme: Theme): boolean => theme === 'light' || EVERY_THEME.includes(name);

const folder = join(__dirname, '../cards/pictures');
const differences = join(__dirname, '../../.screenshots/differences');
const pathOf = (name: string): string => join(folder, `${name}.golden.png`);
const isWriting = process.env['GOLDEN'] === 'write';

interface DrawnWith {
  readonly chromium: string;
  /** The families whose glyphs are on the cards, and a digest of their files' versions. */
  readonly fonts: readonly string[];
  readonly fontVersions: string;
}

export interface CardPictures {
  /** Takes the card that is drawn on the page; what differs is thrown as an error that says where, or written where goldens are. */
  readonly compare: (page: Page, name: string) => Promise<void>;
  /** The names of the goldens that no card has any more. */
  readonly unused: () => readonly string[];
  /** Warns of what could not be judged, and keeps the goldens where they are written. */
  readonly finish: () => void;
}

export function cardPictures(): CardPictures {
  const kept = keptGoldens();
  const boxes: Record<string, readonly Box[]> = {};
  const taken: string[] = [];
  const unjudged: string[] = [];
  let drawnWith: DrawnWith | null = null;

  return {
    compare: async (page, name) => {
      drawnWith ??= await whatDraws(page);
      const now = await takeSmall(page);
      boxes[name] = await boxesOf(page);
      taken.push(name);
      if (isWriting) {
        keep(name, now);
        return;
      }
      if (!existsSync(pathOf(name))) {
        throw new Error(`There is no picture of ${name}. Look at it with npm run cards, then run: npm run golden`);
      }
      const found = difference(name, PNG.sync.read(readFileSync(pathOf(name))), now);
      if (found === null) return;
      if (kept === null || same(kept.drawnWith, drawnWith)) throw new Error(found);
      if (kept.drawnWith.fontVersions !== drawnWith.fontVersions) {
        unjudged.push(`${name} (other fonts)`);
        return;
      }
      const moved = movedBoxes(kept.boxes[name] ?? [], boxes[name]);
      if (moved.length > 0) throw new Error(`${found}\n${moved.join('\n')}`);
      unjudged.push(`${name} (another Chromium; every part stands where it stood)`);
    },
    unused: () =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.png'))
        .map((file) => file.replace(/\.golden\.png$/, ''))
        .filter((name) => !taken.includes(name)),
    finish: () => {
      if (isWriting) writeFileSync(join(folder, 'drawn.golden.json'), asJson({ drawnWith, boxes: written(boxes) }));
      if (unjudged.length > 0) {
        process.stderr.write(
          `PICTURES NOT COMPARED: ${unjudged.join(', ')}. They were drawn with ${JSON.stringify(kept?.drawnWith)}, here it is ${JSON.stringify(drawnWith)}.\n`,
        );
      }
    },
  };
}

/** One line for each box, so that a change of the golden can be read. */
const written = (boxes: Readonly<Record<string, readonly Box[]>>) =>
  Object.fromEntries(
    Object.entries(boxes).map(([name, all]) => [
      name,
      all.map(({ x, y, width, height, text }) => `${x} ${y} ${width} ${height} ${text}`),
    ]),
  );

function keptGoldens(): {
  readonly drawnWith: DrawnWith;
  readonly boxes: Readonly<Record<string, readonly Box[]>>;
} | null {
  const path = join(folder, 'drawn.golden.json');
  if (!existsSync(path)) return null;
  // Only `finish` writes it.
  const { drawnWith, boxes } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly drawnWith: DrawnWith;
    readonly boxes: Readonly<Record<string, readonly string[]>>;
  };
  return {
    drawnWith,
    boxes: Object.fromEntries(Object.entries(boxes).map(([name, lines]) => [name, lines.map(boxOf)])),
  };
}

function boxOf(line: string): Box {
  const [x = 0, y = 0, width = 0, height = 0] = line.split(' ', 4).map(Number);
  return { x, y, width, height, text: line.split(' ').slice(4).join(' ') };
}

/** Chromium itself says which families it took; fontconfig says of which version their files are. */
async function whatDraws(page: Page): Promise<DrawnWith> {
  const chromium = page.context().browser()?.version() ?? '';
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#card' });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  const families = [...new Set(fonts.map(({ familyName }) => familyName))].sort();
  const versions = families.map((family) =>
    execFileSync('fc-list', [family, 'family', 'style', 'fontversion'], { encoding: 'utf8' })
      .split('\n')
      .sort()
      .join('\n'),
  );
  return { chromium, fonts: families, fontVersions: createHash('sha256').update(versions.join('\n')).digest('hex') };
}

const same = (one: DrawnWith, other: DrawnWith): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The card at half its size, in grey. */
async function takeSmall(page: Page): Promise<PNG> {
  const large = PNG.sync.read(await page.locator('#card').screenshot());
  const small = new PNG({ width: large.width >> 1, height: large.height >> 1 });
  for (let y = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1) {
      const grey =
        (greyAt(large, 2 * x, 2 * y) +
          greyAt(large, 2 * x + 1, 2 * y) +
          greyAt(large, 2 * x, 2 * y + 1) +
          greyAt(large, 2 * x + 1, 2 * y + 1)) /
        4;
      const step = 255 / (GREY_LEVELS - 1);
      const level = Math.round(Math.round(grey / step) * step);
      small.data.set([level, level, level, 255], (y * small.width + x) * 4);
    }
  }
  return small;
}

function greyAt({ data, width }: PNG, x: number, y: number): number {
  const at = (y * width + x) * 4;
  return ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
}

function keep(name: string, picture: PNG): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(pathOf(name), PNG.sync.write(picture, { colorType: 0, inputColorType: 6, deflateLevel: 9 }));
}

/** A sentence that says where, with the path of a picture in which what differs is red; null where the two are the same. */
function difference(name: string, before: PNG, now: PNG): string | null {
  if (before.width !== now.width || before.height !== now.height) {
    mkdirSync(differences, { recursive: true });
    const path = join(differences, `${name}.png`);
    writeFileSync(path, PNG.sync.write(now));
    return `The card ${name} is ${now.width * 2} × ${now.height * 2} pixels and was ${before.width * 2} × ${before.height * 2}: ${path}`;
  }
  const { width, height } = now;
  const drawn = new PNG({ width, height });
  const options = { threshold: PIXEL_THRESHOLD, includeAA: true, windowSize: WINDOW_PIXELS };
  const differing = pixelmatch(before.data, now.data, drawn.data, width, height, options);
  if (differing <= MAX_DIFFERING_PIXELS) return null;
  mkdirSync(differences, { recursive: true });
  const path = join(differences, `${name}.png`);
  writeFileSync(path, PNG.sync.write(drawn));
  return `The card ${name} looks different (${differing} pixels within ${WINDOW_PIXELS} × ${WINDOW_PIXELS}, first at ${firstRed(drawn)}): ${path}`;
}

function firstRed({ data, width }: PNG): string {
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] === 255 && data[at + 1] === 0) return `${((at / 4) % width) * 2},${Math.floor(at / 4 / width) * 2}`;
  }
  return 'its edge';
}
