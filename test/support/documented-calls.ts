/** A `fetch` that holds every call and every answer against an OpenAPI document: what the document does not say is a fault, whoever answers. */
import { type ErrorObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
}
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly object[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, object>>;
}
interface RequestBody {
  readonly required?: boolean;
  readonly content: Readonly<Record<string, object>>;
}
interface Header {
  readonly required?: boolean;
}
interface DocumentedResponse {
  readonly headers?: Readonly<Record<string, object>>;
  readonly content?: Readonly<Record<string, object>>;
}
type PathItem = Readonly<Record<string, Operation>> & { readonly parameters?: readonly object[] };

export interface DocumentedCalls {
  readonly fetch: (request: Request) => Promise<Response>;
  /** The operations that were called, in order, each with the status that was answered. */
  readonly called: readonly string[];
  /** What did not agree with the document. A test ends with `[]`. */
  readonly faults: readonly string[];
}

/**
 * `base`: what stands before the paths of the document; the whole address where the document has only `/`. `provoking`: a request that is not as the
 * document says is no fault where it is refused.
 */
export function documentedCalls(file: string, base: string, provoking = false): DocumentedCalls {
  const document = parse(readFileSync(join(process.cwd(), file), 'utf8')) as {
    readonly paths: Readonly<Record<string, PathItem>>;
  };
  const strict = new Ajv2020({ strict: false, allErrors: true });
  // Parameters come as text, whatever they are.
  const coercing = new Ajv2020({ strict: false, allErrors: true, coerceTypes: true });
  for (const ajv of [strict, coercing]) {
    addFormats(ajv);
    ajv.addSchema({ $id: 'document', ...document });
  }
  const called: string[] = [];
  const faults: string[] = [];

  const compiled = (ajv: Ajv2020, pointer: string): ValidateFunction => ajv.compile({ $ref: `document#/${pointer}` });
  const pointerOf = (...parts: readonly string[]): string =>
    parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  /** Where the object at a pointer really stands: one reference is followed. */
  const resolved = (pointer: string, value: object): { readonly pointer: string; readonly value: object } => {
    if (!('$ref' in value) || typeof value.$ref !== 'string') return { pointer, value };
    const parts = value.$ref.slice(2).split('/');
    const found = parts.reduce<unknown>((at, part) => (at as Readonly<Record<string, unknown>>)[part], document);
    return { pointer: pointerOf(...parts), value: found as object };
  };
  const fault = (where: string, errors: readonly ErrorObject[] | null | undefined): void => {
    faults.push(`${where}: ${strict.errorsText(errors as ErrorObject[])}`);
  };

  const found = (request: Request): { readonly path: string; readonly values: Record<string, string> } | null => {
    const { pathname, origin } = new URL(request.url);
    const prefix = new URL(base);
    if (origin !== prefix.origin) return null;
    const rest = pathname.slice(prefix.pathname === '/' ? 0 : prefix.pathname.length) || '/';
    for (const path of Object.keys(document.paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      const match = new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(rest);
      if (match === null) continue;
      return { path, values: Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(match[at + 1]!)])) };
    }
    return null;
  };

  return {
    called,
    faults,
    fetch: async (request) => {
      const wrong: string[] = [];
      const wrongly = (where: string, errors: ValidateFunction['errors']): void => {
        wrong.push(`${where}: ${strict.errorsText(errors)}`);
      };
      const at = found(request);
      const method = request.method.toLowerCase();
      const operation = at === null ? undefined : document.paths[at.path]![method];
      if (at === null || operation === undefined)
        throw new Error(`${request.method} ${request.url} is not documented.`);
      const item = ['paths', at.path];
      const parameters = [
        ...(document.paths[at.path]!.parameters ?? []).map((each, index) =>
          resolved(pointerOf(...item, 'parameters', String(index)), each),
        ),
        ...(operation.parameters ?? []).map((each, index) =>
          resolved(pointerOf(...item, method, 'parameters', String(index)), each),
        ),
      ];
      const query = new URL(request.url).searchParams;
      const unknown = new Set(query.keys());
      for (const { pointer, value } of parameters) {
        const { name, in: place, required } = value as Parameter;
        const given =
          place === 'path'
            ? (at.values[name] ?? null)
            : place === 'query'
              ? query.get(name)
              : request.headers.get(name);
        unknown.delete(name);
        if (given === null) {
          if (required === true) wrong.push(`${operation.operationId}: ${name} is missing`);
          continue;
        }
        const check = compiled(coercing, `${pointer}/schema`);
        // Ajv coerces what stands in an object only.
        const boxed = coercing.compile({ type: 'object', properties: { given: check.schema as object } });
        if (!boxed({ given })) wrongly(`${operation.operationId} ${name}`, boxed.errors);
      }
      for (const name of unknown) wrong.push(`${operation.operationId}: ${name} is not documented`);
      if (operation.requestBody !== undefined) {
        const { pointer, value } = resolved(pointerOf(...item, method, 'requestBody'), operation.requestBody);
        const { required = false, content } = value as RequestBody;
        const type = typeOf(request.headers);
        if (type === null && required) wrong.push(`${operation.operationId}: the body is missing`);
        if (type !== null && !(type in content)) wrong.push(`${operation.operationId}: the body is sent as ${type}`);
        if (type === 'application/json' && type in content) {
          const check = compiled(strict, `${pointer}/content/${pointerOf(type)}/schema`);
          if (!check(await request.clone().json())) wrongly(`${operation.operationId} body`, check.errors);
        }
      }
      const response = await fetch(request);
      if (!provoking || response.status < 400) faults.push(...wrong);
      called.push(`${operation.operationId} ${response.status}`);
      const responses = operation.responses;
      const status = [String(response.status), `${String(response.status)[0]}XX`, 'default'].find(
        (each) => each in responses,
      );
      // Every service may be away; a document does not list that.
      if (status === undefined) {
        if (response.status < 500) faults.push(`${operation.operationId}: ${response.status} is not documented`);
        return response;
      }
      const { pointer, value } = resolved(pointerOf(...item, method, 'responses', status), responses[status]!);
      const { headers = {}, content = {} } = value as DocumentedResponse;
      for (const [name, header] of Object.entries(headers)) {
        const { required } = resolved('', header).value as Header;
        if (required === true && !response.headers.has(name)) {
          faults.push(`${operation.operationId} ${status}: the header ${name} is missing`);
        }
      }
      const type = typeOf(response.headers);
      if (type === null || !(type in content)) {
        // A body that is not documented is none.
        const isEmpty = type === null && (!provoking || Object.keys(content).length === 0);
        if (!isEmpty) faults.push(`${operation.operationId} ${status}: ${type ?? 'no body'} is not documented`);
      } else if (/[/+]json$/.test(type)) {
        const check = compiled(strict, `${pointer}/content/${pointerOf(type)}/schema`);
        if (!check(await response.clone().json())) fault(`${operation.operationId} ${status}`, check.errors);
      }
      return response;
    },
  };
}

/** Without its parameters; null where there is no body. */
const typeOf = (headers: Headers): string | null => headers.get('content-type')?.split(';', 1)[0]?.trim() ?? null;
