/** Failure auditing of the three IPsec modes is on, so that the Security log tells why a negotiation failed. */
import { AUDITED_MODES, auditedModes } from '../facts/auditing';
import { latest, quotes } from '../facts/facts';
import { defineStep, failed, passed, unknown, unreadable } from './step';

export const securityAudit = defineStep({
  id: 'security.audit',
  tunnel: 'security',
  title: 'IPsec failures are audited',
  passes: 'Failure auditing of IPsec Main Mode, Quick Mode and Extended Mode is on.',
  evidence: [`auditpol /get /subcategory:${AUDITED_MODES.map((guid) => `{${guid}}`).join(',')}`],
  question: 'events',
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
      const why = `Failures of ${off.map(({ title }) => title).join(', ')} are not audited.`;
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
