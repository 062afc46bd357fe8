/** A health certificate (Network Access Protection) was accepted, where the deployment asks for one. */
import { firstSentence } from '../grammars/ike-codes';
import { latest, quotes } from '../facts/facts';
import { defineStep, failed, notApplicable, passed, unknown, unreadable } from './step';

const NOT_AUTHORIZED = [13905, 13907];

export const securityHealth = defineStep({
  id: 'security.health',
  tunnel: 'security',
  title: 'The health certificate is accepted',
  passes: 'A main mode SA with a health certificate. Only clients up to Windows 8.1 and servers up to 2012 R2 know it.',
  evidence: ['Security events', 'netsh advfirewall monitor show consec verbose'],
  question: 'events',
  fails: 'An event gives code 13905 where a health certificate can be asked for.',
  causes: ['health-certificate-missing', 'authorization-denied'],
  sources: ['article', 'ikeErrors'],
  judge: ({ facts, deployment, failures }) => {
    if (deployment.healthPossible === false) {
      const system = latest(facts, 'systeminfo', 'client') ?? latest(facts, 'systeminfo', 'server');
      return notApplicable(
        'This version of Windows has no Network Access Protection.',
        system === null ? [] : quotes(system, 'build', 'osName'),
      );
    }
    if (deployment.kind === 'kerberos-proxy')
      return notApplicable(
        'Kerberos proxy goes without computer certificates, so without health certificates.',
        deployment.kindProof,
      );
    if (deployment.healthRequired === false)
      return notApplicable('The rules ask for no health certificate.', deployment.rulesProof);
    const listing = latest(facts, 'netsh-mmsa', 'client');
    const index = listing?.data.sas.findIndex(({ healthCert }) => healthCert === true) ?? -1;
    if (listing !== null && index >= 0)
      return passed(
        'A main mode SA carries a health certificate.',
        quotes(listing, `sas[${index}].healthCert`),
        listing,
      );
    const failure = failures.find(({ codes }) => codes.some((code) => NOT_AUTHORIZED.includes(code)));
    if (failure === undefined) {
      const log = latest(facts, 'security-events', 'client');
      return log === null || log.complete ? unknown() : unreadable(log);
    }
    const why = `Event ${failure.event} gives code ${failure.codes[0] ?? ''}: ${firstSentence(failure.text)}.`;
    return failed(why, [failure.quote], [], { decider: failure.reading, time: failure.time });
  },
});
