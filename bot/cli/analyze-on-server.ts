/** `tunnel-triage analyze --server URL`: the files go into a case that a bot keeps, and its diagnosis is answered as if it were made here. */
import { type Diagnosis, type UploadSource } from '../../analyzers/index';
import { type ApiClient, createApiClient, serverRefusal, ServerRefusal, uploadFiles } from '../http/api-client';
import { type components } from '../http/openapi';
import { MAX_FILES_PER_MESSAGE } from '../uploads/upload-bounds';
import { type Surroundings } from './surroundings';
import { type AnalyzeSettings } from './analyze-settings';
import { diagnosisAnswer } from './diagnosis-answer';
import { readPaths } from './read-paths';
import { readRemoteCase, type RemoteCase, writeRemoteCase } from './remote-case';
import { type Answer, answer, type Misuse, misuse } from './usage';

type Settings = AnalyzeSettings & { readonly server: string };

export async function analyzeOnServer(settings: Settings, surroundings: Surroundings): Promise<Answer | Misuse> {
  const { server, case: file, paths } = settings;
  const { credential = '' } = surroundings;
  if (credential === '') {
    return misuse(
      '--server needs a key: set TUNNEL_TRIAGE_API_KEY to one that `npm run keys` of the bot has made.',
      'analyze',
    );
  }
  const earlier = file === undefined ? null : await readRemoteCase(file, server);
  if (earlier !== null && 'kind' in earlier) return earlier;
  if (paths.length === 0 && earlier === null) {
    return misuse(
      'analyze needs a file, a folder or - for standard input, as in: tunnel-triage analyze my_sas.txt',
      'analyze',
    );
  }
  const client = createApiClient({ server, credential });
  try {
    return await analyzed(client, settings, earlier, surroundings);
  } catch (error) {
    if (error instanceof ServerRefusal) return answer('', [error.message], 3);
    throw error;
  }
}

async function analyzed(
  client: ApiClient,
  settings: Settings,
  earlier: RemoteCase | null,
  surroundings: Surroundings,
): Promise<Answer> {
  const { server, case: file, paths } = settings;
  const { standardInput, onFile, terminal, now } = surroundings;
  const { uploads, complaints } = await readPaths(paths, standardInput, onFile);
  if (uploads.length === 0 && paths.length > 0) return answer('', complaints, 3);
  const id = earlier?.id ?? (await newCase(client, settings));
  try {
    const unwritten = file === undefined || earlier !== null ? null : await writeRemoteCase(file, { server, id });
    if (earlier !== null) await tellServer(client, id, settings);
    const { diagnosis, isUnreadable } =
      uploads.length === 0 ? await asItStands(client, id) : await sent(client, id, uploads, surroundings);
    const hadDiagnosis = diagnosis.uploads.some(({ readings }) => readings.length > 0);
    const complained = [...complaints, ...(unwritten === null ? [] : [unwritten])];
    const wish = { at: now, isUnreadable, hadDiagnosis };
    return diagnosisAnswer(settings, asMadeHere(diagnosis), wish, complained, terminal);
  } finally {
    // Nobody would find it again.
    if (file === undefined) await client.DELETE('/cases/{case}', { params: { path: { case: id } } });
  }
}

async function newCase(client: ApiClient, settings: Settings): Promise<string> {
  const addresses = addressesOf(settings);
  const body = addresses === null ? {} : { server: addresses };
  const { data, error, response } = await client.POST('/cases', { body });
  if (data === undefined) throw serverRefusal(client, response.status, error);
  return data.id;
}

async function tellServer(client: ApiClient, id: string, settings: Settings): Promise<void> {
  const body = addressesOf(settings);
  if (body === null) return;
  const params = { path: { case: id } };
  const { data, error, response } = await client.PUT('/cases/{case}/server', { params, body });
  if (data === undefined) throw serverRefusal(client, response.status, error);
}

const addressesOf = ({ serverIpv4, serverIpv4Second }: AnalyzeSettings) =>
  serverIpv4 === undefined
    ? null
    : { first: serverIpv4, ...(serverIpv4Second === undefined ? {} : { second: serverIpv4Second }) };

interface Answered {
  readonly diagnosis: components['schemas']['Diagnosis'];
  /** Nothing of what was given could be read. */
  readonly isUnreadable: boolean;
}

async function asItStands(client: ApiClient, id: string): Promise<Answered> {
  const params = { path: { case: id } };
  const { data, error, response } = await client.GET('/cases/{case}/diagnosis', {
    params,
    headers: { accept: 'application/json' },
  });
  if (data === undefined) throw serverRefusal(client, response.status, error);
  // The form that was asked for.
  return { diagnosis: data as Answered['diagnosis'], isUnreadable: false };
}

/** As many requests as the server takes files in; the last answer has them all. */
async function sent(
  client: ApiClient,
  id: string,
  uploads: readonly UploadSource[],
  { watch }: Surroundings,
): Promise<Answered> {
  const results: components['schemas']['UploadResult'][] = [];
  for (let from = 0; from < uploads.length; from += MAX_FILES_PER_MESSAGE) {
    const files = uploads.slice(from, from + MAX_FILES_PER_MESSAGE);
    const result = await uploadFiles(client, id, files, ({ phase, name, bytes, totalBytes, matches }) => {
      // How far the sending has come the files themselves tell.
      if (phase === 'reading') watch.onProgress?.({ name, totalBytes, bytesRead: bytes, matches, allBytesRead: bytes });
    });
    results.push(result);
  }
  const last = results.at(-1);
  if (last === undefined) throw new Error('Nothing was sent.');
  const received = results.flatMap((result) => result.received);
  return { diagnosis: last.diagnosis, isUnreadable: received.every(({ readings }) => readings.length === 0) };
}

/** A case on a server knows when it was read, and how it stood before; a diagnosis that is made here does not. */
function asMadeHere(diagnosis: Answered['diagnosis']): Diagnosis {
  const kept = Object.entries(diagnosis).filter(([field]) => field !== 'at' && field !== 'before');
  // Every other field is there.
  return Object.fromEntries(kept) as unknown as Diagnosis;
}
