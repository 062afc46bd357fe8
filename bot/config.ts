/** The configuration: the environment, checked once; an error names every variable that is wrong, its fault and an example. */
import { type PromptSettings } from './cases/follow-up-plan';
import { conflictOf } from './cases/follow-up-settings';
import { apiSettings, type ApiSettings, faultsOfApi, type GivenApiSettings } from './http/api-settings';
import { ServiceError } from './service-error';
import { faultOf, SETTINGS, type SettingName, type Settings, valueOf } from './settings';
import { type LogLevel } from './log';
import {
  faultsOfTickets,
  type GivenTicketSettings,
  type TicketSettings,
  ticketSettings,
} from './tickets/ticket-settings';

/** The registration of the bot; authentication is on wherever there is one. */
export interface AppRegistration {
  readonly id: string;
  readonly type: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMsi';
  readonly password: string | null;
  readonly tenantId: string | null;
}

export interface Config {
  /** null is local mode: loopback only, no authentication, the local chat. */
  readonly app: AppRegistration | null;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly dataFolder: string;
  /** null keeps everything in the data folder. */
  readonly databaseUrl: string | null;
  /** For how many days a case is kept after its last activity. */
  readonly retentionDays: number;
  readonly logLevel: LogLevel;
  /** Conversations of other tenants are not answered; empty allows every tenant. */
  readonly allowedTenants: readonly string[];
  /** Hosts that files may come from, beside those of Microsoft 365. */
  readonly downloadHosts: readonly string[];
  /** Whether Microsoft Graph is asked for the files of channels and group chats. */
  readonly channelFiles: boolean;
  readonly workers: number;
  /** Lets whoever has it read `/metrics` from another machine; null lets only this one. */
  readonly metricsToken: string | null;
  /** When an output that was asked for and did not come is asked for again; a team may have settings of its own. */
  readonly prompts: PromptSettings;
  /** Where notes are written; null where no ticket system is set up. */
  readonly tickets: TicketSettings | null;
  readonly api: ApiSettings;
}

export const DEFAULT_PORT = 3978;
const DEFAULT_WORKERS = 2;
const DEFAULT_RETENTION_DAYS = 30;
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Throws a ServiceError whose message has one line for each fault. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const faults = SETTING_NAMES.flatMap((name) => {
    const value = environment[name] ?? '';
    return value === '' ? [] : (faultOf(name, value) ?? []);
  });
  refuse(faults);
  const settings = settingsFrom(environment);
  const app = registration(settings);
  const host = settings.TUNNEL_TRIAGE_HOST ?? (app === null ? '127.0.0.1' : '0.0.0.0');
  refuse(app === null ? faultsOfLocalMode(settings, host) : faultsOfRegistration(app));
  const prompts = promptSettings(settings);
  refuse(conflictOf(prompts) ?? []);
  refuse(faultsOfTickets(ticketsGiven(settings)));
  const api = apiGiven(settings, app);
  refuse(faultsOfApi(api));
  return {
    app,
    host,
    port: settings.PORT ?? DEFAULT_PORT,
    dataFolder: settings.TUNNEL_TRIAGE_DATA ?? '.data',
    databaseUrl: settings.DATABASE_URL ?? null,
    retentionDays: settings.TUNNEL_TRIAGE_RETENTION_DAYS ?? DEFAULT_RETENTION_DAYS,
    logLevel: settings.LOG_LEVEL ?? (app === null ? 'warn' : 'info'),
    allowedTenants:
      settings.TUNNEL_TRIAGE_ALLOWED_TENANTS ?? (app?.tenantId == null ? [] : [app.tenantId.toLowerCase()]),
    downloadHosts: settings.TUNNEL_TRIAGE_DOWNLOAD_HOSTS ?? [],
    channelFiles: settings.TUNNEL_TRIAGE_CHANNEL_FILES !== 'off',
    workers: settings.TUNNEL_TRIAGE_WORKERS ?? DEFAULT_WORKERS,
    metricsToken: settings.TUNNEL_TRIAGE_METRICS_TOKEN ?? null,
    prompts,
    tickets: ticketSettings(ticketsGiven(settings)),
    api: apiSettings(api),
  };
}

const apiGiven = (settings: Settings, app: AppRegistration | null): GivenApiSettings => ({
  audience: settings.TUNNEL_TRIAGE_API_AUDIENCE,
  tenant: settings.TUNNEL_TRIAGE_API_TENANT,
  botTenant: app?.tenantId ?? null,
  origins: settings.TUNNEL_TRIAGE_API_ORIGINS,
  requestsPerMinute: settings.TUNNEL_TRIAGE_API_REQUESTS_PER_MINUTE,
  proxies: settings.TUNNEL_TRIAGE_PROXIES,
});

const ticketsGiven = (settings: Settings): GivenTicketSettings => ({
  TUNNEL_TRIAGE_TICKET_SYSTEM: settings.TUNNEL_TRIAGE_TICKET_SYSTEM,
  TUNNEL_TRIAGE_TICKET_URL: settings.TUNNEL_TRIAGE_TICKET_URL,
  TUNNEL_TRIAGE_TICKET_USER: settings.TUNNEL_TRIAGE_TICKET_USER,
  TUNNEL_TRIAGE_TICKET_SECRET: settings.TUNNEL_TRIAGE_TICKET_SECRET,
  TUNNEL_TRIAGE_TICKET_PATTERN: settings.TUNNEL_TRIAGE_TICKET_PATTERN,
  TUNNEL_TRIAGE_TICKET_TABLE: settings.TUNNEL_TRIAGE_TICKET_TABLE,
  TUNNEL_TRIAGE_TICKET_REDACT: settings.TUNNEL_TRIAGE_TICKET_REDACT,
});

/** Four working hours, then the next working morning, then once more; nine to five from Monday to Friday on the clock of this machine. */
function promptSettings(settings: Settings): PromptSettings {
  const holidays = settings.TUNNEL_TRIAGE_FOLLOW_UP_HOLIDAYS;
  const quiet = settings.TUNNEL_TRIAGE_FOLLOW_UP_QUIET;
  return {
    delays: settings.TUNNEL_TRIAGE_FOLLOW_UP_DELAYS ?? [{ minutes: 4 * 60 }, { mornings: 1 }, { mornings: 1 }],
    hours: settings.TUNNEL_TRIAGE_FOLLOW_UP_HOURS ?? { from: 9 * 60, to: 17 * 60 },
    days: settings.TUNNEL_TRIAGE_FOLLOW_UP_DAYS ?? [1, 2, 3, 4, 5],
    holidays: holidays ?? null,
    // "none" is a choice, and other than leaving it unset.
    quiet: quiet === undefined ? { from: 20 * 60, to: 7 * 60 } : quiet,
    zone: settings.TUNNEL_TRIAGE_FOLLOW_UP_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

// Object.keys forgets the names; the object is a literal of ours.
const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** Object.fromEntries forgets which name has which value; valueOf gives each name its own. */
const settingsFrom = (environment: Readonly<Record<string, string | undefined>>): Settings =>
  Object.fromEntries(SETTING_NAMES.map((name) => [name, valueOf(name, environment[name])])) as unknown as Settings;

function registration(settings: Settings): AppRegistration | null {
  if (settings.MicrosoftAppId === undefined) return null;
  return {
    id: settings.MicrosoftAppId,
    type: settings.MicrosoftAppType ?? 'SingleTenant',
    password: settings.MicrosoftAppPassword ?? null,
    tenantId: settings.MicrosoftAppTenantId ?? null,
  };
}

/** Without an app id nobody is authenticated, so nobody but this machine may reach the bot. */
function faultsOfLocalMode(settings: Settings, host: string): readonly string[] {
  const meant = (['MicrosoftAppPassword', 'MicrosoftAppTenantId', 'MicrosoftAppType'] as const).find(
    (name) => settings[name] !== undefined,
  );
  return [
    ...(LOOPBACK.has(host)
      ? []
      : [
          `TUNNEL_TRIAGE_HOST is "${host}" and MicrosoftAppId is unset: without authentication the bot listens on loopback only. Set MicrosoftAppId, or TUNNEL_TRIAGE_HOST=127.0.0.1.`,
        ]),
    ...(meant === undefined
      ? []
      : [`${meant} is set and MicrosoftAppId is not: set MicrosoftAppId too, or unset ${meant} for local mode.`]),
  ];
}

function faultsOfRegistration({ type, password, tenantId }: AppRegistration): readonly string[] {
  return [
    ...(type === 'UserAssignedMsi' && password !== null
      ? [
          'MicrosoftAppPassword is set and MicrosoftAppType is UserAssignedMSI: a managed identity has no secret, so unset MicrosoftAppPassword.',
        ]
      : []),
    ...(type !== 'UserAssignedMsi' && password === null
      ? [
          `MicrosoftAppPassword is unset: a bot of type ${type} needs its client secret, for example MicrosoftAppPassword=the-secret-from-the-portal.`,
        ]
      : []),
    ...(type !== 'MultiTenant' && tenantId === null
      ? [
          `MicrosoftAppTenantId is unset: a bot of type ${type} needs its tenant, for example MicrosoftAppTenantId=66666666-7777-4888-8999-000000000000.`,
        ]
      : []),
  ];
}

function refuse(given: readonly string[] | string): void {
  const faults = [given].flat();
  if (faults.length > 0) throw new ServiceError('configuration', faults.join('\n'));
}
