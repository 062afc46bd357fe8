/** The IPsec negotiation failures that Security events show, each joined to its tunnel, without those that a later success cleared. */
import { type Quote } from '../diagnosis/diagnosis';
import { type SecurityEvent } from '../diagnosis/reading-data';
import { NET_EVENTS } from '../grammars/found-events';
import { ikeCode, ikeError } from '../grammars/ike-codes';
import { containing } from '../grammars/languages/spoken';
import { parameterWord } from '../grammars/parameter-words';
import { type EventReading } from '../reading';
import { type EventTunnels, type TunnelGround } from './event-tunnels';
import { type Side } from './facts';
import {
  accountOf,
  compareEvents,
  ESTABLISHED,
  eventName,
  failedMode,
  isOtherKeyingModule,
  type LocatedEvent,
  type Mode,
  valueOf,
} from './ipsec-events';
import { compareTimes, MAX_CLOCK_SKEW_SECONDS, secondsBetween } from './newer';

export interface Failure {
  readonly tunnel: 'infra' | 'intranet';
  /** The event itself shows its tunnel; otherwise it is taken for the first one's, unless its SA of that time is shown. */
  readonly tunnelShown: boolean;
  readonly mode: Mode;
  /** The codes that the failure text may mean; empty where the text is in a language that tells nothing. */
  readonly codes: readonly number[];
  readonly text: string;
  readonly time: string | null;
  readonly quote: Quote;
  /** What the event is called: `4653`, or the type of a net event. */
  readonly event: string;
  /** Whose log it is. */
  readonly side: Side;
  /** Where the error arose, as seen from that log; `%%8199` is the local computer, `%%8200` the remote one. */
  readonly arose: 'here' | 'peer' | null;
  /** How far the negotiation had come, in Windows' words (`%%8204` is `Sent third (ID) payload`); null where not told. */
  readonly state: string | null;
  /** The peer answered: its cookie is not zero; null where nothing tells. */
  readonly answered: boolean | null;
  /** The account of the second authentication: `PC$` is the computer's. */
  readonly account: string | null;
  /** IKEv1 or IKEv2 negotiated, which DirectAccess does not use. */
  readonly otherModule: boolean;
  /** The certificate that this side picked, where one is told (4652, 4983). */
  readonly certificate: PickedCertificate | null;
  readonly reading: EventReading;
}

/** A certificate as an event names it; what is not told is null. */
export interface PickedCertificate {
  readonly thumbprint: string | null;
  readonly issuer: string | null;
  readonly root: string | null;
}

/** States that Windows logs like failures: pending, quick mode limit, expiry, suppression of a twin (the contract's code table). */
export const STATES: readonly number[] = [13803, 13884, 13885, 13895, 13902];

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

/** Failures that still stand, newest first; `events` are those of this client, newest first. */
export function standingFailures(
  events: readonly LocatedEvent[],
  tunnels: EventTunnels,
  ground: TunnelGround,
): readonly Failure[] {
  const own = events.filter((located) => !tunnels.isOfAnotherPeer(located));
  const successes = newestSuccesses(own, tunnels);
  const codesOf = codeReader();
  return own.flatMap((located) => {
    const failed = failureOf(located, tunnels, ground, codesOf);
    if (failed === null || (failed.codes.length > 0 && failed.codes.every((code) => STATES.includes(code)))) return [];
    return isCleared(failed, located, successes, tunnels) ? [] : [failed];
  });
}

/** The newest success of each tunnel, or of each peer where the tunnel is not told, by what it clears on which side. */
function newestSuccesses(events: readonly LocatedEvent[], tunnels: EventTunnels): ReadonlyMap<string, LocatedEvent> {
  const newest = new Map<string, LocatedEvent>();
  for (const located of events) {
    if (!ESTABLISHED.includes(located.event.eventId)) continue;
    const whose = tunnels.tunnelOf(located) ?? located.peer;
    for (const mode of CLEARS[located.event.eventId] ?? []) {
      const key = successKey(located.side, mode, whose);
      if (!newest.has(key)) newest.set(key, located);
    }
  }
  return newest;
}

const successKey = (side: Side, mode: Mode, whose: string | null): string => `${side} ${mode} ${whose ?? ''}`;

const SIDES: readonly Side[] = ['client', 'server'];

/** A later success clears; one in the log of the other side only where clocks cannot explain that it looks later. */
function isCleared(
  failed: Failure,
  located: LocatedEvent,
  successes: ReadonlyMap<string, LocatedEvent>,
  tunnels: EventTunnels,
): boolean {
  const peer = located.peer;
  const whose = [failed.tunnel, ...(peer === null || tunnels.isShared(peer) ? [] : [peer])];
  return SIDES.some((side) =>
    whose.some((one) => {
      const success = successes.get(successKey(side, failed.mode, one));
      if (success === undefined) return false;
      if (side === failed.side) return compareEvents(success.event, located.event) > 0;
      return (secondsBetween(success.event.time, failed.time) ?? 0) > MAX_CLOCK_SKEW_SECONDS;
    }),
  );
}

/** A log repeats few reasons many times, and each is compared with every text of the table. */
function codeReader(): (text: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (text) => {
    const codes = known.get(text) ?? ikeCode(text);
    known.set(text, codes);
    return codes;
  };
}

function failureOf(
  located: LocatedEvent,
  tunnels: EventTunnels,
  ground: TunnelGround,
  codesOf: (text: string) => readonly number[],
): Failure | null {
  const { event, reading, quote, side } = located;
  const mode = failedMode(event);
  if (mode === null) return null;
  const printed = valueOf(event, 'FailureReason', 'failureErrorCode') ?? '';
  const codes = codesOf(printed);
  const isNetEvent = event.provider === NET_EVENTS;
  const shown = tunnels.tunnelOf(located);
  return {
    tunnel: shown ?? byTime(located, ground),
    tunnelShown: shown !== null,
    mode,
    codes,
    // A net event prints a number or a name; a person reads the words that Windows has for it.
    text: isNetEvent ? (ikeError(codes[0] ?? 0)?.text ?? printed) : printed,
    time: event.time,
    quote,
    event: eventName(event),
    side,
    arose: arose(valueOf(event, 'FailurePoint', 'failurePoint') ?? ''),
    state: stateOf(valueOf(event, 'State', 'mmState', 'qmState', 'emState') ?? ''),
    answered:
      mode !== 'main' || (isNetEvent ? hasAnswered(event) : /[1-9a-f]/i.test(event.data['ResponderCookie'] ?? '')),
    account: accountOf(located),
    otherModule: isOtherKeyingModule(located),
    certificate: pickedCertificate(event),
    reading,
  };
}

/** What tells nothing of itself is of the first tunnel, unless its SA was listed later and so overcame it. */
function byTime({ event }: LocatedEvent, { infraSaTime }: TunnelGround): 'infra' | 'intranet' {
  return infraSaTime !== null && compareTimes(event.time, infraSaTime) <= 0 ? 'intranet' : 'infra';
}

function pickedCertificate(event: SecurityEvent): PickedCertificate | null {
  const value = (name: string): string | null => valueOf(event, `LocalMM${name}`, `LocalEM${name}`);
  const picked = { thumbprint: value('CertHash'), issuer: value('IssuingCA'), root: value('RootCA') };
  return Object.values(picked).every((one) => one === null) ? null : picked;
}

/**
 * The states of a net event that are those of an event (iketypes.h): `IKEEXT_MM_SA_STATE_SA_SENT` has sent its first packet, and so on. The
 * last ones of a list have no counterpart, and stay as they are.
 */
const NET_EVENT_STATES: Readonly<Record<string, string>> = {
  MM_SA_STATE_NONE: '%%8201',
  MM_SA_STATE_SA_SENT: '%%8202',
  MM_SA_STATE_SSPI_SENT: '%%8203',
  MM_SA_STATE_FINAL: '%%8204',
  QM_SA_STATE_NONE: '%%8207',
  QM_SA_STATE_INITIAL: '%%8208',
  QM_SA_STATE_FINAL: '%%8209',
  QM_SA_STATE_COMPLETE: '%%8210',
  EM_SA_STATE_NONE: '%%8218',
  EM_SA_STATE_SENT_ATTS: '%%8219',
  EM_SA_STATE_SSPI_SENT: '%%8220',
  EM_SA_STATE_AUTH_COMPLETE: '%%8221',
};

function stateOf(printed: string): string | null {
  const shown = NET_EVENT_STATES[printed.replace(/^IKEEXT_/, '')] ?? printed;
  return shown === '' ? null : (parameterWord(shown) ?? shown);
}

/** A net event has no cookie. Whoever began sends a second packet only after an answer to the first; without one nothing tells. */
const hasAnswered = (event: SecurityEvent): true | null =>
  (valueOf(event, 'saRole') ?? '').endsWith('_INITIATOR') &&
  /_STATE_(?:SSPI_SENT|FINAL|FINAL_SENT|COMPLETE)$/.test(valueOf(event, 'mmState') ?? '')
    ? true
    : null;

const LOCAL = containing('localComputer');
const REMOTE = containing('remoteComputer');

/** `%%8199` and `%%8200`, the words that a rendered message has for them, and the names of a net event. */
function arose(point: string): Failure['arose'] {
  if (/%%8199|FAILURE_ME\b/.test(point) || LOCAL.test(point)) return 'here';
  return /%%8200|FAILURE_PEER\b/.test(point) || REMOTE.test(point) ? 'peer' : null;
}

/** Failed check of one's own (13817) or the peer's certificate (13848). */
const REVOCATION_CODES = [13817, 13848];

/** The newest standing failure of a revocation check. */
export const revocationFailure = (failures: readonly Failure[]): Failure | undefined =>
  failures.find(({ codes }) => codes.some((code) => REVOCATION_CODES.includes(code)));

/** The side on which a failure arose: the one whose log it is, or its peer. */
export const sideOfFailure = ({ side, arose: where }: Failure): Side =>
  where === 'peer' ? (side === 'client' ? 'server' : 'client') : side;
