/** Hostile text in every string of a diagnosis is read back from the drawn card as it was written. */
import { type Browser, type Page } from 'playwright-core';
import { standingOf } from '../../analyzers/diagnosis/compare';
import { explain } from '../../analyzers/explain';
import {
  causeQuestionCard,
  changesCard,
  closingQuestionCard,
  diagnosisCard,
  errorCard,
  explainCard,
  followUpCard,
  messageCard,
  progressCard,
  noteCard,
  openCasesCard,
  settledCard,
  SETTING_FIELDS,
  type SettingField,
  stepsCard,
  teamSettingsCard,
  ticketNote,
  unreadableCard,
} from '../../cards/index';
import { context } from '../support/card-examples';
import { draw, openPage, openRows, readBack, startChromium, stickingOut } from '../support/card-browser';
import { examples, failedConfirmed, failedOpen, intranetFailed } from '../support/diagnosis-examples';

const HOSTILE = [
  String.raw`\\srv\c$ *a* _b_ [x](http://y) <at>x</at>`,
  '1.',
  '- a',
  '  two',
  '{{DATE(2026-01-01T09:00:00Z,SHORT)}}',
  '<img src=x onerror=alert(1)>',
  '&lt;b&gt; &amp;',
  '# a ```b``` ~~c~~',
].join(' ');

/** Fields that are no text for people: they choose what is drawn. */
const STRUCTURE = [
  'schema',
  'outcome',
  'failedStep',
  'step',
  'tunnel',
  'id',
  'confidence',
  'shell',
  'runOn',
  'status',
  'decides',
];

function poisoned(value: unknown, name = ''): unknown {
  if (STRUCTURE.includes(name)) return value;
  if (typeof value === 'string') return HOSTILE;
  if (Array.isArray(value)) return value.map((each) => poisoned(each, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, poisoned(inner, key)]));
}

/** Its strings are replaced and nothing else, so its shape is that of the diagnosis it was made of. */
const hostile = <Shape extends object>(answer: Shape): Shape => poisoned(answer) as Shape;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await startChromium();
  page = await openPage(browser, 'light', 600);
});
afterAll(() => browser.close());

/** Its one word of more than 30 characters is cut in its middle; all else reads as it was written. */
const READ = HOSTILE.replace('{{DATE(2026-01-01T09:00:00Z,SHORT)}}', '{{DATE(2026-01…0:00Z,SHORT)}}');

const plain = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('\u2060', '');

/** How often the hostile text can be read on the card, and what of it turned into something else. */
async function readHostile(): Promise<{ readonly times: number; readonly markup: number }> {
  const times = plain(await readBack(page)).split(plain(READ)).length - 1;
  const markup = await page.evaluate<number>(
    `document.querySelectorAll('#card :is(em, strong, a, img, ol, ul, li, at, code, h1, s)').length`,
  );
  return { times, markup };
}

/** How many texts of the card hold it. */
const written = (card: unknown): number => JSON.stringify(card).split('onerror=alert(1)').length - 1;

test.each(Object.entries(examples))('in the card %s', async (_name, example) => {
  const card = diagnosisCard(hostile(example), { ...context, caseId: HOSTILE });
  await draw(page, card);
  await openRows(page);
  const { times, markup } = await readHostile();
  expect(markup).toBe(0);
  expect(times).toBeGreaterThan(5);
  expect(await stickingOut(page)).toEqual([]);
});

test('in the cards for unread files, for the ladder, for the note and for a code', async () => {
  const diagnosis = hostile(failedConfirmed);
  for (const card of [
    unreadableCard({ uploads: diagnosis.uploads, diagnosis }, context),
    stepsCard(diagnosis, context),
    noteCard(ticketNote(diagnosis, { caseId: HOSTILE })),
    explainCard(hostile(explain('13801'))),
  ]) {
    await draw(page, card);
    expect(written(card)).toBeGreaterThan(0);
    expect((await readHostile()).markup).toBe(0);
  }
});

test('in what changed, in a sentence, in an error and in the progress of a reading', async () => {
  const [before, now] = [hostile(failedOpen), hostile(intranetFailed)];
  for (const card of [
    changesCard(now, standingOf(before, HOSTILE), { ...context, caseId: HOSTILE }),
    messageCard(HOSTILE, { next: now.next!, computer: HOSTILE }),
    errorCard(HOSTILE, HOSTILE, { ...context, caseId: HOSTILE }),
    progressCard({ name: HOSTILE, totalBytes: null, bytesRead: 1, matches: 1 }),
  ]) {
    await draw(page, card);
    await openRows(page);
    const { times, markup } = await readHostile();
    expect(markup).toBe(0);
    expect(times).toBeGreaterThan(0);
    expect(await stickingOut(page)).toEqual([]);
  }
});

test('in the prompts, in the list of open cases and in the settings', async () => {
  const diagnosis = hostile(failedOpen);
  const awaited = { diagnosis, nothingRead: false, next: diagnosis.next!, asked: HOSTILE, of: HOSTILE };
  const open = { caseId: HOSTILE, diagnosis, awaited: diagnosis.next, about: HOSTILE, readable: true };
  const texts = Object.fromEntries(SETTING_FIELDS.map((field) => [field, HOSTILE])) as Record<SettingField, string>;
  const hostileContext = { ...context, caseId: HOSTILE };
  for (const card of [
    followUpCard(awaited, hostileContext),
    closingQuestionCard(awaited, hostileContext),
    causeQuestionCard(diagnosis, { by: HOSTILE, at: HOSTILE }, hostileContext),
    openCasesCard({ shown: [open], all: 1, waiting: 1, before: 0 }, hostileContext),
    settledCard(HOSTILE, HOSTILE, HOSTILE),
    teamSettingsCard({ said: texts, written: texts }, hostileContext),
  ]) {
    await draw(page, card);
    const { times, markup } = await readHostile();
    expect(markup).toBe(0);
    expect(times).toBeGreaterThan(0);
    expect(await stickingOut(page)).toEqual([]);
  }
});
