/** The first tunnel endpoint answers. */
import { isSixToFour, sameAddress } from '../grammars/address';
import { every, type Facts, latest, quotes } from '../facts/facts';
import { type Reading } from '../reading';
import { type Ground } from '../facts/ground';
import { serverRouting } from '../facts/server-routes';
import { type Suspicion } from '../causes/cause';
import { type Quote } from '../diagnosis/diagnosis';
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
      tunnel === 'infra' && side === 'client' && yes === true && (tunnelShown || mode === 'main'),
  );
  if (answered === undefined) return null;
  return passed(`It answered the negotiation of event ${answered.event}.`, [answered.quote], answered.reading);
}

function pinged({ facts, endpoints }: Ground): Judgement {
  const readings = every(facts, 'ping-6', 'client');
  const first = endpoints.first;
  const reading = readings.find(
    ({ data }) => first !== null && (sameAddress(data.address, first) || sameAddress(data.target, first)),
  );
  if (reading === undefined) {
    const tested = testedConnection(facts, first);
    if (tested !== null) return tested;
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
  return silent(facts, first, title, proof, reading);
}

/** `Test-NetConnection ENDPOINT` pings as well, where nobody ran ping. */
function testedConnection(facts: Facts, first: string | null): Judgement | null {
  const reading = every(facts, 'test-netconnection', 'client').find(
    ({ data }) => first !== null && (sameAddress(data.address, first) || sameAddress(data.target, first)),
  );
  if (reading?.data.pingAnswered == null) return null;
  const proof = quotes(reading, 'pingAnswered');
  if (reading.data.pingAnswered) {
    const over = reading.data.interface === null ? '' : ` over ${reading.data.interface}`;
    return passed(`${first ?? ''} answered the ping of Test-NetConnection${over}.`, proof, reading);
  }
  const title = `${first ?? ''} did not answer the ping of Test-NetConnection.`;
  return silent(facts, first, title, proof, reading);
}

function silent(
  facts: Facts,
  first: string | null,
  title: string,
  proof: readonly Quote[],
  decider: Reading,
): Judgement {
  return failed(title, proof, silenceCauses(facts, first, title, proof), { decider });
}

/**
 * Why an endpoint is silent while an adapter is up. 6to4 is used where its adapter is up and the endpoint is a 6to4 address; else
 * the server's side of the way is at fault, of which its own listings tell.
 */
function silenceCauses(
  facts: Facts,
  first: string | null,
  title: string,
  proof: readonly Quote[],
): readonly Suspicion[] {
  const adapters = latest(facts, 'ipconfig', 'client');
  const hasSixToFour =
    adapters?.data.adapters.some(
      ({ kind, connected, ipv6 }) => kind === '6to4' && connected === true && ipv6.length > 0,
    ) ?? false;
  // To an endpoint that is no 6to4 address the 6to4 adapter carries nothing.
  if (hasSixToFour && first !== null && isSixToFour(first))
    return [{ id: 'sixtofour-blocked', confidence: 'likely', title, proof }];
  const unreachable: Suspicion = { id: 'endpoint-unreachable', confidence: 'likely', title, proof };
  // Until the adapters are known, 6to4 may carry it, of which the IP-HTTPS adapter of the server says nothing.
  if (adapters === null && first !== null && isSixToFour(first)) {
    const open = (['sixtofour-blocked', 'server-routing'] as const).map((id): Suspicion => ({
      id,
      confidence: 'possible',
      proof,
    }));
    return [unreachable, ...open];
  }
  const routing = serverRouting(facts);
  if (routing?.isWell === true) return [unreachable];
  if (routing !== null) {
    const shown = { title: routing.words, proof: [...routing.proof, ...proof] };
    return [{ id: 'server-routing', confidence: 'confirmed', ...shown }];
  }
  const bare = adapters?.data.adapters.findIndex(
    ({ kind, connected, ipv6 }) =>
      kind === 'iphttps' && connected === true && ipv6.length > 0 && ipv6.every((address) => /^fe80:/i.test(address)),
  );
  if (adapters?.complete === true && bare !== undefined && bare >= 0 && isIpHttpsActive(facts)) {
    const words = 'IP-HTTPS is active, and the server gave its adapter no address.';
    const shown = { title: words, proof: [...quotes(adapters, `adapters[${bare}].ipv6`), ...proof] };
    return [
      { id: 'server-routing', confidence: 'likely', ...shown },
      { ...unreachable, confidence: 'possible' },
    ];
  }
  return [unreachable, { id: 'server-routing', confidence: 'possible', proof }];
}

const isIpHttpsActive = (facts: Facts): boolean =>
  latest(facts, 'netsh-httpstunnel', 'client')?.data.interfaces.some(
    ({ lastErrorCode, status }) => lastErrorCode === 0 && /\bactive\b/i.test(status ?? ''),
  ) ?? false;
