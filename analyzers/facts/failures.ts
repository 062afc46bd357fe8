/** The IPsec negotiation failures that Security events show, each joined to its tunnel, without those that a later success cleared. */
import { type Quote } from '../diagnosis/diagnosis';
import { type SecurityEvent } from '../diagnosis/reading-data';
import { canonicalAddress, sameAddress } from '../grammars/address';
import { ikeCode } from '../grammars/ike-codes';
import { parameterWord } from '../grammars/parameter-words';
import { type ReadingOf } from '../reading';
import { type Endpoints } from './endpoints';
import { type Facts, every, type Side } from './facts';
import { compareInstants, compareTimes } from './newer';

/** Which negotiation failed: `extended` is the second authentication, which deletes its main mode SA. */
export type Mode = 'main' | 'extended' | 'quick';

export interface Failure {
  readonly tunnel: 'infra' | 'intranet';
  readonly mode: Mode;
  /** The codes that the failure text may mean; empty where the text is in a language that tells nothing. */
  readonly codes: readonly number[];
  readonly text: string;
  readonly time: string | null;
  readonly quote: Quote;
  readonly eventId: number;
  /** Whose log it is. */
  readonly side: Side;
  /** Where the error arose, as seen from that log; `%%8199` is the local computer, `%%8200` the remote one. */
  readonly arose: 'here' | 'peer' | null;
  /** How far the negotiation had come, in Windows' words (`%%8204` is `Sent third (ID) payload`); null where not told. */
  readonly state: string | null;
  /** The peer answered: its cookie is not zero. */
  readonly answered: boolean;
  /** The account of the second authentication: `PC$` is the computer's. */
  readonly account: string | null;
  readonly reading: ReadingOf<'security-events'>;
}

/** States that Windows logs like failures: pending, quick mode limit, expiry, suppression of a twin (the contract's code table). */
export const STATES: readonly number[] = [13803, 13884, 13885, 13895, 13902];

const FAILURES: Readonly<Record<number, Mode>> = {
  4652: 'main',
  4653: 'main',
  4654: 'quick',
  4983: 'extended',
  4984: 'extended',
};

/**
 * What a success clears in its tunnel (the contract's ruling 13). A main mode, with or without its second authentication, says
 * nothing of a quick mode that failed.
 */
const CLEARS: Readonly<Record<number, readonly Mode[]>> = {
  4650: ['main'],
  4651: ['main'],
  4979: ['main', 'extended'],
  4980: ['main', 'extended'],
  4981: ['main', 'extended'],
  4982: ['main', 'extended'],
  5451: ['main', 'extended', 'quick'],
};

interface Located {
  readonly event: SecurityEvent;
  readonly reading: ReadingOf<'security-events'>;
  readonly quote: Quote;
  readonly side: Side;
}

/** What tells to which tunnel an event belongs. */
export interface TunnelGround {
  readonly endpoints: Endpoints;
  /** With Kerberos proxy every event is of the one tunnel, whose rungs are the infrastructure's. */
  readonly oneTunnel: boolean;
  /** When the infrastructure tunnel's SA was listed, if it was. */
  readonly infraSaTime: string | null;
}

/** Failures that still stand, newest first. */
export function standingFailures(facts: Facts, ground: TunnelGround): readonly Failure[] {
  const events = [...locatedEvents(facts)].sort((one, other) => compareEvents(other.event, one.event));
  const successes = events.filter(({ event }) => event.eventId in CLEARS);
  return events.flatMap((located) =>
    failure(located, ground)
      .filter(({ codes }) => codes.length === 0 || !codes.every((code) => STATES.includes(code)))
      .filter((failed) => !successes.some((success) => clears(success, located, failed, ground))),
  );
}

/** By time to the last digit printed; events of one moment in one log by their record numbers. */
function compareEvents(one: SecurityEvent, other: SecurityEvent): number {
  const byTime = compareInstants(one.time, other.time);
  if (byTime !== 0 || one.computer !== other.computer) return byTime;
  return Math.sign(Number(one.recordId ?? 0) - Number(other.recordId ?? 0)) || 0;
}

/** Every IPsec event of both sides, each once, whatever the number of exports that hold it. */
export function locatedEvents(facts: Facts): readonly Located[] {
  const seen = new Set<string>();
  return (['client', 'server'] as const).flatMap((side) =>
    every(facts, 'security-events', side).flatMap((reading) =>
      reading.data.events.flatMap((event, index) => {
        const key = JSON.stringify([event.computer, event.recordId, event.time, event.eventId, event.data]);
        const quote = reading.proofs[`events[${index}].reason`] ?? reading.proofs[`events[${index}]`];
        if (seen.has(key) || quote === undefined) return [];
        seen.add(key);
        return [{ event, reading, quote, side }];
      }),
    ),
  );
}

function failure(located: Located, ground: TunnelGround): readonly Failure[] {
  const { event, reading, quote, side } = located;
  const mode = FAILURES[event.eventId];
  if (mode === undefined || isOfAnotherPeer(located, ground)) return [];
  const text = (event.data['FailureReason'] ?? '').trim();
  return [
    {
      tunnel: tunnelOf(located, ground),
      mode,
      codes: ikeCode(text),
      text,
      time: event.time,
      quote,
      eventId: event.eventId,
      side,
      arose: arose(event.data['FailurePoint'] ?? ''),
      state: stateOf(event.data['State']?.trim() ?? ''),
      answered: /[1-9a-f]/i.test(event.data['ResponderCookie'] ?? '') || mode !== 'main',
      account: account(event, side),
      reading,
    },
  ];
}

/** Where the rules name both endpoints, a client's negotiation with any other IPv6 address is none of DirectAccess. */
function isOfAnotherPeer({ event, side }: Located, { endpoints: { first, second, source } }: TunnelGround): boolean {
  const peer = peerAddress(event, side);
  if (side !== 'client' || source !== 'rules' || first === null || second === null) return false;
  return peer?.includes(':') === true && peer !== first && peer !== second;
}

/** By peer address, else by the account of the second authentication, else (4652, 4653) the first tunnel unless its SA is shown. */
function tunnelOf({ event, side }: Located, ground: TunnelGround): 'infra' | 'intranet' {
  const { endpoints, oneTunnel, infraSaTime } = ground;
  if (oneTunnel) return 'infra';
  const distinct =
    endpoints.first !== null && endpoints.second !== null && !sameAddress(endpoints.first, endpoints.second);
  const peer = peerAddress(event, side);
  if (distinct && sameAddress(peer, endpoints.second)) return 'intranet';
  if (distinct && sameAddress(peer, endpoints.first)) return 'infra';
  const name = account(event, side);
  if (name !== null) return isComputerAccount(name) ? 'infra' : 'intranet';
  return infraSaTime !== null && compareTimes(event.time, infraSaTime) <= 0 ? 'intranet' : 'infra';
}

/** The tunnel endpoint: the remote side of a client's event, the local side of a server's; quick mode names it apart. */
function peerAddress({ data }: SecurityEvent, side: Side): string | null {
  const which = side === 'client' ? 'Remote' : 'Local';
  return canonicalAddress(data[`${which}TunnelEndpoint`] ?? '') ?? canonicalAddress(data[`${which}Address`] ?? '');
}

function account({ data }: SecurityEvent, side: Side): string | null {
  const name = (data[side === 'client' ? 'LocalEMPrincipalName' : 'RemoteEMPrincipalName'] ?? '').trim();
  return name === '' || name === '-' ? null : name;
}

/** `CORP\PC1$`, `PC1$@CORP.EXAMPLE` and `host/pc1.corp.example` name a computer. */
export const isComputerAccount = (name: string): boolean => /\$(?:@|$)/.test(name) || /^host\//i.test(name);

function stateOf(printed: string): string | null {
  return printed === '' || printed === '-' ? null : (parameterWord(printed) ?? printed);
}

function arose(point: string): Failure['arose'] {
  if (/%%8199|local/i.test(point)) return 'here';
  return /%%8200|remote/i.test(point) ? 'peer' : null;
}

function clears(success: Located, located: Located, failed: Failure, ground: TunnelGround): boolean {
  if (success.side !== failed.side || !(CLEARS[success.event.eventId]?.includes(failed.mode) ?? false)) return false;
  return tunnelOf(success, ground) === failed.tunnel && compareEvents(success.event, located.event) > 0;
}

/** Failed check of one's own (13817) or the peer's certificate (13848). */
const REVOCATION_CODES = [13817, 13848];

/** The newest standing failure of a revocation check. */
export const revocationFailure = (failures: readonly Failure[]): Failure | undefined =>
  failures.find(({ codes }) => codes.some((code) => REVOCATION_CODES.includes(code)));

/** The side on which a failure arose: the one whose log it is, or its peer. */
export const sideOfFailure = ({ side, arose: where }: Failure): Side =>
  where === 'peer' ? (side === 'client' ? 'server' : 'client') : side;
