/** The client of the API, typed by its document: for the command line and for tests. */
import createClient, { type Client } from 'openapi-fetch';
import { z } from 'zod';

import { faultCode } from '../fault';
import { streamedEvents } from './event-stream';
import { type components, type paths } from './openapi';
import { type FormFile, uploadForm } from './upload-form';

type Schemas = components['schemas'];

export interface ApiClient extends Client<paths> {
  /** Where the bot is. */
  readonly server: string;
}

export interface ApiAccess {
  /** Where the bot is, without a slash at its end, such as `https://triage.example.com`. */
  readonly server: string;
  /** An API key, or a token. */
  readonly credential: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Its calls reject with a ServerRefusal where the server cannot be reached. */
export const createApiClient = ({ server, credential, fetch: given = fetch }: ApiAccess): ApiClient => ({
  ...createClient<paths>({
    baseUrl: `${server}/api/v1`,
    headers: { authorization: `Bearer ${credential}` },
    fetch: async (request) => {
      try {
        return await given(request);
      } catch (error) {
        throw unreachable(server, error);
      }
    },
  }),
  server,
});

/** One sentence of why a server did not do what it was asked for. */
export class ServerRefusal extends Error {}

const problem = z.object({ detail: z.string() });

/** `body`: what came with a status of 400 or more. */
export function serverRefusal({ server }: ApiClient, status: number, body: unknown): ServerRefusal {
  const said = problem.safeParse(body).data?.detail;
  return new ServerRefusal(
    said === undefined
      ? `${server} answered ${status} and is no bot with this API: check the address.`
      : `${server} answered: ${said}`,
  );
}

function unreachable(server: string, error: unknown): unknown {
  if (!(error instanceof TypeError)) return error;
  // What fetch rejects with has its cause inside.
  return new ServerRefusal(
    `${server} could not be reached (${faultCode(error.cause) ?? 'no answer'}): check the address, and whether the bot runs.`,
  );
}

/** Sends files in one request, and settles when they are in the case. Rejects with a ServerRefusal, and with what the files reject with. */
export async function uploadFiles(
  client: ApiClient,
  id: string,
  files: readonly FormFile[],
  onProgress: (progress: Schemas['Progress']) => void,
): Promise<Schemas['UploadResult']> {
  const form = uploadForm(files);
  const { data, error, response } = await client.POST('/cases/{case}/uploads', {
    params: { path: { case: id } },
    headers: { accept: 'text/event-stream', 'content-type': form.contentType },
    body: '',
    bodySerializer: () => form.body,
    parseAs: 'stream',
    // A request whose body is a stream is sent half at a time (Fetch standard).
    duplex: 'half',
  });
  if (data == null) throw serverRefusal(client, response.status, jsonOf(error));
  // The type of the body does not say that it can be iterated, which Node promises.
  for await (const event of streamedEvents(data as unknown as AsyncIterable<Uint8Array>)) {
    const body: unknown = JSON.parse(event.data);
    // The document says what each event has.
    if (event.name === 'progress') onProgress(body as Schemas['Progress']);
    if (event.name === 'diagnosis') return body as Schemas['UploadResult'];
    if (event.name === 'problem') throw serverRefusal(client, 500, body);
  }
  throw new ServerRefusal(`${client.server} ended before its answer: ask again, with --case it is known what came.`);
}

/** Where a stream is expected, a problem comes as text. */
function jsonOf(error: unknown): unknown {
  try {
    return typeof error === 'string' ? (JSON.parse(error) as unknown) : error;
  } catch {
    return error;
  }
}
