/** `netsh advfirewall monitor show mmsa` and `qmsa`, and the cmdlets that show the same. */
import { type Deployment } from '../deployment';
import { tunnelState } from '../negotiation';
import { field, lines, listingTime, NO_SAS, RULE } from './layout';

interface Association {
  readonly remote: string;
  readonly local: string;
  readonly auth1: string;
  readonly auth2: string;
  readonly healthCertificate: boolean;
  readonly quick: boolean;
}

/** The associations that the client holds: both tunnels as far as they are up, and peers that have nothing to do with them. */
export function associations(deployment: Deployment): readonly Association[] {
  const { endpoints, tunnelAddress, rules, client, server } = deployment;
  const infra = tunnelState(deployment, 'infra');
  const intranet = tunnelState(deployment, 'intranet');
  const single = rules.kind === 'kerberos-proxy';
  const base = {
    local: tunnelAddress,
    auth1: single ? 'ComputerKerb' : 'ComputerCert',
    healthCertificate: false,
    quick: true,
  };
  const found: Association[] = [];
  if (client.otherPeers) {
    found.push({ ...base, local: client.ipv4, remote: '203.0.113.77', auth1: 'ComputerPSK', auth2: 'None' });
    found.push({ ...base, remote: '2001:db8:40::7', auth1: 'ComputerKerb', auth2: 'UserKerb' });
  }
  if (!client.firstTunnelIdle && (infra.kind === 'up' || (infra.kind === 'failed' && infra.stage === 'quick'))) {
    const auth2 = single || server.wrongSecondAuthentication ? 'UserKerb' : 'UserNTLM';
    found.push({ ...base, remote: endpoints.first, auth2, quick: infra.kind === 'up' });
  }
  if (intranet.kind === 'up' || (intranet.kind === 'failed' && intranet.stage === 'quick')) {
    const { healthCertificate } = rules;
    const quick = intranet.kind === 'up';
    found.push({ ...base, remote: endpoints.second, auth2: 'UserKerb', healthCertificate, quick });
  }
  return found;
}

export function printMainMode(deployment: Deployment): string {
  const found = associations(deployment);
  if (found.length === 0) return NO_SAS;
  return lines(
    ...found.map((sa, index) => [
      '',
      `Main Mode SA at ${listingTime(deployment.moment.clock)}`.padEnd(56),
      RULE,
      field('Local IP Address', sa.local),
      field('Remote IP Address', sa.remote),
      field('Auth1', sa.auth1),
      field('Auth2', sa.auth2),
      field('MM Offer', 'None-AES128-SHA256'),
      field('Cookie Pair', `7d1e40c95b0a6f3${index}:e2870bb4160cda5${index}`),
      field('Health Cert', sa.healthCertificate ? 'Yes' : 'No'),
    ]),
    'Ok.',
    '',
  );
}

export function printQuickMode(deployment: Deployment): string {
  const found = associations(deployment).filter(({ quick }) => quick);
  if (found.length === 0) return NO_SAS;
  return lines(
    ...found.map((sa) => [
      '',
      `Quick Mode SA at ${listingTime(deployment.moment.clock)}`.padEnd(56),
      RULE,
      field('Local IP Address', sa.local),
      field('Remote IP Address', sa.remote),
      field('Local Port', 'Any'),
      field('Remote Port', 'Any'),
      field('Protocol', 'Any'),
      field('Direction', 'Both'),
      field('QM Offer', 'ESP:SHA1-AES192+60min+100000kb'),
      field('PFS', 'None'),
    ]),
    'Ok.',
    '',
  );
}

const item = (label: string, value: string): string => `${label.padEnd(20)} : ${value}`;

/** `Get-NetIPsecMainModeSA`: ids instead of authentication methods, and nothing at all for an empty list. */
export function printMainModeCmdlet(deployment: Deployment): string {
  const { client, server, domain } = deployment;
  const account = client.user.split('\\')[0] ?? '';
  return lines(
    ...associations(deployment).map((sa, index) => [
      ...(index === 0 ? [''] : ['', '']),
      item('Name', String(512 + index)),
      item('LocalEndpoint', sa.local),
      item('RemoteEndpoint', sa.remote),
      item('LocalFirstId', `CN=${client.name}.${domain}`),
      item('LocalSecondId', sa.auth2 === 'UserNTLM' ? `${account}\\${client.name}$` : client.user),
      item('RemoteFirstId', `CN=${server.name}.${domain}`),
      item('RemoteSecondId', `${account}\\${server.name}$`),
      item('KeyModule', 'AuthIP'),
      item('CipherAlgorithm', 'AES128'),
      item('HashAlgorithm', 'SHA256'),
      item('GroupId', 'DHGroup2'),
    ]),
    '',
    '',
  );
}

/** `Get-NetIPsecQuickModeSA`. */
export function printQuickModeCmdlet(deployment: Deployment): string {
  const found = associations(deployment).filter(({ quick }) => quick);
  return lines(
    ...found.map((sa, index) => [
      ...(index === 0 ? [''] : ['', '']),
      item('Name', String(512 + index)),
      item('LocalEndpoint', sa.local),
      item('RemoteEndpoint', sa.remote),
      item('EncapsulationMode', 'Tunnel'),
      item('IpProtocol', 'Any'),
      item('MmSaId', String(512 + index)),
      item('QuickModeFilterId', '70902'),
    ]),
    '',
    '',
  );
}
