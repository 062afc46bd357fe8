/** What stands for what in the notes of a ticket: printed beside a running bot and without one, and taken by `redact --map`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createRedactor, type RedactionMap } from '../../../analyzers/index';
import { readConfig } from '../../../bot/config';
import { openControl } from '../../../bot/control/control-server';
import { createLog } from '../../../bot/log';
import { standIns, standInsRequests } from '../../../bot/operate/stand-ins';
import { openHome } from '../../../bot/store/open-home';
import { keepStandIns } from '../../../bot/store/ticket-stand-ins';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tunnel-triage-'));
  const home = await openHome({ databaseUrl: null, dataFolder: folder }, createLog('silent'));
  const redactor = createRedactor();
  redactor.learn(['C:\\> net view \\\\FILE7.corp.contoso.com']);
  await keepStandIns(home.db, 'NET-12', JSON.stringify(redactor.map()), 1);
  await home.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const config = () => readConfig({ TUNNEL_TRIAGE_DATA: folder });

it('The stand-ins of a ticket are printed as a map with which the same text gets the same stand-ins', async () => {
  const printed = await standIns(config(), ['NET-12']);
  expect(printed).toContain('contoso');
  const again = createRedactor(JSON.parse(printed) as RedactionMap);
  const first = createRedactor();
  first.learn(['C:\\> net view \\\\FILE7.corp.contoso.com']);
  expect(again.text('FILE7.corp.contoso.com')).toBe(first.text('FILE7.corp.contoso.com'));
  expect(again.text('FILE7.corp.contoso.com')).not.toMatch(/contoso|FILE7/i);
});

it('A running bot is asked, because the file is its own', async () => {
  const home = await openHome(config(), createLog('silent'));
  const control = await openControl(folder, standInsRequests(home), createLog('silent'));
  expect(await standIns(config(), ['NET-12'])).toContain('contoso');
  await control.close();
  await home.close();
});

it('A ticket without any, and words that make no sense, are each one sentence', async () => {
  await expect(standIns(config(), ['NET-13'])).rejects.toThrow('Nothing was replaced in notes of NET-13');
  await expect(standIns(config(), [])).rejects.toThrow('Name one ticket');
});
