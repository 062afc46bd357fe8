/** What waits in one conversation is looked for among what belongs to it: the prompts that are planned for everybody else are not gone through. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { hurryLane } from '../../../bot/jobs/job-lanes';
import { insertJob } from '../../../bot/jobs/job-rows';
import { createLog } from '../../../bot/log';
import { openEmbeddedHome } from '../../../bot/store/embedded-home';

it('A message hurries what waits in its lane by the index of the lane', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  const home = await openEmbeddedHome(folder, createLog('silent'));
  const prepare = jest.spyOn(home.file, 'prepare');
  await home.db.transaction().execute(async (tx) => {
    await insertJob(tx, { kind: 'send', lane: 'send/a', payload: null }, 1);
    await hurryLane(tx, 'send/a', 1);
  });
  const statement = prepare.mock.calls.map(([text]) => text).find((text) => text.startsWith('update "jobs"')) ?? '';
  prepare.mockRestore();
  const parameters = Array.from({ length: statement.split('?').length - 1 }, () => null);
  const plan = home.file.prepare<unknown[], { detail: string }>(`explain query plan ${statement}`).all(...parameters);
  expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('jobs_of_lane (lane=?')]);
  await home.close();
  rmSync(folder, { recursive: true, force: true });
});
