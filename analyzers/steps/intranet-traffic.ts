/** The signed-in user reached for an intranet resource: that is what brings the second tunnel up. */
import { type Suspicion } from '../causes/cause';
import { every, latest, quotes } from '../facts/facts';
import { type Ground } from '../facts/ground';
import { isIpv6, isPublicIpv4 } from '../grammars/address';
import { mainModeSight, quickModeSight } from '../facts/security-associations';
import { infrastructureTunnel } from '../tunnel';
import { defineStep, failed, notApplicable, passed, unknown, unreadable, waiting } from './step';

/** Bad network path and network unreachable (winerror.h); 0 is success and 5 access denied, which only a server that was reached says. */
const NOT_REACHED = [53, 1231];
const REACHED = [0, 5];

export const intranetTraffic = defineStep({
  id: 'intranet.traffic',
  tunnel: 'intranet',
  title: 'The user reached for the intranet',
  passes: 'net view of an intranet server, as the signed-in user, succeeds or is denied access.',
  evidence: ['net view \\\\IntranetFileServer'],
  question: 'traffic',
  fails: 'The first tunnel is proven, and the name of the intranet server is not found or does not answer.',
  causes: [
    'name-resolution',
    'user-credentials',
    'smart-card-required',
    'policy-mismatch',
    'authorization-denied',
    'kerberos-proxy',
  ],
  sources: ['article', 'systemErrors'],
  judge: (ground) => {
    if (ground.deployment.kind === 'kerberos-proxy') {
      return notApplicable('A Kerberos-proxy deployment has one tunnel.', ground.deployment.kindProof);
    }
    const reading = latest(ground.facts, 'net-view', 'client');
    if (reading === null) return unknown();
    const { status, server } = reading.data;
    const name = server ?? 'The server';
    const proof = quotes(reading, 'status', 'closing');
    if (status === null) return unreadable(reading, proof);
    if (REACHED.includes(status))
      return passed(
        status === 0 ? `${name} listed its shares.` : `${name} answered with status 5, access denied.`,
        proof,
        reading,
      );
    if (!NOT_REACHED.includes(status))
      return unknown(`net view ended with status ${status}, which does not tell whether ${name} was reached.`, proof);
    if (!isFirstTunnelProven(ground))
      return waiting('It can be judged once the infrastructure tunnel is shown to be up.');
    const why = `net view ended with status ${status}: ${name} was not reached.`;
    return failed(why, proof, [...nameResolution(ground, why, proof), ...secondTunnel(proof)], { decider: reading });
  },
});

/** A quick mode SA rests on a main mode SA, so either proves the tunnel. */
const isFirstTunnelProven = (ground: Ground): boolean =>
  [mainModeSight, quickModeSight].some((sightOf) => sightOf(infrastructureTunnel, ground).kind === 'seen');

type Proof = Suspicion['proof'];

/** A name that does not resolve shows it; one that does, or a negotiation of the second tunnel that failed, rules it out. */
function nameResolution({ facts, failures }: Ground, title: string, proof: Proof): readonly Suspicion[] {
  const pinged = every(facts, 'ping-6', 'client').find(
    ({ data }) => data.resolved !== null && data.target !== null && !data.target.includes(':'),
  );
  if (pinged?.data.resolved === true || failures.some(({ tunnel }) => tunnel === 'intranet')) return [];
  const [looked] = every(facts, 'resolve-dnsname', 'client').filter(({ data }) => data.name !== null);
  const addresses = looked?.data.addresses ?? [];
  // Through the tunnel a name has an IPv6 address, of its own or of NAT64.
  if (pinged === undefined && looked !== undefined && addresses.some(isPublicIpv4) && !addresses.some(isIpv6)) {
    const shown = `${looked.data.name ?? ''} resolves to ${addresses.join(', ')}, which the Internet answered: no rule of the name table leads it into the tunnel.`;
    return [{ id: 'name-resolution', confidence: 'likely', title: shown, proof: quotes(looked, 'addresses') }];
  }
  if (pinged === undefined && addresses.length > 0) return [];
  if (pinged === undefined && looked?.data.error != null) {
    const shown = `Resolve-DnsName does not find ${looked.data.name ?? ''} through the name table.`;
    return [{ id: 'name-resolution', confidence: 'confirmed', title: shown, proof: quotes(looked, 'error') }];
  }
  if (pinged === undefined) return [{ id: 'name-resolution', confidence: 'likely', title, proof }];
  const shown = `The name ${pinged.data.target ?? ''} does not resolve on the client.`;
  return [{ id: 'name-resolution', confidence: 'confirmed', title: shown, proof: quotes(pinged, 'target', 'closing') }];
}

/** The server is out of reach as well where the second tunnel does not come up. */
const secondTunnel = (proof: Proof): readonly Suspicion[] =>
  (['user-credentials', 'smart-card-required', 'policy-mismatch', 'authorization-denied'] as const).map((id) => ({
    id,
    confidence: 'possible',
    proof,
  }));
