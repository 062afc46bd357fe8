/** A domain controller is found, on the server and on the client. */
import { type Suspicion } from '../causes/cause';
import { type Facts, latest, latestOfEach, quotes, shortName } from '../facts/facts';
import { type Ground } from '../facts/ground';
import { type ReadingOf } from '../reading';
import { defineStep, failed, passed, unknown, unreadable } from './step';

export const infraDomainController = defineStep({
  id: 'infra.domain-controller',
  tunnel: 'infrastructure',
  title: 'A domain controller is found',
  passes: 'nltest finds a domain controller on the client; on the server it must be found too.',
  evidence: ['nltest /dsgetdc: /force'],
  question: 'client-domain-controller',
  fails: 'The locator finds no domain controller on the client, or on the server.',
  causes: ['client-no-domain-controller', 'server-no-domain-controller', 'name-resolution'],
  sources: ['article', 'systemErrors'],
  judge: (ground) => {
    const client = latest(ground.facts, 'nltest-dsgetdc', 'client');
    const server = serverAnswer(ground.facts);
    const causes = domainControllerCauses(ground);
    const broken = [server, client].find((reading) => notFound(reading));
    if (broken !== undefined && broken !== null) {
      const where = broken === server ? serverName(broken) : 'The client';
      const why = `${where} finds no domain controller: status ${broken.data.status ?? ''}.`;
      return failed(why, quotes(broken, 'status'), causes, { decider: broken });
    }
    if (client?.data.status === 0) {
      return passed(
        `${client.data.dc ?? 'A domain controller'} was found from the client.`,
        quotes(client, 'dc', 'closing'),
        client,
      );
    }
    if (client !== null) return unreadable(client, quotes(client, 'dc'));
    if (server === null) return unknown();
    return server.data.status === 0
      ? unknown('The server finds a domain controller; nobody sent the answer of the client yet.', quotes(server, 'dc'))
      : unreadable(server);
  },
});

const notFound = (reading: ReadingOf<'nltest-dsgetdc'> | null): boolean =>
  reading?.data.status != null && reading.data.status !== 0;

/** Of several servers the one that finds none decides: it refuses every client that comes to it. */
export function serverAnswer(facts: Facts): ReadingOf<'nltest-dsgetdc'> | null {
  const answers = latestOfEach(facts, 'nltest-dsgetdc', 'server');
  return answers.find(notFound) ?? answers[0] ?? null;
}

const serverName = ({ host }: ReadingOf<'nltest-dsgetdc'>): string =>
  host === null ? 'The server' : `The server ${shortName(host)}`;

/** What the two answers of nltest make suspect. A client without one is sure only where the server is seen to have one. */
export function domainControllerCauses({ facts }: Ground): readonly Suspicion[] {
  const client = latest(facts, 'nltest-dsgetdc', 'client');
  const server = serverAnswer(facts);
  if (server !== null && notFound(server)) {
    const code = String(server.data.status);
    const title = `${server.host === null ? 'The DirectAccess server' : serverName(server)} finds no domain controller: status ${code}.`;
    return [
      { id: 'server-no-domain-controller', confidence: 'confirmed', title, code, proof: quotes(server, 'status') },
    ];
  }
  if (client === null || !notFound(client)) return [];
  const code = String(client.data.status);
  const title = `The client finds no domain controller: status ${code}.`;
  const shown = { code, proof: quotes(client, 'status') };
  const own: Suspicion = {
    id: 'client-no-domain-controller',
    confidence: server === null ? 'likely' : 'confirmed',
    title,
    ...shown,
  };
  if (server !== null) return [own];
  return [
    own,
    { id: 'server-no-domain-controller', confidence: 'possible', ...shown },
    { id: 'name-resolution', confidence: 'possible', ...shown },
  ];
}
