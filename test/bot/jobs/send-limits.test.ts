/** How fast one conversation is written to, over all instances. */
import { pauseBefore, SEND_LIMITS } from '../../../bot/jobs/send-limits';
import { insertJob } from '../../../bot/jobs/job-rows';
import { type Home } from '../../../bot/store/home';
import { describeHomes } from '../../support/homes';

const NOW = 1_800_000_000_000;

/** Messages that were sent so many milliseconds ago. */
async function sent(home: Home, lane: string, ages: readonly number[]): Promise<void> {
  await home.db.transaction().execute(async (tx) => {
    for (const age of [...ages].sort((one, other) => other - one)) {
      const id = await insertJob(tx, { kind: 'send', lane, payload: null }, NOW - age);
      await tx.updateTable('jobs').set({ state: 'done' }).where('id', '=', id!).execute();
    }
  });
}

describeHomes('The limits of a conversation', (open) => {
  it.each(SEND_LIMITS.slice(0, 3))(
    'let $most messages go within $withinMs ms, and the next one when the first is older',
    async (limit) => {
      const home = await open();
      // Spread over the window, so that no shorter one is full.
      const ages = Array.from({ length: limit.most }, (_, index) =>
        Math.floor(((index + 0.5) * limit.withinMs) / limit.most),
      );
      await sent(home, 'send/alex', ages);
      const pause = await pauseBefore(home.db, 'send/alex', NOW);
      expect(pause).toBe(limit.withinMs - Math.max(...ages));
      expect(await pauseBefore(home.db, 'send/alex', NOW + pause)).toBe(0);
    },
  );

  it('are those of one conversation only', async () => {
    const home = await open();
    await sent(home, 'send/alex', [1, 2, 3, 4, 5, 6, 7]);
    expect(await pauseBefore(home.db, 'send/alex', NOW)).toBeGreaterThan(0);
    expect(await pauseBefore(home.db, 'send/bob', NOW)).toBe(0);
  });
});
