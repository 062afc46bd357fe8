/** The settings of the API as they belong together, and the sentence where something is missing. */
import { isLoopbackHost } from '../loopback';
import { type EntraApi } from './entra-tokens';

export interface ApiSettings {
  /** null where only API keys are taken. */
  readonly entra: EntraApi | null;
  /** Whose pages may call: exact origins, such as `https://dashboard.example.com`; none is the default. */
  readonly origins: readonly string[];
  /** Of one caller. */
  readonly requestsPerMinute: number;
  /** How many proxies of our own stand before the bot, each of which adds an address to `X-Forwarded-For`. */
  readonly proxies: number;
}

/** As they stand in the environment, each by itself already checked. */
export interface GivenApiSettings {
  readonly audience: string | undefined;
  readonly tenant: string | undefined;
  /** The tenant of the bot's own registration. */
  readonly botTenant: string | null;
  readonly origins: readonly string[] | undefined;
  readonly requestsPerMinute: number | undefined;
  readonly proxies: number | undefined;
}

/** A dashboard that asks every second for five cases. */
const DEFAULT_REQUESTS_PER_MINUTE = 300;

/** `faultsOfApi` must have been empty. */
export function apiSettings(given: GivenApiSettings): ApiSettings {
  const tenant = given.tenant ?? given.botTenant;
  return {
    entra:
      given.audience === undefined || tenant === null
        ? null
        : { audience: given.audience.toLowerCase(), tenant: tenant.toLowerCase() },
    origins: given.origins ?? [],
    requestsPerMinute: given.requestsPerMinute ?? DEFAULT_REQUESTS_PER_MINUTE,
    proxies: given.proxies ?? 0,
  };
}

/** One sentence for each setting that is missing, or that means nothing without another. */
export function faultsOfApi({ audience, tenant, botTenant }: GivenApiSettings): readonly string[] {
  if (audience !== undefined && tenant === undefined && botTenant === null) {
    return [
      'TUNNEL_TRIAGE_API_TENANT is unset and TUNNEL_TRIAGE_API_AUDIENCE is set: set the tenant whose applications may call, for example TUNNEL_TRIAGE_API_TENANT=66666666-7777-4888-8999-000000000000.',
    ];
  }
  if (audience === undefined && tenant !== undefined) {
    return [
      'TUNNEL_TRIAGE_API_TENANT is set and TUNNEL_TRIAGE_API_AUDIENCE is not: set the application id of the API too, or unset TUNNEL_TRIAGE_API_TENANT to take API keys only.',
    ];
  }
  return [];
}

/** Whether a page of this origin sends it letter by letter so: no path, no default port, encrypted unless it is on this machine. */
export function isExactOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  return origin === text && (protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname)));
}
