/** Exports of cmdlets with thousands of records are read in a time that grows with them, not with their square. */
import { analyse } from '../../../analyzers/index';

const HEAD = '"LastErrorCode","InterfaceStatus"';

/** The processor time of an analysis, in milliseconds. */
async function millisecondsOf(records: number): Promise<number> {
  const text = `#TYPE Microsoft.Management.Infrastructure.CimInstance\r\n${[HEAD, ...Array.from({ length: records }, () => '"0","active"')].join('\r\n')}\r\n`;
  const before = process.cpuUsage();
  const { diagnosis } = await analyse([{ name: 'iphttpsstate.csv', bytes: Buffer.from(text) }], {
    at: '2026-11-24T12:00:00Z',
  });
  const { user, system } = process.cpuUsage(before);
  expect(diagnosis.uploads.flatMap(({ readings }) => readings).map(({ command }) => command)).toEqual([
    'netsh-httpstunnel',
  ]);
  return (user + system) / 1000;
}

it('Eight times the records take about eight times as long', async () => {
  await millisecondsOf(500);
  const few = await millisecondsOf(500);
  const many = await millisecondsOf(4000);
  // The square would be 64 times.
  expect(many).toBeLessThan(30 * Math.max(few, 10));
});
