/** What several readings say together, worked out once for all rungs. */
import { type Assumption, type DeploymentTrait } from '../diagnosis/diagnosis';
import { infrastructureTunnel, intranetTunnel } from '../tunnel';
import { canonicalAddress } from '../grammars/address';
import { type Deployment, deployment } from './deployment';
import { deploymentTraits } from './deployment-traits';
import { type Endpoints, endpoints } from './endpoints';
import { eventsOfClient } from './event-clients';
import { type EventTunnels, eventTunnels, isOfAnotherPeer } from './event-tunnels';
import { type Facts } from './facts';
import { type Failure, standingFailures } from './failures';
import { locatedEvents, type LocatedEvent } from './ipsec-events';
import { logSilence, type Silence } from './log-silence';
import { negotiationCounters, type NegotiationCounters } from './negotiation-counters';
import { isEventNewer } from './newer';
import { mainModeSight, quickModeSight, type Sight } from './security-associations';

export interface Ground {
  readonly facts: Facts;
  readonly endpoints: Endpoints;
  readonly deployment: Deployment;
  readonly traits: readonly DeploymentTrait[];
  /** The IPsec events of the client, and those of this client in the log of the server; newest first. */
  readonly events: readonly LocatedEvent[];
  readonly tunnels: EventTunnels;
  /** What was taken for granted of whose events those are. */
  readonly eventAssumptions: readonly Assumption[];
  /** Which client of a server's log is this one is not known, and several failed. */
  readonly isClientOpen: boolean;
  /** A log of the client without any IPsec event; null where there is none, or one shows any. */
  readonly silence: Silence | null;
  /** What IKEEXT of the client counted; null where nobody sent it. */
  readonly counters: NegotiationCounters | null;
  /** Negotiation failures that neither a later success nor an SA overcame, newest first. */
  readonly failures: readonly Failure[];
  /** Failures that are older than an SA of their tunnel. */
  readonly overcome: readonly Failure[];
}

export function ground(facts: Facts): Ground {
  const ruled = endpoints(facts);
  const kind = deployment(facts, ruled.first ?? ruled.second);
  // The one rule of a Kerberos-proxy deployment bears the name of the second tunnel's.
  const ends = kind.kind === 'kerberos-proxy' && ruled.first === null ? { ...ruled, first: ruled.second } : ruled;
  const parts = { facts, endpoints: ends, deployment: kind };
  const infra = mainModeSight(infrastructureTunnel, parts);
  const infraSaTime = infra.kind === 'seen' ? infra.reading.at : null;
  const sights = { infra, intranet: mainModeSight(intranetTunnel, parts) };
  const seen = {
    ...ends,
    first: ends.first ?? remoteOf(sights.infra),
    second: ends.second ?? remoteOf(sights.intranet),
  };
  const oneTunnel = kind.kind === 'kerberos-proxy';
  const {
    events,
    assumptions: eventAssumptions,
    isOpen: isClientOpen,
  } = eventsOfClient(facts, locatedEvents(facts), (located) => isOfAnotherPeer(located, seen));
  const tunnelGround = { endpoints: seen, oneTunnel, infraSaTime };
  const tunnels = eventTunnels(events, tunnelGround);
  const all = standingFailures(events, tunnels, tunnelGround);
  const quick = { infra: quickModeSight(infrastructureTunnel, parts), intranet: quickModeSight(intranetTunnel, parts) };
  const isOvercome = (failure: Failure): boolean =>
    outlives((failure.mode === 'quick' ? quick : sights)[failure.tunnel], failure);
  const failures = all.filter((failure) => !isOvercome(failure));
  const silence = logSilence(facts);
  return {
    ...parts,
    traits: deploymentTraits(parts),
    events,
    tunnels,
    eventAssumptions,
    isClientOpen,
    silence,
    counters: negotiationCounters(facts),
    failures,
    overcome: all.filter(isOvercome),
  };
}

const remoteOf = (sight: Sight): string | null => (sight.kind === 'seen' ? canonicalAddress(sight.remote) : null);

/** Whether an SA is shown that is not older than the failure: the live listing has the last word unless the event is newer. */
function outlives(sight: Sight, failure: Failure): boolean {
  if (sight.kind !== 'seen') return false;
  const { at: time, call } = sight.reading;
  return !isEventNewer({ time: failure.time, call: failure.reading.call }, { time, call });
}
