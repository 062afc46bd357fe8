/** Failure auditing of the three IPsec modes is on, so that the Security log tells why a negotiation failed. */
import { latest, quotes } from '../facts/facts';
import { type ReadingOf } from '../reading';
import { defineStep, failed, passed, unknown, unreadable } from './step';

/** Subcategory names are localised, their GUIDs are not (Microsoft, Auditing and logging of the Windows Filtering Platform). */
const MODES = [
  { guid: '0CCE9218-69AE-11D9-BED3-505054503030', name: /^IPsec Main Mode$/i, title: 'IPsec Main Mode' },
  { guid: '0CCE9219-69AE-11D9-BED3-505054503030', name: /^IPsec Quick Mode$/i, title: 'IPsec Quick Mode' },
  { guid: '0CCE921A-69AE-11D9-BED3-505054503030', name: /^IPsec Extended Mode$/i, title: 'IPsec Extended Mode' },
] as const;

export const securityAudit = defineStep({
  id: 'security.audit',
  tunnel: 'security',
  title: 'IPsec failures are audited',
  passes: 'Failure auditing of IPsec Main Mode, Quick Mode and Extended Mode is on.',
  evidence: [`auditpol /get /subcategory:${MODES.map(({ guid }) => `{${guid}}`).join(',')}`],
  question: 'events',
  judge: ({ facts }) => {
    const reading = latest(facts, 'auditpol', 'client');
    if (reading === null) return unknown();
    const rows = MODES.map((mode) => ({ ...mode, index: rowOf(reading, mode) }));
    const off = rows.filter(({ index }) => reading.data.subcategories[index]?.failure === false);
    const proof = quotes(
      reading,
      ...rows.flatMap(({ index }) => [`subcategories[${index}].failure`, `subcategories[${index}]`]),
    );
    if (off.length > 0) {
      const why = `Failures of ${off.map(({ title }) => title).join(', ')} are not audited.`;
      return failed(why, proof, [], { decider: reading });
    }
    if (rows.every(({ index }) => reading.data.subcategories[index]?.failure === true)) {
      return passed('Failures of all three IPsec modes are audited.', proof, reading);
    }
    return reading.complete
      ? unknown('The listing does not show all three IPsec modes.', proof)
      : unreadable(reading, proof);
  },
});

function rowOf({ data }: ReadingOf<'auditpol'>, mode: (typeof MODES)[number]): number {
  return data.subcategories.findIndex(
    ({ guid, name }) => guid?.toUpperCase().includes(mode.guid) ?? mode.name.test(name.trim()),
  );
}
