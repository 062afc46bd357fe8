/** Decides whether our token may be sent to the address that an activity came from. */
import { isLoopbackHost } from '../loopback';

/**
 * Hosts of the Bot Connector, each with its subdomains (Send proactive messages, learn.microsoft.com, and the Agents SDK's
 * outboundHostValidator): the public cloud, and GCC, GCC High and DoD.
 */
const CONNECTOR_HOSTS = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
  'botframework.com',
  'botframework.us',
];
/** smba.emea.teams.microsoft.com, smba.amer.teams.microsoft.us and their like. */
const REGIONAL_HOST = /^smba\.[a-z0-9-]{1,40}\.teams\.microsoft\.(?:com|us)$/;

/** In local mode only the loopback interface is answered, otherwise only https to the Bot Connector. */
export function isTrustedServiceUrl(serviceUrl: string, local: boolean): boolean {
  const url = URL.canParse(serviceUrl) ? new URL(serviceUrl) : null;
  if (url?.username !== '' || url.password !== '') return false;
  if (local) return url.protocol === 'http:' && isLoopbackHost(url.hostname);
  const host = url.hostname.toLowerCase();
  const known = REGIONAL_HOST.test(host) || CONNECTOR_HOSTS.some((each) => host === each || host.endsWith(`.${each}`));
  return url.protocol === 'https:' && url.port === '' && known;
}
