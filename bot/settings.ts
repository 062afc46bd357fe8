/** Every variable of the environment that the bot reads: what is valid, an example, and the sentence for what is not. */
import { z } from 'zod';

import { type SettingField } from '../cards/index';
import { FORMS } from './cases/follow-up-settings';
import { isExactOrigin } from './http/api-settings';
import { LOG_LEVELS } from './log';
import { isTicketPattern, isTicketUrl } from './tickets/ticket-settings';
import { TICKET_SYSTEMS } from './tickets/ticket-system';

interface Setting<Value> {
  readonly schema: z.ZodType<Value>;
  /** What a value must be, in words: "must be …". */
  readonly must: string;
  readonly example: string;
  /** Its value never reaches a message. */
  readonly secret?: true;
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HOST_NAME = /^[a-z0-9](?:[a-z0-9-]{0,62}\.){1,8}[a-z]{2,24}$/i;
/** A bearer token (RFC 6750), long enough not to be guessed. */
const METRICS_TOKEN = /^[\w.~+/=-]{16,200}$/;
/** A password of Entra has about 40 characters; anything far longer is a mistake of pasting. */
const MAX_SECRET_CHARACTERS = 1000;
const MAX_URL_CHARACTERS = 2000;
/** A user of a ticket system, often an e-mail address. */
const MAX_USER_CHARACTERS = 254;
const MAX_PATTERN_CHARACTERS = 200;
/** More workers than this do not help: each takes a processor. */
const MAX_WORKERS = 32;

/** More than a caller ever needs; a limit that is not one is a mistake. */
const MAX_REQUESTS_PER_MINUTE = 100_000;
/** A chain of proxies is short. */
const MAX_PROXIES = 10;
const MAX_ORIGINS = 20;

/** Ten years. */
const MAX_RETENTION_DAYS = 3653;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
const list = (item: RegExp) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim().toLowerCase()))
    .pipe(z.array(z.string().regex(item)));

/** Azure writes UserAssignedMSI, the SDK UserAssignedMsi; upper and lower case make no difference to it either. */
const APP_TYPES = ['SingleTenant', 'MultiTenant', 'UserAssignedMsi'] as const;
const appType = z.string().transform((text, { addIssue }) => {
  const known = APP_TYPES.find((type) => type.toLowerCase() === text.toLowerCase());
  if (known !== undefined) return known;
  addIssue('no app type');
  return z.NEVER;
});

const isPostgresUrl = (text: string): boolean => /^postgres(?:ql)?:\/\//.test(text) && URL.canParse(text);

const setting = <Value>(described: Setting<Value>): Setting<Value> => described;

/** A setting of the prompts, in the form in which a team may write it too. */
const promptSetting = <Field extends SettingField>(field: Field) => {
  const { read, must, example } = FORMS[field];
  const schema = z.string().transform((text, { addIssue }) => {
    const value = read(text);
    if (value !== undefined) return value;
    addIssue(must);
    return z.NEVER;
  });
  return setting({ schema, must, example });
};

/** By name, in the order of `.env.example`. */
export const SETTINGS = {
  PORT: setting({ schema: wholeNumber(0, 65_535), must: 'a whole number from 0 to 65535', example: '3978' }),
  MicrosoftAppType: setting({
    schema: appType,
    must: 'SingleTenant, MultiTenant or UserAssignedMSI',
    example: 'SingleTenant',
  }),
  MicrosoftAppId: setting({
    schema: z.string().regex(GUID),
    must: 'the application id of the bot, a GUID',
    example: '11111111-2222-4333-8444-555555555555',
  }),
  MicrosoftAppPassword: setting({
    schema: z.string().max(MAX_SECRET_CHARACTERS),
    must: `the client secret of the bot, at most ${MAX_SECRET_CHARACTERS} characters`,
    example: 'the-secret-from-the-portal',
    secret: true,
  }),
  MicrosoftAppTenantId: setting({
    schema: z.string().regex(GUID),
    must: 'the id of the tenant in which the bot is registered, a GUID',
    example: '66666666-7777-4888-8999-000000000000',
  }),
  DATABASE_URL: setting({
    schema: z.string().max(MAX_URL_CHARACTERS).refine(isPostgresUrl),
    must: 'the URL of a PostgreSQL database',
    example: 'postgres://user:password@host:5432/tunnel_triage',
    secret: true,
  }),
  LOG_LEVEL: setting({ schema: z.enum(LOG_LEVELS), must: `one of ${LOG_LEVELS.join(', ')}`, example: 'info' }),
  TUNNEL_TRIAGE_HOST: setting({
    schema: z.union([z.ipv4(), z.ipv6(), z.literal('localhost')]),
    must: 'the address to listen on, an IP address or localhost',
    example: '127.0.0.1',
  }),
  TUNNEL_TRIAGE_DATA: setting({
    schema: z.string(),
    must: 'the folder of the embedded store',
    example: '.data',
  }),
  TUNNEL_TRIAGE_RETENTION_DAYS: setting({
    schema: wholeNumber(1, MAX_RETENTION_DAYS),
    must: `for how many days a case is kept after its last activity, 1 to ${MAX_RETENTION_DAYS}`,
    example: '30',
  }),
  TUNNEL_TRIAGE_ALLOWED_TENANTS: setting({
    schema: list(GUID),
    must: 'tenant ids, GUIDs with commas between them',
    example: '66666666-7777-4888-8999-000000000000',
  }),
  TUNNEL_TRIAGE_DOWNLOAD_HOSTS: setting({
    schema: list(HOST_NAME),
    must: 'host names with commas between them, without a scheme or a path',
    example: 'files.example.com',
  }),
  TUNNEL_TRIAGE_CHANNEL_FILES: setting({
    schema: z.enum(['on', 'off']),
    must: 'on or off',
    example: 'off',
  }),
  TUNNEL_TRIAGE_WORKERS: setting({
    schema: wholeNumber(1, MAX_WORKERS),
    must: `how many analyses run at a time, 1 to ${MAX_WORKERS}`,
    example: '2',
  }),
  TUNNEL_TRIAGE_METRICS_TOKEN: setting({
    schema: z.string().regex(METRICS_TOKEN),
    must: 'a token of 16 to 200 letters, digits and -._~+/=',
    example: 'the-output-of-openssl-rand-hex-32',
    secret: true,
  }),
  TUNNEL_TRIAGE_FOLLOW_UP_DELAYS: promptSetting('delays'),
  TUNNEL_TRIAGE_FOLLOW_UP_HOURS: promptSetting('hours'),
  TUNNEL_TRIAGE_FOLLOW_UP_DAYS: promptSetting('days'),
  TUNNEL_TRIAGE_FOLLOW_UP_HOLIDAYS: promptSetting('holidays'),
  TUNNEL_TRIAGE_FOLLOW_UP_QUIET: promptSetting('quiet'),
  TUNNEL_TRIAGE_FOLLOW_UP_ZONE: promptSetting('zone'),
  TUNNEL_TRIAGE_TICKET_SYSTEM: setting({
    schema: z.enum(TICKET_SYSTEMS),
    must: `one of ${TICKET_SYSTEMS.join(', ')}`,
    example: 'jira',
  }),
  TUNNEL_TRIAGE_TICKET_URL: setting({
    schema: z.string().max(MAX_URL_CHARACTERS).refine(isTicketUrl),
    must: 'the https address of the ticket system, without user and password in it',
    example: 'https://example.atlassian.net',
    // The address of a webhook may have its key in it.
    secret: true,
  }),
  TUNNEL_TRIAGE_TICKET_USER: setting({
    schema: z
      .string()
      .max(MAX_USER_CHARACTERS)
      .regex(/^[^:\s]+$/),
    must: 'the account that writes the notes, without a colon or a blank',
    example: 'tunnel-triage@example.com',
  }),
  TUNNEL_TRIAGE_TICKET_SECRET: setting({
    schema: z.string().max(MAX_SECRET_CHARACTERS),
    must: `the password, token or shared secret, at most ${MAX_SECRET_CHARACTERS} characters`,
    example: 'the-secret',
    secret: true,
  }),
  TUNNEL_TRIAGE_TICKET_PATTERN: setting({
    schema: z.string().max(MAX_PATTERN_CHARACTERS).refine(isTicketPattern),
    must: 'a regular expression that finds a ticket number, without a repetition within a repetition',
    example: String.raw`\bNET-\d+\b`,
  }),
  TUNNEL_TRIAGE_TICKET_TABLE: setting({
    schema: z.string().regex(/^[a-z][a-z0-9_]{1,79}$/),
    must: 'the name of a table of ServiceNow',
    example: 'incident',
  }),
  TUNNEL_TRIAGE_TICKET_REDACT: setting({
    schema: z.enum(['on', 'off']),
    must: 'on or off',
    example: 'on',
  }),
  TUNNEL_TRIAGE_API_AUDIENCE: setting({
    schema: z.string().regex(GUID),
    must: 'the application id of the registration of the API, a GUID',
    example: '11111111-2222-4333-8444-555555555555',
  }),
  TUNNEL_TRIAGE_API_TENANT: setting({
    schema: z.string().regex(GUID),
    must: 'the id of the tenant whose applications may call the API, a GUID',
    example: '66666666-7777-4888-8999-000000000000',
  }),
  TUNNEL_TRIAGE_API_ORIGINS: setting({
    schema: z
      .string()
      .transform((text) => text.split(',').map((part) => part.trim()))
      .pipe(z.array(z.string().refine(isExactOrigin)).max(MAX_ORIGINS)),
    must: `at most ${MAX_ORIGINS} origins of pages, in lower case, https, without a path, with commas between them`,
    example: 'https://dashboard.example.com',
  }),
  TUNNEL_TRIAGE_API_REQUESTS_PER_MINUTE: setting({
    schema: wholeNumber(1, MAX_REQUESTS_PER_MINUTE),
    must: `how many requests one caller of the API may send in a minute, 1 to ${MAX_REQUESTS_PER_MINUTE}`,
    example: '300',
  }),
  TUNNEL_TRIAGE_PROXIES: setting({
    schema: wholeNumber(0, MAX_PROXIES),
    must: `how many proxies stand before the bot and add to X-Forwarded-For, 0 to ${MAX_PROXIES}`,
    example: '1',
  }),
} as const;

export type SettingName = keyof typeof SETTINGS;
type ValueOf<Name extends SettingName> = z.output<(typeof SETTINGS)[Name]['schema']>;
export type Settings = { readonly [Name in SettingName]: ValueOf<Name> | undefined };

/** What is wrong with one variable, in one sentence; null where it is valid. */
export function faultOf(name: SettingName, value: string): string | null {
  const { schema, must, example, ...more }: Setting<unknown> = SETTINGS[name];
  if (schema.safeParse(value).success) return null;
  const seen = more.secret === true ? 'has a value that is not valid' : `is "${value}"`;
  return `${name} ${seen}: it must be ${must}${example === '' ? '.' : `, for example ${name}=${example}.`}`;
}

/** The value of one variable, which must be valid; undefined where it is unset or empty. */
export function valueOf<Name extends SettingName>(name: Name, value: string | undefined): ValueOf<Name> | undefined {
  // The map's union of schemas does not keep that this name gives this value; the table above does.
  return value === undefined || value === '' ? undefined : (SETTINGS[name].schema.parse(value) as ValueOf<Name>);
}
