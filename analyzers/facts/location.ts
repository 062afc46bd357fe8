/** Where the client is: what shows the office network, and what shows that it is not there. */
import { type Quote } from '../diagnosis/diagnosis';
import { type ReadingOf } from '../reading';
import { type Facts, latest, quotes } from './facts';

export interface Whereabouts {
  readonly place: 'office' | 'elsewhere';
  /** What shows it, as the end of a sentence. */
  readonly sign: string;
  readonly proof: readonly Quote[];
}

/** A wired, wireless or other adapter of the machine itself: tunnels and dial-up links carry the office suffix anywhere. */
const isOwnAdapter = (kind: string): boolean => kind === 'ethernet' || kind === 'wireless';

/**
 * The adapters tell: an own adapter with the suffix of the intranet is in the office; own adapters with addresses and none with that
 * suffix are elsewhere. Null where no adapters were listed or the intranet's suffix is not known.
 */
export function whereabouts(facts: Facts): Whereabouts | null {
  const reading = latest(facts, 'ipconfig', 'client');
  const suffixes = intranetSuffixes(facts, reading);
  if (reading === null || suffixes.length === 0) return null;
  const own = reading.data.adapters
    .map((adapter, index) => ({ adapter, index }))
    .filter(({ adapter }) => adapter.connected === true && isOwnAdapter(adapter.kind) && adapter.ipv4.length > 0);
  const office = own.find(({ adapter }) => suffixes.some((suffix) => isWithin(adapter.suffix, suffix)));
  if (office !== undefined) {
    const sign = `the adapter ${office.adapter.name} has the suffix ${office.adapter.suffix ?? ''}`;
    return {
      place: 'office',
      sign,
      proof: quotes(reading, `adapters[${office.index}].suffix`, `adapters[${office.index}].name`),
    };
  }
  const elsewhere = own[0];
  if (elsewhere === undefined || !reading.complete) return null;
  const sign = `no connected adapter has the suffix ${suffixes[0] ?? ''}`;
  return {
    place: 'elsewhere',
    sign,
    proof: quotes(reading, `adapters[${elsewhere.index}].suffix`, `adapters[${elsewhere.index}].ipv4`),
  };
}

/** Whether the adapters were listed, and not all of them came. */
export const areAdaptersCut = (facts: Facts): boolean => latest(facts, 'ipconfig', 'client')?.complete === false;

/** The intranet's DNS suffixes: the name table's own, the domain of the computer. */
function intranetSuffixes(facts: Facts, adapters: ReadingOf<'ipconfig'> | null): readonly string[] {
  const tables = [true, false].map((effective) =>
    latest(facts, 'netsh-nrpt', 'client', ({ data }) => data.effective === effective),
  );
  const named = tables
    .flatMap((table) => table?.data.rules ?? [])
    .filter(({ exempt, namespace }) => !exempt && namespace.startsWith('.'));
  const domain = latest(facts, 'systeminfo', 'client')?.data.domain ?? null;
  return [...named.map(({ namespace }) => namespace.slice(1)), adapters?.data.primarySuffix ?? null, domain]
    .filter((suffix): suffix is string => suffix?.includes('.') ?? false)
    .map((suffix) => suffix.toLowerCase());
}

function isWithin(suffix: string | null, domain: string): boolean {
  const name = suffix?.toLowerCase() ?? '';
  return name === domain || name.endsWith(`.${domain}`);
}
