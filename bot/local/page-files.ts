/** The files of the page: our own, and those of the card renderer, each by the path under which it is served. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface PageFile {
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** `project` is the folder of the package, `bundles` that of the bundled page script. */
export async function pageFile(path: string, project: string, bundles: string): Promise<PageFile | null> {
  const file = FILES[path];
  if (file === undefined) return null;
  const folder = file.from === 'bundles' ? bundles : project;
  return { contentType: file.contentType, bytes: await readFile(join(folder, file.path)) };
}

interface ServedFile {
  readonly from: 'project' | 'bundles';
  readonly path: string;
  readonly contentType: string;
}

const page = (path: string, contentType: string): ServedFile => ({
  from: 'project',
  path: `bot/local/${path}`,
  contentType,
});
const JSON_TYPE = 'application/json';
const CSS_TYPE = 'text/css; charset=utf-8';

const FILES: Readonly<Record<string, ServedFile>> = {
  '/chat': page('page/index.html', 'text/html; charset=utf-8'),
  '/chat/': page('page/index.html', 'text/html; charset=utf-8'),
  '/chat/page.css': page('page/page.css', CSS_TYPE),
  '/chat/icon.svg': page('page/icon.svg', 'image/svg+xml'),
  '/chat/page.js': { from: 'bundles', path: 'chat-page.js', contentType: 'text/javascript; charset=utf-8' },
  '/chat/adaptivecards.css': {
    from: 'project',
    path: 'node_modules/adaptivecards/dist/adaptivecards.css',
    contentType: CSS_TYPE,
  },
  '/chat/host-config/light.json': page('host-config/teams-light.json', JSON_TYPE),
  '/chat/host-config/dark.json': page('host-config/teams-dark.json', JSON_TYPE),
  '/chat/host-config/contrast.json': page('host-config/teams-contrast.json', JSON_TYPE),
};
