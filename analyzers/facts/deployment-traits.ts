/** What rules, settings and SAs show of the deployment, each with what it means for the verdicts; nothing of it is assumed. */
import { type DeploymentTrait, type Quote } from '../diagnosis/diagnosis';
import { canonicalAddress, isSixToFour, sameAddress } from '../grammars/address';
import { type Deployment, serverSettings } from './deployment';
import { type Endpoints } from './endpoints';
import { type Facts, hostsOf, latest, quotes, sideOf } from './facts';
import { knownEndpointsOf, knownRuleOf, type LocatedRule } from './rules';

interface TraitGround {
  readonly facts: Facts;
  readonly endpoints: Endpoints;
  readonly deployment: Deployment;
}

/** Every trait that is shown, in the order of DEPLOYMENT_TRAITS. */
export function deploymentTraits(ground: TraitGround): readonly DeploymentTrait[] {
  const found = [
    kind(ground),
    behindNat(ground),
    oneEndpoint(ground),
    smartCard(ground),
    healthCertificate(ground),
    forceTunnel(ground),
    multisite(ground),
    severalServers(ground),
  ];
  return found.filter((trait) => trait !== null).filter(({ proof }) => proof.length > 0);
}

function kind({ facts, deployment }: TraitGround): DeploymentTrait | null {
  if (deployment.kind === 'kerberos-proxy') {
    const text =
      'Kerberos proxy: one tunnel, and the computer proves itself by Kerberos through the IP-HTTPS address. Computer certificates play no part.';
    return { id: 'kerberos-proxy', text, proof: deployment.kindProof };
  }
  const rule = knownRuleOf('infra', facts);
  if (rule === null && deployment.kind === 'two-tunnels' && deployment.kindProof.length > 0) {
    const text = 'Two tunnels: the server is set to computers that prove themselves by certificates.';
    return { id: 'two-tunnels', text, proof: deployment.kindProof };
  }
  if (rule === null) return null;
  const byCertificate = /ComputerCert/i.test(rule.rule.auth1 ?? '');
  const how = byCertificate ? ', in which the computers prove themselves by certificates' : '';
  return { id: 'two-tunnels', text: `Two tunnels${how}.`, proof: quotesOf(rule, byCertificate ? 'auth1' : 'name') };
}

/** Microsoft's planning guide: behind a NAT, or with one network adapter, the endpoints are of the server's own prefix. */
function behindNat({ facts, endpoints: { first, second, source } }: TraitGround): DeploymentTrait | null {
  const shown = first ?? second;
  if (source !== 'rules' || shown === null) return behindNatBySettings(facts);
  if (isSixToFour(shown)) return null;
  const text = `The tunnel endpoint ${shown} is no 6to4 address: the server stands behind a NAT or has an IPv6 prefix of its own, so 6to4 does not carry the tunnels.`;
  return { id: 'behind-nat', text, proof: endpointQuotes(facts, shown) };
}

function behindNatBySettings(facts: Facts): DeploymentTrait | null {
  const settings = serverSettings(facts);
  if (settings?.data.behindNat !== true) return null;
  const text = 'The server is set up behind a NAT, so 6to4 does not carry the tunnels.';
  return { id: 'behind-nat', text, proof: quotes(settings, 'behindNat') };
}

function oneEndpoint({ facts, endpoints: { first, second, source }, deployment }: TraitGround): DeploymentTrait | null {
  if (source !== 'rules' || deployment.kind !== 'two-tunnels' || first === null || !sameAddress(first, second))
    return null;
  const text = `Both tunnels end at ${first}; only the second authentication tells them apart.`;
  return { id: 'one-endpoint', text, proof: endpointQuotes(facts, first) };
}

/** `UserAuthentication` is UserPasswd or TwoFactor (Set-DAServer); where a rule is known, the rule tells. */
function smartCard({ facts, deployment }: TraitGround): DeploymentTrait | null {
  const settings = deployment.authorizationRequired === null ? serverSettings(facts) : null;
  if (settings !== null && /^TwoFactor$/i.test(settings.data.userAuthentication ?? '')) {
    const text = 'The server is set to ask users for a smart card or a one-time password.';
    return { id: 'smart-card', text, proof: quotes(settings, 'userAuthentication') };
  }
  if (deployment.authorizationRequired !== true) return null;
  const text = 'The intranet rule asks for an authorization: a sign-in with a smart card or a one-time password.';
  return { id: 'smart-card', text, proof: deployment.rulesProof };
}

function healthCertificate({ deployment }: TraitGround): DeploymentTrait | null {
  if (deployment.healthRequired !== true) return null;
  const text = 'The intranet rule asks for a health certificate of Network Access Protection.';
  return { id: 'health-certificate', text, proof: deployment.rulesProof };
}

/** Microsoft's planning guide: with force tunnelling the name table has a rule for every name, and only IP-HTTPS is used. */
function forceTunnel({ facts }: TraitGround): DeploymentTrait | null {
  for (const effective of [true, false]) {
    const table = latest(facts, 'netsh-nrpt', 'client', ({ data }) => data.effective === effective);
    const index = table?.data.rules.findIndex(({ namespace, exempt }) => namespace === '.' && !exempt) ?? -1;
    if (table === null || index < 0) continue;
    const text =
      'Force tunnelling: every name is resolved through the tunnel and only IP-HTTPS carries the client, so "No Internet" is no fault.';
    return { id: 'force-tunnel', text, proof: quotes(table, `rules[${index}].namespace`) };
  }
  return null;
}

function multisite({ facts, endpoints: { first, second } }: TraitGround): DeploymentTrait | null {
  const tunnels = (['infra', 'intranet'] as const).map((tunnel) => knownEndpointsOf(tunnel, facts));
  const rules = tunnels.find((all) => distinct(all).length > 1);
  if (rules === undefined) return null;
  const text = `The rules name ${distinct(rules).length} entry points; the client uses ${first ?? second ?? 'one of them'}.`;
  return { id: 'multisite', text, proof: rules.flatMap((rule) => quotesOf(rule, 'remoteTunnelEndpoint')) };
}

/** Outputs of several servers: of a cluster behind a virtual address, or of several entry points. */
function severalServers({ facts }: TraitGround): DeploymentTrait | null {
  const own = facts.readings.filter((reading) => sideOf(reading) === 'server');
  const hosts = hostsOf(own);
  if (hosts.length < 2) return null;
  const text = `Outputs of ${hosts.length} servers came, ${hosts.join(' and ')}: their tunnel endpoint is a virtual address, or they are entry points of their own. Each of them must be well.`;
  const proof = hosts.flatMap((host) => {
    const reading = own.find((one) => hostsOf([one])[0] === host);
    return reading === undefined ? [] : Object.values(reading.proofs).slice(0, 1);
  });
  return { id: 'load-balanced', text, proof };
}

const distinct = (rules: readonly LocatedRule[]): readonly string[] => [
  ...new Set(rules.flatMap(({ rule }) => canonicalAddress(rule.remoteTunnelEndpoint ?? '') ?? [])),
];

const quotesOf = ({ reading, index }: LocatedRule, field: string): readonly Quote[] =>
  quotes(reading, `rules[${index}].${field}`);

function endpointQuotes(facts: Facts, address: string): readonly Quote[] {
  const rules = (['infra', 'intranet'] as const).flatMap((tunnel) => [
    ...knownEndpointsOf(tunnel, facts),
    ...[knownRuleOf(tunnel, facts)].filter((rule) => rule !== null),
  ]);
  const rule = rules.find((one) => sameAddress(one.rule.remoteTunnelEndpoint, address));
  if (rule !== undefined) return quotesOf(rule, 'remoteTunnelEndpoint');
  const settings = latest(facts, 'da-client-experience', 'client');
  return settings === null ? [] : quotes(settings, 'tunnelEndpoints');
}
