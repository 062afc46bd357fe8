/** The page at `/api/v1/docs` that shows the document of the API and tries it out: all of it comes from this bot, and nothing of it from elsewhere. */
import { readFile } from 'node:fs/promises';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';

interface ServedFile {
  /** Below the folder of the package. */
  readonly path: string;
  readonly contentType: string;
}

const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';
const SWAGGER = 'node_modules/swagger-ui-dist';

const FILES: Readonly<Record<string, ServedFile>> = {
  '/api/v1/docs': { path: 'bot/http/docs-page/index.html', contentType: HTML },
  '/api/v1/docs/': { path: 'bot/http/docs-page/index.html', contentType: HTML },
  '/api/v1/docs/page.js': { path: 'bot/http/docs-page/page.js', contentType: SCRIPT },
  '/api/v1/docs/page.css': { path: 'bot/http/docs-page/page.css', contentType: STYLE },
  '/api/v1/docs/icon.svg': { path: 'bot/local/page/icon.svg', contentType: 'image/svg+xml' },
  '/api/v1/docs/swagger-ui-bundle.js': { path: `${SWAGGER}/swagger-ui-bundle.js`, contentType: SCRIPT },
  '/api/v1/docs/swagger-ui.css': { path: `${SWAGGER}/swagger-ui.css`, contentType: STYLE },
  '/api/v1/openapi.yaml': { path: 'bot/http/openapi.yaml', contentType: 'application/yaml; charset=utf-8' },
};

/**
 * Swagger UI draws icons as data addresses; scripts and answers come from here alone, so that a key that is typed in can go nowhere else. It is
 * shown in no frame, and posts no form.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Answers a request for the page or the document, which need no credential: they say nothing that is not in the package. False where the
 * request is for something else. `project` is the folder of the package. Rejects where a file cannot be read.
 */
export async function answerDocs(
  request: IncomingMessage,
  response: ServerResponse,
  project: string,
): Promise<boolean> {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const file = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
  if (file === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
  const bytes = await readFile(join(project, file.path));
  response.writeHead(200, {
    'content-type': file.contentType,
    'content-length': String(bytes.byteLength),
    'content-security-policy': POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
  return true;
}
