/** The page of the gallery: a list of the cards, and below it each with its pictures side by side. */

/** One picture. */
export interface Sight {
  /** The function that makes the card. */
  readonly made: string;
  /** The name of the example. */
  readonly name: string;
  readonly theme: string;
  readonly width: number;
  /** Beside the page. */
  readonly file: string;
  /** Whether every row is open. */
  readonly opened: boolean;
}

export function galleryPage(sights: readonly Sight[]): string {
  const names = [...new Set(sights.map(({ name }) => name))];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Cards of Tunnel Triage</title><style>
  body { font: 16px/1.5 sans-serif; margin: 24px; background: #fff; color: #111 }
  nav a { margin-right: 12px }
  .row { display: flex; gap: 12px; align-items: flex-start; overflow-x: auto }
  figure { margin: 0 }
  figcaption { font-size: 13px }
</style></head><body><h1>Cards of Tunnel Triage</h1>
<nav aria-label="Cards">${names.map((name) => `<a href="#${name}">${name}</a>`).join('')}</nav>
${names.map((name) => section(sights.filter((sight) => sight.name === name))).join('\n')}
</body></html>\n`;
}

function section(sights: readonly Sight[]): string {
  const [first] = sights;
  if (first === undefined) return '';
  const rows = [false, true].map((opened) => sights.filter((sight) => sight.opened === opened));
  return `<section id="${first.name}"><h2>${first.name} <small>${first.made}</small></h2>${rows.map(row).join('')}</section>`;
}

const row = (sights: readonly Sight[]): string =>
  sights.length === 0
    ? ''
    : `<div class="row" tabindex="0" role="group" aria-label="Pictures">${sights.map(figure).join('')}</div>`;

const figure = ({ name, theme, width, file, opened }: Sight): string => {
  const said = `${theme}, ${width} pixels${opened ? ', opened' : ''}`;
  return `<figure><figcaption>${said}</figcaption><img loading="lazy" src="${file}" alt="${name}: ${said}"></figure>`;
};
