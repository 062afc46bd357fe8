/** A way by which something from outside gets in, with the mutants that go it. */
import { type SeededRandom } from '../support/seeded-random';

/** One mutant on its way in. */
export interface Trial {
  /** Which sample, and what was done to it. */
  readonly what: string;
  /** The mutant itself, written to a file where something is wrong with it. */
  readonly bytes: Uint8Array;
  /** The ending of that file, without a dot. */
  readonly ending: string;
  /** A sentence for everything that is wrong; a rejection is wrong too. */
  readonly faults: () => Promise<readonly string[]>;
  /** The processor is also busy with other mutants then, so its time is not this one's. */
  readonly isShared?: boolean;
}

export interface FuzzPath {
  readonly name: string;
  /** How many of a thousand mutants go this way. */
  readonly share: number;
  /** The same for the same numbers. */
  readonly trial: (random: SeededRandom, index: number) => Trial | Promise<Trial>;
  /** Lets go of what it holds; what was wrong with the whole run. */
  readonly close?: () => Promise<readonly string[]>;
}
