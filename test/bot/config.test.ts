/** The configuration: what is accepted, and the sentence for what is not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readConfig } from '../../bot/config';
import { SETTINGS } from '../../bot/settings';
import { APP_ID, TENANT_ID } from '../support/bot-issuer';

const REGISTERED = { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'a-secret', MicrosoftAppTenantId: TENANT_ID };

const faultOf = (environment: Readonly<Record<string, string>>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no fault';
};

describe('The configuration', () => {
  it('without any setting is local mode on the loopback interface', () => {
    expect(readConfig({})).toMatchObject({ app: null, host: '127.0.0.1', port: 3978, dataFolder: '.data' });
  });

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ PORT: '', MicrosoftAppId: '' })).toEqual(readConfig({}));
  });

  it('with a registration answers the tenant of that registration', () => {
    expect(readConfig(REGISTERED)).toMatchObject({
      host: '0.0.0.0',
      allowedTenants: [TENANT_ID],
      app: { type: 'SingleTenant' },
    });
  });

  it.each(['UserAssignedMSI', 'UserAssignedMsi', 'userassignedmsi'])(
    'takes the managed identity as %s, without a secret',
    (type) => {
      const { app } = readConfig({ MicrosoftAppType: type, MicrosoftAppId: APP_ID, MicrosoftAppTenantId: TENANT_ID });
      expect(app).toEqual({ id: APP_ID, type: 'UserAssignedMsi', password: null, tenantId: TENANT_ID });
    },
  );

  it.each([
    [{ PORT: '70000' }, 'PORT is "70000": it must be a whole number from 0 to 65535, for example PORT=3978.'],
    [{ PORT: 'three' }, 'PORT is "three"'],
    [{ MicrosoftAppId: 'bot' }, 'MicrosoftAppId is "bot": it must be the application id of the bot, a GUID'],
    [{ ...REGISTERED, MicrosoftAppType: 'Single' }, 'MicrosoftAppType is "Single"'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud"'],
    [
      { TUNNEL_TRIAGE_DOWNLOAD_HOSTS: 'https://files.example.com' },
      'TUNNEL_TRIAGE_DOWNLOAD_HOSTS is "https://files.example.com"',
    ],
    [{ TUNNEL_TRIAGE_WORKERS: '0' }, 'TUNNEL_TRIAGE_WORKERS is "0"'],
    [{ TUNNEL_TRIAGE_HOST: '0.0.0.0' }, 'without authentication the bot listens on loopback only'],
    [{ MicrosoftAppPassword: 'a-secret' }, 'MicrosoftAppPassword is set and MicrosoftAppId is not'],
    [{ MicrosoftAppId: APP_ID, MicrosoftAppTenantId: TENANT_ID }, 'MicrosoftAppPassword is unset'],
    [
      { ...REGISTERED, MicrosoftAppType: 'UserAssignedMSI' },
      'a managed identity has no secret, so unset MicrosoftAppPassword.',
    ],
    [{ MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'a-secret' }, 'MicrosoftAppTenantId is unset'],
  ])('refuses %j and says what is wanted', (environment, sentence) => {
    expect(faultOf(environment)).toContain(sentence);
  });

  it('names every fault at once', () => {
    expect(faultOf({ PORT: 'x', LOG_LEVEL: 'y' }).split('\n')).toHaveLength(2);
  });

  it('never repeats a secret', () => {
    expect(faultOf({ DATABASE_URL: 'postgres://bot:secret@db/cases' })).not.toContain('secret');
    expect(faultOf({ ...REGISTERED, MicrosoftAppPassword: 'p'.repeat(2000) })).not.toContain('ppp');
  });

  it('takes the address of a PostgreSQL, and of nothing else', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://db/cases' }).databaseUrl).toBe('postgres://db/cases');
    expect(faultOf({ DATABASE_URL: 'mysql://user:pass@db/cases' })).toBe(
      'DATABASE_URL has a value that is not valid: it must be the URL of a PostgreSQL database, for example DATABASE_URL=postgres://user:password@host:5432/tunnel_triage.',
    );
  });

  it('is listed whole in .env.example, and nothing else is', () => {
    const example = readFileSync(join(__dirname, '../../.env.example'), 'utf8');
    const listed = [...example.matchAll(/^#?([A-Za-z_]+)=/gm)].map((match) => match[1]);
    expect(listed.sort()).toEqual(Object.keys(SETTINGS).sort());
  });
});

describe('A ticket system', () => {
  const JIRA = {
    TUNNEL_TRIAGE_TICKET_SYSTEM: 'jira',
    TUNNEL_TRIAGE_TICKET_URL: 'https://example.atlassian.net/',
    TUNNEL_TRIAGE_TICKET_USER: 'bot@example.com',
    TUNNEL_TRIAGE_TICKET_SECRET: 'token',
    TUNNEL_TRIAGE_TICKET_PATTERN: String.raw`\bNET-\d+\b`,
  };

  it('is none without a setting', () => {
    expect(readConfig({}).tickets).toBeNull();
  });

  it('is taken with all that it needs, and keeps names as they are unless told', () => {
    expect(readConfig(JIRA).tickets).toEqual({
      system: 'jira',
      url: 'https://example.atlassian.net',
      user: 'bot@example.com',
      secret: 'token',
      pattern: /\bNET-\d+\b/iu,
      table: 'incident',
      redacted: false,
    });
    expect(readConfig({ ...JIRA, TUNNEL_TRIAGE_TICKET_REDACT: 'on' }).tickets?.redacted).toBe(true);
  });

  it.each([
    [
      { ...JIRA, TUNNEL_TRIAGE_TICKET_URL: '' },
      'TUNNEL_TRIAGE_TICKET_URL is unset and TUNNEL_TRIAGE_TICKET_SYSTEM is jira',
    ],
    [{ ...JIRA, TUNNEL_TRIAGE_TICKET_USER: '' }, 'TUNNEL_TRIAGE_TICKET_USER is unset'],
    [{ ...JIRA, TUNNEL_TRIAGE_TICKET_SECRET: '' }, 'TUNNEL_TRIAGE_TICKET_SECRET is unset'],
    [{ ...JIRA, TUNNEL_TRIAGE_TICKET_PATTERN: '' }, 'TUNNEL_TRIAGE_TICKET_PATTERN is unset'],
    [
      { ...JIRA, TUNNEL_TRIAGE_TICKET_PATTERN: '(N+)+' },
      'TUNNEL_TRIAGE_TICKET_PATTERN is "(N+)+": it must be a regular expression',
    ],
    [
      { ...JIRA, TUNNEL_TRIAGE_TICKET_URL: 'http://jira.example.com' },
      'TUNNEL_TRIAGE_TICKET_URL has a value that is not valid',
    ],
    [
      { ...JIRA, TUNNEL_TRIAGE_TICKET_URL: 'https://user:password@jira.example.com' },
      'without user and password in it',
    ],
    [
      { ...JIRA, TUNNEL_TRIAGE_TICKET_SYSTEM: 'remedy' },
      'TUNNEL_TRIAGE_TICKET_SYSTEM is "remedy": it must be one of servicenow, jira',
    ],
    [
      { TUNNEL_TRIAGE_TICKET_SECRET: 'token' },
      'TUNNEL_TRIAGE_TICKET_SECRET is set and TUNNEL_TRIAGE_TICKET_SYSTEM is not',
    ],
  ])('with %j is refused in one sentence', (environment, sentence) => {
    const fault = faultOf(environment);
    expect(fault).toContain(sentence);
    expect(fault).not.toContain('password@');
    expect(fault.split('\n')).toHaveLength(1);
  });
});

describe('The API', () => {
  const AUDIENCE = 'AAAAAAAA-2222-4333-8444-555555555555';

  it('takes API keys only, from no page of another origin, without a setting', () => {
    expect(readConfig({}).api).toEqual({ entra: null, origins: [], requestsPerMinute: 300, proxies: 0 });
  });

  it('takes tokens of the tenant of the bot, or of the one that is set', () => {
    const entra = (more: Readonly<Record<string, string>>) => readConfig({ ...REGISTERED, ...more }).api.entra;
    expect(entra({})).toBeNull();
    expect(entra({ TUNNEL_TRIAGE_API_AUDIENCE: AUDIENCE })).toEqual({
      audience: AUDIENCE.toLowerCase(),
      tenant: TENANT_ID,
    });
    const other = '77777777-7777-4888-8999-000000000000';
    expect(entra({ TUNNEL_TRIAGE_API_AUDIENCE: AUDIENCE, TUNNEL_TRIAGE_API_TENANT: other })?.tenant).toBe(other);
  });

  it('may be called by the pages that are named', () => {
    const named = { TUNNEL_TRIAGE_API_ORIGINS: 'https://a.example.com, http://localhost:8080' };
    expect(readConfig(named).api.origins).toEqual(['https://a.example.com', 'http://localhost:8080']);
  });

  it.each([
    [{ TUNNEL_TRIAGE_API_AUDIENCE: AUDIENCE }, 'TUNNEL_TRIAGE_API_TENANT is unset'],
    [{ TUNNEL_TRIAGE_API_TENANT: TENANT_ID }, 'TUNNEL_TRIAGE_API_AUDIENCE is not'],
    [{ TUNNEL_TRIAGE_API_AUDIENCE: 'api://tunnel-triage' }, 'a GUID'],
    [{ TUNNEL_TRIAGE_API_ORIGINS: '*' }, 'TUNNEL_TRIAGE_API_ORIGINS is "*"'],
    [{ TUNNEL_TRIAGE_API_ORIGINS: 'http://dashboard.example.com' }, 'TUNNEL_TRIAGE_API_ORIGINS is'],
    [{ TUNNEL_TRIAGE_API_ORIGINS: 'https://dashboard.example.com/' }, 'TUNNEL_TRIAGE_API_ORIGINS is'],
    [{ TUNNEL_TRIAGE_API_ORIGINS: 'https://dashboard.example.com:443' }, 'TUNNEL_TRIAGE_API_ORIGINS is'],
    [{ TUNNEL_TRIAGE_API_REQUESTS_PER_MINUTE: '0' }, 'TUNNEL_TRIAGE_API_REQUESTS_PER_MINUTE is "0"'],
    [{ TUNNEL_TRIAGE_PROXIES: '11' }, 'TUNNEL_TRIAGE_PROXIES is "11"'],
  ])('with %j is refused in one sentence', (environment, sentence) => {
    const fault = faultOf(environment);
    expect(fault).toContain(sentence);
    expect(fault.split('\n')).toHaveLength(1);
  });
});
