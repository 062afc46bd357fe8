/** Failure auditing of the three IPsec modes is on, so that the Security log tells why a negotiation failed. */
import { AUDIT_GET } from '../commands/question-parts';
import { auditedModes, QUICK_MODE } from '../facts/auditing';
import { latest, quotes } from '../facts/facts';
import { defineStep, failed, passed, unknown, unreadable } from './step';

export const securityAudit = defineStep({
  id: 'security.audit',
  tunnel: 'security',
  title: 'IPsec failures are audited',
  passes: 'Failure auditing of IPsec Main Mode, Quick Mode and Extended Mode is on.',
  evidence: [AUDIT_GET],
  question: 'events',
  fails: 'Failure auditing of one of the three IPsec modes is off.',
  causes: [],
  sources: ['article', 'audit'],
  judge: ({ facts }) => {
    const reading = latest(facts, 'auditpol', 'client');
    if (reading === null) return unknown();
    const rows = auditedModes(reading);
    const off = rows.filter(({ failure }) => failure === false);
    const proof = quotes(
      reading,
      ...rows.flatMap(({ index }) => [`subcategories[${index}].failure`, `subcategories[${index}]`]),
    );
    if (off.length > 0) {
      const why = `Failures of ${off.map(({ title }) => title).join(', ')} are not audited.${missedEvents(off.map(({ title }) => title))}`;
      return failed(why, proof, [], { decider: reading });
    }
    if (rows.every(({ failure }) => failure === true)) {
      return passed('Failures of all three IPsec modes are audited.', proof, reading);
    }
    return reading.complete
      ? unknown('The listing does not show all three IPsec modes.', proof)
      : unreadable(reading, proof);
  },
});

/** The line of the article audits main and extended mode only, and yet waits for event 4654. */
const missedEvents = (off: readonly string[]): string =>
  off.length === 1 && off[0] === QUICK_MODE ? ' A log without event 4654 therefore says nothing of quick mode.' : '';
