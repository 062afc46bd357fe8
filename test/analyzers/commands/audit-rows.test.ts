/** A row of auditpol's CSV that was damaged on its way is no row, and the others are read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { analyse } from '../../../analyzers/index';

const report = readFileSync(join(__dirname, '../../commands/auditpol/report.csv'), 'utf8');
const readingsOf = async (text: string) => {
  const { diagnosis } = await analyse([{ name: 'report.csv', bytes: Buffer.from(text, 'utf8') }], {
    at: '2026-11-24T12:00:00Z',
  });
  return diagnosis.uploads.flatMap(({ readings }) => readings);
};

it('A quote that nothing closes takes its row alone', async () => {
  const [head = '', ...rows] = report.split('\n');
  const damaged = rows.map((row, place) => (place === 2 ? `"${row}` : row));
  expect(rows[2]).toContain('IPsec Quick Mode');
  const [whole] = await readingsOf(report);
  const [read] = await readingsOf([head, ...damaged].join('\n'));
  expect(whole?.command).toBe('auditpol');
  expect(read?.command).toBe('auditpol');
  expect(read?.complete).toBe(false);
});
