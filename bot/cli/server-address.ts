/** The address of a bot that a person names. */
import { isLoopbackHost } from '../loopback';

/** Null where it can be called, else the sentence that says why not. */
export function serverFault(server: string): string | null {
  const url = URL.canParse(server) ? new URL(server) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.search !== '' || url.hash !== '') {
    return `${server} is no address of a server. Give one like https://triage.example.com.`;
  }
  if (url.username !== '' || url.password !== '') {
    return 'A key does not belong into the address. Set TUNNEL_TRIAGE_API_KEY to it.';
  }
  // The key would be read by whoever is on the way.
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) {
    return `${server} is not encrypted, and the key would be read on the way. Give an address with https.`;
  }
  return null;
}
