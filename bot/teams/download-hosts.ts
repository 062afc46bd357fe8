/** Decides where a file may be fetched from or put: the address comes over the wire, so this is the gate against being sent elsewhere. */
import { isLoopbackHost } from '../loopback';
import { createPublicFetch, PrivateAddress, type PublicRequest } from './public-fetch';

/** Microsoft 365 keeps the files of a chat here, each with its subdomains (after the Agents SDK's outboundHostValidator). */
const FILE_HOSTS = ['sharepoint.com', 'sharepoint.us', 'sharepoint-mil.us', 'svc.ms'];

export interface DownloadRules {
  /** Local mode: the loopback interface only. */
  readonly local: boolean;
  /** Hosts that the operator allows beside those of Microsoft 365. */
  readonly moreHosts: readonly string[];
}

/** The address where it may be asked; null where it may not. */
export function allowedFileAddress(address: string, { local, moreHosts }: DownloadRules): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.username !== '' || url.password !== '') return null;
  if (local) return url.protocol === 'http:' && isLoopbackHost(url.hostname) ? url : null;
  const host = url.hostname.toLowerCase();
  const known = [...FILE_HOSTS, ...moreHosts].some((each) => host === each || host.endsWith(`.${each}`));
  return url.protocol === 'https:' && url.port === '' && known ? url : null;
}

const publicFetch = createPublicFetch();

/** Asks an address that `allowedFileAddress` has let pass, without a redirect. Rejects with a PrivateAddress too. */
export const askFileAddress = (url: URL, request: PublicRequest, { local }: DownloadRules): Promise<Response> =>
  local
    ? fetch(url, {
        method: request.method,
        redirect: 'manual',
        signal: request.signal,
        ...(request.headers === undefined ? {} : { headers: request.headers }),
        ...(request.body === undefined ? {} : { body: new Uint8Array(request.body) }),
      })
    : publicFetch(url, request);

/** Whether it was refused because of where the name of its host leads to. */
export const isPrivatePlace = (error: unknown): boolean => error instanceof PrivateAddress;
