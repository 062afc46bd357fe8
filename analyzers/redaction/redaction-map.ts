/** What stands for what: the map that stays with the user, as plain data, and the registers that are made from it. */

export const REDACTION_MAP_SCHEMA = 'tunnel-triage/redaction-map/1';

/** The sorts of things that have a stand-in; keys of the registers are canonical and in lower case. */
export const REGISTER_NAMES = [
  'names',
  'numbers',
  'guids',
  'domainSids',
  'accountIds',
  'ipv4Blocks',
  'ipv6Prefixes',
  'interfaceIds',
  'hardwareAddresses',
] as const;
export type RegisterName = (typeof REGISTER_NAMES)[number];

/** Original by original its stand-in. Who has it can undo a redaction: it belongs to the user alone. */
export type RedactionMap = { readonly schema: typeof REDACTION_MAP_SCHEMA } & Readonly<
  Record<RegisterName, Readonly<Record<string, string>>>
>;

/** How many originals of one sort have a stand-in of their own; those beyond share one. */
export const MAX_STAND_INS = 200_000;

/** The stand-ins of one sort. */
export interface Register {
  /** The stand-in of an original, made where there is none yet. `original` itself where it is a stand-in already. */
  readonly standIn: (original: string, make: (number: number) => string, counter?: string) => string;
  /** Gives an original a stand-in that was chosen elsewhere; beyond MAX_STAND_INS it is not kept. */
  readonly put: (original: string, standIn: string) => void;
  readonly find: (original: string) => string | undefined;
  readonly isStandIn: (text: string) => boolean;
  readonly entries: () => Readonly<Record<string, string>>;
}

/** `counter` of `standIn` names the row of numbers that is counted on: stand-ins of one form have one of their own. */
function createRegister(known: Readonly<Record<string, string>>): Register {
  const standIns = new Map(Object.entries(known));
  const taken = new Set(standIns.values());
  const counters = new Map<string, number>();
  const made = (make: (number: number) => string, counter: string): string => {
    for (;;) {
      const number = (counters.get(counter) ?? 0) + 1;
      counters.set(counter, number);
      const candidate = make(number);
      if (!taken.has(candidate) && !standIns.has(candidate)) return candidate;
    }
  };
  return {
    standIn: (original, make, counter = '') => {
      const found = standIns.get(original);
      if (found !== undefined) return found;
      if (taken.has(original)) return original;
      if (standIns.size >= MAX_STAND_INS) return make(0);
      const standIn = made(make, counter);
      standIns.set(original, standIn);
      taken.add(standIn);
      return standIn;
    },
    put: (original, standIn) => {
      if (standIns.size >= MAX_STAND_INS) return;
      standIns.set(original, standIn);
      taken.add(standIn);
    },
    find: (original) => standIns.get(original),
    isStandIn: (text) => taken.has(text),
    entries: () => Object.fromEntries([...standIns].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

export type Registers = Readonly<Record<RegisterName, Register>>;

export function createRegisters(map: Partial<RedactionMap> = {}): Registers {
  return Object.fromEntries(
    REGISTER_NAMES.map((name) => [name, createRegister(map[name] ?? {})]),
  ) as unknown as Registers; // every name has its register
}

export function mapOf(registers: Registers): RedactionMap {
  const entries = Object.fromEntries(REGISTER_NAMES.map((name) => [name, registers[name].entries()]));
  return { schema: REDACTION_MAP_SCHEMA, ...entries } as unknown as RedactionMap; // every name has its entries
}
