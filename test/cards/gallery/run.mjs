/** Draws the gallery: `npm run cards`. The program is bundled by esbuild into `.build/cards/` and prints where the page is. */
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const program = join(root, '.build/cards/gallery.cjs');
await build({
  absWorkingDir: root,
  entryPoints: [join(here, 'gallery.ts')],
  outfile: program,
  bundle: true,
  logLevel: 'warning',
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
});
process.exit(spawnSync(process.execPath, [program], { cwd: root, stdio: 'inherit' }).status ?? 1);
