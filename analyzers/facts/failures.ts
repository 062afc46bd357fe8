/** The IPsec negotiation failures that Security events show, each joined to its tunnel, without those that a later success cleared. */
import { type Quote } from '../diagnosis/diagnosis';
import { type SecurityEvent } from '../diagnosis/reading-data';
import { canonicalAddress, sameAddress } from '../grammars/address';
import { ikeCode } from '../grammars/ike-codes';
import { type ReadingOf } from '../reading';
import { type Endpoints } from './endpoints';
import { type Facts, every, type Side } from './facts';
import { compareTimes } from './newer';

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
  /** The peer answered: its cookie is not zero. */
  readonly answered: boolean;
  /** The account of the second authentication: `PC$` is the computer's. */
  readonly account: string | null;
  readonly reading: ReadingOf<'security-events'>;
}

/** States that Windows logs like failures: pending, quick mode limit, expiry, suppression of a twin (the contract's code table). */
const STATES: readonly number[] = [13803, 13884, 13885, 13895, 13902];

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

/** Failures that still stand, newest first. `infraSaTime` is when the infrastructure tunnel's SA was listed, if it was. */
export function standingFailures(facts: Facts, endpoints: Endpoints, infraSaTime: string | null): readonly Failure[] {
  const events = locatedEvents(facts);
  const successes = events.filter(({ event }) => event.eventId in CLEARS);
  return events
    .flatMap((located) => failure(located, endpoints, infraSaTime))
    .filter(({ codes }) => codes.length === 0 || !codes.every((code) => STATES.includes(code)))
    .filter((failed) => !successes.some((success) => clears(success, failed, endpoints, infraSaTime)))
    .sort((one, other) => compareTimes(other.time, one.time));
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

function failure(located: Located, endpoints: Endpoints, infraSaTime: string | null): readonly Failure[] {
  const { event, reading, quote, side } = located;
  const mode = FAILURES[event.eventId];
  if (mode === undefined) return [];
  const text = (event.data['FailureReason'] ?? '').trim();
  return [
    {
      tunnel: tunnelOf(located, endpoints, infraSaTime),
      mode,
      codes: ikeCode(text),
      text,
      time: event.time,
      quote,
      eventId: event.eventId,
      side,
      arose: arose(event.data['FailurePoint'] ?? ''),
      answered: /[1-9a-f]/i.test(event.data['ResponderCookie'] ?? '') || mode !== 'main',
      account: account(event, side),
      reading,
    },
  ];
}

/** By peer address, else by the account of the second authentication, else (4652, 4653) the first tunnel unless its SA is shown. */
function tunnelOf({ event, side }: Located, endpoints: Endpoints, infraSaTime: string | null): 'infra' | 'intranet' {
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

function arose(point: string): Failure['arose'] {
  if (/%%8199|local/i.test(point)) return 'here';
  return /%%8200|remote/i.test(point) ? 'peer' : null;
}

function clears(success: Located, failed: Failure, endpoints: Endpoints, infraSaTime: string | null): boolean {
  if (success.side !== failed.side || !(CLEARS[success.event.eventId]?.includes(failed.mode) ?? false)) return false;
  return (
    tunnelOf(success, endpoints, infraSaTime) === failed.tunnel && compareTimes(success.event.time, failed.time) > 0
  );
}
