/** To which tunnel an event belongs: by the address of its peer, else by its second authentication, else by the SA that it is of. */
import { type Endpoints } from './endpoints';
import {
  ESTABLISHED_WITH_SECOND,
  isOtherKeyingModule,
  type LocatedEvent,
  mainModeSaId,
  secondAuthentication,
  valueOf,
} from './ipsec-events';

/** What tells to which tunnel an event belongs. */
export interface TunnelGround {
  /** Canonical, as the addresses of events are. */
  readonly endpoints: Endpoints;
  /** With Kerberos proxy every event is of the one tunnel, whose rungs are the infrastructure's. */
  readonly oneTunnel: boolean;
  /** When the infrastructure tunnel's SA was listed, if it was. */
  readonly infraSaTime: string | null;
}

export interface EventTunnels {
  /** The tunnel that the event itself shows; null where nothing in it tells. */
  readonly tunnelOf: (located: LocatedEvent) => 'infra' | 'intranet' | null;
  /** Whether the event is of a negotiation with a peer that is no tunnel endpoint: of domain isolation, of a VPN. */
  readonly isOfAnotherPeer: (located: LocatedEvent) => boolean;
  /** Whether both tunnels are seen to end at that peer, so that its address tells nothing. */
  readonly isShared: (peer: string) => boolean;
}

export function eventTunnels(events: readonly LocatedEvent[], ground: TunnelGround): EventTunnels {
  const { endpoints, oneTunnel } = ground;
  const { first, second } = endpoints;
  const distinct = first !== null && second !== null && first !== second;
  const bySa = new Map<string, 'computer' | 'user'>();
  const byPeer = new Map<string, Set<'computer' | 'user'>>();
  for (const located of events) {
    const whose = secondAuthentication(located);
    if (whose === null) continue;
    const [key, peer] = [saKey(located), located.peer];
    if (key !== null && ESTABLISHED_WITH_SECOND.includes(located.event.eventId)) bySa.set(key, bySa.get(key) ?? whose);
    if (peer !== null) byPeer.set(peer, new Set([...(byPeer.get(peer) ?? []), whose]));
  }
  return {
    tunnelOf: (located) => {
      if (oneTunnel) return 'infra';
      const peer = located.peer;
      if (distinct && peer === second) return 'intranet';
      if (distinct && peer === first) return 'infra';
      const whose = secondAuthentication(located) ?? bySa.get(saKey(located) ?? '') ?? null;
      if (whose !== null) return whose === 'computer' ? 'infra' : 'intranet';
      return null;
    },
    isOfAnotherPeer: (located) => isOfAnotherPeer(located, endpoints),
    isShared: (peer) => (byPeer.get(peer)?.size ?? 0) > 1 || (first !== null && first === second),
  };
}

/** SA ids are those of one machine. */
function saKey(located: LocatedEvent): string | null {
  const id = mainModeSaId(located);
  return id === null ? null : `${located.side} ${located.event.computer ?? ''} ${id}`;
}

/** A quick mode in transport mode has no tunnel endpoint (%%8212 of 4654, %%16403 of 5451). */
const isTransport = ({ event }: LocatedEvent): boolean =>
  /^(?:%%8212|%%16403|transport|IPSEC_TRAFFIC_TYPE_TRANSPORT)$/i.test(valueOf(event, 'Mode', 'saTrafficType') ?? '') &&
  valueOf(event, 'LocalTunnelEndpoint', 'RemoteTunnelEndpoint') === null;

/**
 * A tunnel endpoint is an IPv6 address: where one is known, or another keying module negotiated, an IPv4 peer is none. Where the rules
 * name both endpoints, no other IPv6 address is one.
 */
export function isOfAnotherPeer(located: LocatedEvent, { first, second, source }: Endpoints): boolean {
  const peer = located.peer;
  if (peer === null) return false;
  if (isTransport(located)) return true;
  if (!peer.includes(':')) return first !== null || second !== null || isOtherKeyingModule(located);
  if (source !== 'rules' || first === null || second === null) return false;
  return peer !== first && peer !== second;
}
