/** What the computer stores of both peers hold: whether one certificate in each could serve IPsec, and what is wrong where none could. */
import { type CauseId, type Quote } from '../diagnosis/diagnosis';
import { type Certificate } from '../diagnosis/reading-data';
import { plainDate } from '../diagnosis/plain-date';
import { type ReadingOf } from '../reading';
import { type Facts, computerName, latestOfEach, quotes, shortName, type Side } from './facts';
import { knownRules } from './rules';

export type StoreReading = ReadingOf<'certutil-store'>;

export interface Fault {
  readonly cause: CauseId;
  readonly confidence: 'confirmed' | 'likely';
  /** A sentence with the value that decided. */
  readonly title: string;
  readonly proof: readonly Quote[];
}

export type StoreState =
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'unreadable'; readonly reading: StoreReading }
  /** `certain`: its key and usages were printed, so that nothing about it is guessed. */
  | {
      readonly kind: 'good';
      readonly reading: StoreReading;
      readonly certificate: Certificate;
      readonly certain: boolean;
      readonly proof: readonly Quote[];
    }
  | { readonly kind: 'bad'; readonly reading: StoreReading; readonly faults: readonly Fault[] };

/** Client Authentication, any usage, and IP security IKE intermediate (RFC 4945); a server also serves with Server Authentication. */
const IPSEC_USAGES = ['1.3.6.1.5.5.7.3.2', '2.5.29.37.0', '1.3.6.1.5.5.8.2.2'];
const SERVER_USAGE = '1.3.6.1.5.5.7.3.1';

/** Of several servers a bad store decides, then one that cannot be read: every one of them must serve. */
export function storeState(facts: Facts, side: Side): StoreState {
  const states = latestOfEach(facts, 'certutil-store', side).map((reading) => stateOf(reading, facts, side));
  const worst = (['bad', 'unreadable', 'good'] as const).flatMap((kind) =>
    states.filter((state) => state.kind === kind),
  );
  return worst[0] ?? { kind: 'not-sent' };
}

function stateOf(reading: StoreReading, facts: Facts, side: Side): StoreState {
  const judged = reading.data.certificates.map((certificate, index) => ({
    certificate,
    index,
    faults: faultsOf(reading, index, side, facts),
  }));
  const good = judged.filter(({ faults }) => faults.length === 0);
  const best = good.find(({ certificate }) => isCertain(certificate)) ?? good[0];
  if (best !== undefined) {
    const proof = quotes(reading, `certificates[${best.index}].subject`, `certificates[${best.index}].notAfter`);
    return { kind: 'good', reading, certificate: best.certificate, certain: isCertain(best.certificate), proof };
  }
  if (!reading.complete) return { kind: 'unreadable', reading };
  const faults = judged.flatMap(({ faults: own }) => own.slice(0, 1));
  return { kind: 'bad', reading, faults: faults.length > 0 ? faults : [missing(reading, side, facts)] };
}

const isCertain = ({ hasPrivateKey, usages, notAfter }: Certificate): boolean =>
  hasPrivateKey === true && usages.length > 0 && notAfter !== null;

/** What keeps a certificate from serving IPsec, the most telling first; empty where nothing does. */
function faultsOf(reading: StoreReading, index: number, side: Side, facts: Facts): readonly Fault[] {
  const certificate = reading.data.certificates[index];
  if (certificate === undefined) return [];
  const at = (field: string): readonly Quote[] => quotes(reading, `certificates[${index}].${field}`);
  const owner = ownerOf(reading, side, facts);
  const now = facts.at.slice(0, 19);
  const faults: Fault[] = [];
  if (certificate.hasPrivateKey === false) {
    const title = `The computer certificate of ${owner} has no private key.`;
    faults.push({ cause: 'certificate-no-private-key', confidence: 'confirmed', title, proof: at('hasPrivateKey') });
  }
  if (certificate.notAfter !== null && certificate.notAfter < now) {
    const title = `The computer certificate of ${owner} expired on ${plainDate(certificate.notAfter)}.`;
    faults.push({ cause: 'certificate-expired', confidence: 'confirmed', title, proof: at('notAfter') });
  }
  if (certificate.notBefore !== null && certificate.notBefore > now) {
    const title = `The computer certificate of ${owner} is not valid before ${plainDate(certificate.notBefore)}.`;
    faults.push({ cause: 'certificate-expired', confidence: 'confirmed', title, proof: at('notBefore') });
  }
  const allowed = side === 'server' ? [...IPSEC_USAGES, SERVER_USAGE] : IPSEC_USAGES;
  if (certificate.usages.length > 0 && !certificate.usages.some((usage) => allowed.includes(usage))) {
    const title = `The computer certificate of ${owner} may not be used for IPsec.`;
    faults.push({
      cause: 'certificate-wrong-usage',
      confidence: 'confirmed',
      title,
      proof: [...at('usages'), ...at('usages[0]')].slice(0, 1),
    });
  }
  const root = ruleAuthority(facts);
  if (
    root !== null &&
    certificate.issuer !== null &&
    certificate.issuer === certificate.subject &&
    nameKey(certificate.issuer) !== root.key
  ) {
    const title = `The computer certificate of ${owner} is self-signed; the rule asks for ${root.name}.`;
    faults.push({ cause: 'certificate-untrusted', confidence: 'likely', title, proof: at('issuer') });
  }
  return faults;
}

function missing(reading: StoreReading, side: Side, facts: Facts): Fault {
  const title = `The computer store of ${ownerOf(reading, side, facts)} holds no certificate.`;
  return { cause: 'certificate-missing', confidence: 'likely', title, proof: quotes(reading, 'closing') };
}

function ownerOf(reading: StoreReading, side: Side, facts: Facts): string {
  if (reading.host !== null) return shortName(reading.host);
  return side === 'server' ? 'the DirectAccess server' : (computerName(facts) ?? 'the client');
}

/** The certification authority that the rules name, as a key that does not depend on the order of its parts; null where none does. */
export function ruleAuthority(facts: Facts): { readonly name: string; readonly key: string } | null {
  const name = knownRules(facts).find(({ rule }) => rule.auth1CaName !== null)?.rule.auth1CaName ?? null;
  return name === null ? null : { name, key: nameKey(name) };
}

/** `CN=CA, DC=corp, DC=com` and `DC=com, DC=corp, CN=CA` are the same name: netsh and certutil print it in opposite orders. */
export function nameKey(name: string): string {
  const parts = name.split(',').map((part) => part.trim().toLowerCase());
  return parts
    .filter((part) => part !== '')
    .sort()
    .join(',');
}
