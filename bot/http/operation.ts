/** The types between the document and the handlers: what a handler of an operation is given, and what it may answer. */
import { type Request } from 'restify';

import { type Caller } from './caller';
import { type operations } from './openapi';

export type OperationId = keyof operations;

type NothingGiven = Readonly<Record<string, never>>;

/** What stands nowhere is an empty object. */
type Given<Parameters> = [NonNullable<Parameters>] extends [never] ? NothingGiven : NonNullable<Parameters>;

type ContentOf<Value> = Value extends { readonly content: infer Content } ? Content : never;

/** Of a body in JSON; a handler of anything else reads the request itself. */
type JsonBody<Id extends OperationId> = operations[Id] extends { readonly requestBody?: infer Body }
  ? [NonNullable<Body>] extends [never]
    ? undefined
    : ContentOf<NonNullable<Body>> extends { readonly 'application/json': infer Json }
      ? Json | IfOptional<Id>
      : undefined
  : undefined;

/** A body may be left out where the document does not require it. */
type IfOptional<Id extends OperationId> = operations[Id] extends { readonly requestBody: unknown } ? never : undefined;

/** A request that the document allows, of a caller who may send it. */
export interface Call<Id extends OperationId> {
  readonly caller: Caller;
  readonly path: Given<operations[Id]['parameters']['path']>;
  readonly query: Given<operations[Id]['parameters']['query']>;
  readonly header: Given<operations[Id]['parameters']['header']>;
  readonly body: JsonBody<Id>;
  /** The form of the answer that the caller likes best. */
  readonly accepted: string;
  readonly request: Request;
}

/** Sends one event of a stream. */
export type Emit = (event: string, data: unknown) => void;

type Contents<Response> = [ContentOf<Response>] extends [never]
  ? { readonly type?: undefined; readonly body?: undefined }
  : {
      readonly [Type in keyof ContentOf<Response>]: {
        readonly type: Type;
        /** Of a stream what sends its events, of which the last one is sent when it settles. */
        readonly body: Type extends 'text/event-stream' ? (emit: Emit) => Promise<void> : ContentOf<Response>[Type];
      };
    }[keyof ContentOf<Response>];

type Succeeding = 200 | 201 | 204 | 304;

/** Everything that is no success is thrown: `problemOf` says which status a refusal has. */
export type Reply<Id extends OperationId> = {
  readonly [Status in keyof operations[Id]['responses'] & Succeeding]: {
    readonly status: Status;
    readonly headers?: Readonly<Record<string, string>>;
  } & Contents<operations[Id]['responses'][Status]>;
}[keyof operations[Id]['responses'] & Succeeding];

/** One for each operation of the document: a missing or a misnamed one does not compile. */
export type Handlers = { readonly [Id in OperationId]: (call: Call<Id>) => Promise<Reply<Id>> };
