/** A listing of thousands of associations: the note is redacted all the same, and in a moment. */
import { analyse, createRedactor } from '../../../analyzers/index';
import { mentionedReadings } from '../../../bot/redaction/mentioned-readings';
import { writtenNote } from '../../../bot/tickets/written-note';
import { healthyClient, windowOf } from '../../support/bot-outputs';
import { ownAddresses, ownNames, survivors } from '../../support/model-names';

const AT = '2026-11-24T00:00:00Z';
const ASSOCIATIONS = 4000;

const MMSA = 'netsh advfirewall monitor show mmsa';
const CMDLET = 'Get-NetIPsecMainModeSA';

/** The client's own associations among thousands with other peers: each has an address of its own, and a name where the command shows names. */
async function large(command: string, begins: string) {
  const listed = windowOf(healthyClient(), command);
  const start = listed.indexOf(begins);
  const own = listed.slice(start, listed.indexOf(begins, start + 1));
  const others = Array.from({ length: ASSOCIATIONS }, (_, n) =>
    own
      .replace(
        /^(Remote(?: IP Address:|Endpoint\s+:)\s+)\S+/m,
        `$12001:db8:${(n >> 8).toString(16)}:1::${(n & 255).toString(16)}`,
      )
      .replace(/^(Remote(?:First|Second)Id\s+: (?:CN=|\w+\\))[^.$\r\n]+/gm, `$1FAB-PC-${n}`),
  );
  const text = listed.slice(0, start) + others.join('') + listed.slice(start);
  return analyse([{ name: 'mmsa.txt', bytes: Buffer.from(text, 'utf8') }], { at: AT });
}

it.each([
  [MMSA, 'Main Mode SA'],
  // All names of a company share words.
  [CMDLET, 'Name    '],
])('Of a large listing of %s what the diagnosis mentions is learnt, and the note names nobody', async (...listing) => {
  const { diagnosis, evidence } = await large(...listing);
  const entries = (readings: typeof evidence.readings): number =>
    readings.map(({ data }) => ('sas' in data ? data.sas.length : 0)).reduce((all, count) => all + count, 0);
  expect(entries(evidence.readings)).toBeGreaterThan(ASSOCIATIONS);
  expect(entries(mentionedReadings(evidence.readings, diagnosis))).toBeLessThan(ASSOCIATIONS / 10);
  const parts = { record: { id: 'C-1', evidence }, diagnosis, occasion: 'healed', mark: 'tt-0', at: AT } as const;
  const model = [...ownNames(healthyClient()), ...ownAddresses(healthyClient())];
  expect(survivors(writtenNote({ ...parts, redactor: null }), model)).not.toEqual([]);
  expect(survivors(writtenNote({ ...parts, redactor: createRedactor() }), model)).toEqual([]);
});
