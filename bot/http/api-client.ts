/** The client of the API, typed by its document: for the command line and for tests. */
import createClient, { type Client } from 'openapi-fetch';

import { type paths } from './openapi';

export type ApiClient = Client<paths>;

export interface ApiAccess {
  /** Where the bot is, such as `https://triage.example.com`. */
  readonly server: string;
  /** An API key, or a token. */
  readonly credential: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

export const createApiClient = ({ server, credential, fetch: given }: ApiAccess): ApiClient =>
  createClient<paths>({
    baseUrl: `${server.replace(/\/+$/, '')}/api/v1`,
    headers: { authorization: `Bearer ${credential}` },
    ...(given === undefined ? {} : { fetch: given }),
  });
