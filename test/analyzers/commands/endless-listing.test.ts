/** A listing that goes on and on: what is read of it has a bound, which is said. */
import { analyse } from '../../../analyzers/index';
import { MAX_ASSOCIATIONS } from '../../../analyzers/commands/security-association-listing';

const association = (number: number): string =>
  [
    'Main Mode SA at 11/24/2026 11:50:00',
    '-'.repeat(70),
    'Local IP Address:                     2001:db8::1',
    `Remote IP Address:                    2001:db8:1::${(number + 1).toString(16)}`,
    'Auth1:                                ComputerCert',
    'Auth2:                                UserNTLM',
    'MM Offer:                             None-AES128-SHA256',
    `Cookie Pair:                          214e68615f01a7c1:${(number + 1).toString(16)}`,
    'Health Cert:                          No',
    '',
  ].join('\r\n');

async function readingOf(count: number) {
  const text = `${Array.from({ length: count }, (_, number) => association(number)).join('\r\n')}\r\nOk.\r\n`;
  const { evidence, diagnosis } = await analyse([{ name: 'mmsa.txt', bytes: Buffer.from(text) }], {
    at: '2026-11-24T12:00:00Z',
  });
  const [reading] = evidence.readings;
  return { reading, problems: diagnosis.uploads.flatMap(({ problems }) => problems) };
}

const countOf = (reading: Awaited<ReturnType<typeof readingOf>>['reading']): number | null =>
  reading?.command === 'netsh-mmsa' ? reading.data.sas.length : null;

describe('A listing of security associations', () => {
  it('is read whole up to its bound', async () => {
    const { reading, problems } = await readingOf(MAX_ASSOCIATIONS);
    expect(countOf(reading)).toBe(MAX_ASSOCIATIONS);
    expect(reading?.complete).toBe(true);
    expect(problems.map(({ code }) => code)).not.toContain('too-many');
  });

  it('that has one more counts as not whole, and says what to send', async () => {
    const { reading, problems } = await readingOf(MAX_ASSOCIATIONS + 1);
    expect(countOf(reading)).toBe(MAX_ASSOCIATIONS);
    expect(reading?.complete).toBe(false);
    expect(problems.find(({ code }) => code === 'too-many')?.message).toBe(
      'Only the first 10000 security associations were read. Send a listing of this client alone: run the command on the client.',
    );
  });
});
