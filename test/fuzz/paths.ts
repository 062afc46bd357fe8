/** Every way in, and which mutant goes which: its number alone decides, with the seed of the run. */
import { seededRandom } from '../support/seeded-random';
import { archivePaths } from './archive-paths';
import { doorPaths } from './door-path';
import { eventPaths } from './event-paths';
import { type FuzzPath, type Trial } from './fuzz-path';
import { graphPath } from './graph-path';
import { eventSamples, evtxSamples, textSamples } from './samples';
import { textPaths } from './text-paths';

export interface FuzzPaths {
  readonly names: readonly string[];
  /** The mutant of that number, and the path that it goes. */
  readonly trial: (seed: number, index: number) => Promise<Trial & { readonly path: string }>;
  /** What was wrong with the whole run. */
  readonly close: () => Promise<readonly string[]>;
}

/** An odd number, so that the runs of different seeds have no mutant in common for long. */
const SEED_STEP = 0x9e37_79b1;

/** `root` is the folder of the package, `bundles` that of the bundled worker. `only`: the names of the paths that are gone; all where it is empty. */
export function fuzzPaths(root: string, bundles: string, only: readonly string[] = []): FuzzPaths {
  const texts = textSamples(root);
  const events = eventSamples();
  const logs = evtxSamples();
  const all: readonly FuzzPath[] = [
    ...textPaths(texts),
    ...eventPaths(events, logs),
    ...archivePaths(texts, [...events, ...logs]),
    ...doorPaths(texts, bundles),
    graphPath(),
  ];
  const paths = only.length === 0 ? all : all.filter(({ name }) => only.includes(name));
  const shares = paths.reduce((sum, { share }) => sum + share, 0);
  const pathFor = (drawn: number): FuzzPath => {
    let left = drawn;
    for (const path of paths) {
      if (left < path.share) return path;
      left -= path.share;
    }
    throw new Error('No path is chosen.');
  };
  return {
    names: all.map(({ name }) => name),
    trial: async (seed, index) => {
      const random = seededRandom((Math.imul(seed, SEED_STEP) + index) >>> 0);
      const path = pathFor(random.below(shares));
      return { path: path.name, ...(await path.trial(random, index)) };
    },
    close: async () => (await Promise.all(paths.flatMap(({ close }) => close?.() ?? []))).flat(),
  };
}
