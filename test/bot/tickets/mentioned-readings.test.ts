/** A listing of thousands of associations: the note is redacted all the same, and in a moment. */
import { analyse, createRedactor } from '../../../analyzers/index';
import { mentionedReadings } from '../../../bot/tickets/mentioned-readings';
import { writtenNote } from '../../../bot/tickets/written-note';
import { healthyClient, windowOf } from '../../support/bot-outputs';
import { ownAddresses, ownNames, survivors } from '../../support/model-names';

const AT = '2026-11-24T00:00:00Z';
const ASSOCIATIONS = 4000;

/** The client's own associations among thousands with other peers. */
async function large() {
  const listed = windowOf(healthyClient(), 'netsh advfirewall monitor show mmsa');
  const start = listed.indexOf('Main Mode SA');
  const others = Array.from({ length: ASSOCIATIONS }, (_, n) =>
    listed
      .slice(start, listed.indexOf('Main Mode SA', start + 1))
      .replace(/^(Remote IP Address:\s+)\S+/m, `$12001:db8:${(n >> 8).toString(16)}:1::${(n & 255).toString(16)}`),
  );
  const text = listed.slice(0, start) + others.join('') + listed.slice(start);
  return analyse([{ name: 'mmsa.txt', bytes: Buffer.from(text, 'utf8') }], { at: AT });
}

it('Of a large listing what the diagnosis mentions is learnt, and the note names nobody', async () => {
  const { diagnosis, evidence } = await large();
  const entries = (readings: typeof evidence.readings): number =>
    readings.map(({ data }) => ('sas' in data ? data.sas.length : 0)).reduce((all, count) => all + count, 0);
  expect(entries(evidence.readings)).toBeGreaterThan(ASSOCIATIONS);
  expect(entries(mentionedReadings(evidence.readings, diagnosis))).toBeLessThan(ASSOCIATIONS / 10);
  const parts = { record: { id: 'C-1', evidence }, diagnosis, occasion: 'healed', mark: 'tt-0', at: AT } as const;
  const model = [...ownNames(healthyClient()), ...ownAddresses(healthyClient())];
  expect(survivors(writtenNote({ ...parts, redactor: null }), model)).not.toEqual([]);
  expect(survivors(writtenNote({ ...parts, redactor: createRedactor() }), model)).toEqual([]);
});
