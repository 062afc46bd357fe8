/**
 * Writes the types of every `openapi.yaml` and `*.openapi.yaml` of the bot beside it; with `--check` it writes nothing and fails where one is stale. The
 * command line of openapi-typescript checks one document only: of several it ends with success at the first that is fresh.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const DOCUMENT = /(?:^|[./\\])openapi\.yaml$/;

const check = process.argv.includes('--check');
const documents = readdirSync(join(root, 'bot'), { recursive: true, encoding: 'utf8' })
  .filter((name) => DOCUMENT.test(name))
  .sort()
  .map((name) => join(root, 'bot', name));

if (documents.length === 0) throw new Error('There is no openapi.yaml below bot/.');
for (const path of documents) {
  const output = path.replace(/\.yaml$/, '.d.ts');
  const types = `${COMMENT_HEADER}${astToString(await openapiTS(pathToFileURL(path), { immutable: true }))}`;
  if (!check) writeFileSync(output, types);
  else if (types !== written(output)) {
    process.stderr.write(`${relative(root, output)} is not what its document says: run npm run openapi.\n`);
    process.exitCode = 1;
  }
}

function written(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
