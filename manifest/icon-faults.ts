/** What Teams asks of the icons of an app, which no schema can check (Microsoft Learn, "App icons"). */
import { PNG } from 'pngjs';

/** Teams shows at least the middle of the coloured icon: the sign must be within, on a ground of one colour. */
export const SAFE_SIZE = 96;
const COLOUR_SIZE = 192;
const OUTLINE_SIZE = 32;

/** One sentence for each fault of the icon under `name`. */
export function iconFaults(name: string, kind: 'color' | 'outline', bytes: Buffer): readonly string[] {
  const image = decoded(bytes);
  if (image === null) return [`${name} is no PNG: draw it again with npm run icons.`];
  const size = kind === 'color' ? COLOUR_SIZE : OUTLINE_SIZE;
  if (image.width !== size || image.height !== size) {
    return [`${name} has ${image.width} by ${image.height} pixels, and Teams takes ${size} by ${size}.`];
  }
  return kind === 'color' ? colourFaults(name, image) : outlineFaults(name, image);
}

function colourFaults(name: string, image: PNG): readonly string[] {
  const ground = pixelAt(image, 0, 0);
  const edge = (COLOUR_SIZE - SAFE_SIZE) / 2;
  const isSafe = (place: number): boolean => place >= edge && place < edge + SAFE_SIZE;
  const strayed = places(image).some(([x, y]) => !(isSafe(x) && isSafe(y)) && pixelAt(image, x, y) !== ground);
  const bare = places(image).every(([x, y]) => pixelAt(image, x, y) === ground);
  return [
    ...(strayed
      ? [`${name} has something outside of its middle ${SAFE_SIZE} by ${SAFE_SIZE} pixels, where Teams cuts.`]
      : []),
    ...(bare ? [`${name} is of one colour: there is nothing on it.`] : []),
    ...(ground >>> 24 === 0xff ? [] : [`${name} lets its ground shine through: Teams wants a full colour.`]),
  ];
}

function outlineFaults(name: string, image: PNG): readonly string[] {
  const shown = places(image)
    .map(([x, y]) => pixelAt(image, x, y))
    .filter((pixel) => pixel >>> 24 > 0);
  const clear = places(image).length - shown.length;
  return [
    ...(shown.length === 0 ? [`${name} is empty: there is nothing to see on it.`] : []),
    ...(clear === 0 ? [`${name} has no transparent ground.`] : []),
    ...(shown.some((pixel) => (pixel & WHITE) !== WHITE) ? [`${name} has a colour beside white.`] : []),
  ];
}

const WHITE = 0xffffff;

function decoded(bytes: Buffer): PNG | null {
  try {
    return PNG.sync.read(bytes);
  } catch {
    return null;
  }
}

/** Opacity in the highest byte, then red, green and blue. */
function pixelAt({ data, width }: PNG, x: number, y: number): number {
  const at = (y * width + x) * 4;
  return ((data.readUInt8(at + 3) << 24) | (data.readUIntBE(at, 3) & WHITE)) >>> 0;
}

const places = ({ width, height }: PNG): readonly (readonly [number, number])[] =>
  Array.from({ length: width * height }, (_, index) => [index % width, Math.floor(index / width)] as const);
