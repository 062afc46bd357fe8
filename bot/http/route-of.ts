/** Which operation of the document a request asks for, and the refusal where it is none. */
import { RefusedError } from '../refused-error';
import { type Operation } from './api-document';

/** What an address counts as that the document does not have. */
export const UNDOCUMENTED = 'none';

/** What a request asks for; `headers` belong to the refusal. */
export type Routed =
  | { readonly operation: string }
  | { readonly refused: RefusedError; readonly headers?: Readonly<Record<string, string>> };

/** `path` is that below the base of the API, as it was sent. */
export function routeOf(operations: readonly Operation[], method: string, path: string): Routed {
  if (IS_DOCS.test(path) && isReading(method)) return { operation: UNDOCUMENTED };
  const here = operations.filter((operation) => patternOf(operation).test(path));
  if (here.length === 0) {
    return { refused: noSuchPath() };
  }
  if (!isEncodedWell(path)) return { refused: new RefusedError('bad-request', BADLY_ENCODED) };
  const allowed = here.flatMap((each) => (each.method === 'get' ? ['GET', 'HEAD'] : [each.method.toUpperCase()]));
  const operation = here.find((each) => each.method.toUpperCase() === (method === 'HEAD' ? 'GET' : method));
  if (operation !== undefined) return { operation: operation.id };
  const refused = new RefusedError(
    'no-such-method',
    `This address takes ${allowed.join(', ')}: see the document of the API.`,
  );
  return { refused, headers: { allow: allowed.join(', ') } };
}

const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD';

export const noSuchPath = (): RefusedError =>
  new RefusedError('no-such-path', 'There is no such address: see the document of the API at /api/v1/docs.');

/** The page of the document, the document, and what the page loads. */
const IS_DOCS = /^\/(?:docs(?:\/.*)?|openapi\.yaml)$/;

const BADLY_ENCODED = 'The address is not encoded well: write %25 for a percent sign, as in /explain/%25%258222.';

const patternOf = ({ path }: Operation): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);

function isEncodedWell(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
