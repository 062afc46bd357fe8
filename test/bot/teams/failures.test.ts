/** What a person hears when something of the bot's own fails: one sentence, and the case is as it was. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { message, press } from '../../support/bot-activities';
import { bundleBot } from '../../support/bot-bundles';
import { TENANT_ID } from '../../support/bot-issuer';
import { ASSOCIATIONS, failingClient, windowOf } from '../../support/bot-outputs';
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

  it('is tried again by the button of its card, and the answer is that of what was sent', async () => {
    const bundles = bundleBot(['worker']);
    const broken = join(folder, 'broken');
    writeFileSync(broken, '');
    await startWith(brokenWhile(broken, join(bundles.folder, 'analysis-worker.cjs')));
    try {
      await teams.post(message(windowOf(failingClient(), ASSOCIATIONS)));
      const failed = await teams.card(1);
      const again = referenceIn(failed.card);
      expect(wordsOf(failed.card)).toContain(`Reference ${again}`);
      rmSync(broken);
      const pressed = await teams.post(press('try-again', { case: 'C-1', reference: again }, 'sent-1'));
      expect(pressed.body).toContain('I am trying it again.');
      expect(wordsOf((await teams.card(2)).card)).toContain('Infrastructure tunnel failed at main mode');
    } finally {
      bundles.remove();
    }
  });

  it('that was tried again and failed again has a card of its own', async () => {
    await startWith(brokenWhile(folder, ''));
    await teams.post(message(OUTPUT));
    const again = referenceIn((await teams.card(1)).card);
    await teams.post(press('try-again', { case: 'C-1', reference: again }, 'sent-1'));
    expect(wordsOf((await teams.card(2)).card)).toContain(`Reference ${again}`);
  });

  it('of another conversation is not tried again', async () => {
    await startWith(brokenWhile(folder, ''));
    await teams.post(message(OUTPUT));
    const again = referenceIn((await teams.card(1)).card);
    const elsewhere = { conversation: { id: 'a:other', conversationType: 'personal', tenantId: TENANT_ID } };
    const pressed = await teams.post({ ...press('try-again', { case: 'C-1', reference: again }, 'x'), ...elsewhere });
    expect(pressed.body).toContain('There is nothing left to try again here');
  });
});

/** A worker that gives nothing of use while there is a file of this name, and then is the real one. */
const brokenWhile = (file: string, real: string): string => `
  const { existsSync } = require('node:fs');
  const { parentPort } = require('node:worker_threads');
  let isReal = false;
  parentPort.on('message', (task) => {
    if (isReal) return;
    if (existsSync(${JSON.stringify(file)})) return parentPort.postMessage({});
    isReal = true;
    require(${JSON.stringify(real)});
    parentPort.emit('message', task);
  });
`;

/** What the button of a card names. */
const referenceIn = (card: object): string => /"reference":"([0-9a-f]{8})"/.exec(JSON.stringify(card))?.[1] ?? 'none';
