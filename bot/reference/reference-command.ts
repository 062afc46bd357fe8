/** `npm run docs`: writes the pages of the reference; with `--check` it only says which of them are stale, and exits with 1. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { faultCode } from '../fault';
import { referencePages } from './reference-pages';

/** The bundle that this becomes a part of lies in a folder of the root. */
const FOLDER = join(__dirname, '../analyzers/reference');

const pages = referencePages();
const leftOver = pagesOnDisk().filter((place) => !pages.has(place));
const stale = [...pages].filter(([place, text]) => onDisk(place) !== text);

if (process.argv.includes('--check')) {
  const wrong = [...stale.map(([place]) => place), ...leftOver];
  if (wrong.length > 0) {
    process.stderr.write(`These pages of analyzers/reference are stale; run npm run docs: ${wrong.join(', ')}\n`);
    process.exitCode = 1;
  }
} else {
  for (const place of leftOver) rmSync(join(FOLDER, place));
  for (const [place, text] of stale) {
    mkdirSync(dirname(join(FOLDER, place)), { recursive: true });
    writeFileSync(join(FOLDER, place), text);
  }
  process.stdout.write(`${pages.size} pages, ${stale.length} written, ${leftOver.length} taken away.\n`);
}

function pagesOnDisk(): readonly string[] {
  try {
    const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
    return names.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.md'));
  } catch (fault) {
    if (faultCode(fault) === 'ENOENT') return [];
    throw fault;
  }
}

function onDisk(place: string): string | null {
  try {
    return readFileSync(join(FOLDER, place), 'utf8');
  } catch (fault) {
    if (faultCode(fault) === 'ENOENT') return null;
    throw fault;
  }
}
