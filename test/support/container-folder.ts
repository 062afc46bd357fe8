/**
 * What the container has in it, put together without a builder of containers: the paths that the last stage of the container file copies, with the
 * packages that are no development packages, all of it the property of whoever runs the tests.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';

import { bundleBot } from './bot-bundles';

const root = join(__dirname, '../..');
export const CONTAINER_FILE = join(root, '.container/Containerfile');

export interface ContainerFolder {
  /** `/app` of the container. */
  readonly app: string;
  readonly remove: () => void;
}

/** How each path that the container file copies is made here. */
const PARTS: Readonly<Record<string, (app: string) => void>> = {
  'package.json': (app) => cpSync(join(root, 'package.json'), join(app, 'package.json')),
  node_modules: (app) => {
    for (const path of productionPackages()) linkFolder(realpathSync(join(root, path)), join(app, path));
  },
  '.build': (app) => {
    const bundles = bundleBot(['main', 'worker', 'page', 'status']);
    cpSync(bundles.folder, join(app, '.build'), { recursive: true });
    bundles.remove();
  },
  bot: (app) =>
    cpSync(join(root, 'bot'), join(app, 'bot'), { recursive: true, filter: (path) => !path.endsWith('.ts') }),
};

/** Throws where the container file copies something that is not known here. */
export function containerFolder(): ContainerFolder {
  const app = mkdtempSync(join(tmpdir(), 'tunnel-triage-app-'));
  execFileSync('chmod', ['755', app]);
  for (const path of copiedPaths()) {
    const make = PARTS[path];
    if (make === undefined) throw new Error(`The container file copies ${path}, which this test does not know.`);
    make(app);
  }
  return { app, remove: () => rmSync(app, { recursive: true, force: true }) };
}

const copiedPaths = (): readonly string[] =>
  [...readFileSync(CONTAINER_FILE, 'utf8').matchAll(/^COPY --from=build \/app\/(\S+) /gm)].map(([, path = '']) => path);

const lock = z.object({
  packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional(), devOptional: z.boolean().optional() })),
});

/** As `npm prune --omit=dev` leaves them, by the lock file. */
function productionPackages(): readonly string[] {
  const { packages } = lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true)
    .map(([path]) => path)
    .filter((path) => path.lastIndexOf('node_modules/') === 0 && existsSync(join(root, path)));
}

/** Hard links where both lie on one file system: hundreds of megabytes are copied otherwise. */
function linkFolder(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'pipe' });
  } catch {
    execFileSync('cp', ['-a', from, dirname(to)], { stdio: 'pipe' });
  }
}
