/** Stand-ins of IPv4 addresses, block of 256 by block: of the same range, neighbours beside each other. */
import { type Register } from './redaction-map';

interface Classes {
  readonly first: number;
  readonly last: number;
  /** Where stand-ins are taken from, as blocks of 256 addresses. */
  readonly pool: readonly (readonly [number, number])[];
}

const block = (a: number, b: number, c: number): number => (a * 256 + b) * 256 + c;
const own = (first: number, last: number): Classes => ({ first, last, pool: [[first, last]] });
/** The private ranges of RFC 1918, those of RFC 6598 and RFC 3927; each stays itself. */
const CLASSES: readonly Classes[] = [
  own(block(10, 0, 0), block(10, 255, 255)),
  own(block(172, 16, 0), block(172, 31, 255)),
  own(block(192, 168, 0), block(192, 168, 255)),
  own(block(100, 64, 0), block(100, 127, 255)),
  own(block(169, 254, 0), block(169, 254, 255)),
];
/** Public ones become addresses for benchmarks (RFC 2544), and reserved ones (RFC 1112) where those do not do. */
const PUBLIC: Classes = {
  first: 0,
  last: block(255, 255, 255),
  pool: [
    [block(198, 18, 0), block(198, 19, 255)],
    [block(240, 0, 0), block(254, 255, 255)],
  ],
};
/** Loopback, this network, multicast, masks, and the relays of 6to4. */
const isKept = (at: number): boolean =>
  at < block(1, 0, 0) ||
  (at >= block(127, 0, 0) && at <= block(127, 255, 255)) ||
  at >= block(224, 0, 0) ||
  at === block(128, 0, 0) ||
  at === block(192, 0, 0) ||
  at === block(192, 88, 99);

/** Blocks are given away four apart at first, so that a neighbour that comes later has its place beside. */
const STRIDE = 4;

export interface Ipv4Blocks {
  /** The stand-in of an address as a number of 32 bits. */
  readonly standIn: (value: number) => number;
  /** Takes note of an address, so that no stand-in is taken from its block, and `settle` gives its own to it. */
  readonly note: (value: number) => void;
  readonly settle: () => void;
}

export function createBlocks(register: Register): Ipv4Blocks {
  const noted = new Set<number>();
  const known = new Set(Object.keys(register.entries()).map(Number));
  const cursors = new Map<Classes, number>();
  const isFree = (at: number, { pool }: Classes, isScarce = false): boolean =>
    pool.some(([first, last]) => at >= first && at <= last) &&
    !register.isStandIn(String(at)) &&
    (isScarce || (!known.has(at) && !noted.has(at)));
  const next = (of: Classes, forBlock: number): number => {
    const places = of.pool.map(([first, last]) => last - first + 1);
    const total = places.reduce((sum, one) => sum + one, 0);
    for (let step = cursors.get(of) ?? 1; step <= total * 3; step += 1) {
      cursors.set(of, step + 1);
      // First every fourth block of all, then each, at last also one that is somebody else's.
      let place = step * STRIDE < total ? step * STRIDE : step % total;
      for (const [index, [first]] of of.pool.entries()) {
        const size = places[index] ?? 0;
        if (place < size) {
          const isScarce = step > total * 2 && first + place !== forBlock;
          if (isFree(first + place, of, isScarce)) return first + place;
          break;
        }
        place -= size;
      }
    }
    return of.pool[0]?.[0] ?? 0;
  };
  const assign = (at: number): number => {
    const found = register.find(String(at));
    if (found !== undefined) return Number(found);
    if (isKept(at) || (register.isStandIn(String(at)) && !noted.has(at))) return at;
    const of = CLASSES.find(({ first, last }) => at >= first && at <= last) ?? PUBLIC;
    const beside = [1, -1].flatMap((way) => {
      const neighbour = register.find(String(at - way));
      return neighbour === undefined ? [] : [Number(neighbour) + way];
    });
    const chosen = beside.find((place) => isFree(place, of)) ?? next(of, at);
    known.add(at);
    // Where all are given away, the rest shares one.
    if (register.isStandIn(String(chosen))) return chosen;
    register.put(String(at), String(chosen));
    return chosen;
  };
  return {
    standIn: (value: number): number => assign(Math.floor(value / 256)) * 256 + (value % 256),
    note: (value: number): void => {
      const at = Math.floor(value / 256);
      if (!isKept(at) && !register.isStandIn(String(at))) noted.add(at);
    },
    settle: (): void => {
      for (const at of [...noted].sort((one, other) => one - other)) assign(at);
    },
  };
}
