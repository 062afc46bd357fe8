/** `npm run new -- command|step|card NAME`: writes a skeleton that compiles, and says what is to be filled in. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { faultCode } from '../fault';
import { applied } from './skeleton';
import { skeletonOf } from './skeleton-of';

/** The bundle that this becomes a part of lies in a folder of the root. */
const ROOT = join(__dirname, '..');

const skeleton = skeletonOf(process.argv[2], process.argv[3]);
const changes = 'fault' in skeleton ? skeleton : applied(skeleton, read);
if ('fault' in changes) {
  process.stderr.write(`${changes.fault}\n`);
  process.exitCode = 2;
} else {
  for (const [path, text] of changes) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
  const todo = 'fault' in skeleton ? [] : skeleton.todo;
  process.stdout.write(
    `${[...[...changes.keys()].map((path) => `  ${path}`), '', ...todo.map((said, index) => `${index + 1} ${said}`)].join('\n')}\n`,
  );
}

function read(path: string): string | null {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch (fault) {
    if (faultCode(fault) === 'ENOENT') return null;
    throw fault;
  }
}
