/** The first tunnel endpoint answers. */
import { isSixToFour, sameAddress } from '../grammars/address';
import { every, latest, quotes } from '../facts/facts';
import { type Ground } from '../facts/ground';
import { defineStep, failed, type Judgement, passed, unknown, unreadable } from './step';

export const clientEndpoint = defineStep({
  id: 'client.endpoint',
  tunnel: 'prerequisite',
  title: 'The first tunnel endpoint answers',
  passes: 'The first tunnel endpoint answers a ping, or the negotiation.',
  evidence: ['ping -6 ENDPOINT'],
  question: 'endpoint',
  fails: 'The endpoint does not answer a ping, and nothing else was heard of it.',
  causes: ['endpoint-unreachable', 'sixtofour-blocked', 'server-routing'],
  sources: ['console', 'hicksSixToFour'],
  judge: (ground) => answeredNegotiation(ground) ?? pinged(ground),
});

/**
 * A peer that sent its cookie, or refused, has answered (the contract's ruling 7). What came after main mode may be of either tunnel where
 * nothing in the event tells.
 */
function answeredNegotiation({ failures, overcome }: Ground): Judgement | null {
  const answered = [...failures, ...overcome].find(
    ({ tunnel, tunnelShown, mode, side, answered: yes }) =>
      tunnel === 'infra' && side === 'client' && yes && (tunnelShown || mode === 'main'),
  );
  if (answered === undefined) return null;
  return passed(`It answered the negotiation of event ${answered.eventId}.`, [answered.quote], answered.reading);
}

function pinged({ facts, endpoints }: Ground): Judgement {
  const readings = every(facts, 'ping-6', 'client');
  const first = endpoints.first;
  const reading = readings.find(
    ({ data }) => first !== null && (sameAddress(data.address, first) || sameAddress(data.target, first)),
  );
  if (reading === undefined) {
    return unknown(
      readings.length > 0 && first === null ? 'Something was pinged, but the first endpoint is not known.' : undefined,
    );
  }
  const { sent, received } = reading.data;
  const proof = quotes(reading, 'received', 'replies[0]');
  if (received !== null && received > 0)
    return passed(`${first ?? ''} answered ${received} of ${sent ?? received} pings.`, proof, reading);
  if (!reading.complete || received === null) return unreadable(reading, proof);
  const title = `${first ?? ''} answered none of ${sent ?? 'its'} pings.`;
  const sixToFour =
    latest(facts, 'ipconfig', 'client')?.data.adapters.some(
      ({ kind, connected, ipv6 }) => kind === '6to4' && connected === true && ipv6.length > 0,
    ) ?? false;
  // To an endpoint that is no 6to4 address the 6to4 adapter carries nothing.
  const id = sixToFour && first !== null && isSixToFour(first) ? 'sixtofour-blocked' : 'endpoint-unreachable';
  return failed(title, proof, [{ id, confidence: 'likely', title, proof }], { decider: reading });
}
