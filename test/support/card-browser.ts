/** Cards in a real headless Chromium: rendered by the `adaptivecards` package with Teams' host configurations. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];
/** A desktop's chat and a phone. */
export const WIDTHS = [600, 360] as const;

const root = join(__dirname, '../..');

export const startChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** A page that cards are drawn on, one after the other; `width` is that of the card. */
export async function openPage(browser: Browser, theme: Theme, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: width + 32, height: 800 } });
  await page.setContent(frame(theme, width));
  await page.addStyleTag({ path: require.resolve('adaptivecards/dist/adaptivecards.css') });
  await page.addScriptTag({ path: require.resolve('adaptivecards/dist/adaptivecards.js') });
  await page.addScriptTag({ path: require.resolve('markdown-it/dist/markdown-it.js') });
  await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  const config = readFileSync(join(root, `bot/local/host-config/teams-${theme}.json`), 'utf8');
  await page.addScriptTag({ content: `window.hostConfig = ${config}; window.draw = ${drawInPage};` });
  return page;
}

/** Draws the card in the place of the one before; answers what the parser and the validation of `adaptivecards` had to say. */
export const draw = (page: Page, card: unknown): Promise<readonly string[]> =>
  page.evaluate<string[]>(`draw(${JSON.stringify(card)})`);

/**
 * Presses every row that opens, and every button that shows more of the card. Other buttons are left alone: that of the overflow menu
 * lays a sheet over the whole page, behind which nothing can be pressed or audited.
 */
export const openRows = (page: Page): Promise<void> =>
  page.evaluate<undefined>(
    `document.querySelectorAll('#card [role="button"].ac-selectable:not(.ac-pushButton:not(.expandable))').forEach((row) => row.click())`,
  );

/** Those that apply to a part of a page. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core finds, as "rule: element". */
export function accessibilityFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`axe
    .run('#card', { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`);
}

/** Elements that stick out of the card, and buttons that are cut: their words stand in an element of their own, which hides what does not fit. */
export const stickingOut = (page: Page): Promise<readonly string[]> =>
  page.evaluate<string[]>(`(() => {
    const edge = document.getElementById('card').getBoundingClientRect().right + 0.5;
    return [...document.querySelectorAll('#card *')]
      .filter((each) => each.getBoundingClientRect().right > edge || (each.closest('button') !== null && each.scrollWidth > each.clientWidth + 1))
      .map((each) => each.outerHTML.slice(0, 120));
  })()`);

/** The text that stands on the card, hidden parts included, as a person would read it. */
export const readBack = (page: Page): Promise<string> =>
  page.evaluate<string>(`document.getElementById('card').textContent`);

/** A picture for people to look at, in `.screenshots/`, which git ignores. */
export async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(join(root, '.screenshots'), { recursive: true });
  await page.screenshot({ path: join(root, `.screenshots/${name}.png`), fullPage: true });
}

const BACKGROUNDS: Readonly<Record<Theme, readonly [string, string]>> = {
  light: ['#f0f0f0', '#ffffff'],
  dark: ['#1f1f1f', '#2d2c2c'],
  contrast: ['#000000', '#000000'],
};

/** The words and the frame of a button, near to those of Teams; the package's own are white in every theme. */
const BUTTONS: Readonly<Record<Theme, readonly [string, string]>> = {
  light: ['#5b5fc7', '#b5b6e3'],
  dark: ['#ffffff', '#6e6fbb'],
  contrast: ['#ffffff', '#ffffff'],
};

/** Open Sans stands in for Segoe UI: it is wider, so what fits here fits there. */
const frame = (
  theme: Theme,
  width: number,
): string => `<!doctype html><html lang="en"><head><title>A card</title><style>
  @font-face { font-family: 'Segoe UI'; src: local('Open Sans Regular'), local('Open Sans'); font-weight: 400 }
  @font-face { font-family: 'Segoe UI'; src: local('Open Sans SemiBold'), local('Open Sans Semibold'); font-weight: 600 }
  body { margin: 16px; background: ${BACKGROUNDS[theme][0]} }
  #card { width: ${width}px; background: ${BACKGROUNDS[theme][1]}; border-radius: 4px; overflow: visible }
  #card .ac-pushButton { padding: 6px 12px; border: 2px solid ${BUTTONS[theme][1]}; border-radius: 4px; background: none; color: ${BUTTONS[theme][0]}; font: 600 14px 'Segoe UI' }
</style></head><body><main id="card"></main></body></html>`;

/** Runs in the page. */
const drawInPage = `(card) => {
  const { AdaptiveCard, HostConfig, SerializationContext, Versions } = AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownit().render(text);
    result.didProcess = true;
  };
  AdaptiveCards.CardElement.langProperty.regEx.lastIndex = 0; // the package refuses every second card's language otherwise
  const drawn = new AdaptiveCard();
  drawn.hostConfig = new HostConfig(hostConfig);
  const context = new SerializationContext(Versions.v1_5);
  drawn.parse(card, context);
  const place = document.getElementById('card');
  document.body.replaceChildren(place); // without the menu that the card before had open
  place.replaceChildren(drawn.render());
  const parsed = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...parsed, ...drawn.validateProperties().validationEvents.map(({ message }) => message)];
}`;
