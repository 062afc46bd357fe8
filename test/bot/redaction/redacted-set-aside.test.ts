/** A cause that a person has set aside is in the note of a ticket, and names nobody there where names are replaced. */
import { analyse, createRedactor, emptyCase } from '../../../analyzers/index';
import { redactedDiagnosis } from '../../../bot/redaction/redacted-diagnosis';
import { writtenNote } from '../../../bot/tickets/written-note';
import { failingClient, windowOf } from '../../support/bot-outputs';
import { ownAddresses, ownNames, survivors } from '../../support/model-names';

const AT = '2026-11-24T12:00:00Z';

it('is said in the note with stand-ins only, and so is the line that had confirmed it', async () => {
  const client = failingClient();
  const text = windowOf(client, 'netsh advfirewall monitor show mmsa & certutil -store my');
  const { diagnosis, evidence } = await analyse([{ name: `${client.client.name}.txt`, bytes: Buffer.from(text) }], {
    at: AT,
    earlier: { ...emptyCase, setAside: ['certificate-expired'] },
  });
  expect(diagnosis.setAside?.[0]?.confidence).toBe('confirmed');
  const redactor = createRedactor();
  const record = { id: 'C-1', evidence };
  const note = writtenNote({ record, diagnosis, occasion: 'changed', mark: 'tt-0', at: AT, redactor });
  expect(note.replaceAll(/\s+/g, ' ')).toContain('A person set this cause aside');
  const own = [...ownNames(client), ...ownAddresses(client)];
  expect(survivors(note, own)).toEqual([]);
  // The same redactor has learnt the case by the note.
  expect(survivors(JSON.stringify(redactedDiagnosis(diagnosis, redactor).setAside), own)).toEqual([]);
  expect(survivors(JSON.stringify(diagnosis.setAside), own)).not.toEqual([]);
});
