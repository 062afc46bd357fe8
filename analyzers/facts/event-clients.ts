/** Whose negotiations the log of a server shows: a server talks to many clients, and only those of this case's client count. */
import { type Assumption } from '../diagnosis/diagnosis';
import { canonicalAddress } from '../grammars/address';
import { type Facts, every, shortName, sideOf } from './facts';
import { computerOfAccount, computerOfCertificate, failedMode, type LocatedEvent } from './ipsec-events';

export interface EventsOfClient {
  /** The client's own events, and those of the server's log that are of this client. */
  readonly events: readonly LocatedEvent[];
  /** What was taken for granted, or left aside, in choosing them. */
  readonly assumptions: readonly Assumption[];
  /** Several clients failed in the log of the server, and nothing tells which of them is this one. */
  readonly isOpen: boolean;
}

/** What is known of this case's client. */
interface Client {
  readonly names: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
}

/**
 * Leaves out of the server's events those of other clients; where nothing tells which client it is, the one that failed last is taken.
 * `isForeign` knows the negotiations that are of no tunnel at all.
 */
export function eventsOfClient(
  facts: Facts,
  events: readonly LocatedEvent[],
  isForeign: (located: LocatedEvent) => boolean,
): EventsOfClient {
  const ofServer = events.filter(({ side }) => side === 'server');
  if (ofServer.length === 0) return { events, assumptions: [], isOpen: false };
  const client = withAddressesOfNames(knownClient(facts, events), ofServer);
  const named = ofServer.map((located) => ({ located, belongs: belongsTo(located, client) }));
  const failures = named.filter(({ located }) => failedMode(located.event) !== null && !isForeign(located));
  if (failures.length === 0) return kept(events, (located) => belongsTo(located, client) !== 'no', []);
  const known = failures.some(({ belongs }) => belongs === 'yes') || failures.every(({ belongs }) => belongs === 'no');
  const others = new Set(failures.filter(({ belongs }) => belongs !== 'yes').map(({ located }) => whoseKey(located)));
  if (known) {
    const ours = (located: LocatedEvent): boolean => isOfMachine(located) || belongsTo(located, client) === 'yes';
    return kept(events, ours, leftAside(others, failures[0]?.located));
  }
  const open = failures.filter(({ belongs }) => belongs === 'open').map(({ located }) => located);
  const taken = whoseKey(open[0]);
  const all = new Set(open.map(whoseKey));
  const ofTaken = (located: LocatedEvent): boolean =>
    belongsTo(located, client) !== 'no' && [taken, null].includes(whoseKey(located));
  return { ...kept(events, ofTaken, takenFor(taken, all, open[0])), isOpen: all.size > 1 };
}

function kept(
  events: readonly LocatedEvent[],
  isOfClient: (located: LocatedEvent) => boolean,
  assumptions: readonly Assumption[],
): EventsOfClient {
  const own = events.filter((located) => located.side === 'client' || isOfClient(located));
  return { events: own, assumptions, isOpen: false };
}

function knownClient(facts: Facts, events: readonly LocatedEvent[]): Client {
  const hosts = facts.readings.filter((reading) => sideOf(reading) === 'client').map(({ host }) => host);
  const names = hosts.filter((host) => host !== null).map((host) => shortName(host).toUpperCase());
  const sas = (['netsh-mmsa', 'netsh-qmsa'] as const).flatMap((command) =>
    every(facts, command, 'client').flatMap(({ data }) => data.sas.map(({ local }) => local)),
  );
  const adapters = every(facts, 'ipconfig', 'client').flatMap(({ data }) => data.adapters.flatMap(({ ipv6 }) => ipv6));
  const own = events.filter(({ side }) => side === 'client').map(({ client }) => client);
  const listed = [...sas, ...adapters].map((address) => canonicalAddress(address ?? ''));
  const addresses = [...new Set([...listed, ...own])].filter((address) => address !== null);
  return { names: new Set(names), addresses: new Set(addresses.filter(isOfTunnels)) };
}

/** Tunnels run over IPv6, and never from a link-local address. */
const isOfTunnels = (address: string): boolean => address.includes(':') && !address.startsWith('fe80:');

/** An address from which the client's own name was once authenticated is the client's. */
function withAddressesOfNames(client: Client, events: readonly LocatedEvent[]): Client {
  const found = events.filter((located) => client.names.has(computerOf(located) ?? '')).map(({ client }) => client);
  return { ...client, addresses: new Set([...client.addresses, ...found.filter((address) => address !== null)]) };
}

/**
 * The computer's account decides, then an address that is known, then the name in the certificate. Of a client whose addresses are known
 * no other address counts: it changes with the network, so what is left aside for it is said.
 */
function belongsTo(located: LocatedEvent, { names, addresses }: Client): 'yes' | 'no' | 'open' {
  const [account, certificate] = [computerOfAccount(located), computerOfCertificate(located)];
  const address = located.client;
  if (account !== null && names.size > 0) return names.has(account) ? 'yes' : 'no';
  if (address !== null && addresses.has(address)) return 'yes';
  if (certificate !== null && names.size > 0) return names.has(certificate) ? 'yes' : 'no';
  return address === null || addresses.size === 0 ? 'open' : 'no';
}

/** Events of the machine itself name no client: its services, its policy, its defence against a flood. */
const isOfMachine = (located: LocatedEvent): boolean => whoseKey(located) === null;

/** What tells the clients of a log apart where nothing is known of this case's: the address, else the name. */
function whoseKey(located: LocatedEvent | undefined): string | null {
  return located === undefined ? null : (located.client ?? computerOf(located));
}

const computerOf = (located: LocatedEvent): string | null =>
  computerOfAccount(located) ?? computerOfCertificate(located);

/** How many other clients are named before they are only counted. */
const MAX_NAMED = 3;

function listed(keys: ReadonlySet<string | null>): string {
  const names = [...keys].filter((key) => key !== null).sort();
  const shown = names.slice(0, MAX_NAMED).join(', ');
  return names.length > MAX_NAMED ? `${shown} and ${names.length - MAX_NAMED} more` : shown;
}

function leftAside(others: ReadonlySet<string | null>, example: LocatedEvent | undefined): readonly Assumption[] {
  const who = listed(others);
  if (who === '' || example === undefined) return [];
  const text = `Failures of other clients in ${example.reading.upload} were left aside: ${who}.`;
  return [{ id: 'other-clients', text }];
}

function takenFor(
  taken: string | null,
  all: ReadonlySet<string | null>,
  example: LocatedEvent | undefined,
): readonly Assumption[] {
  if (taken === null || example === undefined) return [];
  const upload = example.reading.upload;
  const others = new Set([...all].filter((key) => key !== taken));
  const rest = listed(others);
  const text =
    rest === ''
      ? `${upload} shows failures of one client, ${taken}; nothing else tells that it is this one.`
      : `${upload} shows failures of several clients and nothing tells which is this one; ${taken}, which failed last, is taken. Left aside: ${rest}. ipconfig /all of the client settles it.`;
  return [{ id: 'client-of-log', text }];
}
