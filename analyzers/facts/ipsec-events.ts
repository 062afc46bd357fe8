/** The IPsec events of both machines, each once, and what an event says of itself: its peer, its account, its mode, its place in time. */
import { type Quote } from '../diagnosis/diagnosis';
import { type SecurityEvent } from '../diagnosis/reading-data';
import { canonicalAddress } from '../grammars/address';
import { NET_EVENT_IDS, NET_EVENTS } from '../grammars/found-events';
import { type EventReading } from '../reading';
import { type Facts, every, type Side } from './facts';
import { compareInstants } from './newer';

export interface LocatedEvent {
  readonly event: SecurityEvent;
  readonly reading: EventReading;
  readonly quote: Quote;
  /** Whose log it is. */
  readonly side: Side;
  /** The tunnel endpoint: the remote side of a client's event, the local side of a server's; canonical, null where none is told. */
  readonly peer: string | null;
  /** The address of the client, likewise. */
  readonly client: string | null;
}

/** Every IPsec event of both sides, each once, whatever the number of exports that hold it; newest first. */
export function locatedEvents(facts: Facts): readonly LocatedEvent[] {
  const seen = new Set<string>();
  const addresses = addressReader();
  const events = (['client', 'server'] as const).flatMap((side) =>
    readingsOfEvents(facts, side).flatMap((reading) =>
      reading.data.events.flatMap((event, index) => {
        const key = keyOf(event);
        const quote = reading.proofs[`events[${index}].reason`] ?? reading.proofs[`events[${index}]`];
        if (seen.has(key) || quote === undefined) return [];
        seen.add(key);
        const [remote, local] = [addresses(event, 'Remote'), addresses(event, 'Local')];
        const [peer, client] = side === 'client' ? [remote, local] : [local, remote];
        return [{ event, reading, quote, side, peer, client }];
      }),
    ),
  );
  return events.sort((one, other) => compareEvents(other.event, one.event));
}

const readingsOfEvents = (facts: Facts, side: Side): readonly EventReading[] => [
  ...every(facts, 'security-events', side),
  ...every(facts, 'netsh-wfp-netevents', side),
];

/** What makes two copies of an event the same: its record, or, in forms without record numbers, all that it says. */
function keyOf({ computer, recordId, time, eventId, data }: SecurityEvent): string {
  return JSON.stringify([computer, recordId, time, eventId, ...(recordId === null ? [data] : [])]);
}

/**
 * Reads the address of one side of an event; quick mode names the tunnel endpoint apart. A log repeats few addresses many times, and
 * reading one is dear.
 */
function addressReader(): (event: SecurityEvent, which: 'Local' | 'Remote') => string | null {
  const known = new Map<string, string | null>();
  const read = (text: string | null): string | null => {
    if (text === null) return null;
    const before = known.get(text);
    if (before !== undefined) return before;
    const address = canonicalAddress(text);
    known.set(text, address);
    return address;
  };
  return (event, which) => {
    const lower = which === 'Local' ? 'local' : 'remote';
    const printed = valueOf(event, `${which}Address`, `${lower}AddrV6.byteArray16`, `${lower}AddrV6`, `${lower}AddrV4`);
    return read(valueOf(event, `${which}TunnelEndpoint`)) ?? read(printed);
  };
}

/** By time to the last digit printed; events of one moment in one log by their record numbers. */
export function compareEvents(one: SecurityEvent, other: SecurityEvent): number {
  const byTime = compareInstants(one.time, other.time);
  if (byTime !== 0 || one.computer !== other.computer) return byTime;
  return Math.sign(Number(one.recordId ?? 0) - Number(other.recordId ?? 0)) || 0;
}

/** Which negotiation an event is of: `extended` is the second authentication, which deletes its main mode SA where it fails. */
export type Mode = 'main' | 'extended' | 'quick';

/** Failed negotiations by event id (Microsoft, Audit IPsec Main, Quick and Extended Mode). */
const FAILED: Readonly<Record<number, Mode>> = {
  4652: 'main',
  4653: 'main',
  4654: 'quick',
  4983: 'extended',
  4984: 'extended',
};
const FAILED_NET_EVENTS: Readonly<Record<number, Mode>> = { 1005: 'main', 1007: 'quick', 1009: 'extended' };

/** Windows says of a net event itself that it was expected, and of no harm (`FWPM_NET_EVENT_IKEEXT_MM_FAILURE_FLAG_BENIGN`). */
const isBenign = (event: SecurityEvent): boolean => /_BENIGN\b/.test(event.data['failureFlags'] ?? '');

/** The negotiation that an event says has failed; null where it says no such thing. */
export function failedMode(event: SecurityEvent): Mode | null {
  if (event.provider === NET_EVENTS) return isBenign(event) ? null : (FAILED_NET_EVENTS[event.eventId] ?? null);
  return FAILED[event.eventId] ?? null;
}

/** What an event is called behind the word "event": its number, or its type where it is a net event, which has none. */
export function eventName({ provider, eventId }: Pick<SecurityEvent, 'provider' | 'eventId'>): string {
  const type = Object.entries(NET_EVENT_IDS).find(([, id]) => id === eventId)?.[0];
  return provider === NET_EVENTS && type !== undefined ? type : String(eventId);
}

/** SAs that were established: 4650 and 4651 without a second authentication, 4979 to 4982 with one, 5451 in quick mode. */
export const ESTABLISHED: readonly number[] = [4650, 4651, 4979, 4980, 4981, 4982, 5451];
/** Main mode SAs with their second authentication: what a tunnel of DirectAccess has. */
export const ESTABLISHED_WITH_SECOND: readonly number[] = [4979, 4980, 4981, 4982];
/** Main mode SAs without one: of a VPN or another rule, never by themselves a proof of DirectAccess. */
export const ESTABLISHED_WITHOUT_SECOND: readonly number[] = [4650, 4651];

/** A value of an event, by its name; null where it is not there, empty or `-`. */
export function valueOf({ data }: SecurityEvent, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = data[name]?.trim() ?? '';
    if (value !== '' && value !== '-') return value;
  }
  return null;
}

/** The account of the second authentication, as the client offered it. */
export function accountOf({ event, side }: LocatedEvent): string | null {
  const [name, netName] = side === 'client' ? ['LocalEM', 'local'] : ['RemoteEM', 'remote'];
  const ofNetEvent = failedMode(event) === 'extended' ? [`${netName}PrincipalNameForAuth`] : [];
  return valueOf(event, `${name}PrincipalName`, ...ofNetEvent);
}

/** `CORP\PC1$`, `PC1$@CORP.EXAMPLE` and `host/pc1.corp.example` name a computer. */
export const isComputerAccount = (name: string): boolean => /\$(?:@|$)/.test(name) || /^host\//i.test(name);

/** Whose second authentication it was: by the account, else by its method, which is NTLM for the computer and Kerberos for the user. */
export function secondAuthentication(located: LocatedEvent): 'computer' | 'user' | null {
  const account = accountOf(located);
  if (account !== null) return isComputerAccount(account) ? 'computer' : 'user';
  const method = valueOf(located.event, 'EMAuthMethod', 'emAuthMethod') ?? '';
  if (/%%8225|(?:\b|_)NTLM(?:\b|_)/i.test(method)) return 'computer';
  return /%%8192|(?:\b|_)Kerberos\b/i.test(method) ? 'user' : null;
}

/** The name of the client computer where its own account gave the second authentication: nothing names it more surely. */
export function computerOfAccount(located: LocatedEvent): string | null {
  const account = accountOf(located);
  return account !== null && isComputerAccount(account) ? nameInPrincipal(account) : null;
}

/** The name that the client's first authentication carried: its certificate's subject, or its account. */
export function computerOfCertificate({ event, side }: LocatedEvent): string | null {
  const [name, netName] = side === 'client' ? ['LocalMM', 'local'] : ['RemoteMM', 'remote'];
  const ofNetEvent = failedMode(event) === 'main' ? [`${netName}PrincipalNameForAuth`] : [];
  const principal = valueOf(event, `${name}PrincipalName`, ...ofNetEvent);
  return principal === null ? null : nameInPrincipal(principal);
}

/** `CORP\PC1$`, `PC1$@CORP`, `host/pc1.corp`, `CN=pc1.corp, OU=…` and `pc1.corp` all name PC1; upper case, without its domain. */
function nameInPrincipal(principal: string): string | null {
  const common = /\bCN=([^,+]+)/i.exec(principal)?.[1];
  const bare = (common ?? principal)
    .replace(/^.*\\/, '')
    .replace(/^host\//i, '')
    .replace(/@.*$/, '')
    .replace(/\$$/, '');
  const name = bare.split('.', 1)[0]?.trim() ?? '';
  return name === '' || /\s/.test(name) ? null : name.toUpperCase();
}

/** The SA that an event is of, where it names one: it ties a quick mode to the main mode that it rests on. */
export const mainModeSaId = ({ event }: LocatedEvent): string | null => {
  const id = valueOf(event, 'MMSAID', 'MainModeSaId');
  return id === null || /^0x?0*$/i.test(id) ? null : id;
};

/** DirectAccess negotiates with AuthIP: IKEv1 or IKEv2 with the same peer is of another rule, or the twin that lost the race. */
export function isOtherKeyingModule({ event }: LocatedEvent): boolean {
  const name = valueOf(event, 'KeyModName', 'KeyingModuleName', 'keyingModuleType') ?? '';
  return /%%8222|%%8244|^(?:IKEEXT_KEY_MODULE_)?IKE(?:v[12])?$/i.test(name);
}
