/** The document of the API as the server reads it: each operation with what its requests are held against. */
import { type ErrorObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

import { RefusedError } from '../refused-error';
import { SCOPES, type Scope } from './caller';

/** What stands before the paths of the document. */
export const API_BASE = '/api/v1';
const METHODS = ['get', 'put', 'post', 'delete'] as const;
export type Method = (typeof METHODS)[number];
type Place = 'path' | 'query' | 'header';

export interface Operation {
  readonly id: string;
  readonly method: Method;
  /** As the document has it, such as `/cases/{case}`. */
  readonly path: string;
  /** null where any caller may. */
  readonly scope: Scope | null;
  /** The forms of its answer; the first is that of whoever likes all. Empty where it has no body. */
  readonly answers: readonly string[];
  /** What its body may be; empty where it takes none. */
  readonly takes: readonly string[];
  readonly isBodyRequired: boolean;
  /** The parameters with their defaults, as their schemas have them; rejects with `bad-request`. */
  readonly parameters: (given: GivenParameters) => Readonly<Record<Place, Readonly<Record<string, unknown>>>>;
  /** Rejects with `bad-request` where a body in JSON is not as it should be. */
  readonly checkBody: (body: unknown) => void;
}

export interface GivenParameters {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** By lower-case name. */
  readonly header: Readonly<Record<string, string | string[] | undefined>>;
}

const referenced = z.object({ $ref: z.string().optional() });
const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().default(false),
});
const content = z.record(z.string(), z.unknown());
const operation = z.object({
  operationId: z.string(),
  security: z.tuple([z.object({ bearer: z.array(z.enum(SCOPES)).max(1) })]),
  parameters: z.array(z.unknown()).default([]),
  requestBody: z.object({ required: z.boolean().default(false), content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional() })),
});
const documented = z.object({
  paths: z.record(z.string(), z.looseObject({ parameters: z.array(z.unknown()).default([]) })),
});

/** `project`: the folder of the package. Throws where the document is not one that this can serve. */
export function readApiDocument(project: string): readonly Operation[] {
  const document: unknown = parse(readFileSync(join(project, 'bot/http/openapi.yaml'), 'utf8'));
  const { paths } = documented.parse(document);
  const ajvs = { strict: ajvOf(document, false), coercing: ajvOf(document, true) };
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const found = item[method];
      if (found === undefined) return [];
      const shared = item.parameters.map((each, index) =>
        placed(document, pointer('paths', path, 'parameters', index), each),
      );
      return [operationOf(document, ajvs, { path, method, shared, found })];
    }),
  );
}

interface PlacedParameter extends z.output<typeof parameter> {
  /** Where its schema stands in the document. */
  readonly pointer: string;
}

function ajvOf(document: unknown, coercing: boolean): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, useDefaults: true, coerceTypes: coercing });
  addFormats(ajv);
  ajv.addSchema({ $id: 'api', ...z.looseObject({}).parse(document) });
  return ajv;
}

function operationOf(
  document: unknown,
  { strict, coercing }: { readonly strict: Ajv2020; readonly coercing: Ajv2020 },
  { path, method, shared, found }: { path: string; method: Method; shared: readonly PlacedParameter[]; found: unknown },
): Operation {
  const read = operation.parse(resolvedResponses(document, found));
  const own = read.parameters.map((each, index) =>
    placed(document, pointer('paths', path, method, 'parameters', index), each),
  );
  const all = [...shared, ...own];
  const checks = Object.fromEntries(
    (['path', 'query', 'header'] as const).map((place) => [
      place,
      checkOf(
        coercing,
        all.filter((each) => each.in === place),
      ),
    ]),
  ) as Record<Place, ValidateFunction>; // fromEntries forgets the names
  const takes = Object.keys(read.requestBody?.content ?? {});
  const body = takes.includes('application/json')
    ? strict.compile({
        $ref: `api#/${pointer('paths', path, method, 'requestBody', 'content', 'application/json', 'schema')}`,
      })
    : null;
  const success = Object.entries(read.responses).find(([status]) => status.startsWith('2'))?.[1];
  return {
    id: read.operationId,
    method,
    path,
    scope: read.security[0].bearer[0] ?? null,
    answers: Object.keys(success?.content ?? {}),
    takes,
    isBodyRequired: read.requestBody?.required ?? false,
    parameters: (given) => {
      const values = valuesOf(all, given);
      for (const place of ['path', 'query', 'header'] as const) {
        if (!checks[place](values[place])) throw unlike(place, checks[place].errors);
      }
      return values;
    },
    checkBody: (value) => {
      if (body !== null && !body(value)) throw unlike('body', body.errors);
    },
  };
}

function valuesOf(parameters: readonly PlacedParameter[], { path, query, header }: GivenParameters) {
  const of = (place: Place, value: (name: string) => string | undefined): Record<string, unknown> =>
    Object.fromEntries(
      parameters
        .filter((each) => each.in === place)
        .map(({ name }) => [name, value(name)] as const)
        .filter(([, found]) => found !== undefined),
    );
  const known = new Set(parameters.filter((each) => each.in === 'query').map(({ name }) => name));
  for (const name of query.keys()) {
    if (!known.has(name)) throw refused(`There is no parameter ${shown(name)} here${knownOnes(known)}`);
    if (query.getAll(name).length > 1) throw refused(`The parameter ${name} stands twice: send it once.`);
  }
  return {
    path: of('path', (name) => path[name]),
    query: of('query', (name) => query.get(name) ?? undefined),
    header: of('header', (name) => {
      const value = header[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : value;
    }),
  };
}

const knownOnes = (known: ReadonlySet<string>): string =>
  known.size === 0 ? ': leave it out.' : `; there ${known.size === 1 ? 'is' : 'are'} ${[...known].join(', ')}.`;

const checkOf = (ajv: Ajv2020, parameters: readonly PlacedParameter[]): ValidateFunction =>
  ajv.compile({
    type: 'object',
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(
      parameters.map(({ name, pointer: at }) => [name, withDefault(ajv, `api#/${at}/schema`)]),
    ),
  });

/** ajv sets a default only where it stands in the very property. */
function withDefault(ajv: Ajv2020, reference: string): object {
  const { default: value } = z
    .object({ default: z.unknown().optional() })
    .parse(ajv.getSchema(reference)?.schema ?? {});
  return { $ref: reference, ...(value === undefined ? {} : { default: value }) };
}

/** Where a parameter really stands: one reference is followed. */
function placed(document: unknown, at: string, value: unknown): PlacedParameter {
  const { $ref } = referenced.parse(value);
  if ($ref === undefined) return { ...parameter.parse(value), pointer: at };
  const parts = $ref.slice('#/'.length).split('/');
  return { ...parameter.parse(valueAt(document, parts)), pointer: pointer(...parts) };
}

function resolvedResponses(document: unknown, found: unknown): unknown {
  const { responses, ...rest } = z.looseObject({ responses: z.record(z.string(), z.unknown()) }).parse(found);
  const resolved = Object.entries(responses).map(([status, value]) => {
    const { $ref } = referenced.parse(value);
    return [status, $ref === undefined ? value : valueAt(document, $ref.slice('#/'.length).split('/'))];
  });
  return { ...rest, responses: Object.fromEntries(resolved) as unknown };
}

const valueAt = (document: unknown, parts: readonly string[]): unknown =>
  parts.reduce((at, part) => z.record(z.string(), z.unknown()).parse(at)[part], document);

const pointer = (...parts: readonly (string | number)[]): string =>
  parts.map((part) => encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

const PLACES = { path: 'the address', query: 'the query', header: 'the headers', body: 'the body' } as const;

function unlike(place: keyof typeof PLACES, errors: ValidateFunction['errors']): RefusedError {
  const [first] = errors ?? [];
  return refused(`In ${PLACES[place]}, ${faultOf(first)}: see the document of the API.`);
}

function faultOf(error: ErrorObject | undefined): string {
  if (error === undefined) return 'something is not as it should be';
  const where = error.instancePath.slice(1).replaceAll('/', '.');
  const more = z.object({ additionalProperty: z.string() }).safeParse(error.params).data?.additionalProperty;
  const message = `${error.message ?? 'is not as it should be'}${more === undefined ? '' : ` (${shown(more)})`}`;
  return where === '' ? `it ${message}` : `${shown(where)} ${message}`;
}

/** Long enough to recognise one's own word. */
const MAX_ECHOED_CHARACTERS = 60;
const shown = (text: string): string => text.replace(/\p{C}/gu, '').slice(0, MAX_ECHOED_CHARACTERS);

const refused = (sentence: string): RefusedError => new RefusedError('bad-request', sentence);
