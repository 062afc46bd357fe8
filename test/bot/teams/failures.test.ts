/** What a person hears when something of the bot's own fails: one sentence, and the case is as it was. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { message, press } from '../../support/bot-activities';
import { startTeams, type TeamsAround } from '../../support/bot-teams';
import { wordsOf } from '../../support/card-words';

let teams: TeamsAround;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
});
afterEach(async () => {
  await teams.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A bot whose analysis worker is this script. */
async function startWith(script: string): Promise<void> {
  writeFileSync(join(folder, 'analysis-worker.cjs'), script);
  teams = await startTeams(folder);
}

const OUTPUT = 'secret line\nanother line';

describe('A failure of the bot', () => {
  it('in the analysis is one sentence, and the next message is answered', async () => {
    await startWith("require('node:worker_threads').parentPort.on('message', () => process.exit(1));");
    await teams.post(message(OUTPUT));
    expect(wordsOf((await teams.card(1)).card)).toContain(
      'The analysis ended before it had an answer. Your case is as it was',
    );
    await teams.post(message('steps'));
    expect(wordsOf((await teams.card(2)).card)).toContain('The 20 steps, in order');
  });

  it('that nobody foresaw is a sentence with a reference, and shows nothing of the fault', async () => {
    await startWith(
      "require('node:worker_threads').parentPort.on('message', () => require('node:worker_threads').parentPort.postMessage({}));",
    );
    await teams.post(message(OUTPUT));
    const words = wordsOf((await teams.card(1)).card);
    expect(words).toContain('I could not finish this');
    expect(words).toMatch(/Reference [0-9a-f]{8}/);
    expect(words).not.toMatch(/TypeError|undefined|secret/);
  });

  it('of one kind of button does not keep a person from the others', async () => {
    await startWith("require('node:worker_threads').parentPort.on('message', () => process.exit(1));");
    await teams.post(message('help'));
    await teams.card(1);
    await teams.post(press('paste', { case: 'C-1', pasted: OUTPUT }, 'none'));
    expect(wordsOf((await teams.card(2)).card)).toContain('Your case is as it was');
    await teams.post(press('steps', { case: 'C-1' }, 'none'));
    expect(wordsOf((await teams.card(3)).card)).toContain('The 20 steps, in order');
  });
});
