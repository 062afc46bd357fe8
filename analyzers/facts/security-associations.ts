/** Which security associations the listings of the client show, tunnel by tunnel. */
import { type Quote } from '../diagnosis/diagnosis';
import { type MainModeSa } from '../diagnosis/reading-data';
import { isIpv6, sameAddress } from '../grammars/address';
import { type Reading, type ReadingOf } from '../reading';
import { type Tunnel } from '../tunnel';
import { type Deployment } from './deployment';
import { type Endpoints } from './endpoints';
import { type Facts, latest, quotes } from './facts';
import { isLaterCapture } from './newer';

/**
 * What a listing shows of one SA. `absent` needs a whole listing; `mismatch` is an SA to the right endpoint with the wrong second
 * authentication; `unassigned` are SAs of which nothing tells the tunnel; `outdated` are quick mode SAs of a tunnel whose main mode SA
 * a newer whole listing lacks.
 */
export type Sight =
  | {
      readonly kind: 'seen';
      readonly reading: Reading;
      readonly remote: string;
      readonly authentication: string;
      readonly proof: readonly Quote[];
    }
  | {
      readonly kind: 'mismatch';
      readonly reading: Reading;
      readonly remote: string;
      readonly authentication: string;
      readonly proof: readonly Quote[];
    }
  | { readonly kind: 'absent'; readonly reading: Reading; readonly others: number; readonly proof: readonly Quote[] }
  | {
      readonly kind: 'unassigned' | 'outdated' | 'unreadable';
      readonly reading: Reading;
      readonly proof: readonly Quote[];
    }
  | { readonly kind: 'not-sent' };

/** What is needed to tell SAs apart. */
export interface SaGround {
  readonly facts: Facts;
  readonly endpoints: Endpoints;
  readonly deployment: Deployment;
}

/** The main mode SA of a tunnel. Where the endpoints are equal or not known, the second authentication decides. */
export function mainModeSight(tunnel: Tunnel, ground: SaGround): Sight {
  const listing = latest(ground.facts, 'netsh-mmsa', 'client');
  if (listing === null) return { kind: 'not-sent' };
  const { own, other } = endpointsOf(tunnel, ground.endpoints);
  const peers = listing.data.sas.map((sa, index) => ({ sa, index })).filter(({ sa }) => isIpv6(sa.remote));
  const reached = peers.filter(({ sa }) =>
    own !== null ? sameAddress(sa.remote, own) : !sameAddress(sa.remote, other),
  );
  const fitting = reached.find(({ sa }) => fits(sa, tunnel, ground.deployment));
  // With Kerberos on both sides an SA to an address that nobody named may as well be of domain isolation.
  const isTold = own !== null || ground.deployment.kind !== 'kerberos-proxy';
  if (fitting !== undefined && isTold) return sight('seen', listing, fitting);
  const wrong = reached[0];
  const distinct = own !== null && other !== null && !sameAddress(own, other);
  // In a listing that was cut, the line with the other authentication, or the SA that fits, may be what is missing.
  if (wrong !== undefined && distinct && listing.complete && ground.deployment.kind !== 'kerberos-proxy')
    return sight('mismatch', listing, wrong);
  const kerberos = own === null ? peers.find(({ sa }) => firstOf(sa) === 'kerberos') : undefined;
  if (kerberos !== undefined) {
    // Of a Kerberos-proxy tunnel, or of domain isolation with some peer: only the rules tell.
    const proof = quotes(listing, `sas[${kerberos.index}].remote`, `sas[${kerberos.index}].auth1`);
    return { kind: 'unassigned', reading: listing, proof };
  }
  return missing(listing, peers.length);
}

/** The quick mode SA of a tunnel: to its endpoint, or to the peer of its main mode SA where no endpoint is known. */
export function quickModeSight(tunnel: Tunnel, ground: SaGround): Sight {
  const listing = latest(ground.facts, 'netsh-qmsa', 'client');
  if (listing === null) return { kind: 'not-sent' };
  const mainMode = mainModeSight(tunnel, ground);
  const { own, other } = endpointsOf(tunnel, ground.endpoints);
  const target = own ?? (mainMode.kind === 'seen' ? mainMode.remote : null);
  const peers = listing.data.sas.map((sa, index) => ({ sa, index })).filter(({ sa }) => isIpv6(sa.remote));
  if (target === null && peers.length > 0)
    return { kind: 'unassigned', reading: listing, proof: quotes(listing, 'sas[0].remote') };
  const reached = peers.filter(({ sa }) => sameAddress(sa.remote, target));
  if (mainMode.kind === 'absent' && reachesOtherwise(target, ground)) {
    return {
      kind: 'unassigned',
      reading: listing,
      proof: quotes(listing, ...reached.map(({ index }) => `sas[${index}].remote`)),
    };
  }
  if (mainMode.kind === 'absent' && isLaterCapture(mainMode.reading, listing))
    return { kind: 'outdated', reading: listing, proof: mainMode.proof };
  const needed = sameAddress(own, other) ? neededOnOneEndpoint(tunnel, ground, mainMode) : 1;
  const last = reached[needed - 1];
  if (last === undefined)
    return reached.length > 0 ? { kind: 'unassigned', reading: listing, proof: [] } : missing(listing, peers.length);
  const proof = quotes(listing, `sas[${last.index}].remote`);
  return { kind: 'seen', reading: listing, remote: last.sa.remote ?? '', authentication: '', proof };
}

/** Whether a main mode SA to that address exists that is not this tunnel's: its quick mode SAs are not either. */
function reachesOtherwise(target: string | null, { facts }: SaGround): boolean {
  return latest(facts, 'netsh-mmsa', 'client')?.data.sas.some((sa) => sameAddress(sa.remote, target)) ?? false;
}

/**
 * Quick mode SAs carry no authentication, so on one common endpoint they are told apart only by their number: the second
 * belongs to the second tunnel. A tunnel whose main mode SA is not seen claims none of them.
 */
function neededOnOneEndpoint(tunnel: Tunnel, ground: SaGround, mainMode: Sight): number {
  if (mainMode.kind !== 'seen') return Number.POSITIVE_INFINITY;
  const first =
    latest(ground.facts, 'netsh-mmsa', 'client')?.data.sas.some((sa) => secondOf(sa) === 'computer') ?? false;
  return tunnel.id === 'intranet' && first ? 2 : 1;
}

function endpointsOf(
  tunnel: Tunnel,
  { first, second }: Endpoints,
): { readonly own: string | null; readonly other: string | null } {
  return tunnel.endpoint === 'first' ? { own: first, other: second } : { own: second, other: first };
}

function fits(sa: MainModeSa, tunnel: Tunnel, deployment: Deployment): boolean {
  if (deployment.kind === 'kerberos-proxy')
    return tunnel.id === 'infra' && firstOf(sa) === 'kerberos' && secondOf(sa) === 'user';
  return firstOf(sa) === 'certificate' && secondOf(sa) === (tunnel.id === 'infra' ? 'computer' : 'user');
}

/** How the computer proved itself: netsh prints the method, the cmdlet a certificate's subject or an account. */
function firstOf(sa: MainModeSa): 'certificate' | 'kerberos' | null {
  if (/ComputerCert/i.test(sa.auth1 ?? '') || /\b(?:CN|OU|DC|O)=/i.test(sa.localFirstId ?? '')) return 'certificate';
  return /ComputerKerb/i.test(sa.auth1 ?? '') || /\$(?:@|$)/.test(sa.localFirstId?.trim() ?? '') ? 'kerberos' : null;
}

/** Whose credentials the second authentication used: a second id that ends in `$` is the computer account. */
function secondOf(sa: MainModeSa): 'computer' | 'user' | null {
  if (/UserNTLM/i.test(sa.auth2 ?? '')) return 'computer';
  if (/UserKerb/i.test(sa.auth2 ?? '')) return 'user';
  const account = sa.localSecondId?.trim() ?? '';
  if (account === '' || !/[\\@]/.test(account)) return null;
  return /\$(?:@|$)/.test(account) ? 'computer' : 'user';
}

function sight(
  kind: 'seen' | 'mismatch',
  reading: ReadingOf<'netsh-mmsa'>,
  { sa, index }: { readonly sa: MainModeSa; readonly index: number },
): Sight {
  const fields = ['remote', 'auth1', 'auth2', 'localFirstId', 'localSecondId'].map((field) => `sas[${index}].${field}`);
  const authentication = [sa.auth1 ?? sa.localFirstId, sa.auth2 ?? sa.localSecondId]
    .filter((name) => name != null)
    .join(' and ');
  return { kind, reading, remote: sa.remote ?? '', authentication, proof: quotes(reading, ...fields) };
}

function missing(reading: Reading, others: number): Sight {
  const proof = quotes(reading, 'closing');
  return reading.complete ? { kind: 'absent', reading, others, proof } : { kind: 'unreadable', reading, proof };
}
