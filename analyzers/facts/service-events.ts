/** What the Security log says of the two services behind IPsec: IKEEXT, which negotiates, and the IPsec Policy Agent. */
import { NET_EVENT_IDS } from '../grammars/found-events';
import { type Side } from './facts';
import { type LocatedEvent } from './ipsec-events';

export interface ServiceTrouble {
  readonly service: 'IKEEXT' | 'PolicyAgent';
  /** `stopped` is said of a service that was told to stop, as at every shutdown; the others are failures. */
  readonly kind: 'not-started' | 'failed' | 'stopped';
  /** What was seen, as a sentence. */
  readonly sentence: string;
  readonly located: LocatedEvent;
}

/** Events that only a running IKEEXT writes (Microsoft, Audit IPsec Main, Quick and Extended Mode). */
const isOfRunningIke = (eventId: number): boolean =>
  eventId === 4646 ||
  eventId === 5049 ||
  (eventId >= 4650 && eventId <= 4655) ||
  (eventId >= 4976 && eventId <= 4984) ||
  eventId === 5451 ||
  eventId === 5452 ||
  // Net events of failed negotiations: nothing else among what is kept has one of their numbers.
  Object.values(NET_EVENT_IDS).includes(eventId);

/** Audit IPsec Driver: 5478 started, 5479 stopped, 5483 no RPC server, 5484 shut down by a critical failure. */
const POLICY_AGENT: Readonly<Record<number, ServiceTrouble['kind'] | 'started'>> = {
  5478: 'started',
  5479: 'stopped',
  5483: 'failed',
  5484: 'failed',
};

/** The last word of the log on each service of one machine, where it is not that it runs; `events` are newest first. */
export function serviceTroubles(events: readonly LocatedEvent[], side: Side): readonly ServiceTrouble[] {
  const own = events.filter((located) => located.side === side);
  const ike = own.find(({ event }) => event.eventId === 5453 || isOfRunningIke(event.eventId));
  const agent = own.find(({ event }) => POLICY_AGENT[event.eventId] !== undefined);
  const kind = agent === undefined ? undefined : POLICY_AGENT[agent.event.eventId];
  return [
    ...(ike?.event.eventId === 5453 ? [notStarted(ike)] : []),
    ...(agent === undefined || kind === undefined || kind === 'started' ? [] : [ofAgent(agent, kind)]),
  ];
}

const onServer = ({ side }: LocatedEvent): string => (side === 'server' ? 'On the server, the' : 'The');

const notStarted = (located: LocatedEvent): ServiceTrouble => ({
  service: 'IKEEXT',
  kind: 'not-started',
  sentence: `${onServer(located)} service IKEEXT was not started when a negotiation was tried (event 5453).`,
  located,
});

function ofAgent(located: LocatedEvent, kind: ServiceTrouble['kind']): ServiceTrouble {
  const what = kind === 'failed' ? 'failed to run' : 'stopped, and no later event says that it started';
  const sentence = `${onServer(located)} service PolicyAgent ${what} (event ${located.event.eventId}).`;
  return { service: 'PolicyAgent', kind, sentence, located };
}
