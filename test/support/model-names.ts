/** What the model of a deployment calls its own: everything that must not survive a redaction. */
import { type Deployment, type ModelCertificate } from '../virtual-client/deployment';

/** Names and numbers, as they are written in what the model prints. */
export function ownNames(deployment: Deployment): readonly string[] {
  const { client, server, domain, domainController, fileServer, otherServers = [] } = deployment;
  const [account = '', user = ''] = client.user.split('\\');
  const certificates = [client, server, ...otherServers].flatMap((machine) => machine.certificates);
  return [
    ...[client.name, server.name, ...otherServers.map(({ name }) => name)],
    ...[account, user, domain, ...domain.split('.').slice(0, -1), domainController.name, fileServer],
    new URL(server.url).hostname,
    ...certificates.flatMap(numbersOf),
  ];
}

const numbersOf = ({ serial, thumbprint }: ModelCertificate): readonly string[] => [
  serial,
  thumbprint,
  thumbprint.replace(/(..)(?=.)/g, '$1 '),
];

/** The addresses of the model, canonical. */
export function ownAddresses(deployment: Deployment): readonly string[] {
  const { endpoints, otherEntryPoints = [], tunnelAddress, dns64, domainController, client } = deployment;
  return [
    ...[endpoints, ...otherEntryPoints].flatMap(({ first, second }) => [first, second]),
    ...[tunnelAddress, dns64, domainController.address, client.ipv4],
    ...[client.sixToFour].filter((address) => address !== null),
  ];
}

/** Those that a text still has, as whole words whatever their case. */
export function survivors(text: string, names: readonly string[]): readonly string[] {
  const lower = text.toLowerCase();
  return names.filter((name) => {
    for (let at = lower.indexOf(name.toLowerCase()); at >= 0; at = lower.indexOf(name.toLowerCase(), at + 1)) {
      const isBegun = /[\p{L}\p{N}]/u.test(lower[at - 1] ?? '');
      const goesOn = /[\p{L}\p{N}]/u.test(lower[at + name.length] ?? '');
      if (!isBegun && !goesOn) return true;
    }
    return false;
  });
}
