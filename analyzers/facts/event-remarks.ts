/** What events beside the failures say of a tunnel: that it was up, that its SAs come and go, that something alters packets. They inform, and decide nothing. */
import { type Quote } from '../diagnosis/diagnosis';
import { type Tunnel } from '../tunnel';
import { type Ground } from './ground';
import {
  ESTABLISHED_WITH_SECOND,
  ESTABLISHED_WITHOUT_SECOND,
  type LocatedEvent,
  mainModeSaId,
  valueOf,
} from './ipsec-events';
import { secondsBetween } from './newer';

/** A sentence with the events that show it. */
export interface Remark {
  readonly sentence: string;
  readonly quotes: readonly Quote[];
}

/** More remarks than these would bury the verdict they stand beside. */
export const MAX_REMARKS = 2;

/** An SA that lives shorter did not go for being idle: Windows waits five minutes for that (netsh … saidletimemin). */
export const SHORT_LIFE_SECONDS = 300;
/** So many short lives are no chance. */
export const MIN_SHORT_LIVES = 3;

/** Remarks on a main mode; `open` where no failure and no SA settles it. */
export function mainModeRemarks(tunnel: Tunnel, ground: Ground, open: boolean): readonly Remark[] {
  const events = ofTunnel(tunnel, ground);
  const remarks = [
    ...(open ? established(events, ESTABLISHED_WITH_SECOND, 'main mode and the second authentication') : []),
    ...(open ? withoutSecond(events) : []),
    ...flapping(events, ESTABLISHED_WITH_SECOND, 4655, mainModeSaId),
    ...counted(events, [4976, 4978], 'invalid packets of the negotiation', 'something on the way alters or cuts them'),
    ...flooded(ground),
    ...legacyPolicy(ground),
  ];
  return remarks.slice(0, MAX_REMARKS);
}

/** Remarks on a quick mode, and on the packets that its SAs carry. */
export function quickModeRemarks(tunnel: Tunnel, ground: Ground, open: boolean): readonly Remark[] {
  const events = ofTunnel(tunnel, ground);
  const remarks = [
    ...(open ? established(events, [5451], 'quick mode') : []),
    ...flapping(events, [5451], 5452, ({ event }) => valueOf(event, 'QuickModeSaId')),
    ...counted(events, [4977], 'invalid packets of the negotiation', 'something on the way alters or cuts them'),
    ...counted(events, [4960], 'dropped packets that failed the integrity check', 'something on the way alters them'),
    ...counted(
      events,
      [4961, 4962],
      'dropped packets that were repeated or out of order',
      'a load balancer or the path doubles or reorders them',
    ),
    ...counted(
      events,
      [4963],
      'dropped packets in clear text',
      'the peer sends outside the tunnel, as if its rules were not active',
    ),
    ...counted(
      events,
      [4965],
      'packets of an SA that is not known',
      'the peer still uses an old one, as after a restart or fail-over',
    ),
  ];
  return remarks.slice(0, MAX_REMARKS);
}

/** The events that are surely of this tunnel: those that say so, and those that name only its endpoint, where it is not shared. */
function ofTunnel(tunnel: Tunnel, { events, tunnels, endpoints }: Ground): readonly LocatedEvent[] {
  const own = tunnel.endpoint === 'first' ? endpoints.first : endpoints.second;
  return events.filter((located) => {
    if (tunnels.isOfAnotherPeer(located)) return false;
    const told = tunnels.tunnelOf(located);
    if (told !== null) return told === tunnel.id && located.peer !== null;
    // On one common endpoint, or where none is known, what names no account is said with the first tunnel.
    return located.peer !== null && (located.peer === own || tunnel.id === 'infra');
  });
}

const timeOf = ({ event }: LocatedEvent): string =>
  event.time === null
    ? ''
    : ` at ${event.time.slice(0, 19).replace('T', ' ')}${event.time.endsWith('Z') ? ' UTC' : ''}`;

/** That it was up once proves no SA of now. */
function established(events: readonly LocatedEvent[], ids: readonly number[], what: string): readonly Remark[] {
  const newest = events.find(({ event, side }) => side === 'client' && ids.includes(event.eventId));
  if (newest === undefined) return [];
  const sentence = `Event ${newest.event.eventId} says that ${what} succeeded${timeOf(newest)}; whether its SA still stands, a listing shows.`;
  return [{ sentence, quotes: [newest.quote] }];
}

/** 4650 and 4651 have no second authentication, which every rule of DirectAccess asks for. */
function withoutSecond(events: readonly LocatedEvent[]): readonly Remark[] {
  const newest = events.find(({ event }) => ESTABLISHED_WITHOUT_SECOND.includes(event.eventId));
  if (newest === undefined) return [];
  const peer = newest.peer ?? 'the peer';
  const sentence = `Event ${newest.event.eventId} shows a main mode with ${peer} without a second authentication, which is no DirectAccess tunnel: another rule matched.`;
  return [{ sentence, quotes: [newest.quote] }];
}

/** Pairs the begin and the end of each SA by its id. */
function flapping(
  events: readonly LocatedEvent[],
  begins: readonly number[],
  ends: number,
  idOf: (located: LocatedEvent) => string | null,
): readonly Remark[] {
  const key = (located: LocatedEvent): string => `${located.side} ${idOf(located) ?? ''}`;
  const ended = new Map<string, LocatedEvent>();
  const short: LocatedEvent[] = [];
  for (const located of events) {
    if (idOf(located) === null) continue;
    if (located.event.eventId === ends) ended.set(key(located), located);
    const end = begins.includes(located.event.eventId) ? ended.get(key(located)) : undefined;
    const seconds = end === undefined ? null : secondsBetween(end.event.time, located.event.time);
    if (end !== undefined && seconds !== null && seconds >= 0 && seconds < SHORT_LIFE_SECONDS) short.push(end);
  }
  const [newest] = short;
  if (newest === undefined || short.length < MIN_SHORT_LIVES) return [];
  const sentence = `${short.length} SAs lived less than ${SHORT_LIFE_SECONDS / 60} minutes (event ${ends}): the way to the server comes and goes.`;
  return [{ sentence, quotes: [newest.quote] }];
}

function counted(
  events: readonly LocatedEvent[],
  ids: readonly number[],
  what: string,
  meaning: string,
): readonly Remark[] {
  const found = events.filter(({ event }) => ids.includes(event.eventId));
  const [newest] = found;
  if (newest === undefined) return [];
  const sentence = `The log counts ${found.length} ${what} (event ${newest.event.eventId}): ${meaning}.`;
  return [{ sentence, quotes: [newest.quote] }];
}

/** Event 4646 is said of the machine, not of a tunnel. */
function flooded({ events }: Ground): readonly Remark[] {
  const newest = events.find(({ event }) => event.eventId === 4646);
  if (newest === undefined) return [];
  const sentence = `The ${newest.side} defended itself against a flood of negotiations (event 4646) and may have dropped this one.`;
  return [{ sentence, quotes: [newest.quote] }];
}

/** 5456, 5458 and 5460: an IPsec policy of the old kind was applied, from the directory, its cache, or the registry. */
const LEGACY_APPLIED: readonly number[] = [5456, 5458, 5460];

/** It matters where the rules of both sides do not fit: the old policy may be what was negotiated. */
function legacyPolicy({ events, failures }: Ground): readonly Remark[] {
  const newest = events.find(({ event }) => LEGACY_APPLIED.includes(event.eventId));
  if (newest === undefined || failures.length === 0) return [];
  const policy = valueOf(newest.event, 'Policy');
  const named = policy === null ? '' : ` ${policy}`;
  const sentence = `An old-style IPsec policy${named} is applied on the ${newest.side} beside the rules (event ${newest.event.eventId}).`;
  return [{ sentence, quotes: [newest.quote] }];
}
