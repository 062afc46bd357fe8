/** Redaction: the same texts with names, addresses, accounts and SIDs replaced by stand-ins that stay the same. */
import { type Reading } from '../reading';
import { type Learner, learnText } from './learn-names';
import { learnReadings, MIN_NUMBER_DIGITS } from './learn-readings';
import { createRegisters, mapOf, type RedactionMap } from './redaction-map';
import { numberStandIn, replaceNames } from './replace-names';
import { createAddressStandIns } from './stand-in-addresses';
import { createNameStandIns, guidOf } from './stand-in-names';

export interface Redactor {
  /**
   * Learns what texts that belong together name, so that a name that one of them shows as such is replaced in all of them. Learn
   * everything before the first text is redacted.
   */
  readonly learn: (texts: readonly string[]) => void;
  /** Learns what the readings of a case name. */
  readonly learnReadings: (readings: readonly Pick<Reading, 'data' | 'host'>[]) => void;
  /** The text with stand-ins; what stands in already stays. */
  readonly text: (text: string) => string;
  /** What stands for what by now. It undoes the redaction, so it stays with the user. */
  readonly map: () => RedactionMap;
}

/** `map` is that of an earlier redaction, whose stand-ins are kept. */
export function createRedactor(map?: RedactionMap): Redactor {
  const registers = createRegisters(map);
  const names = createNameStandIns(registers);
  const addresses = createAddressStandIns(registers);
  const learner: Learner = {
    names,
    addresses,
    number: (digits) => {
      if (digits.length >= MIN_NUMBER_DIGITS) numberStandIn(digits.toLowerCase(), registers.numbers);
    },
    guid: (guid) => registers.guids.standIn(guid.toLowerCase(), guidOf),
  };
  return {
    learn: (texts) => {
      for (const text of texts) learnText(text, learner);
      addresses.settle();
    },
    learnReadings: (readings) => {
      learnReadings(readings, learner);
      addresses.settle();
    },
    text: (text) => replaceNames(text, { names, addresses, registers }),
    map: () => mapOf(registers),
  };
}
